"""What words that count units mean: last week, two days ago, the past month, for years, every other day.

Each function takes the match of one of the patterns and makes its moment, or declines what only looks like a time.
"""

import re
from re import Match

from rashomon.statements.numbers import value_of
from rashomon.statements.times.readings import DAY_NAMES, SEASON_NAMES, part_of
from rashomon.statements.times.words import Duration, Moment, Nearness, Reference, Repeated, Shift, Stretch, Unit

UNITS: dict[str, tuple[int, Unit]] = {
    "second": (1, "second"), "minute": (1, "minute"), "hour": (1, "hour"), "day": (1, "day"), "night": (1, "day"),
    "weekend": (1, "weekend"), "week": (1, "week"), "fortnight": (2, "week"), "month": (1, "month"),
    "quarter": (1, "quarter"), "year": (1, "year"), "decade": (1, "decade"), "century": (1, "century"),
    "centurie": (1, "century"),
}  # fmt: skip


def calendar_unit(match: Match[str]) -> Moment | None:
    """Last week, this year, the following day: one unit of the calendar."""
    which = " ".join(match["which"].lower().split())
    unit = match["unit"].lower()
    if unit in ("second", "minute"):
        return None
    size, name = UNITS[unit]
    told = which.startswith("the ")
    which = which.removeprefix("the ")
    if told and which in ("past", "last", "coming"):
        return Stretch(size, name, ahead=which == "coming")
    count = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "same": 0, "very same": 0, "that": 0,
             "next": 1, "coming": 1, "following": 1}[which]  # fmt: skip
    if unit == "hour":
        return Shift(0, "day", told)
    told = told or which in ("that", "same", "following", "previous")
    return Shift(count * size, name, told, part=part_of(match["part"]))


def the_unit(match: Match[str]) -> Moment:
    """The end of the year, over the weekend: the one told of, or the present one."""
    name = UNITS[match["unit"].lower()][1]
    if name == "weekend":
        return Shift(0, name)
    return Shift(0, name, told=True, part=part_of(match["part"]), or_today=True)


def unit_part(match: Match[str]) -> Moment:
    """Earlier this month, later this year: the part up to, or from, the day of writing."""
    size, name = UNITS[match["unit"].lower()]
    word, which = match["part"].lower(), match["which"].lower()
    if which.endswith("the"):
        return Shift(0, name, told=True, part=part_of(word), or_today=True)
    if which in ("last", "next"):
        return Shift(-size if which == "last" else size, name, part=part_of(word))
    if name == "day":
        return Shift(0, name, part=part_of(word))
    return Shift(0, name, part="start" if word.startswith("earl") else "end", near="under")


def counted(match: Match[str]) -> Moment | None:
    """How long, how long ago, how much later; an age is how long too. A second or a quarter alone is mostly an ordinal
    or a share."""
    groups = match.groupdict()
    count, unit = _count(match)
    if groups.get("ago"):
        return _away(match, count, unit, -1, told=False)
    if way := groups.get("way"):
        back = way.lower() in ("earlier", "before", "previously")
        return _away(match, count, unit, -1 if back else 1, told=True)
    if groups.get("hence") or groups.get("hence2"):
        return _away(match, count, unit, 1, told=False)
    if groups.get("rate"):
        return Repeated(1, UNITS[match["rated"].lower()][1])
    single = re.match(r"an?$|one$|another$", groups.get("count") or "", re.IGNORECASE)
    if unit == "quarter" or (unit == "second" and single):
        return None
    return Duration(count, unit)


def _away(match: Match[str], count: float | None, unit: Unit, way: int, *, told: bool) -> Moment:
    if count is None and unit in ("hour", "minute") and not told:
        return Shift(0, "day")
    if count is None:
        return Reference("past" if way < 0 else "future")
    return Shift(way * count, unit, told=told, whole=False, near=_nearness(match))


def _count(match: Match[str]) -> tuple[int | float | None, Unit]:
    """How many units; None where the words leave it open. A couple is two, and a unit alone (year-long) is one."""
    groups = match.groupdict()
    size, unit = UNITS[groups["unit"].lower()]
    count, vague = groups.get("count"), groups.get("vague")
    if vague:
        return (2 * size if "couple" in vague.lower() else None), unit
    if not count:
        plural = match.string[match.end("unit") : match.end("unit") + 1].lower() == "s"
        return (None if plural else size), unit
    number: int | float = 1
    if re.match(r"half", count, re.IGNORECASE):
        number = 0.5
    elif not re.match(r"an?$|another$", count, re.IGNORECASE):
        number = value_of(count[: len(count) - len(groups.get("plus") or "")])
    return (number + (0.5 if groups.get("half") or groups.get("plus") else 0)) * size, unit


def _nearness(match: Match[str]) -> Nearness:
    word = (match.groupdict().get("near") or "").lower()
    if re.search(r"over|more", word):
        return "over"
    if re.search(r"under|less|fewer|nearly|almost", word):
        return "under"
    return "about" if re.search(r"about|around|roughly|approx|some", word) else "exact"


def stretch(match: Match[str]) -> Moment | None:
    """The past three days, the next few months."""
    count, unit = _count(match)
    return Stretch(count, unit, ahead=match["which"].lower() in ("next", "coming"))


def recent(match: Match[str]) -> Moment:
    """Recent weeks, the coming days."""
    return Stretch(None, UNITS[match["unit"].lower()][1], ahead=match["which"].lower() == "coming")


_ADVERBS: dict[str, tuple[float, Unit]] = {
    "hourly": (1, "hour"), "daily": (1, "day"), "nightly": (1, "day"), "weekly": (1, "week"), "biweekly": (2, "week"),
    "monthly": (1, "month"), "bimonthly": (2, "month"), "quarterly": (1, "quarter"), "yearly": (1, "year"),
    "annually": (1, "year"), "annual": (1, "year"), "semiannual": (6, "month"), "biannual": (6, "month"),
    "biennial": (2, "year"),
}  # fmt: skip
_TIMES = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "other": 2}


def repeated(match: Match[str]) -> Moment:
    """Every morning, daily, every Monday, each winter, twice a week."""
    groups = match.groupdict()
    if groups.get("weekday"):
        return Repeated(1, "week", DAY_NAMES.index(groups["weekday"].lower()))
    if word := groups.get("adverb"):
        return Repeated(*_ADVERBS[word.lower()])
    if groups.get("daypart"):
        return Repeated(1, "day")
    if name := groups.get("season"):
        return Repeated(1, "year", season=SEASON_NAMES[name.lower()])
    size, unit = UNITS[groups["unit"].lower()]
    return Repeated(size * _TIMES.get((groups["count"] or "").lower(), 1), unit)


def weekly(match: Match[str]) -> Moment:
    """Mondays."""
    return Repeated(1, "week", DAY_NAMES.index(match["plural"].lower()))
