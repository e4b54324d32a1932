"""Where an export goes: its file or files, and beside them what leads each cell back to the words, and what was left
out."""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from io import TextIOWrapper
from typing import BinaryIO

Opener = Callable[[str], BinaryIO]

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


@dataclass(slots=True)
class Sink:
    """`out` is the open file; a format of several files opens each by `opened`. `links` is the open file for links,
    None where none are wanted. `rule` is the rule that the figures were rolled up by. What a format leaves out it
    counts by reason in `left_out`, its rows in `rows`."""

    out: BinaryIO
    opened: Opener | None = None
    links: BinaryIO | None = None
    rule: str = ""
    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    _table: "Table | None" = None

    def link(self, link: Link) -> None:
        """Write down the words behind a cell."""
        if self.links is None:
            return
        if self._table is None:
            self._table = Table(self.links, LINK_COLUMNS)
        self._table.write(
            (link.row, link.column, link.article, link.file, link.start, link.end, link.origin, link.words, link.maker)
        )

    def finish(self) -> None:
        """Hand on what waits in memory; the files stay open."""
        if self.links is not None and self._table is None:
            self._table = Table(self.links, LINK_COLUMNS)
        if self._table is not None:
            self._table.finish()
        self.out.flush()


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
