"""What people judged of events: which statements tell of one, and which do not. It outweighs every match.

Of two judgements on the same two statements the later one holds. Copies of one claim stand or fall together, so a
judgement on any of them is one on the first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.record import ON_EVENTS, Judgement

CERTAIN = 100.0
"""Score of what a person judged: above that of every match."""

Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two ids, the smaller first."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """`together` are pairs of statements judged to tell of one event, `split` of two, each with the reason; `parted`
    are the latter with the statement first that was judged to be the stranger."""

    together: Mapping[Pair, str]
    split: Mapping[Pair, str]
    parted: frozenset[Pair]

    @property
    def heads(self) -> frozenset[str]:
        """All statements that were judged to belong with another."""
        return frozenset(head for both in self.together for head in both)

    def why(self, statements: Iterable[str]) -> tuple[str, ...]:
        """The reasons why some of these statements stand together, or why others were kept from them."""
        here = frozenset(statements)
        told = {why for both, why in self.together.items() if here.issuperset(both)}
        told |= {why for both, why in self.split.items() if len(here.intersection(both)) == 1}
        return tuple(sorted(told))

    def part(self, one: Iterable[str], other: Iterable[str]) -> bool:
        """Whether a judgement keeps the statements of one group out of the other."""
        if not self.split:
            return False
        mine, theirs = frozenset(one), frozenset(other)
        return any((a in mine and b in theirs) or (b in mine and a in theirs) for a, b in self.split)


NONE = Verdicts({}, {}, frozenset())


def verdicts(judgements: Iterable[Judgement], first: Mapping[str, str]) -> Verdicts:
    """What the judgements, in the order of time, say of statements; `first` is the first copy of each statement that
    the record has."""
    together: dict[Pair, str] = {}
    split: dict[Pair, str] = {}
    strangers: dict[Pair, Pair] = {}
    for judgement in judgements:
        if judgement.kind not in ON_EVENTS or judgement.subject not in first:
            continue
        of, other = (together, split) if judgement.kind == "together" else (split, together)
        says = "to tell of one event" if judgement.kind == "together" else "to tell of two events"
        for key in judgement.object:
            if key in first and first[key] != first[judgement.subject]:
                both = pair(first[judgement.subject], first[key])
                of[both] = f"judged {says} by {judgement.author}: {judgement.reason}"
                other.pop(both, None)
                strangers[both] = first[judgement.subject], first[key]
    return Verdicts(together, split, frozenset(strangers[both] for both in split))
