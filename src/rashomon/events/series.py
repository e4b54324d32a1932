"""The figures of an event as series: one for each thing counted, by day of saying.

A later figure of the same voice takes the place of the earlier one: a toll that rises is an update, no disagreement.
So it is with whatever an outlet brings later, in its own name or from nobody in particular; from a speaker with a name
it takes over only a number that has risen, and two such speakers are two voices whatever the day. Series of different
things are never rivals; how they hang together is told.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import Literal

from rashomon.events.figures import CASUALTIES, bounds, counted, told_measure
from rashomon.events.told import Told, grouped, wording
from rashomon.people import broader, known_kinds
from rashomon.record import Related, Saying, Series

How = Literal["part of", "holds", "other outcome", "may overlap"]

_OUTCOMES = frozenset({"killed", "injured", "missing"})
"""What can happen to a person of which one excludes the other: who is counted in one is not in another."""


def make_series(told: Iterable[Told]) -> tuple[Series, ...]:
    """The series of one event, sorted by measure and by what they count."""
    groups = [sorted(group, key=_order) for group in grouped(told)]
    related: list[list[Related]] = [[] for _ in groups]
    names = [(wording(group), told_measure(group[0].figure, group[0].sentence)) for group in groups]
    for one, other in combinations(range(len(groups)), 2):
        if how := _how(groups[one], groups[other]):
            related[one].append(Related(*names[other], how))
            related[other].append(Related(*names[one], _BACK[how]))
    found = [
        Series(
            *name,
            unit=group[0].figure.unit,
            sayings=tuple(
                Saying(t.origin, t.voice or t.origin, t.day, t.figure, _updated(t, group), t.statements) for t in group
            ),
            related=tuple(sorted(kin, key=lambda k: (k.measure, k.counts, k.how))),
        )
        for name, group, kin in zip(names, groups, related, strict=True)
    ]
    return tuple(sorted(found, key=lambda s: (s.measure, s.counts, s.unit, s.sayings[0].statements)))


def _order(told: Told) -> tuple[object, ...]:
    return told.day or date.max, told.origin, told.voice, told.figure.start, told.figure.text, told.statements


def _updated(told: Told, group: Sequence[Told]) -> bool:
    """Whether the origin of a figure gave another number later that takes its place; one that it gives again stands."""
    later = [other for other in group if _follows(other, told)]
    return bool(later) and all(_numbers(other) != _numbers(told) for other in later)


def _follows(later: Told, told: Told) -> bool:
    """Whether a figure takes the place of an earlier one of its origin: it is a later word of the same voice, or both
    have no speaker with a name, or one has and the toll has risen."""
    if told.day is None or later.day is None or later.day <= told.day or later.origin != told.origin:
        return False
    if later.voice == told.voice or not (later.spoken or told.spoken):
        return True
    return not (later.spoken and told.spoken) and bounds(later.figure)[0] > bounds(told.figure)[0]


def _numbers(told: Told) -> tuple[float | None, float | None, float | None]:
    return told.figure.low, told.figure.best, told.figure.high


_BACK: dict[How, How] = {
    "part of": "holds",
    "holds": "part of",
    "other outcome": "other outcome",
    "may overlap": "may overlap",
}


def _how(one: Sequence[Told], other: Sequence[Told]) -> How | None:
    """How two series of people hang together, seen from the first; None where they have nothing to do with each
    other."""
    if not one[0].figure.unit == other[0].figure.unit == "people":
        return None
    first, second = one[0].measure, other[0].measure
    if first == second and one[0].part != other[0].part and _in_one_breath(one, other):
        return "part of" if one[0].part else "holds"
    kin = _kin(counted(one[0].figure), counted(other[0].figure))
    if kin is None or not (first and second):
        return None
    if first == second:
        return None if kin == "may overlap" else kin
    if second == CASUALTIES and first in _OUTCOMES and kin != "holds":
        return "part of"
    if first == CASUALTIES and second in _OUTCOMES and kin != "part of":
        return "holds"
    return "other outcome" if {first, second} <= _OUTCOMES else "may overlap"


def _in_one_breath(one: Sequence[Told], other: Sequence[Told]) -> bool:
    """Does one statement tell a figure of each?"""
    return not {key for t in one for key in t.statements}.isdisjoint(key for t in other for key in t.statements)


_WIDE = {"people": None, "force": frozenset({"security"})}
"""Kinds that hold others, with the broader kind of those they hold: forces hold soldiers and police, people anybody."""


def _kin(one: frozenset[str], other: frozenset[str]) -> How | None:
    """How the kinds counted hang together: children are among people, soldiers among security forces; equal kinds may
    overlap."""
    if one & other:
        return "may overlap"
    if _among(one, other):
        return "part of"
    return "holds" if _among(other, one) else None


def _among(small: frozenset[str], wide: frozenset[str]) -> bool:
    (kind,) = wide if len(wide) == 1 else ("",)
    if kind not in _WIDE:
        return False
    within = _WIDE[kind]
    return within is None or (small <= known_kinds() and broader(small) == within)
