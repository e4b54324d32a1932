"""Intervals of days in an index, so that those which hold on a day are found without looking at the others.

Days are the leaves of a binary tree that is never stored. Each interval lies at its fork: the highest day of the tree
that is within it. A day can only be within intervals whose fork is on its way from the root, some twenty numbers: of
those at an earlier fork the end is compared, of those at a later one the beginning, and both have an index (the
relational interval tree of Kriegel, Poetke and Seidl, VLDB 2000). An open end counts as the first or last day of all.
"""

from datetime import date

ROOT = 1 << 21
"""The middle of the tree: its leaves reach from 1 to twice this, and `date.max` is day 3,652,059."""


def fork(earliest: date | None, latest: date | None) -> int:
    """Where the interval lies."""
    first, last = (earliest or date.min).toordinal(), (latest or date.max).toordinal()
    node, step = ROOT, ROOT // 2
    while step and not first <= node <= last:
        node += step if node < first else -step
        step //= 2
    return node


def forks(day: date) -> tuple[list[int], list[int]]:
    """The forks on the way to the day: those before it, and those after it. What lies at the day itself holds."""
    number = day.toordinal()
    node, step = ROOT, ROOT // 2
    before: list[int] = []
    after: list[int] = []
    while node != number:
        (before if node < number else after).append(node)
        node += step if node < number else -step
        step //= 2
    return before, after
