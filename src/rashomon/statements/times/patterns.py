"""The shapes in which news tells times, each a pattern with the moment that it means.

`RULES` is read top to bottom: of two rules that match at one place the longer match wins, and of equals the upper rule.
A rule may decline a match by making None of it. Words around a time ("since", "from ... to") are joined on in `find`.
"""

import re
from collections.abc import Callable
from re import Match

from rashomon.statements.numbers import NUMERAL, value_of
from rashomon.statements.times.words import (
    Clock, Day, DayPart, DayPartName, Duration, Moment, Month, Part, Quarter, Reference, Repeated, Season, SeasonName, Shift,
    Stretch, Unit, Weekday, Which, Years,
)  # fmt: skip

_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = "jan feb mar apr jun jul aug sept sep oct nov dec".split()
MONTH_NUMBERS = {name: number for number, name in enumerate(_MONTHS, start=1)} | {
    short: next(n for n, name in enumerate(_MONTHS, start=1) if name.startswith(short)) for short in _SHORT
}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})|(?:{'|'.join(_SHORT)})\b\.?)"
DAY = r"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?)(?!\d|[.,:]\d|\s?(?:%|per\s?cent\b|a\.?m\b|p\.?m\b))"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
WEEKDAY = rf"(?P<weekday>{'|'.join(_DAYS)})"
UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
COUNT = rf"(?P<count>(?:{NUMERAL})|an?(?!\s+(?:few|couple))|half\s+an?)"
VAGUE = r"(?P<vague>a\s+few|a\s+couple(?:\s+of)?|several|many|some|a\s+number\s+of|(?:the\s+)?last\s+few)"
NEAR = (
    r"(?:(?P<near>(?:just\s+|slightly\s+|a\s+little\s+)?(?:over|more\s+than|under|less\s+than|fewer\s+than|about|"
    r"around|roughly|approximately|some|nearly|almost|at\s+least)|just|only|exactly|up\s+to)\s+)?"
)
PART_OF = (
    r"(?P<part>(?:the\s+)?(?:very\s+)?(?:early|mid|late|middle|beginning|start|end|first\s+(?:half|days|weeks)|last\s+days|close)"
    r"(?:\s+(?:in|of)|-|\s)\s*)"
)
_SEASONS = r"(?P<season>spring|summer|autumn|fall|winter)"

UNITS: dict[str, tuple[int, Unit]] = {
    "second": (1, "second"), "minute": (1, "minute"), "hour": (1, "hour"), "day": (1, "day"), "night": (1, "day"),
    "weekend": (1, "weekend"), "week": (1, "week"), "fortnight": (2, "week"), "month": (1, "month"),
    "quarter": (1, "quarter"), "year": (1, "year"), "decade": (1, "decade"), "century": (1, "century"),
    "centurie": (1, "century"),
}  # fmt: skip

Make = Callable[[Match[str]], Moment | None]


def _rule(pattern: str, make: Make) -> tuple[re.Pattern[str], Make]:
    return re.compile(rf"(?<![\w$£€])(?<!\d[.,/-])(?:{pattern})(?!\w)", re.IGNORECASE), make


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


def _date(match: Match[str]) -> Moment | None:
    month, day = month_of(match), _number(match["day"])
    year = int(match["year"]) if match["year"] else None
    return Day(month, day, year) if day <= _longest(month) else None


def _longest(month: int) -> int:
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _numeric(match: Match[str]) -> Moment | None:
    """Day and month in figures, only where no other reading is possible; with dots the day always comes first."""
    one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
    readings = {(one, two)} if match["dot"] == "." else {(one, two), (two, one)}
    fits = [(d, m) for d, m in readings if 1 <= m <= 12 and 1 <= d <= _longest(m)]
    return Day(fits[0][1], fits[0][0], year) if len(fits) == 1 else None


def _iso(match: Match[str]) -> Moment | None:
    month, day = int(match["m"]), int(match["d"])
    return Day(month, day, int(match["year"])) if 1 <= month <= 12 and 1 <= day <= _longest(month) else None


def _month(match: Match[str]) -> Moment:
    groups = match.groupdict()
    year = groups.get("year")
    return Month(
        month_of(match), int(year) if year else None, part_of(groups.get("part")), which_of(groups.get("which"))
    )


