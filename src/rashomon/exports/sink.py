"""Where an export goes: its file or files, and beside them what leads each cell back to the words, and the events that
have no row, each with the reason."""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import astuple, dataclass, field
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

Opener = Callable[[str], BinaryIO]

LEFT_COLUMNS = ("event", "title", "first_day", "last_day", "killed", "reason", "files")

LINK_COLUMNS = ("row", "column", "article", "file", "start", "end", "origin", "words", "maker")


@dataclass(frozen=True, slots=True)
class Link:
    """The words behind a cell: characters `start` to `end` of the text of `article`, which came from `file`. `maker` is
    who made the value of them: the reader, or the person who corrected it."""

    row: str
    column: str
    article: str
    file: str
    start: int
    end: int
    origin: str
    words: str
    maker: str


@dataclass(frozen=True, slots=True)
class Left:
    """An event that has no row, and why; `killed` is what reports say of the dead, in their words."""

    event: str
    title: str
    first_day: date | None
    last_day: date | None
    killed: str | None
    reason: str
    files: str | None


@dataclass(frozen=True, slots=True)
class Written:
    """What an export came to: how many rows, points, entities or lines it has, how many events have none, and the file
    that names these."""

    rows: int
    left_out: int
    named_in: Path | None = None


@dataclass(slots=True)
class Sink:
    """`out` is the open file; a format of several files opens each by `opened`. `links` is the open file for links,
    `left` that for events without a row, each None where it is not wanted. `rule` is the rule that the figures were
    rolled up by. What a format leaves out it counts by reason in `left_out`, its rows in `rows`."""

    out: BinaryIO
    opened: Opener | None = None
    links: BinaryIO | None = None
    left: BinaryIO | None = None
    rule: str = ""
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    _without: int = 0
    _links: "Table | None" = None
    _left: "Table | None" = None

    def __post_init__(self) -> None:
        self._links = Table(self.links, LINK_COLUMNS) if self.links else None
        self._left = Table(self.left, LEFT_COLUMNS) if self.left else None

    def link(self, link: Link) -> None:
        """Write down the words behind a cell."""
        if self._links:
            self._links.write(astuple(link))

    def leave(self, left: Left) -> None:
        """Count an event that has no row, and write down which it is."""
        self.left_out[left.reason] += 1
        self._without += 1
        if self._left:
            self._left.write(astuple(left))

    def finish(self) -> None:
        """Hand on what waits in memory; the files stay open."""
        for table in (self._links, self._left):
            if table:
                table.finish()
        self.out.flush()

    @property
    def written(self) -> Written:
        """What it came to."""
        return Written(self.rows, self._without)


class Table:
    """A table of text with a line of column names, parted by commas or tabs; None is an empty cell."""

    def __init__(self, out: BinaryIO, columns: tuple[str, ...], delimiter: str = ",") -> None:
        self._text = TextIOWrapper(out, "utf-8", newline="")
        self._rows = csv.writer(self._text, delimiter=delimiter, lineterminator="\n")
        self._rows.writerow(columns)

    def write(self, cells: tuple[object, ...]) -> None:
        """Write one row."""
        self._rows.writerow(["" if cell is None else cell for cell in cells])

    def finish(self) -> None:
        """Hand on what waits in memory, and let go of the file, which stays open."""
        self._text.flush()
        self._text.detach()
