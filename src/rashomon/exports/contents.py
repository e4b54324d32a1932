"""What a record holds, for whoever is handed it: the card beside an export and the desk tell it alike."""

from dataclasses import dataclass
from datetime import date

from rashomon.store import View

UNKNOWN = "outlet not known"
"""Stands for the outlet of articles that have none."""


@dataclass(frozen=True, slots=True)
class Contents:
    """`undated` articles have no day of publication; `wrong` statements were judged so and left out. `outlets` have the
    number of their articles, those of most first; `readers` their versions."""

    articles: int
    statements: int
    events: int
    dropped: int
    judgements: int
    wrong: int
    undated: int
    published_first: date | None
    published_last: date | None
    readers: tuple[str, ...]
    outlets: tuple[tuple[str, int], ...]


def contents(view: View) -> Contents:
    """What the record holds as this view sees it."""
    published = view.published()
    return Contents(
        **view.counts(),
        judgements=view.judged(),
        wrong=view.reviewed.wrong(),
        undated=view.undated(),
        published_first=published[0],
        published_last=published[1],
        readers=view.readers(),
        outlets=tuple((name or UNKNOWN, number) for name, number in view.outlets()),
    )
