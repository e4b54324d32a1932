"""What a matched wording of a time means: each function takes the match of one of the patterns and makes its moment.

A function may decline a match (None) that only looks like a time.
"""

import re
from re import Match

from rashomon.statements.numbers import value_of
from rashomon.statements.times.words import (
    Clock,
    Day,
    DayPartName,
    Duration,
    Moment,
    Month,
    Part,
    Quarter,
    Reference,
    Repeated,
    Season,
    SeasonName,
    Shift,
    Stretch,
    Unit,
    Weekday,
    Which,
    Years,
)

MONTH_NAMES = "january february march april may june july august september october november december".split()
SHORT_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)} | {
    short: next(n for n, name in enumerate(MONTH_NAMES, start=1) if name.startswith(short)) for short in SHORT_MONTHS
}
DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

UNITS: dict[str, tuple[int, Unit]] = {
    "second": (1, "second"), "minute": (1, "minute"), "hour": (1, "hour"), "day": (1, "day"), "night": (1, "day"),
    "weekend": (1, "weekend"), "week": (1, "week"), "fortnight": (2, "week"), "month": (1, "month"),
    "quarter": (1, "quarter"), "year": (1, "year"), "decade": (1, "decade"), "century": (1, "century"),
    "centurie": (1, "century"),
}  # fmt: skip


def month_of(match: Match[str]) -> int:
    """The number of the matched month."""
    return MONTH_NUMBERS[match["month"].lower().rstrip(".")]


def part_of(word: str | None) -> Part | None:
    """Start, middle or end, from the words for it."""
    if not word:
        return None
    if re.search(r"early|beginning|start|first", word, re.IGNORECASE):
        return "start"
    return "middle" if re.search(r"mid", word, re.IGNORECASE) else "end"


def which_of(word: str | None) -> Which | None:
    """Last, this or next, or the one before or after what was told."""
    words = (word or "").lower().split()
    if not words:
        return None
    return {
        "last": "last", "past": "last", "this": "this", "next": "next", "coming": "next", "upcoming": "next",
        "previous": "previous", "preceding": "previous", "following": "following",
    }.get(words[-1])  # type: ignore[return-value]  # fmt: skip


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def calendar_day(match: Match[str]) -> Moment | None:
    """March 25, 30 April 2009; None where the month has no such day."""
    month, day = month_of(match), _number(match["day"])
    year = int(match["year"]) if match["year"] else None
    return Day(month, day, year) if day <= _longest(month) else None


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def numeric_day(match: Match[str]) -> Moment | None:
    """Day and month in figures, only where no other reading is possible; with dots the day always comes first."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    readings = {(one, two)} if match["dot"] == "." else {(one, two), (two, one)}
    fits = [(d, m) for d, m in readings if 1 <= m <= 12 and 1 <= d <= _longest(m)]
    return Day(fits[0][1], fits[0][0], year) if len(fits) == 1 else None


def iso_day(match: Match[str]) -> Moment | None:
    """2008-03-25."""
    month, day = int(match["m"]), int(match["d"])
    return Day(month, day, int(match["year"])) if 1 <= month <= 12 and 1 <= day <= _longest(month) else None


def month(match: Match[str]) -> Moment:
    """March 2011, late June, last August."""
    groups = match.groupdict()
    year = groups.get("year")
    return Month(
        month_of(match), int(year) if year else None, part_of(groups.get("part")), which_of(groups.get("which"))
    )


def years(match: Match[str]) -> Moment:
    """In 2003, early 2003, the year 2003."""
    year = int(match["year"])
    return Years(year, year, part_of(match.groupdict().get("part")))


def year_range(match: Match[str]) -> Moment | None:
    """1980-88, 2003-2008; None where the second is no later."""
    first, tail = int(match["year"]), match["tail"]
    last = int(str(first)[: 4 - len(tail)] + tail)
    return Years(first, last) if first < last <= first + 100 else None


_CENTURY_WORDS = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def century(match: Match[str]) -> Moment:
    """The 20th century, counted as people do: from 1900."""
    word = match["century"].lower()
    first = ((_CENTURY_WORDS.get(word) or _number(word)) - 1) * 100
    return Years(first, first + 99)


_FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}


def feast(match: Match[str]) -> Moment:
    """The feasts that have one day in every country's calendar."""
    name = " ".join(match["feast"].lower().replace("’", "'").split())
    year = match["year"]
    return Day(*_FEASTS[name], int(year) if year else None)


_DECADE_WORDS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
                 "eighties": 80, "nineties": 90}  # fmt: skip


def decades(match: Match[str]) -> Moment:
    """The 1990s, the 1960s and 70s, the nineties."""

    def first(text: str) -> int:
        if text.lower() in _DECADE_WORDS:
            return 1900 + _DECADE_WORDS[text.lower()]
        digits = _number(text)
        return digits if digits > 100 else 1900 + digits

    begin, second = first(match["decade"]), match["second"]
    end = max(first(second), begin) if second else begin
    return Years(begin, end + 9)


SEASON_NAMES: dict[str, SeasonName] = {
    "spring": "spring", "summer": "summer", "autumn": "autumn", "fall": "autumn", "winter": "winter",
}  # fmt: skip


def season(match: Match[str]) -> Moment:
    """The spring of 1997, this winter."""
    groups = match.groupdict()
    word = groups["season"].lower()
    name = SEASON_NAMES[word]
    return Season(name, int(groups["year"]) if groups.get("year") else None, which_of(groups.get("which")))


def weekday(match: Match[str]) -> Moment:
    """Wednesday, last Friday, the following Monday."""
    return Weekday(DAY_NAMES.index(match["weekday"].lower()), which_of(match["which"]))


