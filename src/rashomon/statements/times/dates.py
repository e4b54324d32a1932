"""Dates -> days: days, months, seasons and weekdays that are written without their year or week.

What the words leave out is taken from the side of the writing that the tense tells, else from what lies nearest.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from rashomon.record import When
from rashomon.record.when import Basis, Precision
from rashomon.statements.times.calendar import month_days, season_days, season_of, week_days, year_days
from rashomon.statements.times.words import Day, Month, Season, Weekday, YearPart, Years

Tense = Literal["past", "future"]
NEARER = 5
"""A date without its year lies on the side that the tense says, unless the like date on the other side is so many times
nearer: an anniversary some days ahead is not the one of a year ago, whatever the tense of the verb."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a time may hang on: the day of writing, the time told before, the tense (`strict`: whatever lies nearer)."""

    today: date | None
    told: When | None
    tense: Tense | None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a time stands for, an open end None."""

    earliest: date | None
    latest: date | None
    precision: Precision
    basis: Basis


def _day(value: Day, known: Known) -> Days | None:
    return _dated(value.year, known, lambda year: _same(date(year, value.month, value.day)), "day")


def _same(day: date) -> tuple[date, date]:
    return day, day


def _month(value: Month, known: Known) -> Days | None:
    def days(year: int) -> tuple[date, date]:
        return month_days(year, value.month, value.part)

    precision: Precision = "days" if value.part else "month"
    if value.which in ("previous", "following"):
        return _beside(known, days, precision, ahead=value.which == "following")
    if value.which in ("last", "next") and known.today:
        return _nearest(known.today, days, precision, ahead=value.which == "next", skip_now=True)
    if value.which == "this" and known.today:
        return Days(*days(known.today.year), precision, "published")
    if value.which:
        return None
    return _dated(value.year, known, days, precision)


def _dated(
    year: int | None, known: Known, days: Callable[[int], tuple[date, date]], precision: Precision
) -> Days | None:
    """What lacks its year takes the nearest one on the side of the tense; without today, the one nearest to `told`."""
    if year is not None:
        return Days(*days(year), precision, "stated")
    anchor = known.today or _anchor(known.told)
    if anchor is None:
        return None
    near = []
    for candidate in range(anchor.year - 1, anchor.year + 2):
        try:
            near.append(days(candidate))
        except ValueError:  # 29 February
            continue
    if known.today and known.tense:
        aside = [d for d in near if (d[0] <= anchor if known.tense == "past" else d[1] >= anchor)]
        closest = min((_distance(d, anchor) for d in near), default=0)
        near = [d for d in aside if known.strict or _distance(d, anchor) <= NEARER * closest] or near
    if not near:
        return None
    best = min(near, key=lambda d: (_distance(d, anchor), d[0] > anchor))
    return Days(*best, precision, "published" if known.today else "relative")


def _distance(days: tuple[date, date], anchor: date) -> int:
    return max((days[0] - anchor).days, (anchor - days[1]).days, 0)


def _anchor(told: When | None) -> date | None:
    return (told.earliest or told.latest) if told else None


def _nearest(
    today: date, days: Callable[[int], tuple[date, date]], precision: Precision, *, ahead: bool, skip_now: bool
) -> Days | None:
    """The last such days before today, or the next after it."""
    span = [days(year) for year in range(today.year - 1, today.year + 2)]
    if ahead:
        return next((Days(*d, precision, "published") for d in span if d[0] > today), None)
    return next(
        (Days(*d, precision, "published") for d in reversed(span) if (d[1] if skip_now else d[0]) < today), None
    )


def _beside(
    known: Known, days: Callable[[int], tuple[date, date]], precision: Precision, *, ahead: bool
) -> Days | None:
    anchor = _anchor(known.told)
    found = _nearest(anchor, days, precision, ahead=ahead, skip_now=True) if anchor else None
    return replace(found, basis="relative") if found else None


def _years(value: Years, known: Known) -> Days:
    return Days(*year_days(value.first, value.last, value.part), "days" if value.part else "year", "stated")


def _season(value: Season, known: Known) -> Days | None:
    def days(year: int) -> tuple[date, date]:
        return season_days(year, value.name)

    if value.which in ("previous", "following"):
        return _beside(known, days, "days", ahead=value.which == "following")
    if value.which and not known.today:
        return None
    if value.which == "this" and known.today:
        year, now = season_of(known.today)
        return Days(*days(year if now == value.name else known.today.year), "days", "published")
    if value.which and known.today:
        return _nearest(known.today, days, "days", ahead=value.which == "next", skip_now=True)
    return _dated(value.year, known, days, "days")


def _year_part(value: YearPart, known: Known) -> Days | None:
    def days(year: int) -> tuple[date, date]:
        months = 12 // value.of
        last = value.number * months
        return date(year, last - months + 1, 1), month_days(year, last)[1]

    return _dated(value.year, known, days, "days")


def _weekday(value: Weekday, known: Known) -> Days | None:
    if value.which in ("previous", "following"):
        anchor = _anchor(known.told)
        if anchor is None:
            return None
        gap = (value.weekday - anchor.weekday()) % 7 or 7
        return on(
            anchor + timedelta(days=gap if value.which == "following" else gap - (7 if gap < 7 else 14)), "relative"
        )
    today = known.today
    if today is None:
        return None
    gap = (today.weekday() - value.weekday) % 7
    if value.which == "this":
        day = week_days(today)[0] + timedelta(days=value.weekday)
    elif value.which == "next":
        day = week_days(today)[1] + timedelta(days=value.weekday + 1)
    elif known.tense == "future" and value.which is None:
        day = today + timedelta(days=(7 - gap) % 7 or (0 if value.today_too else 7))
    else:
        day = today - timedelta(days=gap or (0 if value.today_too and value.which is None else 7))
    return on(day, "published")


def on(day: date, basis: Basis) -> Days:
    """A single day."""
    return Days(day, day, "day", basis)


DATES: dict[type, Callable[..., Days | None]] = {
    Day: _day, Month: _month, Years: _years, Season: _season, YearPart: _year_part, Weekday: _weekday,
}  # fmt: skip
"""How each date is resolved, given what is known."""
