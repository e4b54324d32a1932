"""Statements of one event brought together, best matches first, and only while nothing in the groups contradicts.

Two groups become one when a pair of theirs matches, no statement of one contradicts a statement of the other, and the
group stays within its limit. A group is never chained together across a contradiction: prefer silence to a wrong
merge.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.events.clues import Clue
from rashomon.events.leads import chance, reason
from rashomon.events.match import contradict, match
from rashomon.events.verdicts import CERTAIN, NONE, Verdicts
from rashomon.models import Linear
from rashomon.record import Join

LARGEST = 400
"""Statements that one event may hold, copies left out: an event that holds everything says nothing."""

WITNESSES = 12
"""How many statements of a group are asked for contradictions; in larger groups evenly spread ones stand for the
rest."""


LIKELY = 0.2
"""Probability from which two reports are taken to be mainly about one incident; of .2 to .25 that by which most
incidents of unseen months are met, with B-cubed the same (.896)."""

TOGETHER = 0.12
"""The same as the mean over all pairs of reports of two groups, which holds chains of likenesses apart."""

SURE = 10.0
"""Above every score of two single statements: whole reports tell more than they do. A score of two reports is this and
their probability."""


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

    def groups(self, judged: Verdicts) -> tuple[Group, ...]:
        distinct = {id(group): sorted(group, key=lambda clue: clue.id) for group in self.group.values()}
        found = []
        for group in sorted(distinct.values(), key=lambda group: group[0].id):
            reasons = sorted(
                set(judged.why(clue.id for clue in group)).union(*(self.reasons.get(clue.id, ()) for clue in group))
            )
            found.append(Group(tuple(group), "; ".join(reasons)))
        return tuple(found)


def _witnesses(group: Sequence[Clue]) -> Sequence[Clue]:
    ordered = sorted(group, key=lambda clue: clue.id)
    step = -(-len(ordered) // WITNESSES)
    return ordered[::step]


class Leads:
    """How likely the leads of two reports tell of one incident, each pair asked once."""

    def __init__(self, found: Iterable[Join], model: Linear | None) -> None:
        self._model = model
        self._known = {(each.one, each.other): each.score - SURE for each in found if each.score >= SURE}

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


def matches(pairs: Iterable[tuple[Clue, Clue]], model: Linear | None = None) -> Iterator[Join]:
    """The pairs that match: two leads by the model of leads, any other two by their own values."""
    for a, b in pairs:
        if a.lead and b.lead:
            if (likely := chance(a.lead, b.lead, model)) >= LIKELY:
                yield Join(a.id, b.id, SURE + likely, reason(a.lead, b.lead, model))
        elif found := match(a, b):
            yield Join(a.id, b.id, found.score, found.reason)


def _best(join: Join) -> tuple[float, str, str]:
    return -join.score, join.one, join.other


def join(
    clues: Sequence[Clue],
    found: Iterable[Join],
    judged: Verdicts = NONE,
    limit: int = LARGEST,
    model: Linear | None = None,
) -> tuple[Group, ...]:
    """The clues in groups, each clue in one, by the matches `found` between them and by what people judged, which
    needs no match and fears no contradiction; `limit` is how many statements one group may hold."""
    found = tuple(found)
    forest, leads = _Forest(clues), Leads(found, model)
    known = forest.group.keys()
    certain = [Join(*both, CERTAIN, why) for both, why in judged.together.items()]
    # What was judged comes last: whole groups follow, and nobody else is kept out for contradicting a newcomer.
    for each in (*sorted(found, key=_best), *sorted(certain, key=_best)):
        if each.one not in known or each.other not in known:
            continue
        mine, theirs = forest.group[each.one], forest.group[each.other]
        if mine is theirs or judged.part((clue.id for clue in mine), (clue.id for clue in theirs)):
            continue
        if each.score < CERTAIN and (len(mine) + len(theirs) > limit or not leads.agree(mine, theirs)):
            continue
        if each.score >= SURE or _compatible(mine, theirs):
            forest.join(each.one, each.other, each.reason)
    return forest.groups(judged)
