"""The shapes in which news tells times, each a pattern with the function that reads what it matched.

Of two rules that match at one place the longer match wins, and of equals the upper rule. Words around a time ("since",
"from ... to") are joined on in `join`.
"""

import re
from collections.abc import Callable
from re import Match

from rashomon.statements.numbers import NUMERAL, value_of
from rashomon.statements.times import readings
from rashomon.statements.times.readings import DAY_NAMES, MONTH_NAMES, PARTS, SHORT_MONTHS
from rashomon.statements.times.words import Clock, DayPart, Duration, Moment, Shift, Stretch

MONTH = rf"(?P<month>(?:{'|'.join(MONTH_NAMES)})|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
DAY = r"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?)(?!\d|[.,:]\d|\s?(?:%|per\s?cent\b|a\.?m\b|p\.?m\b))"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
WEEKDAY = rf"(?P<weekday>{'|'.join(DAY_NAMES)})"
UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
COUNT = rf"(?P<count>(?:{NUMERAL})|an?(?!\s+(?:few|couple))|half\s+an?)"
VAGUE = r"(?P<vague>a\s+few|a\s+couple(?:\s+of)?|several|many|some|a\s+number\s+of)"
NEAR = (
    r"(?:(?P<near>(?:just\s+|slightly\s+|a\s+little\s+)?(?:over|more\s+than|under|less\s+than|fewer\s+than|about|"
    r"around|roughly|approximately|some|nearly|almost|at\s+least)|just|only|exactly|up\s+to)\s+)?"
)
PART_OF = (
    r"(?P<part>(?:the\s+)?(?:very\s+)?(?:early|mid|late|middle|beginning|start|end|first\s+(?:half|days|weeks)|last\s+days|close)"
    r"(?:\s+(?:in|of)|-|\s)\s*)"
)
_SEASONS = r"(?P<season>spring|summer|autumn|fall|winter)"

Make = Callable[[Match[str]], Moment | None]


def _rule(pattern: str, make: Make) -> tuple[re.Pattern[str], Make]:
    return re.compile(rf"(?<![\w$£€])(?<!\d[.,/-])(?:{pattern})(?!\w)", re.IGNORECASE), make


_DAYPART = r"(?P<daypart>morning|afternoon|evening|night)"

