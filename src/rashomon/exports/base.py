"""What a format is: a name, a line of help, and a function that writes a record into open files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.exports.sink import Sink
from rashomon.record import Event
from rashomon.store import View

Write = Callable[[View, Iterable[Event], Sink], None]
"""Writes all that the view holds, with these events (the view's own, or the same rolled up by another rule), as a
stream."""


@dataclass(frozen=True, slots=True)
class Format:
    """`name` is what `--format` calls it, `help` what it is in a few words. `folder`: it writes several files, so that
    it needs a folder, in which links and a card go with them. `rows`: it writes a row, a point or an entity for an
    event or an account, so that links and a card go beside it. `picks`: it has no row for some events, so that a list
    of these goes beside it too."""

    name: str
    help: str
    write: Write
    folder: bool = False
    rows: bool = False
    picks: bool = False
