"""Writing an export: to an open file, or to a path, where it appears only when it is whole."""

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from rashomon.errors import UsageError
from rashomon.exports.base import Exporter
from rashomon.store import View


def write(view: View, kind: type[Exporter], out: BinaryIO) -> None:
    """Write all of the view to `out` in this format; `out` stays open."""
    exporter = kind(out)
    exporter.write(view)
    exporter.finalize()


def write_file(view: View, kind: type[Exporter], path: Path) -> None:
    """Write all of the view to the file `path`, whose earlier content stays until the new one is whole.

    Raises UsageError where it can not be written.
    """
    try:
        if path.exists() and not path.is_file():  # A device or a pipe: there is nothing to keep.
            with path.open("wb") as out:
                write(view, kind, out)
            return
        whole = path.resolve()
        part = whole.with_name(f"{whole.name}.part")
        try:
            with part.open("wb") as out:
                write(view, kind, out)
            part.replace(whole)
        except BaseException:
            with suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise UsageError(f"{path}: can not be written ({error.strerror}); check its folder and the room there") from error
