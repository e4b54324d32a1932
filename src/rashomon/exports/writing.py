"""Writing an export: to an open file, or to a path, where it appears only when it is whole."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import UsageError
from rashomon.exports.base import Exporter
from rashomon.record import Event
from rashomon.store import View


def write(view: View, events: Iterable[Event], kind: type[Exporter], out: BinaryIO) -> None:
    """Write the view with these events to `out` in this format; `out` stays open."""
    exporter = kind(out)
    exporter.write(view, events)
    exporter.finalize()


def write_file(view: View, events: Iterable[Event], kind: type[Exporter], path: Path) -> None:
    """Write the view with these events to the file `path`, whose earlier content stays until the new one is whole.

    Raises UsageError where it can not be written.
    """
    try:
        if path.exists() and not path.is_file():  # A device or a pipe: there is nothing to keep.
            with path.open("wb") as out:
                write(view, events, kind, out)
            return
        whole = path.resolve()
        part = whole.with_name(f"{whole.name}.part")
        try:
            with part.open("wb") as out:
                write(view, events, kind, out)
            part.replace(whole)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise UsageError(f"{path}: can not be written ({error.strerror}); check its folder and its disk") from error
