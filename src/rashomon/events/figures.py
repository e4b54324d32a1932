"""Which figures count the same thing, and whether what they say can all be true.

Two figures are of one count when unit and measure agree and what they count shares a kind ("soldiers and policemen"
and "police officers" share police); where neither names a known kind, the words themselves must agree. Bounds decide
whether they clash: `up to 1,500` and `more than 1,000` have numbers in common, `407` and `1,300` have none.
"""

import re
from math import inf

from rashomon.events.words import stem, stems
from rashomon.people import kinds
from rashomon.record import Figure, Span

SLACK = 0.1
"""Share by which a rounded number ("about 150") may be off before another number contradicts it."""

_PEOPLE = frozenset({"people", "percent"})
"""Units in which people are counted: rockets are fired, but nobody sacks them."""

_DYING = frozenset(
    map(stem, "killed dead died deaths death slain lives fatalities massacred executed murdered".split())
)
_HURT = frozenset(map(stem, "injured wounded hurt injuries maimed".split()))
_SACKED = frozenset(map(stem, "dismissed fired sacked discharged removed suspended purged".split()))
_DESERTED = frozenset(map(stem, "deserted refused desertions desertion defected desert refuse mutinied".split()))
_USUAL = {"killed": _DYING, "injured": _HURT, "dismissed": _SACKED, "deserted": _DESERTED}
"""The usual word for what happened to people, and the stems that stand for it."""


CASUALTIES = "killed or injured"
"""The measure of a number that holds the dead and the wounded together."""

_CASUALTIES = frozenset(map(stem, ("casualty", "casualties")))
_HARMED = "killed|dead|slain|wounded|injured|hurt|maimed"
_BOTH = re.compile(rf"\b(?P<one>{_HARMED})(?: and | or |/)(?:\w+ly )?(?P<other>{_HARMED})\b", re.IGNORECASE)
"""The dead and the wounded in one breath ("killed or wounded")."""


def measure(figure: Figure, sentence: str = "") -> str:
    """What happened to what is counted, the usual words for one thing brought together; `sentence` are the words that
    the figure stands in."""
    told = stems(figure.measure)
    if figure.unit not in _PEOPLE:
        return " ".join(sorted(told))
    if told & _CASUALTIES or (told & _DYING and told & _HURT):
        return CASUALTIES
    for name, words in _USUAL.items():
        if told & words:
            return CASUALTIES if words in (_DYING, _HURT) and _together(sentence) else name
    return " ".join(sorted(told))


def _together(sentence: str) -> bool:
    """Whether a sentence counts dead and wounded in one breath."""
    return any((stem(both["one"]) in _DYING) != (stem(both["other"]) in _DYING) for both in _BOTH.finditer(sentence))


def told_measure(figure: Figure, sentence: str = "") -> str:
    """The measure of a figure as a reader would put it: the usual word, else its own."""
    usual = measure(figure, sentence)
    return usual if usual in _USUAL or usual == CASUALTIES else figure.measure


def counted(figure: Figure) -> frozenset[str]:
    """The kinds counted; people where only people are told of; the words themselves where no kind is known, and where
    people are listed by name ("the colonel and his deputy"), who are no rivals of a number of officers."""
    if figure.counts and figure.text == figure.counts:
        return frozenset({figure.counts.casefold()})
    found = kinds(figure.counts)
    if found:
        return found - {"people"} or found
    if figure.counts.strip():
        return stems(figure.counts) or frozenset({figure.counts.casefold()})
    return frozenset({"people"}) if figure.unit == "people" else frozenset()


def same_count(one: Figure, other: Figure) -> bool:
    """Whether two figures measure the same thing of the same kind."""
    if one.unit != other.unit or measure(one) != measure(other):
        return False
    return counted(one) == counted(other) or bool(counted(one) & counted(other))


_PART_AFTER = re.compile(
    r"\s+(?:of|among|from)\s+(?:them|whom|these|those|the (?:dead|killed|slain|wounded|injured|victims))\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:(?:of|among) (?:them|whom)|including)\s(?:(?:[\w'’-]+,? ){1,4}(?:and )?){0,3}"
    r"(?:at least |about |some |up to )?$",
    re.IGNORECASE,
)
"""Words around a number that counts some of those told before: five of them, among them five, including five."""


def is_part(figure: Figure, evidence: Span) -> bool:
    """Whether the words say that the figure counts a part of another one: of 40 wounded two."""
    start, end = figure.start - evidence.start, figure.end - evidence.start
    before = evidence.text[max(0, start - 60) : start] if start >= 0 else ""
    after = end >= 0 and _PART_AFTER.match(evidence.text, end)
    return bool(after or _PART_BEFORE.search(before))


def bounds(figure: Figure) -> tuple[float, float]:
    """The lowest and the highest number that the wording allows."""
    if figure.best is not None and figure.low is None and figure.high is None:
        return figure.best * (1 - SLACK), figure.best * (1 + SLACK)
    low = figure.low if figure.low is not None else -inf
    return low, figure.high if figure.high is not None else inf


def agree(one: Figure, other: Figure) -> bool:
    """Whether some number fits both wordings."""
    (low, high), (least, most) = bounds(one), bounds(other)
    return max(low, least) <= min(high, most)


def bounded(figure: Figure) -> bool:
    """Whether the wording says any number at all ("many" does not)."""
    return any(value is not None for value in (figure.low, figure.best, figure.high))
