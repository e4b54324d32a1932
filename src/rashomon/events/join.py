"""Statements of one event brought together, best matches first, and only while nothing in the groups contradicts.

Two groups become one when a pair of theirs matches, no statement of one contradicts a statement of the other, and the
group stays within its limit. A group is never chained together across a contradiction: prefer silence to a wrong
merge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rashomon.events.candidates import pairs
from rashomon.events.clues import Clue
from rashomon.events.match import contradict, match

LARGEST_SHARE = 3
"""An event holds no more than one statement in so many of the whole record: an event that holds everything says
nothing."""

LARGEST_ALWAYS = 40
"""In a small record an event may hold so many statements all the same."""

WITNESSES = 12
"""How many statements of a group are asked for contradictions; in larger groups evenly spread ones stand for the
rest."""


def largest(total: int) -> int:
    """How many statements one event may hold in a record of `total`."""
    return max(LARGEST_ALWAYS, total // LARGEST_SHARE)


@dataclass(frozen=True, slots=True)
class Group:
    """Clues that tell of one event, sorted by id, and why they were joined ("" for one that stands alone)."""

    clues: tuple[Clue, ...]
    reason: str


class _Forest:
    """Groups that grow; each clue knows its group."""

    def __init__(self, clues: Sequence[Clue]) -> None:
        self.group = {clue.id: [clue] for clue in clues}
        self.reasons: dict[str, set[str]] = {}

    def join(self, one: str, other: str, reason: str) -> None:
        small, large = sorted((self.group[one], self.group[other]), key=len)
        if small is large:
            return
        large.extend(small)
        for clue in small:
            self.group[clue.id] = large
        self.reasons.setdefault(one, set()).add(reason)

    def groups(self) -> tuple[Group, ...]:
        distinct = {id(group): sorted(group, key=lambda clue: clue.id) for group in self.group.values()}
        found = []
        for group in sorted(distinct.values(), key=lambda group: group[0].id):
            reasons = sorted(set().union(*(self.reasons.get(clue.id, set()) for clue in group)))
            found.append(Group(tuple(group), "; ".join(reasons)))
        return tuple(found)


def _witnesses(group: Sequence[Clue]) -> Sequence[Clue]:
    ordered = sorted(group, key=lambda clue: clue.id)
    step = -(-len(ordered) // WITNESSES)
    return ordered[::step]


def _compatible(one: Sequence[Clue], other: Sequence[Clue]) -> bool:
    return not any(contradict(a, b) for a in _witnesses(one) for b in _witnesses(other))


def join(clues: Sequence[Clue], weight: Mapping[str, float], limit: int) -> tuple[Group, ...]:
    """The clues in groups, each clue in one; `limit` is how many statements one group may hold."""
    forest = _Forest(clues)
    matches = [
        (found.score, a.id, b.id, found.reason) for a, b in pairs(clues, weight) if (found := match(a, b, weight))
    ]
    for _, one, other, reason in sorted(matches, key=lambda found: (-found[0], found[1], found[2])):
        a, b = forest.group[one], forest.group[other]
        if a is not b and len(a) + len(b) <= limit and _compatible(a, b):
            forest.join(one, other, reason)
    return forest.groups()
