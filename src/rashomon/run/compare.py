"""Two records of the same pages, by two readers or two coders: how far they agree, and where they do not.

Statements of one article are paired by the words that tell of the act; fields are compared where both tell of it.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.record import SAID, Reading, Statement
from rashomon.run.agreement import alpha
from rashomon.run.reviews import nearness
from rashomon.store import View

Value = Hashable


FIELDS: Mapping[str, Callable[[Statement], Value]] = {
    "type": lambda s: s.type,
    "mode": lambda s: s.mode or "",
    "factuality": SAID["factuality"],
    "actors": SAID["actors"],
    "targets": SAID["targets"],
    "places": SAID["places"],
    "time": SAID["time"],
    "figures": SAID["figures"],
    "who says so": SAID["source"],
}
"""What is compared of two statements on one act; unknown is a value like others."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `pairs` statements that both tell, `same` have the same value of the field; `alpha` is Krippendorff's, None
    where there is nothing to agree on."""

    field: str
    pairs: int
    same: int
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A sentence that the two read differently: `one` or `other` is None where that record does not tell the act, else
    they differ in `fields`."""

    file: str
    one: Statement | None
    other: Statement | None
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`articles` are in both records, `unmatched` in one alone. `both` acts are told by both, `only_one` and
    `only_other` by one."""

    articles: int
    unmatched: int
    both: int
    only_one: int
    only_other: int
    agreements: tuple[Agreement, ...]


def compare(one: View, other: View, differs: Callable[[Difference], None]) -> Comparison:
    """Compare two records of the same pages; each difference is handed to `differs` in the order of the articles."""
    others = {(article.file, article.text): article.id for article in other.articles()}
    units: dict[str, list[tuple[Value, Value]]] = {field: [] for field in FIELDS}
    counts: Counter[str] = Counter()
    for article in one.articles():
        match = others.pop((article.file, article.text), None)
        if match is None:
            counts["unmatched"] += 1
            continue
        counts["articles"] += 1
        for left, right in pairs(one.reading(article.id), other.reading(match)):
            counts["both" if left and right else "left" if left else "right"] += 1
            fields: tuple[str, ...] = ()
            if left and right:
                for field, value in FIELDS.items():
                    units[field].append((value(left), value(right)))
                fields = tuple(field for field, value in FIELDS.items() if value(left) != value(right))
            if fields or not (left and right):
                differs(Difference(article.file, left, right, fields))
    agreements = tuple(
        Agreement(field, len(told), sum(left == right for left, right in told), alpha(told))
        for field, told in units.items()
    )
    return Comparison(
        counts["articles"],
        counts["unmatched"] + len(others),
        counts["both"],
        counts["left"],
        counts["right"],
        agreements,
    )


def pairs(one: Reading, other: Reading) -> Iterator[tuple[Statement | None, Statement | None]]:
    """Statements on the same words together, in the order of the text; None beside one that stands alone."""
    left = list(one.statements)
    open_ = list(other.statements)
    for statement in left:
        best = max(open_, key=lambda s: nearness(statement, s), default=None)
        if best is not None and nearness(statement, best) > 0:
            open_.remove(best)
            yield statement, best
        else:
            yield statement, None
    yield from ((None, statement) for statement in open_)