def _years(match: Match[str]) -> Moment:
    year = int(match["year"])
    return Years(year, year, part_of(match.groupdict().get("part")))


def _year_range(match: Match[str]) -> Moment | None:
    first, tail = int(match["year"]), match["tail"]
    last = int(str(first)[: 4 - len(tail)] + tail)
    return Years(first, last) if first < last <= first + 100 else None


_DECADE_WORDS = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
                 "eighties": 80, "nineties": 90}  # fmt: skip


def _decades(match: Match[str]) -> Moment:
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


def _season(match: Match[str]) -> Moment:
    groups = match.groupdict()
    word = groups["season"].lower()
    name = SEASON_NAMES[word]
    return Season(name, int(groups["year"]) if groups.get("year") else None, which_of(groups.get("which")))


def _weekday(match: Match[str]) -> Moment:
    return Weekday(_DAYS.index(match["weekday"].lower()), which_of(match["which"]))


_DEICTIC: dict[str, int] = {"day before yesterday": -2, "yesterday": -1, "today": 0, "tonight": 0,
                            "tomorrow": 1, "day after tomorrow": 2}  # fmt: skip


def _deictic(match: Match[str]) -> Moment:
    word = " ".join(match["word"].lower().split())
    return Shift(_DEICTIC[word.removeprefix("the ")], "day")


def _calendar_unit(match: Match[str]) -> Moment | None:
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


def _whole_part(match: Match[str]) -> Moment:
    """Earlier this month, later this year: the part up to, or from, the day of writing."""
    size, name = UNITS[match["unit"].lower()]
    word = match["part"].lower()
    if name == "day" or match["which"].lower() == "last":
        return Shift(0 if match["which"].lower() == "this" else -size, name, part=part_of(word))
    return Shift(0, name, part="start" if word.startswith("earl") else "end", near="under")


_VAGUE_COUNT = re.compile(r"couple", re.IGNORECASE)


def _count(match: Match[str]) -> tuple[int | float | None, Unit]:
    """How many units; None where the words leave it open. A couple is two."""
    groups = match.groupdict()
    size, unit = UNITS[groups["unit"].lower()]
    count, vague = groups.get("count"), groups.get("vague")
    if vague:
        return (2 * size if _VAGUE_COUNT.match(vague) else None), unit
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


def _ago(match: Match[str]) -> Moment | None:
    count, unit = _count(match)
    if unit in ("hour", "minute", "second"):
        return Shift(0, "day") if (count or 1) <= 6 else None
    if count is None:
        return Reference("past")
    return Shift(-count, unit, whole=False, near=_nearness(match))  # type: ignore[arg-type]


def _later(match: Match[str]) -> Moment | None:
    count, unit = _count(match)
    if count is None:
        return None
    back = match["way"].lower() in ("earlier", "before", "previously")
    if unit in ("hour", "minute", "second"):
        return Shift(0, "day", told=True) if count <= 6 else None
    return Shift(-count if back else count, unit, told=True, whole=False)


def _ahead(match: Match[str]) -> Moment | None:
    count, unit = _count(match)
    return Shift(count, unit, whole=False) if count is not None else None


def _stretch(match: Match[str]) -> Moment | None:
    count, unit = _count(match)
    return Stretch(count, unit, ahead=match["which"].lower() in ("next", "coming"))


def _recent(match: Match[str]) -> Moment:
    return Stretch(None, UNITS[match["unit"].lower()][1], ahead=match["which"].lower() == "coming")


_AGE = re.compile(r"[\s-]+olds?\b|\s+of\s+age\b", re.IGNORECASE)


def _duration(match: Match[str]) -> Moment | None:
    """How long; an age is no time, and a second or a quarter is mostly an ordinal or a share."""
    count, unit = _count(match)
    single = re.match(r"an?$|one$", match["count"] or "", re.IGNORECASE)
    if unit == "quarter" or (unit == "second" and single) or _AGE.match(match.string, match.end()):
        return None
    return Duration(count, unit)


def _repeated(match: Match[str]) -> Moment:
    groups = match.groupdict()
    if groups.get("weekday"):
        return Repeated(1, "week", _DAYS.index(groups["weekday"].lower()))
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


def _day_part(match: Match[str]) -> Moment:
    """A part of some day; `find` puts the day in where it stands beside."""
    return Clock(PARTS[match["daypart"].lower()])


