"""Writing an export: to an open file, or to a path, where it appears only when it is whole.

Beside a format of rows go two more files: `NAME.links.csv`, which leads each cell back to the words, and
`NAME.card.md`; in a folder they are `links.csv` and `card.md`. Where some events have no row, `NAME.left-out.csv` names
each of them.
"""

import shutil
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import UsageError
from rashomon.exports.base import Format
from rashomon.exports.card import card
from rashomon.exports.sink import Sink, Written
from rashomon.record import Event
from rashomon.store import View

_SQLITE = b"SQLite format 3\0"
"""How a SQLite file begins, and so a record."""

LINKS, LEFT, CARD = ".links.csv", ".left-out.csv", ".card.md"
"""Endings of the files beside an export."""


def write(view: View, events: Iterable[Event], format: Format, out: BinaryIO, rule: str = "") -> Written:
    """Write the view with these events, rolled up by `rule`, to `out`, which stays open: the rows alone.

    Returns what it came to. Raises UsageError where the format needs a folder.
    """
    if format.folder:
        raise UsageError(f"--format {format.name}: it is several files; name a folder for them with --out FOLDER")
    sink = Sink(out, rule=rule)
    format.write(view, events, sink)
    sink.finish()
    return sink.written


def write_file(view: View, events: Iterable[Event], format: Format, path: Path, rule: str = "") -> Written:
    """Write the view with these events to `path`, a file or a folder, with what goes beside it; what was there before
    stays until the new is whole.

    Returns what it came to. Raises UsageError where it can not be written.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # A device or a pipe: there is nothing to keep.
            with path.open("wb") as out:
                return write(view, events, format, out, rule)
        whole = path.resolve()
        return (_write_folder if format.folder else _write_single)(view, events, format, whole, rule)
    except OSError as error:
        raise UsageError(f"{path}: can not be written ({error.strerror}); check its folder and its disk") from error


def _write_single(view: View, events: Iterable[Event], format: Format, whole: Path, rule: str) -> Written:
    if whole.is_dir():
        raise UsageError(f"{whole}: this is a folder; --format {format.name} is one file, name it")
    if _is_database(whole):
        raise UsageError(f"{whole}: this is a record, or another database, which would be lost; name another file")
    endings = ["", *([LINKS, CARD] if format.rows else []), *([LEFT] if format.picks else [])]
    targets = {ending: _beside(whole, ending) for ending in endings}
    parts = {ending: _beside(target, ".part") for ending, target in targets.items()}
    try:
        with ExitStack() as stack:
            opened = {ending: stack.enter_context(part.open("wb")) for ending, part in parts.items()}
            sink = Sink(opened[""], links=opened.get(LINKS), left=opened.get(LEFT), rule=rule)
            format.write(view, events, sink)
            sink.finish()
            if format.rows:
                opened[CARD].write(card(view, format, sink).encode())
        for ending, part in parts.items():
            part.replace(targets[ending])
    except BaseException:
        for part in parts.values():
            with suppress(OSError):
                part.unlink()
        raise
    return replace(sink.written, named_in=targets.get(LEFT))


def _write_folder(view: View, events: Iterable[Event], format: Format, whole: Path, rule: str) -> Written:
    if whole.exists() and (not whole.is_dir() or not _is_ours(whole)):
        raise UsageError(f"{whole}: holds something else; name a new folder for --format {format.name}")
    part = _beside(whole, ".part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        with ExitStack() as stack:
            notes, links = (stack.enter_context((part / name).open("wb")) for name in ("card.md", "links.csv"))
            sink = Sink(
                notes, opened=lambda name: stack.enter_context((part / name).open("wb")), links=links, rule=rule
            )
            format.write(view, events, sink)
            sink.finish()
            notes.write(card(view, format, sink).encode())
        if whole.exists():
            shutil.rmtree(whole)
        part.replace(whole)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return sink.written


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _is_ours(folder: Path) -> bool:
    """Is it empty, or an earlier export? Anything else of a user's is never replaced."""
    return not any(folder.iterdir()) or (folder / "card.md").is_file()


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
