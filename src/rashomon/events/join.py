"""Statements of one event brought together, best matches first, and only while nothing in the groups contradicts.

Two groups become one when a pair of theirs matches, no statement of one contradicts a statement of the other, and the
group stays within its limit. A group is never chained together across a contradiction: prefer silence to a wrong
merge.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.events.candidates import pairs
from rashomon.events.clues import Clue
from rashomon.events.leads import chance, reason
from rashomon.events.match import contradict, match
from rashomon.models import Linear

LARGEST = 400
"""Statements that one event may hold, copies left out: an event that holds everything says nothing."""

WITNESSES = 12
"""How many statements of a group are asked for contradictions; in larger groups evenly spread ones stand for the
rest."""


LIKELY = 0.25
"""Probability from which two reports are taken to be mainly about one incident; best by B-cubed on unseen reports."""

TOGETHER = 0.15
"""The same as the mean over all pairs of reports of two groups, which holds chains of likenesses apart."""

SURE = 10.0
"""Above every score of two single statements: whole reports tell more than they do."""


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


class Leads:
    """How likely the leads of two reports tell of one incident, each pair asked once."""

    def __init__(self, model: Linear | None) -> None:
        self._model = model
        self._known: dict[tuple[str, str], float] = {}

    def chance(self, one: Clue, other: Clue) -> float:
        """The probability for two clues with leads."""
        key = (one.id, other.id) if one.id < other.id else (other.id, one.id)
        if key not in self._known and one.lead and other.lead:
            self._known[key] = chance(one.lead, other.lead, self._model)
        return self._known[key]

    def agree(self, one: Sequence[Clue], other: Sequence[Clue]) -> bool:
        """Whether the leads in two groups are likely enough of one incident, on the whole; so is a group without
        one."""
        asked = [self.chance(a, b) for a in one if a.lead for b in other if b.lead]
        return not asked or sum(asked) >= TOGETHER * len(asked)


def _compatible(one: Sequence[Clue], other: Sequence[Clue]) -> bool:
    return not any(contradict(a, b) for a in _witnesses(one) for b in _witnesses(other))


def join(clues: Sequence[Clue], limit: int = LARGEST, model: Linear | None = None) -> tuple[Group, ...]:
    """The clues in groups, each clue in one; `limit` is how many statements one group may hold."""
    forest, leads = _Forest(clues), Leads(model)
    matches = []
    for a, b in pairs(clues):
        if a.lead and b.lead:
            if (likely := leads.chance(a, b)) >= LIKELY:
                matches.append((SURE + likely, a.id, b.id, reason(a.lead, b.lead, model)))
        elif found := match(a, b):
            matches.append((found.score, a.id, b.id, found.reason))
    for score, one, other, why in sorted(matches, key=lambda found: (-found[0], found[1], found[2])):
        mine, theirs = forest.group[one], forest.group[other]
        if mine is theirs or len(mine) + len(theirs) > limit or not leads.agree(mine, theirs):
            continue
        if score >= SURE or _compatible(mine, theirs):
            forest.join(one, other, why)
    return forest.groups()