def _clock(match: Match[str]) -> Moment | None:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    if hour > 24 or minute > 59 or (half and hour > 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(f"{hour:02d}:{minute:02d}")


def _quarter(match: Match[str]) -> Moment:
    number = {"first": 1, "second": 2, "third": 3, "fourth": 4}[match["which"].lower()]
    return Quarter(number, int(match["year"]) if match["year"] else None)


def _reference(match: Match[str]) -> Moment:
    word = match.group().lower()
    if re.match(r"now|current|at present|at the moment|at this|nowadays|presently|the present", word):
        return Reference("present")
    return Reference("future" if re.match(r"soon|the (?:near |coming )?future|in the (?:near )?future", word) else "past")


_DAYPART = r"(?P<daypart>morning|afternoon|evening|night)"

RULES: tuple[tuple[re.Pattern[str], Make], ...] = (
    # Days of the month.
    _rule(rf"(?:{WEEKDAY}\s*,?\s+)?{MONTH}\s+(?:the\s+)?{DAY}(?:\s*,?\s*(?:of\s+)?{YEAR})?", _date),
    _rule(rf"(?:{WEEKDAY}\s*,?\s+)?(?:the\s+)?{DAY}(?:\s+of)?(?:\s+|-){MONTH}(?:(?:\s*,?\s*|-){YEAR})?", _date),
    _rule(r"(?P<year>(?:19|20)\d\d)[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)", _iso),
    _rule(r"(?P<one>\d\d?)(?P<dot>[./-])(?P<two>\d\d?)(?P=dot)(?P<year>(?:19|20)\d\d)", _numeric),
    # Months, years, decades, seasons, quarters.
    _rule(rf"{PART_OF}?{MONTH}(?:\s+of)?\s*,?\s+{YEAR}", _month),
    _rule(rf"{PART_OF}?(?:(?P<which>last|next|this(?:\s+past|\s+coming)?|the\s+(?:following|previous))\s+)?{MONTH}", _month),
    _rule(rf"{YEAR}(?:-|–|/)(?P<tail>\d\d(?:\d\d)?)", _year_range),
    _rule(rf"{PART_OF}?(?:the\s+year\s+)?{YEAR}", _years),
    _rule(
        r"(?:(?:the\s+)?(?:early|mid|late)(?:-|\s+))?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]\d0s|(?<=the\s)\d0s"
        r"|(?<=the\s)(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"
        r"(?:\s+(?:and|or)\s+(?:the\s+)?(?P<second>(?:1[5-9]|20)?['’]?\d0['’]?s))?",
        _decades,
    ),
    _rule(rf"(?:the\s+)?(?:(?:early|mid|late)(?:-|\s+))?{_SEASONS}(?:\s+of|\s*,)?\s+{YEAR}", _season),
    _rule(rf"(?P<which>last|this(?:\s+past|\s+coming)?|next|the\s+(?:following|previous))\s+{_SEASONS}", _season),
    _rule(rf"(?<=\bin\s)(?:the\s+)?(?:early\s+|late\s+)?{_SEASONS}", _season),
    _rule(rf"(?<=\bin\sthe\s){_SEASONS}", _season),
    _rule(rf"(?:the\s+)?(?P<which>first|second|third|fourth)[\s-]quarter(?:(?:\s+of)?\s+{YEAR})?", _quarter),
    # Days of the week.
    _rule(
        rf"(?:(?:early|late|later)\s+(?:on\s+)?)?"
        rf"(?:(?P<which>last|this(?:\s+past|\s+coming)?|(?:the\s+)?(?:next|coming|following|previous))\s+)?{WEEKDAY}",
        _weekday,
    ),
    # Days told from the day of writing, or from the time told before.
    _rule(
        r"(?:(?:earlier|later|late|early)\s+)?"
        r"(?P<word>(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|yesterday|today|tonight|tomorrow)",
        _deictic,
    ),
    _rule(r"overnight", lambda m: DayPart("NI", Stretch(1, "day"))),
    _rule(
        rf"(?:(?:earlier|later|late|early)\s+)?(?P<which>this|last)\s+{_DAYPART}",
        lambda m: DayPart(PARTS[m["daypart"].lower()], Shift(-1 if m["which"].lower() == "last" else 0, "day")),
    ),
    _rule(
        rf"(?P<part>earlier|later|early|late)\s+(?P<which>this|last)\s+{UNIT}",
        _whole_part,
    ),
    _rule(
        rf"(?:(?P<part>(?:the\s+)?(?:beginning|start|middle|end|close)\s+of)\s+)?"
        rf"(?P<which>last|this|next|(?:the\s+)?(?:same|very\s+same|following|previous|preceding|next)|that|the\s+(?:past|last|coming))"
        rf"\s+{UNIT}(?!s?\s+of\b)(?!\s*-)(?!\s+or\s+(?:two|so))",
        _calendar_unit,
    ),
    _rule(
        rf"(?:that\s+(?:same\s+)?|the\s+(?:very\s+)?same\s+){_DAYPART}",
        lambda m: DayPart(PARTS[m["daypart"].lower()], Shift(0, "day", told=True)),
    ),
    _rule(
        r"(?:the\s+)(?P<way>day|night|evening|morning|week|month|year)\s+(?P<side>before|after)(?=\s*[.,;:)\n]|\s+(?:in|at|and|near|by|when|that)\b|\s*$)",
        lambda m: Shift(
            -1 if m["side"].lower() == "before" else 1,
            UNITS[{"evening": "day", "morning": "day"}.get(m["way"].lower(), m["way"].lower())][1],
            told=True,
        ),
    ),
    _rule(rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+)?{UNIT}s?(?P<half>\s+and\s+a\s+half)?\s+ago", _ago),
    _rule(
        rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?(?P<half>\s+and\s+a\s+half)?\s+(?P<way>earlier|later|previously|"
        r"afterwards|(?:before|after)(?=\s*[.,;:)\n]|\s*$))",
        _later,
    ),
    _rule(rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?(?P<half>\s+and\s+a\s+half)?\s+(?:from\s+now|hence)", _ahead),
    _rule(rf"(?<=\bin\s){NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?['’]?\s+time", _ahead),
    _rule(
        rf"(?:the|these|this)\s+(?P<which>past|last|previous|next|coming)\s+(?:(?P<vague>few|couple\s+of|several|many)\s+|{COUNT}[\s-]+){UNIT}s?",
        _stretch,
    ),
    _rule(
        r"(?:the\s+)?(?P<which>recent|past|last|coming)\s+"
        r"(?P<unit>hour|day|night|weekend|week|month|quarter|year|decade|centurie)s(?!\s+of\b)",
        _recent,
    ),
    # How often and how long.
    _rule(
        rf"(?:every|each)\s+(?:(?P<count>two|three|four|five|six|other)\s+)?(?:{UNIT}s?|{WEEKDAY}|{_DAYPART})",
        _repeated,
    ),
    _rule(r"(?:once|twice|(?:three|four|five|several)\s+times)\s+an?\s+(?P<count>)" + UNIT, _repeated),
    _rule(r"(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|annual)", _repeated),
    _rule(rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?(?P<half>\s+and\s+a\s+half)?(?:-long)?", _duration),
    _rule(
        r"(?:(?<=\bfor\s)|(?<=\bfor\smany\s))(?P<unit>hour|day|week|month|year|decade|centurie)s",
        lambda m: Duration(None, UNITS[m["unit"].lower()][1]),
    ),
    # Times of day.
    _rule(
        r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?\s*(?P<half>a\.m\.?|p\.m\.?|am\b|pm\b)(?:\s*\(?\d{4}\s+GMT\)?|\s+local\s+time)?",
        _clock,
    ),
    _rule(
        r"(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>)(?:\s*(?:GMT|UTC|hours|hrs|local\s+time))?",
        _clock,
    ),
    _rule(r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<half>)\s*(?:GMT|UTC|hours|hrs|h)", _clock),
    _rule(
        r"(?P<hour>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock",
        lambda m: Clock(f"{int(value_of(m['hour'])):02d}:00"),
    ),
    _rule(r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bbefore\s)|(?<=\bafter\s))(?P<daypart>noon|midday|midnight|dawn|dusk)", _day_part),
    # Bare pointers.
    _rule(
        r"now|nowadays|currently|at\s+present|at\s+the\s+moment|at\s+this\s+(?:time|point)|recently|lately|"
        r"the\s+(?:near\s+|distant\s+|recent\s+)?(?:past|future|present)|soon|formerly",
        _reference,
    ),
)  # fmt: skip
