"""TIMEX3 type and value of the words for a time, after TimeML's guidelines (ISO 8601 with its additions)."""

from datetime import date
from typing import Literal

from rashomon.record import When
from rashomon.statements.times.calendar import season_of, shift, unit_days
from rashomon.statements.times.dates import Tense
from rashomon.statements.times.resolve import resolve_time
from rashomon.statements.times.words import (
    Away,
    Bound,
    Clock,
    Day,
    DayPart,
    Duration,
    Moment,
    Month,
    Range,
    Reference,
    Repeated,
    Season,
    SeasonName,
    Shift,
    Stretch,
    TimeWords,
    Unit,
    Weekday,
    Within,
    YearPart,
    Years,
)  # fmt: skip

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]

QUARTERS = 4
_LETTERS: dict[Unit, str] = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "weekend": "WE", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip
_HALVES: dict[Unit, tuple[int, Unit]] = {
    "hour": (30, "minute"), "day": (12, "hour"), "year": (6, "month"), "decade": (5, "year"), "century": (50, "year"),
}  # fmt: skip
_SEASONS: dict[SeasonName, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}


def timex(
    words: TimeWords, today: date | None, *, told: When | None = None, tense: Tense | None = None
) -> tuple[TimexType, str]:
    """Type and value, unknown digits written X. Joined words ("since March 23") give those of the time inside."""
    value = words.value
    when = resolve_time(words, today=today, told=told, tense=tense)
    match value:
        case Bound():
            return timex(value.of, today, told=told, tense=tense)
        case Range():
            return timex(value.first, today, told=told, tense=tense)
        case Stretch(count=None, ahead=ahead) if words.text.lower().split()[0] in ("recent", "coming"):
            return "DATE", "FUTURE_REF" if ahead else "PAST_REF"
        case Duration() | Stretch():
            return "DURATION", _period(value.count, value.unit)
        case Repeated(weekday=int(weekday)):
            return "SET", f"XXXX-WXX-{weekday + 1}"
        case Repeated(season=str(name)):
            return "SET", f"XXXX-{_SEASONS[name]}"
        case Repeated():
            return "SET", _period(value.count, value.unit)
        case Reference():
            return "DATE", {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}[value.to]
        case Clock():
            return "TIME", f"{_day(when or (told if _is_day(told) else None), today)}T{value.clock}"
        case DayPart():
            return "TIME", f"{_day(when)}T{value.part}"
        case Shift(unit="hour" | "minute" | "second", whole=False):
            return "TIME", f"{_day(when)}TXX:XX"
        case Within(date=inside):
            value = inside
    return "DATE", _date(value, when, today, told)


def leaves(words: TimeWords) -> tuple[TimeWords, ...]:
    """The times inside joined words, or the words themselves: TIMEX3 leaves prepositions out."""
    match words.value:
        case Bound(of=of):
            return leaves(of)
        case Away(far=far, of=of):
            return (far, *leaves(of))
        case Range(first=first, last=last):
            return leaves(first) + leaves(last)
    return (words,)


def _period(count: float | None, unit: Unit) -> str:
    if unit == "quarter" and count is not None:
        count, unit = count * 3, "month"
    if count == 0.5 and unit in _HALVES:
        count, unit = _HALVES[unit]
    number = "X" if count is None else f"{count:g}"
    return f"P{'T' if unit in ('second', 'minute', 'hour') else ''}{number}{_LETTERS[unit]}"


def _day(when: When | None, otherwise: date | None = None) -> str:
    day = (when.earliest if when else None) or otherwise
    return day.isoformat() if day else "XXXX-XX-XX"


def _is_day(when: When | None) -> bool:
    return when is not None and when.earliest is not None and when.earliest == when.latest


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def _date(value: Moment, when: When | None, today: date | None, told: When | None) -> str:
    begin = when.earliest if when else None
    match value:
        case Day() | Weekday():
            if begin:
                return begin.isoformat()
            return (
                f"XXXX-{value.month:02d}-{value.day:02d}" if isinstance(value, Day) else f"XXXX-WXX-{value.weekday + 1}"
            )
        case Month():
            return f"{begin.year if begin else 'XXXX'}-{value.month:02d}"
        case Years(first=first, last=last):
            return str(first // {0: 1, 99: 100}.get(last - first, 10))
        case Season():
            return f"{season_of(begin)[0] if begin else 'XXXX'}-{_SEASONS[value.name]}"
        case YearPart():
            return f"{begin.year if begin else 'XXXX'}-{'Q' if value.of == QUARTERS else 'H'}{value.number}"
        case Shift():
            return _shifted(value, begin, today, told)
    return "XXXX-XX-XX"


def _shifted(value: Shift, begin: date | None, today: date | None, told: When | None) -> str:
    """As exact as the unit: two weeks ago is a week, two months ago a month. A year before a month or a quarter
    that was told is again a month or a quarter."""
    back = value.told and not value.whole and value.unit == "year" and value.count < 0
    if back and told and told.earliest and told.latest:
        like = shift(told.earliest, value.count, "year")
        if told.precision == "month":
            return f"{like.year}-{like.month:02d}"
        if unit_days(told.earliest, "quarter") == (told.earliest, told.latest):
            return f"{like.year}-Q{(like.month - 1) // 3 + 1}"
    if begin is None:
        return {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}.get(
            value.unit, "XXXX-XX-XX"
        )
    if not value.told and not value.whole and today is not None:
        begin = shift(today, value.count, value.unit)
    match value.unit:
        case "week":
            return _week(begin)
        case "weekend":
            return _week(begin) + "-WE"
        case "month":
            return f"{begin.year}-{begin.month:02d}"
        case "quarter":
            return f"{begin.year}-Q{(begin.month - 1) // 3 + 1}"
        case "year":
            return str(begin.year)
        case "decade":
            return str(begin.year // 10)
        case "century":
            return str(begin.year // 100)
    return begin.isoformat()
