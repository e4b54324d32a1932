"""Whom a family of copies comes from: as far as credits, datelines and days show it, and no further.

1. The agency or outlet that most copies credit; an agency's own page counts as a credit to it. A credit to an outlet of
   the family that credits somebody itself leads on to that one. Of equals it is the one of the earliest copy.
2. Where nobody is credited by name: the outlet whose copy was out before those of all others. A text "with agencies" is
   not of the outlet that prints it as long as another prints it without them.
3. Else nothing shows it, and all that it could be are named.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.articles.credits import shares_credit
from rashomon.publishers import find_publisher, full_name
from rashomon.record import Article, When


@dataclass(frozen=True, slots=True)
class Copy:
    """What tells the origin of one copy: who printed it and when, whom it credits, and whether agencies have a part in
    it that it does not name."""

    printer: str
    published: When | None
    credit: str | None
    shared: bool


def copy_of(article: Article) -> Copy:
    """What an article shows of itself; its file stands for an outlet that is not known."""
    printer = article.outlet or article.file
    agency = find_publisher(printer)
    own = agency.name if agency and agency.kind == "agency" else None
    return Copy(printer, article.published, article.copied_from or own, shares_credit(article))


def origin(copies: Sequence[Copy]) -> tuple[str, ...]:
    """The name of the origin; several, sorted, where nothing shows which of them it is."""
    credited = [(_led(copy.credit, copies), copy) for copy in copies if copy.credit]
    if credited:
        count = Counter(name for name, _ in credited)
        return _first([(name, copy) for name, copy in credited if count[name] == max(count.values())])
    own = [copy for copy in copies if not copy.shared] or copies
    return _first([(copy.printer, copy) for copy in own])


def _led(credit: str, copies: Sequence[Copy]) -> str:
    """Whom a credit leads to in the end."""
    seen = [credit]
    while True:
        behind = {copy.credit for copy in copies if copy.credit and full_name(copy.printer) == full_name(seen[-1])}
        if len(behind) != 1 or behind <= set(seen):
            return seen[-1]
        seen.extend(behind)


def _first(named: Sequence[tuple[str, Copy]]) -> tuple[str, ...]:
    """The name whose copy was out on an earlier day than those of all other names; all names where none is."""
    for name, copy in named:
        if all(_before(copy.published, other.published) for its, other in named if its != name):
            return (name,)
    return tuple(sorted({name for name, _ in named}))


def _before(day: When | None, other: When | None) -> bool:
    """Is the first certainly the earlier one?"""
    last, first = day.latest if day else None, other.earliest if other else None
    return last is not None and first is not None and last < first
