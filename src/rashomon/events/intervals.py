"""Comparing times that are intervals of days, open on a side where nothing bounds them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rashomon.record import When

FINE = 10
"""Days; an interval no longer than this says which week an act fell in, enough to tell two acts of one kind apart."""


def gap(one: When, other: When) -> int:
    """Days between two intervals, 0 where they meet; an open side reaches for ever."""
    first = one.earliest or date.min
    last = one.latest or date.max
    return max(0, ((other.earliest or date.min) - last).days, (first - (other.latest or date.max)).days)


def width(when: When) -> int:
    """Days that an interval covers; one with an open side counts as a hundred years."""
    if when.earliest is None or when.latest is None:
        return 36525
    return (when.latest - when.earliest).days + 1


def fine(when: When | None) -> bool:
    """Whether a time is known to within `FINE` days."""
    return when is not None and width(when) <= FINE


def narrowest(times: Iterable[When]) -> When | None:
    """One time for several tellings of one act: their intersection where all meet, else the narrowest that is told
    most often, and of equals the earliest. None where there is no time at all."""
    told = sorted(times, key=lambda t: (width(t), t.earliest or date.min, t.latest or date.max, t.text, t.basis))
    if not told:
        return None
    best = told[0]
    first = max((t.earliest for t in told if t.earliest), default=None)
    last = min((t.latest for t in told if t.latest), default=None)
    if first is None or last is None or first <= last:
        return next(
            (t for t in told if (t.earliest, t.latest) == (first, last)), replace(best, earliest=first, latest=last)
        )
    votes = {(t.earliest, t.latest): sum((u.earliest, u.latest) == (t.earliest, t.latest) for u in told) for t in told}
    return min(
        (t for t in told if width(t) == width(best)),
        key=lambda t: (-votes[t.earliest, t.latest], t.earliest or date.min),
    )
