"""Days counted and cut as calendars do: an interval is a pair of days, both included.

Weeks begin on Monday (ISO 8601).
"""

from calendar import monthrange
from datetime import date, timedelta

from rashomon.statements.times.words import Part, SeasonName, Unit

Interval = tuple[date, date]

SEASONS: dict[SeasonName, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""The month that a season begins in: whole months, as weather services of the northern half count them."""


def month_days(year: int, month: int, part: Part | None = None) -> Interval:
    """A month, or its days 1 to 10, 11 to 20, 21 to the last."""
    last = monthrange(year, month)[1]
    first_day, last_day = {None: (1, last), "start": (1, 10), "middle": (11, 20), "end": (21, last)}[part]
    return date(year, month, first_day), date(year, month, last_day)


def year_days(first: int, last: int, part: Part | None = None) -> Interval:
    """Whole years, or the first, second or third four months of a single one."""
    first_month, last_month = {None: (1, 12), "start": (1, 4), "middle": (5, 8), "end": (9, 12)}[part]
    return date(first, first_month, 1), month_days(last, last_month)[1]


def season_days(year: int, name: SeasonName) -> Interval:
    """Three months; the winter of a year begins in its December."""
    begin = SEASONS[name]
    return date(year, begin, 1), month_days(*add_months(year, begin, 2))[1]


def season_of(day: date) -> tuple[int, SeasonName]:
    """The season that a day lies in, and the year in which that season began."""
    if day.month < SEASONS["spring"]:
        return day.year - 1, "winter"
    return day.year, max((n for n in SEASONS if SEASONS[n] <= day.month), key=SEASONS.__getitem__)


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Year and month, so many months on."""
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def shift_months(day: date, count: int) -> date:
    """The same day of another month, or its last day where that month is shorter."""
    year, month = add_months(day.year, day.month, count)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def week_days(day: date) -> Interval:
    """The week, Monday to Sunday, that a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


MONTHS_IN: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_IN: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7}


def shift(day: date, count: float, unit: Unit) -> date:
    """A day so many units on; hours and less do not leave the day. Halves of months are fifteen days."""
    if unit in DAYS_IN:
        return day + timedelta(days=round(count * DAYS_IN[unit]))
    if unit in MONTHS_IN:
        months = count * MONTHS_IN[unit]
        whole = int(months)
        return shift_months(day, whole) + timedelta(days=round((months - whole) * 30))
    return day


def unit_days(day: date, unit: Unit) -> Interval:
    """The week, month, year ... of the calendar that a day lies in; the day itself for a day and less."""
    if unit == "week":
        return week_days(day)
    if unit == "weekend":
        return week_days(day)[0] + timedelta(days=5), week_days(day)[1]
    if unit == "month":
        return month_days(day.year, day.month)
    if unit == "quarter":
        begin = (day.month - 1) // 3 * 3 + 1
        return date(day.year, begin, 1), month_days(day.year, begin + 2)[1]
    if unit in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[unit]
        first = day.year // size * size
        return year_days(max(first, 1), first + size - 1)
    return day, day
