"""Intervals of days, each end open or not: which touch, what they make together, and whether a day is inside."""

from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.record import Relation, When

BASES = ("published", "relative", "stated")
"""What a time may rest on, the weakest first."""

DAY = timedelta(days=1)


def first(when: When) -> date:
    """The first day, the first of all where it is open."""
    return when.earliest or date.min


def last(when: When) -> date:
    """The last day, the last of all where it is open."""
    return when.latest or date.max


def touch(one: When, other: When) -> bool:
    """Have they a day in common, or does one begin on the day after the other's end?"""
    early, late = sorted((one, other), key=lambda w: (first(w), last(w)))
    return last(early) == date.max or first(late) <= last(early) + DAY


def united(whens: Sequence[When]) -> When:
    """One interval from the first to the last day of intervals that touch; worded as the first of them."""
    ordered = sorted(whens, key=lambda w: (first(w), last(w), w.text, w.basis))
    begin, end = first(ordered[0]), max(map(last, ordered))
    head = ordered[0]
    if (begin, end) == (first(head), last(head)):
        return head
    earliest, latest = (None if begin == date.min else begin), (None if end == date.max else end)
    weakest = min(ordered, key=lambda w: BASES.index(w.basis))
    return When(earliest, latest, "days" if earliest and latest else "open", head.text, weakest.basis)


def holds_on(relation: Relation, day: date) -> bool:
    """Does the relation hold on that day? What has no known time holds on no day."""
    return relation.time is not None and first(relation.time) <= day <= last(relation.time)
