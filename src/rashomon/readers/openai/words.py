"""What the package itself reads in a text: where sentences end, and which figures and times stand in given words."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from rashomon.record import Figure, Name, Span, When


class Words(Protocol):
    """The words of one text, at its offsets."""

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, none across a paragraph's end."""
        ...

    @property
    def names(self) -> tuple[Name, ...]:
        """The proper names that are known of it."""
        ...

    def figures(self, start: int, end: int, counts: str, people: bool) -> Iterator[Figure]:
        """The figures whose number stands in these characters; `counts` and `people` say what is counted where the
        words themselves are not understood."""
        ...

    def when(self, start: int, end: int, today: date | None, ahead: bool) -> When | None:
        """The time told in these characters, as counted from `today`; `ahead` where it lies in the future."""
        ...