RULES: tuple[tuple[re.Pattern[str], Make], ...] = (
    # Days of the month.
    _rule(rf"(?:{WEEKDAY}\s*,?\s+)?{MONTH}\s+(?:the\s+)?{DAY}(?:\s*,?\s*(?:of\s+)?{YEAR})?", readings.calendar_day),
    _rule(
        rf"(?:{WEEKDAY}\s*,?\s+)?(?:the\s+)?{DAY}(?:\s+of)?(?:\s+|-){MONTH}(?:(?:\s*,?\s*|-){YEAR})?",
        readings.calendar_day,
    ),
    _rule(r"(?P<year>(?:19|20)\d\d)[-/](?P<m>\d\d?)[-/](?P<d>\d\d?)", readings.iso_day),
    _rule(r"(?P<one>\d\d?)(?P<dot>[./-])(?P<two>\d\d?)(?P=dot)(?P<year>(?:19|20)\d\d)", readings.numeric_day),
    # Months, years, decades, seasons, quarters.
    _rule(rf"{PART_OF}?{MONTH}(?:\s+of)?\s*,?\s+{YEAR}", readings.month),
    _rule(rf"{PART_OF}?(?:(?P<which>last|next|this(?:\s+past|\s+coming)?|the\s+(?:following|previous))\s+)?{MONTH}",
        readings.month,
    ),
    _rule(rf"{YEAR}(?:-|–|/)(?P<tail>\d\d(?:\d\d)?)", readings.year_range),
    _rule(rf"{PART_OF}?(?:the\s+year\s+)?{YEAR}", readings.years),
    _rule(
        r"(?:(?:the\s+)?(?:early|mid|late)(?:-|\s+))?(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]\d0s|(?<=the\s)\d0s"
        r"|(?<=the\s)(?:twen|thir|for|fif|six|seven|eigh|nine)ties)"
        r"(?:\s+(?:and|or)\s+(?:the\s+)?(?P<second>(?:1[5-9]|20)?['’]?\d0['’]?s))?",
        readings.decades,
    ),
    _rule(
        r"the\s+(?P<century>1[5-9]th|20th|21st|eighteenth|nineteenth|twentieth|twenty-first)[\s-]century",
        readings.century,
    ),
    _rule(
        rf"(?P<feast>Christmas\s+(?:Day|Eve)|New\s+Year['’]s\s+(?:Day|Eve))(?:\s*,?\s*{YEAR})?",
        readings.feast,
    ),
    _rule(rf"(?:the\s+)?(?:(?:early|mid|late)(?:-|\s+))?{_SEASONS}(?:\s+of|\s*,)?\s+{YEAR}", readings.season),
    _rule(
        rf"(?P<which>last|this(?:\s+past|\s+coming)?|next|the\s+(?:following|previous))\s+{_SEASONS}",
        readings.season,
    ),
    _rule(rf"(?<=\bin\s)(?:the\s+)?(?:early\s+|late\s+)?{_SEASONS}", readings.season),
    _rule(rf"(?<=\bin\sthe\s){_SEASONS}", readings.season),
    _rule(rf"(?:the\s+)?(?P<which>first|second|third|fourth)[\s-]quarter(?:(?:\s+of)?\s+{YEAR})?", readings.quarter),
    # Days of the week.
    _rule(
        rf"(?:(?:early|late|later)\s+(?:on\s+)?)?"
        rf"(?:(?P<which>last|this(?:\s+past|\s+coming)?|(?:the\s+)?(?:next|coming|following|previous))\s+)?{WEEKDAY}",
        readings.weekday,
    ),
    # Days told from the day of writing, or from the time told before.
    _rule(
        r"(?:(?:earlier|later|late|early)\s+)?"
        r"(?P<word>(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|yesterday|today|tonight|tomorrow)",
        readings.deictic,
    ),
    _rule(r"overnight", lambda m: DayPart("NI", Stretch(1, "day"))),
    _rule(
        rf"(?:(?:earlier|later|late|early)\s+)?(?P<which>this|last)\s+{_DAYPART}",
        lambda m: DayPart(PARTS[m["daypart"].lower()], Shift(-1 if m["which"].lower() == "last" else 0, "day")),
    ),
    _rule(
        rf"(?P<part>earlier|later|early|late)\s+(?P<which>this|last)\s+{UNIT}",
        readings.unit_part,
    ),
    _rule(
        rf"(?:(?P<part>(?:the\s+)?(?:beginning|start|middle|end|close)\s+of)\s+)?"
        rf"(?P<which>last|this|next|(?:the\s+)?(?:same|very\s+same|following|previous|preceding|next)|that|the\s+(?:past|last|coming))"
        rf"\s+{UNIT}(?!s?\s+of\b)(?!\s*-)(?!\s+or\s+(?:two|so))",
        readings.calendar_unit,
    ),
    _rule(
        rf"(?:that\s+(?:same\s+)?|the\s+(?:very\s+)?same\s+){_DAYPART}",
        lambda m: DayPart(PARTS[m["daypart"].lower()], Shift(0, "day", told=True)),
    ),
    _rule(
        r"(?:the\s+)(?P<way>day|night|evening|morning|week|month|year)\s+(?P<side>before|after)(?=\s*[.,;:)\n]|\s+(?:in|at|and|near|by|when|that)\b|\s*$)",
        lambda m: Shift(
            -1 if m["side"].lower() == "before" else 1,
            readings.UNITS[{"evening": "day", "morning": "day"}.get(m["way"].lower(), m["way"].lower())][1],
            told=True,
        ),
    ),
    _rule(rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+)?{UNIT}s?(?P<half>\s+and\s+a\s+half)?\s+ago", readings.ago),
    _rule(
        rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?(?P<half>\s+and\s+a\s+half)?\s+(?P<way>earlier|later|previously|"
        r"afterwards|(?:before|after)(?=\s*[.,;:)\n]|\s*$))",
        readings.later,
    ),
    _rule(
        rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?(?P<half>\s+and\s+a\s+half)?\s+(?:from\s+now|hence)",
        readings.ahead,
    ),
    _rule(rf"(?<=\bin\s){NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?['’]?\s+time", readings.ahead),
    _rule(
        rf"(?:the|these|this)\s+(?P<which>past|last|previous|next|coming)\s+(?:(?P<vague>few|couple\s+of|several|many)\s+|{COUNT}[\s-]+){UNIT}s?",
        readings.stretch,
    ),
    _rule(
        r"(?:the\s+)?(?P<which>recent|past|last|coming)\s+"
        r"(?P<unit>hour|day|night|weekend|week|month|quarter|year|decade|centurie)s(?!\s+of\b)",
        readings.recent,
    ),
    # How often and how long.
    _rule(
        rf"(?:every|each)\s+(?:(?P<count>two|three|four|five|six|other)\s+)?(?:{UNIT}s?|{WEEKDAY}|{_DAYPART})",
        readings.repeated,
    ),
    _rule(r"(?:once|twice|(?:three|four|five|several)\s+times)\s+an?\s+(?P<count>)" + UNIT, readings.repeated),
    _rule(r"(?P<adverb>hourly|daily|nightly|weekly|monthly|quarterly|yearly|annually|annual)", readings.repeated),
    _rule(rf"{NEAR}(?:{VAGUE}\s+|{COUNT}[\s-]+){UNIT}s?(?P<half>\s+and\s+a\s+half)?(?:-long)?", readings.duration),
    _rule(
        r"(?:(?<=\bfor\s)|(?<=\bfor\smany\s)|(?<=\bin\s)|(?<=\bafter\s)|(?<=\bfollowing\s))"
        r"(?P<unit>hour|day|week|month|year|decade|centurie)s",
        lambda m: Duration(None, readings.UNITS[m["unit"].lower()][1]),
    ),
    # Times of day.
    _rule(
        r"(?P<hour>\d\d?)(?:[:.]?(?P<minute>\d\d))?\s*(?P<half>a\.m\.?|p\.m\.?|am\b|pm\b)(?:\s*\(?\d{4}\s+GMT\)?|\s+local\s+time)?",
        readings.clock,
    ),
    _rule(
        r"(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>)(?:\s*(?:GMT|UTC|hours|hrs|local\s+time))?",
        readings.clock,
    ),
    _rule(r"(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)(?P<half>)\s*(?:GMT|UTC|hours|hrs|h)", readings.clock),
    _rule(
        r"(?P<hour>\d\d?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock",
        lambda m: Clock(f"{int(value_of(m['hour'])):02d}:00"),
    ),
    _rule(
        r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bbefore\s)|(?<=\bafter\s))(?P<daypart>noon|midday|midnight|dawn|dusk)",
        readings.day_part,
    ),
    # Bare pointers.
    _rule(
        r"now|nowadays|currently|at\s+present|at\s+the\s+moment|at\s+this\s+(?:time|point)|recently|lately|"
        r"the\s+(?:near\s+|distant\s+|recent\s+)?(?:past|future|present)|soon|formerly",
        readings.reference,
    ),
)  # fmt: skip
