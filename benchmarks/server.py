"""A PostgreSQL server of one's own, in a folder that is thrown away, at a free port of this machine."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from tempfile import mkdtemp

OWNER = "rashomon"
"""Who owns the databases; nobody else can reach the server, so no password is asked for."""

UNPRIVILEGED = ("postgres", "nobody")
"""Users of the system that the server may run as, as it refuses to run as root."""

DEBIAN = "/usr/lib/postgresql"
"""Where Debian keeps the programs of the server, by version, as they are not on the path."""


class Server:
    """A running server, which makes databases."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._names = (f"record_{n}" for n in count())

    def new(self) -> str:
        """The address of a new, empty database."""
        import psycopg  # noqa: PLC0415  An extra: only who has a server needs it.

        name = next(self._names)
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address(name)

    def address(self, name: str) -> str:
        """The address of a database."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{name}"


def programs() -> Path | None:
    """The folder with the programs of the newest server on this machine; None where there is none."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    there = [path.parent for path in Path(DEBIAN).glob("*/bin/initdb")]
    return max(there, key=lambda path: int(path.parent.name.partition(".")[0]), default=None)


@contextmanager
def running(*, safe: bool = True) -> Iterator[Server]:
    """A server while this context lasts; one that is not `safe` does not wait for the disk.

    Raises FileNotFoundError where PostgreSQL is not installed.
    """
    if (bin_ := programs()) is None:
        raise FileNotFoundError("PostgreSQL is not installed; on Debian: apt-get install postgresql")
    user = _unprivileged()
    # Not below a folder that only its owner may enter.
    folder = Path(mkdtemp(prefix="rashomon-postgresql-"))
    try:
        if user:
            shutil.chown(folder, user)
        data, port = folder / "data", _free_port()

        def call(program: str, *words: str) -> None:
            done = subprocess.run(
                [str(bin_ / program), "-D", str(data), *words],
                user=user, group=user and pwd.getpwnam(user).pw_gid, extra_groups=[] if user else None,
                cwd=folder, env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"}, check=False,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            if done.returncode:
                raise OSError(f"{program} failed: {done.stdout.decode(errors='replace')}")

        call("initdb", "-A", "trust", "-U", OWNER, "-E", "UTF8", "--no-sync")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=50"
        options += "" if safe else " -F -c synchronous_commit=off -c full_page_writes=off"
        # Its output goes to a file: a pipe would stay open as long as the server runs.
        call("pg_ctl", "start", "-w", "-l", str(folder / "log"), "-o", options)
        try:
            yield Server(port)
        finally:
            call("pg_ctl", "stop", "-w", "-m", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _unprivileged() -> str | None:
    """The user that the server runs as where this process is root's; None where it may run as who we are."""
    if os.geteuid() != 0:
        return None
    known = {each.pw_name for each in pwd.getpwall()}
    return next(name for name in UNPRIVILEGED if name in known)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port
