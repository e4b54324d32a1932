"""How many people were killed or hurt in an event: the rolled rows of one measure brought to the numbers that other
schemes have room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.people import kinds
from rashomon.record import Event, RolledFigure

Number = float | int

CIVILIANS = frozenset({"civilian", "child", "woman", "family", "refugee", "journalist"})
"""Kinds of people who take no part in the fighting (people/data/kinds.tsv)."""


@dataclass(frozen=True, slots=True)
class Toll:
    """The people of one measure; None where no account tells. `civilians` are those of `best` who are told to be so."""

    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    civilians: Number | None = None

    @property
    def unknown(self) -> Number | None:
        """Those of `best` of whom no account says what they were."""
        return None if self.best is None else self.best - (self.civilians or 0)


def toll(event: Event, measure: str) -> Toll:
    """The toll of `measure` ("killed", "injured") by the rule that the event's figures were rolled up by.

    Where a row counts everybody it is the toll, of several the one with the highest number; else the rows of different
    people ("soldiers", "civilians") are added up, as the coders of UCDP do.
    """
    rows = [row for row in event.figures if row.measure == measure and not row.counts.startswith("percent")]
    rows = [row for row in rows if not row.counts.endswith(")")]
    if not rows:
        return Toll()
    everybody = [row for row in rows if not row.counts or "people" in kinds(row.counts)]
    civilians = _sum([row.best for row in rows if are_civilians(row.counts)])
    if everybody:
        row = max(everybody, key=_size)
        low, best, high = row.low, row.best, row.high
    else:
        low, best, high = (_sum([getattr(row, bound) for row in rows]) for bound in ("low", "best", "high"))
    if civilians is not None and (best is None or civilians > best):
        civilians = best
    return Toll(low, best, high, civilians)


def are_civilians(counts: str) -> bool:
    """Do these words for what is counted stand for civilians?"""
    return bool(kinds(counts) & CIVILIANS)


def _size(row: RolledFigure) -> Number:
    return next((value for value in (row.best, row.high, row.low) if value is not None), 0)


def _sum(values: Sequence[Number | None]) -> Number | None:
    """The sum; None where any is unknown, since a sum without it would be too low."""
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
