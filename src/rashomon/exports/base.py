"""What a format is: two verbs over an open file."""

from collections.abc import Iterable
from typing import BinaryIO, ClassVar, Protocol

from rashomon.record import Event
from rashomon.store import View


class Exporter(Protocol):
    """Writes a record to an open file: `write` once, then `finalize`."""

    name: ClassVar[str]
    """What `--format` calls it."""

    help: ClassVar[str]
    """What it is, in a few words for the help of the command."""

    def __init__(self, out: BinaryIO) -> None: ...

    def write(self, view: View, events: Iterable[Event]) -> None:
        """Write all that the view holds, with these events: the view's own, or the same rolled up by another rule."""

    def finalize(self) -> None:
        """Write what can only come at the end. The file stays open: whoever opened it closes it."""
