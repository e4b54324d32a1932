"""`rashomon watch`: feeds looked at again and again, and what is new read into a record."""

import time
from pathlib import Path
from typing import Annotated

import typer

from rashomon.cli.build import build_with_progress
from rashomon.cli.console import say
from rashomon.errors import InputError, RecordError
from rashomon.fetch import Manners, remembered, watch
from rashomon.settings import Settings
from rashomon.store import Store

WEB = ("http://", "https://")
"""How an address begins."""


def watch_feeds(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEEDS", help="Addresses of feeds, or files with one address a line.")
    ],
    into: Annotated[
        str, typer.Option("--into", metavar="RECORD", help="The record, a file; made where there is none.")
    ],
    every: Annotated[
        float, typer.Option("--every", metavar="MINUTES", min=1, help="Minutes from round to round.")
    ] = 30,
    once: Annotated[bool, typer.Option("--once", help="One round, then stop.")] = False,
    allow: Annotated[
        list[str] | None,
        typer.Option(
            "--allow",
            metavar="HOST",
            help="A host of one's own network that may be asked, as NAME or NAME:PORT; may be repeated.",
        ),
    ] = None,
) -> int:
    """Look at feeds again and again, and read what is new into a record.

    Politely: robots.txt is kept, a host is asked once in two seconds and left alone for longer after each failure, what
    is unchanged is not sent again. A page that a feed once named is asked for until it is kept, or failed five times.
    What was fetched is kept as WARC in RECORD.pages, so that the record can be built anew from it. Hosts of one's own
    network are refused unless allowed by name. Ctrl-C stops; nothing is lost.
    """
    addresses = [address for each in feeds for address in _addresses(each)]
    record = _record(into)
    folder, allowed = Path(f"{into}.pages"), frozenset(allow or ())
    settings = Settings(everything=True)  # Whoever watches a feed has chosen what is in it.
    manners = Manners(time.monotonic, time.sleep, allowed)
    code = 0
    with remembered(Path(f"{into}.watch")) as memory:
        while True:
            begun, kept, wait = time.monotonic(), 0, 0
            for found in watch(addresses, folder, memory, manners, settings.page_limit, allowed):
                kept += found.result == "kept"
                wait += found.result == "waits"
                if found.result in ("later", "given up"):
                    say(f"{found.result}: {found.url}: {found.why}", style="yellow")
            if wait:
                say(
                    f"{wait:,} addresses wait: their hosts failed a while ago and are left alone for now",
                    style="yellow",
                )
            if folder.is_dir() and (kept or not record.exists()):
                code = max(code, build_with_progress([folder], into, settings))
            else:
                say("nothing new")
            if once:
                return code
            time.sleep(max(0.0, every * 60 - (time.monotonic() - begun)))


def _addresses(given: str) -> list[str]:
    """The address that is given, or those in the file that is; InputError where there is none, or a line is none."""
    if given.startswith(WEB):
        return [given]
    try:
        lines = Path(given).read_text("utf-8").splitlines()
    except FileNotFoundError as error:
        raise InputError(f"{given}: no address ({', '.join(WEB)}) and no such file; check it") from error
    except (OSError, ValueError) as error:
        raise InputError(f"{given}: can not be read as a text with one address a line; check the file") from error
    found = []
    for number, line in enumerate(map(str.strip, lines), start=1):
        if not line or line.startswith("#"):
            continue
        if not line.startswith(WEB):
            raise InputError(f"{given}, line {number}: {line[:80]!r} is no address ({', '.join(WEB)}); mend the line")
        found.append(line)
    if not found:
        raise InputError(f"{given}: no address stands in it; write one a line")
    return found


def _record(into: str) -> Path:
    """The record as a file, looked at before anything is asked for. Raises RecordError where it can not be one."""
    if "://" in into:
        raise RecordError(
            f"{into}: what is fetched is kept in files beside the record, so it must be a file; take it to a database "
            "afterwards with: rashomon copy"
        )
    path = Path(into)
    if path.exists():
        with Store(path).writer():  # It is ours, or is brought to this version.
            pass
    elif not path.resolve().parent.is_dir():
        raise RecordError(f"{into}: there is no folder to make the record in; make the folder first")
    return path