_DEICTIC: dict[str, int] = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0,
                            "tomorrow": 1, "day after tomorrow": 2}  # fmt: skip


def deictic(match: Match[str]) -> Moment:
    """Yesterday, earlier today, tomorrow."""
    word = " ".join(match["word"].lower().split())
    return Shift(_DEICTIC[word.removeprefix("the ")], "day")


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


def unit_part(match: Match[str]) -> Moment:
    """Earlier this month, later this year: the part up to, or from, the day of writing."""
    size, name = UNITS[match["unit"].lower()]
    word = match["part"].lower()
    if name == "day" or match["which"].lower() == "last":
        return Shift(0 if match["which"].lower() == "this" else -size, name, part=part_of(word))
    return Shift(0, name, part="start" if word.startswith("earl") else "end", near="under")


def _count(match: Match[str]) -> tuple[int | float | None, Unit]:
    """How many units; None where the words leave it open. A couple is two."""
    groups = match.groupdict()
    size, unit = UNITS[groups["unit"].lower()]
    count, vague = groups.get("count"), groups.get("vague")
    if vague:
        return (2 * size if "couple" in vague.lower() else None), unit
    if not count:
        return None, unit
    number: int | float = 1
    if re.match(r"half\s+an?$", count, re.IGNORECASE):
        number = 0.5
    elif not re.match(r"an?$", count, re.IGNORECASE):
        number = value_of(count)
    half = groups.get("half")
    return (number + (0.5 if half else 0)) * size, unit


def _nearness(match: Match[str]) -> str:
    word = (match.groupdict().get("near") or "").lower()
    if re.search(r"over|more", word):
        return "over"
    if re.search(r"under|less|fewer|nearly|almost", word):
        return "under"
    return "about" if re.search(r"about|around|roughly|approx|some", word) else "exact"


def ago(match: Match[str]) -> Moment | None:
    """Two weeks ago; some hours ago is today. Only so many hours that the day can hardly be another."""
    count, unit = _count(match)
    if unit in ("hour", "minute", "second"):
        return Shift(0, "day") if (count or 1) <= 6 else None
    if count is None:
        return Reference("past")
    return Shift(-count, unit, whole=False, near=_nearness(match))  # type: ignore[arg-type]


def later(match: Match[str]) -> Moment | None:
    """Two days later, a year before: counted from the time told before."""
    count, unit = _count(match)
    if count is None:
        return None
    back = match["way"].lower() in ("earlier", "before", "previously")
    if unit in ("hour", "minute", "second"):
        return Shift(0, "day", told=True) if count <= 6 else None
    return Shift(-count if back else count, unit, told=True, whole=False)


def ahead(match: Match[str]) -> Moment | None:
    """Two weeks from now, in two weeks' time."""
    count, unit = _count(match)
    return Shift(count, unit, whole=False) if count is not None else None


def stretch(match: Match[str]) -> Moment | None:
    """The past three days, the next few months."""
    count, unit = _count(match)
    return Stretch(count, unit, ahead=match["which"].lower() in ("next", "coming"))


def recent(match: Match[str]) -> Moment:
    """Recent weeks, the coming days."""
    return Stretch(None, UNITS[match["unit"].lower()][1], ahead=match["which"].lower() == "coming")


_AGE = re.compile(r"[\s-]+olds?\b|\s+of\s+age\b", re.IGNORECASE)


def duration(match: Match[str]) -> Moment | None:
    """How long; an age is no time, and a second or a quarter is mostly an ordinal or a share."""
    count, unit = _count(match)
    single = re.match(r"an?$|one$", match["count"] or "", re.IGNORECASE)
    if unit == "quarter" or (unit == "second" and single) or _AGE.match(match.string, match.end()):
        return None
    return Duration(count, unit)


def repeated(match: Match[str]) -> Moment:
    """Every morning, daily, every Monday, twice a week."""
    groups = match.groupdict()
    if groups.get("weekday"):
        return Repeated(1, "week", DAY_NAMES.index(groups["weekday"].lower()))
    if word := groups.get("adverb"):
        named: dict[str, Unit] = {"hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week",
                                  "monthly": "month", "quarterly": "quarter", "yearly": "year", "annually": "year",
                                  "annual": "year"}  # fmt: skip
        return Repeated(1, named[word.lower()])
    if groups.get("daypart"):
        return Repeated(1, "day")
    size, unit = UNITS[groups["unit"].lower()]
    number = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "other": 2}.get((groups["count"] or "").lower(), 1)
    return Repeated(size * number, unit)


PARTS: dict[str, DayPartName] = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI",
                                 "dawn": "MO", "dusk": "EV", "midday": "MI", "midnight": "NI"}  # fmt: skip


def day_part(match: Match[str]) -> Moment:
    """A part of some day; `find` puts the day in where it stands beside."""
    return Clock(PARTS[match["daypart"].lower()])


def clock(match: Match[str]) -> Moment | None:
    """10:30 a.m., 1850 GMT; None where no clock shows it."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(f"{hour:02d}:{minute:02d}")


def quarter(match: Match[str]) -> Moment:
    """The third quarter of 2012."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["which"].lower()]
    return Quarter(number, int(match["year"]) if match["year"] else None)


def reference(match: Match[str]) -> Moment:
    """Now, recently, the future."""
    word = match.group().lower()
    if re.match(r"now|current|at present|at the moment|at this|nowadays|presently|the present", word):
        return Reference("present")
    return Reference(
        "future" if re.match(r"soon|the (?:near |coming )?future|in the (?:near )?future", word) else "past"
    )
