"""Moments -> days: what the words mean, given the day of writing and the time told before.

Nothing is guessed: what hangs on an unknown day is None, and so are durations and counts that the words leave open.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import ceil

from rashomon.record import When
from rashomon.record.when import Basis, Precision
from rashomon.statements.times.calendar import MONTHS_IN, shift, unit_days
from rashomon.statements.times.dates import DATES, Days, Known, Tense, on
from rashomon.statements.times.words import (
    Away,
    Bound,
    Clock,
    Day,
    DayPart,
    Moment,
    Month,
    Range,
    Shift,
    Stretch,
    TimeWords,
    Unit,
    Weekday,
    Within,
    Years,
)

SATURDAY = 5
_DAY = timedelta(days=1)
_HOURS: dict[Unit, float] = {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}
_PRECISIONS: dict[Unit, Precision] = {
    "second": "day", "minute": "day", "hour": "day", "day": "day", "weekend": "days", "week": "week", "month": "month",
    "quarter": "days", "year": "year", "decade": "year", "century": "year",
}  # fmt: skip


def resolve_time(
    words: TimeWords, *, today: date | None, told: When | None = None, tense: Tense | None = None
) -> When | None:
    """The days that `words` stand for, or None where they tell none or what they hang on is unknown.

    `today` is the day of publication, or of saying for what is inside a saying. `told` is the time told last in the
    report, for "the next day" and, where there is no `today`, for a date without its year. `tense` says which way a
    bare weekday or date lies.
    """
    days = _resolve(words.value, Known(today, told, "future" if words.ahead else tense))
    if days is None:
        return None
    return When(days.earliest, days.latest, days.precision, words.text, days.basis)


def _resolve(value: Moment, known: Known) -> Days | None:
    try:
        return _RESOLVERS[type(value)](value, known) if type(value) in _RESOLVERS else None
    except (OverflowError, ValueError):  # before year 1 or after 9999, or the 29th of a short February
        return None


NEAR_HOURS = 6
"""Only so many hours away that the day can hardly be another."""


def _shift(value: Shift, known: Known) -> Days | None:
    if value.unit in _HOURS and abs(value.count * _HOURS[value.unit]) > NEAR_HOURS:
        return None
    told = _shift_told(value, known.told) if value.told else None
    if told or known.today is None or (value.told and not value.or_today):
        return told
    if value.unit == "weekend" and value.count == 0 and known.tense == "past" and known.today.weekday() < SATURDAY:
        value = replace(value, count=-1)  # told as past in the week after
    if value.near == "over" and not value.whole and value.unit not in ("day", "hour"):
        near, far = shift(known.today, value.count, value.unit), shift(known.today, value.count - 1, value.unit)
        return Days(far + _DAY, near - _DAY, "days", "published")
    day = shift(known.today, value.count, value.unit)
    if value.near == "under" and value.whole and value.part:
        first, last = unit_days(known.today, value.unit)
        return Days(*((first, known.today) if value.part == "start" else (known.today, last)), "days", "published")
    if value.unit == "week" and not value.whole:
        return Days(day - 3 * _DAY, day + 3 * _DAY, "week", "published")
    return _unit(day, value, "published")


def _unit(day: date, value: Shift, basis: Basis) -> Days:
    """The unit of the calendar that `day` lies in, or its beginning, middle or end third."""
    first, last = unit_days(day, value.unit)
    if value.part and first < last:
        third = ((last - first).days + 1) // 3
        low, high = {"start": (first, first + third * _DAY), "middle": (first + third * _DAY, last - third * _DAY),
                     "end": (last - third * _DAY, last)}[value.part]  # fmt: skip
        return Days(low, high, "days", basis)
    return Days(first, last, _PRECISIONS[value.unit], basis)


def _shift_told(value: Shift, told: When | None) -> Days | None:
    """From a told day as far as it is a day; from longer spans only in units as long as they are."""
    if told is None or told.earliest is None or told.latest is None:
        return None
    coarse = (told.latest - told.earliest).days
    if value.count == 0 and value.unit == "day" and coarse <= 6:
        return Days(told.earliest, told.latest, told.precision, "relative")
    if value.unit in ("day", "hour", "minute", "second"):
        low, high = shift(told.earliest, value.count, "day"), shift(told.latest, value.count, "day")
        return Days(low, high, told.precision, "relative") if coarse <= 6 else None
    middle = told.earliest + timedelta(days=coarse // 2)
    day = shift(middle, value.count, value.unit)
    if value.unit == "week" and not value.whole:
        return on(day, "relative") if coarse == 0 else None
    if coarse > {"week": 6, "weekend": 6, "month": 30, "quarter": 91}.get(value.unit, 366 * 100):
        return None
    return _unit(day, value, "relative")


def _stretch(value: Stretch, known: Known) -> Days | None:
    if known.today is None:
        return None
    if value.count is None:
        if value.ahead:
            return Days(known.today, None, "open", "published")
        return Days(None, known.today, "open", "published")
    count, unit = value.count, value.unit
    if unit in _HOURS:
        count, unit = ceil(count * _HOURS[unit] / 24), "day"
    other = shift(known.today, count if value.ahead else -count, unit)
    first, last = sorted((other, known.today))
    precision: Precision = "week" if unit == "week" and count == 1 else "days"
    return Days(first, last, precision if first < last else "day", "published")


def _day_part(value: DayPart, known: Known) -> Days | None:
    return _resolve(value.day, known)


def _clock(value: Clock, known: Known) -> Days | None:
    return _resolve(value.day, known) if value.day else None


def _within(value: Within, known: Known) -> Days | None:
    year = _resolve(value.year.value, known)
    if year is None or year.earliest is None:
        return None
    days = _resolve(replace(value.date, year=year.earliest.year), known)
    return replace(days, basis=year.basis) if days else None


def _away(value: Away, known: Known) -> Days | None:
    anchor = _resolve(value.of.value, known)
    if anchor is None or anchor.earliest is None or anchor.earliest != anchor.latest:
        return None
    day = shift(anchor.earliest, value.count, value.unit)
    if value.unit in MONTHS_IN:
        return Days(*unit_days(day, value.unit), _PRECISIONS[value.unit], anchor.basis)
    return on(day, anchor.basis)


def _bound(value: Bound, known: Known) -> Days | None:
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
                return Days(begin, end, "day" if begin == end else "days", "published")
            return Days(begin, None, "open", days.basis) if begin else None
        case "from":
            return Days(days.earliest, None, "open", days.basis) if days.earliest else None
        case "until" | "by":
            return Days(None, days.latest, "open", days.basis) if days.latest else None
        case "before":
            return Days(None, days.earliest - _DAY, "open", days.basis) if days.earliest else None


def _range(value: Range, known: Known) -> Days | None:
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
    return Days(low, end.latest, precision if low < end.latest else "day", basis)


_RESOLVERS: dict[type, Callable[..., Days | None]] = {
    **DATES, Shift: _shift, Stretch: _stretch, DayPart: _day_part, Clock: _clock, Within: _within, Away: _away,
    Bound: _bound, Range: _range,
}  # fmt: skip
