"""Who may use the desk of a record: named users with a role and a hashed password, and who is signed in just now.

They are kept in a file of their own that only its owner can read: beside a record that is a file, in the user's data
folder for one in a database. So neither an export nor a copy of a record ever holds them, and the record stays as it
is, byte for byte.
"""

import os
import secrets
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import BoundedSemaphore
from typing import get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rashomon.desk.roles import Role
from rashomon.errors import RecordError, UsageError
from rashomon.record import content_id
from rashomon.settings import Settings

VERSION = 1
"""Of the tables below; a file of a later version is not touched."""

SHORTEST, LONGEST = 12, 1000
"""Characters of a password. NIST SP 800-63B asks for eight at least; nobody types a thousand."""

NAME = 60
"""Characters of a user's name."""

IDLE = timedelta(hours=12)
"""How long a session lasts while nobody uses it: a working day with its breaks."""

WHOLE = timedelta(days=7)
"""How long a session lasts in all."""

TOUCHED = timedelta(minutes=5)
"""How precisely is kept when a session was last used, so that reading writes seldom."""

AT_ONCE = 2
"""Passwords that are checked at a time: each takes 64 MiB and some tenths of a second of one core."""

_TABLES = f"""
CREATE TABLE IF NOT EXISTS users (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, hash TEXT NOT NULL, added TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sessions (
    key TEXT PRIMARY KEY, user TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE, begun TEXT NOT NULL,
    used TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS sessions_by_user ON sessions (user);
PRAGMA user_version = {VERSION};
"""


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may sign in. `id` is made from the name, in which small and capital letters are the same."""

    id: str
    name: str
    role: Role
    added: datetime


class People:
    """The users of one record, kept at `path`; the file is made with the first of them. Threads may share it."""

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self._now = now
        self._hasher = PasswordHasher()
        self._turn = BoundedSemaphore(AT_ONCE)

    def users(self) -> tuple[User, ...]:
        """All of them, by name."""
        with self._read() as base:
            found = base.execute("SELECT id, name, role, added FROM users ORDER BY name, id") if base else ()
            return tuple(map(_user, found))

    def add(self, name: str, role: Role, password: str) -> User:
        """Add a user. Raises UsageError where the name is taken or either can not be used."""
        name = named(name)
        hashed = self._hash(password)
        user = User(user_id(name), name, _role(role), self._now())
        with self._write() as base:
            try:
                base.execute(
                    "INSERT INTO users VALUES (?, ?, ?, ?, ?)",
                    (user.id, name, user.role, hashed, user.added.isoformat()),
                )
            except sqlite3.IntegrityError:
                raise UsageError(f"{name}: there is a user with this name already; choose another") from None
        return user

    def remove(self, key: str) -> None:
        """Take the user with this id away, signed in or not. What they decided stays under their name."""
        with self._write() as base:
            self._keep_an_administrator(base, key)
            base.execute("DELETE FROM users WHERE id = ?", (key,))

    def give_role(self, key: str, role: Role) -> User:
        """Let the user with this id do what the role may, from the next call on."""
        with self._write() as base:
            if _role(role) != "administrator":
                self._keep_an_administrator(base, key)
            base.execute("UPDATE users SET role = ? WHERE id = ?", (role, key))
            return self._found(base, key)

    def give_password(self, key: str, password: str) -> None:
        """Set another password for the user with this id; wherever they are signed in they have to do so again."""
        hashed = self._hash(password)
        with self._write() as base:
            self._found(base, key)
            base.execute("UPDATE users SET hash = ? WHERE id = ?", (hashed, key))
            base.execute("DELETE FROM sessions WHERE user = ?", (key,))

    def sign_in(self, name: str, password: str) -> str | None:
        """A new session's token where the password is that of the user, None else.

        It takes as long for a name that nobody has, so that nobody learns from it who is here.
        """
        key, nobody = user_id(name), self._nobody
        with self._read() as base:
            row = base.execute("SELECT hash FROM users WHERE id = ?", (key,)).fetchone() if base else None
        if not self._matches(row[0] if row else nobody, password) or row is None:
            return None
        token, now = secrets.token_urlsafe(32), self._now().isoformat()
        with self._write() as base:
            # Who was removed, or given another password, in the meantime does not come in.
            if base.execute("SELECT hash FROM users WHERE id = ?", (key,)).fetchone() != row:
                return None
            ended = (self._now() - WHOLE).isoformat(), (self._now() - IDLE).isoformat()
            base.execute("DELETE FROM sessions WHERE begun < ? OR used < ?", ended)
            base.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", (_kept(token), key, now, now))
        return token

    def signed_in(self, token: str) -> User | None:
        """Whose session this is; None where it has ended or never was one."""
        now = self._now()
        with self._read() as base:
            if base is None:
                return None
            sql = (
                "SELECT begun, used, id, name, role, added FROM sessions JOIN users ON user = id WHERE key = ? "
                "AND begun > ? AND used > ?"
            )
            row = base.execute(sql, (_kept(token), (now - WHOLE).isoformat(), (now - IDLE).isoformat())).fetchone()
        if row is None:
            return None
        if datetime.fromisoformat(row[1]) < now - TOUCHED:
            with self._write() as base:
                base.execute("UPDATE sessions SET used = ? WHERE key = ?", (now.isoformat(), _kept(token)))
        return _user(row[2:])

    def sign_out(self, token: str) -> None:
        """End the session."""
        with self._write() as base:
            base.execute("DELETE FROM sessions WHERE key = ?", (_kept(token),))

    @cached_property
    def _nobody(self) -> str:
        """A hash that no password has, to be checked where there is no such user."""
        return self._hasher.hash(secrets.token_urlsafe(32))

    def _hash(self, password: str) -> str:
        if not SHORTEST <= len(password) <= LONGEST:
            raise UsageError(f"a password has {SHORTEST} to {LONGEST:,} characters; choose another")
        with self._turn:
            return self._hasher.hash(_typed(password))

    def _matches(self, hashed: str, password: str) -> bool:
        with self._turn:
            try:
                return self._hasher.verify(hashed, _typed(password))
            except (VerificationError, InvalidHashError):
                return False

    def _keep_an_administrator(self, base: sqlite3.Connection, key: str) -> None:
        """Refuse to take the last administrator from users who stay."""
        user = self._found(base, key)
        others = base.execute("SELECT role FROM users WHERE id != ?", (key,)).fetchall()
        if user.role == "administrator" and others and ("administrator",) not in others:
            raise UsageError(f"{user.name} is the only administrator; make somebody else one first")

    @staticmethod
    def _found(base: sqlite3.Connection, key: str) -> User:
        row = base.execute("SELECT id, name, role, added FROM users WHERE id = ?", (key,)).fetchone()
        if row is None:
            raise UsageError("there is no such user; see who there is with: rashomon user RECORD list")
        return _user(row)

    @contextmanager
    def _read(self) -> Iterator[sqlite3.Connection | None]:
        """The file to read; None where nobody was ever added."""
        if not self.path.exists():
            yield None
            return
        with self._open() as base:
            yield base

    @contextmanager
    def _write(self) -> Iterator[sqlite3.Connection]:
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self.path, os.O_CREAT | os.O_RDWR, 0o600))
        with self._open() as base:
            base.execute("BEGIN IMMEDIATE")
            try:
                yield base
            except BaseException:
                base.execute("ROLLBACK")
                raise
            base.execute("COMMIT")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as base:
                base.execute("PRAGMA foreign_keys = ON")
                found = base.execute("PRAGMA user_version").fetchone()[0]
                if found > VERSION:
                    raise RecordError(
                        f"{self.path}: a newer rashomon keeps these users; install it: pip install --upgrade rashomon"
                    )
                if found < VERSION:
                    base.executescript(f"BEGIN IMMEDIATE; {_TABLES} COMMIT;")
                yield base
        except sqlite3.Error as error:
            raise RecordError(f"{self.path}: the users can not be read or written ({error}); check the file") from error


def people_of(address: str, settings: Settings) -> People:
    """The users of the record at `address`, as `Store.address` has it."""
    if "://" in address:
        return People(settings.data / f"{content_id(address)}.users")
    path = Path(address).resolve()
    return People(path.with_name(f"{path.name}.users"))


def user_id(name: str) -> str:
    """The id of the user with this name, however it is written."""
    return content_id("user", _plain(name).casefold())


def named(name: str) -> str:
    """The name as it is kept: one line, no space at its ends. Raises UsageError where it can not be one."""
    told = _plain(name)
    if not 0 < len(told) <= NAME or not told.isprintable():
        raise UsageError(f"a user's name has 1 to {NAME} letters, digits, spaces or signs; choose another")
    return told


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).split())


def _typed(password: str) -> str:
    """The password as any keyboard gives it: some write é as one character, some as two."""
    return unicodedata.normalize("NFKC", password)


def _role(role: str) -> Role:
    known: tuple[Role, ...] = get_args(Role)
    for each in known:
        if each == role:
            return each
    raise UsageError(f"{role}: there is no such role; there is {', '.join(known)}")


def _kept(token: str) -> str:
    """What is kept of a token: who reads the file can not sign in with it."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _user(row: tuple[str, str, Role, str]) -> User:
    return User(row[0], row[1], row[2], datetime.fromisoformat(row[3]))
