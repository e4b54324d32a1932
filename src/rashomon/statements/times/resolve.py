"""Moments -> days: what the words mean, given the day of writing and the time told before.

Nothing is guessed: what hangs on an unknown day is None, and so are durations and counts that the words leave open.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil
from typing import Literal

from rashomon.record import When
from rashomon.record.when import Basis, Precision
from rashomon.statements.times.calendar import (
    MONTHS_IN,
    month_days,
    season_days,
    season_of,
    shift,
    unit_days,
    week_days,
    year_days,
)  # fmt: skip
from rashomon.statements.times.words import (
    Away,
    Bound,
    Clock,
    Day,
    DayPart,
    Moment,
    Month,
    Quarter,
    Range,
    Season,
    Shift,
    Stretch,
    TimeWords,
    Unit,
    Weekday,
    Years,
)  # fmt: skip

Tense = Literal["past", "future"]
NEARER = 5
"""A date without its year lies on the side that the tense says, unless the like date on the other side is so many times
nearer: an anniversary some days ahead is not the one of a year ago, whatever the tense of the verb."""
_DAY = timedelta(days=1)
_HOURS: dict[Unit, float] = {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}
_PRECISIONS: dict[Unit, Precision] = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "weekend": "days", "week": "week", "month": "month",
    "quarter": "days", "year": "year", "decade": "year", "century": "year",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Known:
    today: date | None
    told: When | None
    tense: Tense | None
    strict: bool = False


@dataclass(frozen=True, slots=True)
class _Days:
    earliest: date | None
    latest: date | None
    precision: Precision
    basis: Basis


def resolve_time(
    words: TimeWords, *, today: date | None, told: When | None = None, tense: Tense | None = None
) -> When | None:
    """The days that `words` stand for, or None where they tell none or what they hang on is unknown.

    `today` is the day of publication, or of saying for what is inside a saying. `told` is the time told last in the
    report, for "the next day" and, where there is no `today`, for a date without its year. `tense` says which way a
    bare weekday or date lies.
    """
    days = _resolve(words.value, _Known(today, told, "future" if words.ahead else tense))
    if days is None:
        return None
    return When(days.earliest, days.latest, days.precision, words.text, days.basis)


def _resolve(value: Moment, known: _Known) -> _Days | None:
    try:
        return _RESOLVERS[type(value)](value, known) if type(value) in _RESOLVERS else None
    except (OverflowError, ValueError):  # before year 1 or after 9999, or the 29th of a short February
        return None


def _day(value: Day, known: _Known) -> _Days | None:
    return _dated(value.year, known, lambda year: _same(date(year, value.month, value.day)), "day")


def _same(day: date) -> tuple[date, date]:
    return day, day


def _month(value: Month, known: _Known) -> _Days | None:
    def days(year: int) -> tuple[date, date]:
        return month_days(year, value.month, value.part)

    precision: Precision = "days" if value.part else "month"
    if value.which in ("previous", "following"):
        return _beside(known, days, precision, ahead=value.which == "following")
    if value.which in ("last", "next") and known.today:
        return _nearest(known.today, days, precision, ahead=value.which == "next", skip_now=True)
    if value.which == "this" and known.today:
        return _Days(*days(known.today.year), precision, "published")
    if value.which:
        return None
    return _dated(value.year, known, days, precision)


def _dated(
    year: int | None, known: _Known, days: Callable[[int], tuple[date, date]], precision: Precision
) -> _Days | None:
    """What lacks its year takes the nearest one on the side of the tense; without today, the one nearest to `told`."""
    if year is not None:
        return _Days(*days(year), precision, "stated")
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
    return _Days(*best, precision, "published" if known.today else "relative")


def _distance(days: tuple[date, date], anchor: date) -> int:
    return max((days[0] - anchor).days, (anchor - days[1]).days, 0)


def _anchor(told: When | None) -> date | None:
    return (told.earliest or told.latest) if told else None


def _nearest(
    today: date, days: Callable[[int], tuple[date, date]], precision: Precision, *, ahead: bool, skip_now: bool
) -> _Days | None:
    """The last such days before today, or the next after it."""
    span = [days(year) for year in range(today.year - 1, today.year + 2)]
    if ahead:
        return next((_Days(*d, precision, "published") for d in span if d[0] > today), None)
    return next(
        (_Days(*d, precision, "published") for d in reversed(span) if (d[1] if skip_now else d[0]) < today), None
    )


def _beside(
    known: _Known, days: Callable[[int], tuple[date, date]], precision: Precision, *, ahead: bool
) -> _Days | None:
    anchor = _anchor(known.told)
    found = _nearest(anchor, days, precision, ahead=ahead, skip_now=True) if anchor else None
    return replace(found, basis="relative") if found else None


def _years(value: Years, known: _Known) -> _Days:
    return _Days(*year_days(value.first, value.last, value.part), "days" if value.part else "year", "stated")


def _season(value: Season, known: _Known) -> _Days | None:
    def days(year: int) -> tuple[date, date]:
        return season_days(year, value.name)

    if value.which in ("previous", "following"):
        return _beside(known, days, "days", ahead=value.which == "following")
    if value.which and not known.today:
        return None
    if value.which == "this" and known.today:
        year, now = season_of(known.today)
        return _Days(*days(year if now == value.name else known.today.year), "days", "published")
    if value.which and known.today:
        return _nearest(known.today, days, "days", ahead=value.which == "next", skip_now=True)
    return _dated(value.year, known, days, "days")


def _quarter(value: Quarter, known: _Known) -> _Days | None:
    def days(year: int) -> tuple[date, date]:
        return unit_days(date(year, value.quarter * 3, 1), "quarter")

    return _dated(value.year, known, days, "days")


def _weekday(value: Weekday, known: _Known) -> _Days | None:
    if value.which in ("previous", "following"):
        anchor = _anchor(known.told)
        if anchor is None:
            return None
        gap = (value.weekday - anchor.weekday()) % 7 or 7
        return _on(
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
    return _on(day, "published")


def _on(day: date, basis: Basis) -> _Days:
    return _Days(day, day, "day", basis)


def _shift(value: Shift, known: _Known) -> _Days | None:
    if value.told:
        return _shift_told(value, known.told)
    if known.today is None:
        return None
    if value.near == "over" and not value.whole and value.unit not in ("day", "hour"):
        near, far = shift(known.today, value.count, value.unit), shift(known.today, value.count - 1, value.unit)
        return _Days(far + _DAY, near - _DAY, "days", "published")
    day = shift(known.today, value.count, value.unit)
    if value.near == "under" and value.whole and value.part:
        first, last = unit_days(known.today, value.unit)
        return _Days(*((first, known.today) if value.part == "start" else (known.today, last)), "days", "published")
    if value.unit == "week" and not value.whole:
        return _Days(day - 3 * _DAY, day + 3 * _DAY, "week", "published")
    return _unit(day, value, "published")


def _unit(day: date, value: Shift, basis: Basis) -> _Days:
    """The unit of the calendar that `day` lies in, or its beginning, middle or end third."""
    first, last = unit_days(day, value.unit)
    if value.part and first < last:
        third = ((last - first).days + 1) // 3
        low, high = {"start": (first, first + third * _DAY), "middle": (first + third * _DAY, last - third * _DAY),
                     "end": (last - third * _DAY, last)}[value.part]  # fmt: skip
        return _Days(low, high, "days", basis)
    return _Days(first, last, _PRECISIONS[value.unit], basis)


def _shift_told(value: Shift, told: When | None) -> _Days | None:
    """From a told day as far as it is a day; from longer spans only in units as long as they are."""
    if told is None or told.earliest is None or told.latest is None:
        return None
    coarse = (told.latest - told.earliest).days
    if value.count == 0 and value.unit == "day" and coarse <= 6:
        return _Days(told.earliest, told.latest, told.precision, "relative")
    if value.unit in ("day", "hour", "minute", "second"):
        low, high = shift(told.earliest, value.count, "day"), shift(told.latest, value.count, "day")
        return _Days(low, high, told.precision, "relative") if coarse <= 6 else None
    middle = told.earliest + timedelta(days=coarse // 2)
    day = shift(middle, value.count, value.unit)
    if value.unit == "week" and not value.whole:
        return _on(day, "relative") if coarse == 0 else None
    if coarse > {"week": 6, "weekend": 6, "month": 30, "quarter": 91}.get(value.unit, 366 * 100):
        return None
    return _unit(day, value, "relative")


def _stretch(value: Stretch, known: _Known) -> _Days | None:
    if known.today is None:
        return None
    if value.count is None:
        if value.ahead:
            return _Days(known.today, None, "open", "published")
        return _Days(None, known.today, "open", "published")
    count, unit = value.count, value.unit
    if unit in _HOURS:
        count, unit = ceil(count * _HOURS[unit] / 24), "day"
    other = shift(known.today, count if value.ahead else -count, unit)
    first, last = sorted((other, known.today))
    precision: Precision = "week" if unit == "week" and count == 1 else "days"
    return _Days(first, last, precision if first < last else "day", "published")


def _day_part(value: DayPart, known: _Known) -> _Days | None:
    return _resolve(value.day, known)


def _clock(value: Clock, known: _Known) -> _Days | None:
    return _resolve(value.day, known) if value.day else None


def _away(value: Away, known: _Known) -> _Days | None:
    anchor = _resolve(value.of.value, known)
    if anchor is None or anchor.earliest is None or anchor.earliest != anchor.latest:
        return None
    day = shift(anchor.earliest, value.count, value.unit)
    if value.unit in MONTHS_IN:
        return _Days(*unit_days(day, value.unit), _PRECISIONS[value.unit], anchor.basis)
    return _on(day, anchor.basis)


def _bound(value: Bound, known: _Known) -> _Days | None:
    if value.side == "since":
        known = replace(known, tense="past", strict=True)
    elif value.side in ("from", "until", "by") and not isinstance(value.of.value, Weekday):
        known = replace(known, tense=None)
    days = _resolve(value.of.value, known)
    if days is None:
        return None
    match value.side:
        case "since" | "after":
            begin = days.earliest
            end = known.today if value.side == "since" or known.tense == "past" else None
            if begin and end and begin <= end:
                return _Days(begin, end, "day" if begin == end else "days", "published")
            return _Days(begin, None, "open", days.basis) if begin else None
        case "from":
            return _Days(days.earliest, None, "open", days.basis) if days.earliest else None
        case "until" | "by":
            return _Days(None, days.latest, "open", days.basis) if days.latest else None
        case "before":
            return _Days(None, days.earliest - _DAY, "open", days.basis) if days.earliest else None


def _range(value: Range, known: _Known) -> _Days | None:
    """The years that one end leaves out are those of the other."""
    first, last = value.first.value, value.last.value
    if isinstance(first, Day | Month) and isinstance(last, Day | Month | Years) and first.year is None:
        end_year = last.first if isinstance(last, Years) else last.year
        if end_year is not None:
            before = isinstance(last, Day | Month) and first.month > last.month
            first = replace(first, year=end_year - 1 if before else end_year)
    end = _resolve(last, known)
    begin = _resolve(first, known)
    if begin is None or end is None or begin.earliest is None or end.latest is None:
        return None
    low = begin.earliest
    if low > end.latest and isinstance(first, Weekday):
        low -= timedelta(days=7)
    if low > end.latest:
        return None
    precision = begin.precision if begin.precision == end.precision and begin.precision in ("month", "year") else "days"
    basis: Basis = max(begin.basis, end.basis, key=("stated", "relative", "published").index)
    return _Days(low, end.latest, precision if low < end.latest else "day", basis)


_RESOLVERS: dict[type, Callable[..., _Days | None]] = {
    Day: _day, Month: _month, Years: _years, Season: _season, Quarter: _quarter, Weekday: _weekday, Shift: _shift,
    Stretch: _stretch, DayPart: _day_part, Clock: _clock, Away: _away, Bound: _bound, Range: _range,
}  # fmt: skip
