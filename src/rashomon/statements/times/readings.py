"""What a matched wording of a time means: each function takes the match of one of the patterns and makes its moment.

A function may decline a match (None) that only looks like a time.
"""

import re
from re import Match

from rashomon.statements.times.words import (
    Clock,
    Day,
    DayPartName,
    Moment,
    Month,
    Part,
    Range,
    Reference,
    Season,
    SeasonName,
    Shift,
    TimeWords,
    Weekday,
    Which,
    YearPart,
    Years,
)

MONTH_NAMES = "january february march april may june july august september october november december".split()
SHORT_MONTHS = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
MONTH_NUMBERS = {name: number for number, name in enumerate(MONTH_NAMES, start=1)} | {
    short: next(n for n, name in enumerate(MONTH_NAMES, start=1) if name.startswith(short)) for short in SHORT_MONTHS
}
DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()


def month_of(match: Match[str]) -> int:
    """The number of the matched month."""
    return MONTH_NUMBERS[match["month"].lower().rstrip(".")]


def part_of(word: str | None) -> Part | None:
    """Start, middle or end, from the words for it."""
    if not word:
        return None
    if re.search(r"earl|beginning|start|first", word, re.IGNORECASE):
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
    if not first < last <= first + 100:
        return None
    return Range(_inside(match, "year", Years(first, first)), _inside(match, "tail", Years(last, last)))


def _inside(match: Match[str], group: str, value: Moment) -> TimeWords:
    start, end = match.span(group)
    return TimeWords(start, end, match[group], value)


_CENTURY_WORDS = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21}


def century(match: Match[str]) -> Moment:
    """The 20th century, counted as people do: from 1900."""
    word = match["century"].lower()
    first = ((_CENTURY_WORDS.get(word) or _number(word)) - 1) * 100
    return Years(first, first + 99)


_FEASTS = {
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1),
    "new year's eve": (12, 31), "halloween": (10, 31), "valentine's day": (2, 14), "may day": (5, 1),
    "boxing day": (12, 26), "all saints' day": (11, 1),
}  # fmt: skip


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
    if not second or first(second) <= begin:
        return Years(begin, begin + 9)
    start, end = match.start(), match.end("decade")
    one = TimeWords(start, end, match.string[start:end], Years(begin, begin + 9))
    return Range(one, _inside(match, "second", Years(first(second), first(second) + 9)))


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


_DEICTIC: dict[str, int] = {"day before yesterday": -2, "yesterday": -1, "today": 0,
                            "tomorrow": 1, "day after tomorrow": 2}  # fmt: skip


def deictic(match: Match[str]) -> Moment:
    """Yesterday, earlier today, tomorrow."""
    word = " ".join(match["word"].lower().split())
    return Shift(_DEICTIC[word.removeprefix("the ")], "day")


PARTS: dict[str, DayPartName] = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "midday": "MI", "dawn": "MO", "daybreak": "MO",
    "dusk": "EV", "nightfall": "EV",
}  # fmt: skip
_HOURS = {"noon": "12:00", "midnight": "24:00"}


def day_part(match: Match[str]) -> Moment:
    """A part or an hour of some day; `join` puts the day in where it stands beside."""
    word = match["daypart"].lower()
    return Clock(_HOURS.get(word) or PARTS[word])


def clock(match: Match[str]) -> Moment | None:
    """10:30 a.m., 1850 GMT; None where no clock shows it."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(f"{hour:02d}:{minute:02d}")


def year_part(match: Match[str]) -> Moment | None:
    """The third quarter of 2012, the first half of the year; a half must be one of a year."""
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["which"].lower()]
    year = int(match["year"]) if match["year"] else None
    if not match["half"]:
        return YearPart(number, 4, year)
    return YearPart(number, 2, year) if number <= 2 else None


def reference(match: Match[str]) -> Moment:
    """Now, recently, the future."""
    word = match.group().lower()
    if re.match(r"(?:right )?now|current|at present|the moment|at this|these days|the present", word):
        return Reference("present")
    return Reference(
        "future" if re.match(r"soon|the (?:near |coming )?future|in the (?:near )?future", word) else "past"
    )
