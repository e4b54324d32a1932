"""How many people were killed or hurt in an event: the rolled rows of one measure brought to the numbers that other
schemes have room for."""

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.exports.parties import ARMED, STATE, Side
from rashomon.people import kinds
from rashomon.record import Event, RolledFigure, Series

Number = float | int

CIVILIANS = frozenset(
    {"civilian", "child", "woman", "family", "refugee", "journalist", "medic", "protester", "prisoner", "official"}
)
"""Kinds of people who take no part in the fighting (people/data/kinds.tsv)."""

_HOLD = {"civilian": CIVILIANS - {"civilian"}, "force": STATE - {"force", "government"}}
"""Kinds that hold others: children told beside civilians, or soldiers beside security forces, are some of them."""

_SPREADS = ("ucdp-like", "median", "minmax")
"""Rules whose row keeps how far the numbers lie apart; any other gives one number."""


@dataclass(frozen=True, slots=True)
class Toll:
    """The people of one measure; None where no account tells. `civilians` are those of `best` who are told to be so,
    `side_a` and `side_b` those who are told to be soldiers or fighters of a kind that one side alone has."""

    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    civilians: Number | None = None
    side_a: Number | None = None
    side_b: Number | None = None

    @property
    def unknown(self) -> Number | None:
        """Those of `best` of whom no account says what they were."""
        known = (self.civilians or 0) + (self.side_a or 0) + (self.side_b or 0)
        return None if self.best is None else self.best - known


def toll(event: Event, measure: str, sides: tuple[Side | None, Side | None] = (None, None)) -> Toll:
    """The toll of `measure` ("killed", "injured") by the rule that the event's figures were rolled up by; `sides` are
    those that fought, where it is known what they are.

    Where a row counts everybody it is the toll, of several the one with the highest number; else the rows of different
    people ("soldiers", "civilians") are added up, as the coders of UCDP do, but for rows that another one holds.
    """
    rows = [row for row in event.figures if row.measure == measure and not row.counts.startswith("percent")]
    rows = [row for row in rows if not row.counts.endswith(")")]
    if not rows:
        return Toll()
    everybody = [row for row in rows if not row.counts or "people" in kinds(row.counts)]
    parts = [row for row in rows if row not in everybody and not any(_holds(other, row) for other in rows)]
    if everybody:
        row = max(everybody, key=_size)
        low, best, high = row.low, row.best, row.high
        if high is not None and row.rule.startswith(_SPREADS):
            high = max([high, *(part.high for part in parts if part.high is not None)])
    else:
        inside = {each.counts for each in event.series if _is_inside(each, measure)}
        apart = [row for row in parts if row.counts not in inside] or parts
        low, best, high = (_sum([getattr(row, bound) for row in apart]) for bound in ("low", "best", "high"))
    if best is None:
        return Toll(low, best, high)
    civilians = _sum([row.best for row in parts if are_civilians(row.counts)])
    civilians = None if civilians is None else min(civilians, best)
    side_a, side_b = (_of_side(parts, *pair) for pair in (sides, sides[::-1]))
    if (civilians or 0) + (side_a or 0) + (side_b or 0) > best:
        side_a = side_b = None
    return Toll(low, best, high, civilians, side_a, side_b)


def _is_inside(series: Series, measure: str) -> bool:
    """Does it count some of those whom another series of the measure counts?"""
    return series.measure == measure and any(r.how == "part of" and r.measure == measure for r in series.related)


def are_civilians(counts: str) -> bool:
    """Do these words for what is counted stand for civilians, and for nobody else?"""
    found = kinds(counts) - {"people"}
    return bool(found) and found <= CIVILIANS


def of_side(counts: str, side: Side | None, other: Side | None) -> bool:
    """Do these words stand for people of this side, and not as well for some of the other?"""
    found = kinds(counts)
    return bool(found) and side is not None and side != other and found <= (STATE if side == "state" else ARMED)


def _of_side(rows: Sequence[RolledFigure], side: Side | None, other: Side | None) -> Number | None:
    return _sum([row.best for row in rows if of_side(row.counts, side, other)])


def _holds(wide: RolledFigure, row: RolledFigure) -> bool:
    """Does a row count people of a kind that holds the kinds of another row?"""
    held = frozenset().union(*(_HOLD.get(kind, ()) for kind in kinds(wide.counts)))
    return bool(kinds(row.counts)) and kinds(row.counts) <= held


def _size(row: RolledFigure) -> Number:
    return next((value for value in (row.best, row.high, row.low) if value is not None), 0)


def _sum(values: Sequence[Number | None]) -> Number | None:
    """The sum; None where any is unknown, since a sum without it would be too low."""
    known = [value for value in values if value is not None]
    return sum(known) if known and len(known) == len(values) else None
