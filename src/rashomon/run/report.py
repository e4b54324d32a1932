"""What a build has to tell: of each page as it is done, and of all of them at the end."""

from dataclasses import dataclass
from typing import Literal

from rashomon.record import Dropped, Refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page. `already`: the record held it before, and nothing was done.

    `dropped` is filled where the page did not get through, also where an earlier build has kept it but could not read
    it; then it counts as dropped.
    """

    file: str
    result: Literal["article", "already", "dropped"]
    statements: int = 0
    dropped: Dropped | None = None
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A build in numbers; `pages` = `articles` + `already` + `dropped`, always.

    `sifted` tells how many of the dropped tell of no conflict, by the reason, in the order of the reasons. `articles`
    and `statements` are those added, `events` all that the record holds now, `seconds` what it took. `refused` are the
    values that the reader was told and left out, by reason. `older` are the articles of the record that stand there as
    another version of this build's reader read them; 0 where this build read nothing.
    """

    pages: int
    articles: int
    already: int
    dropped: int
    statements: int
    events: int
    seconds: float
    refused: tuple[Refused, ...] = ()
    older: int = 0
    sifted: tuple[tuple[str, int], ...] = ()


class Watcher:
    """Told of a build as it goes on; this one keeps silent."""

    def page(self, outcome: Outcome) -> None:
        """A page is done."""

    def gathering(self) -> None:
        """All pages are done; the events are now gathered from everything that the record holds."""
