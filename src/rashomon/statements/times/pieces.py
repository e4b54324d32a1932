"""The pieces that the shapes of times are put together from: names of days and months, units, counts, nearness."""

import re
from collections.abc import Callable
from re import Match
from typing import NamedTuple

from rashomon.statements.numbers import NUMERAL
from rashomon.statements.times.readings import DAY_NAMES, MONTH_NAMES, SHORT_MONTHS
from rashomon.statements.times.words import Moment

MONTH = rf"(?P<month>(?:{'|'.join(MONTH_NAMES)})|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
DAY = r"(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:\s?(?:st|nd|rd|th))?)(?!\d|[.,:]\d|\s?(?:%|per\s?cent\b|a\.?m\b|p\.?m\b))"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)"
WEEKDAY = rf"(?P<weekday>{'|'.join(DAY_NAMES)})"
UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"
COUNT = (
    rf"(?P<count>(?:(?:{NUMERAL})(?P<plus>[\s-]and[\s-]a[\s-]half)?)|an?(?!\s+(?:few|couple|further|\w+-?(?:long|old)\b))|another|"
    r"half(?:\s+an?)?)"
)
VAGUE = r"(?P<vague>a\s+few|a\s+couple(?:\s+of)?|several|many|some|countless|a\s+number\s+of)"
NEAR = (
    r"(?:(?P<near>(?:just\s+|slightly\s+|a\s+little\s+)?(?:over|more\s+than|under|less\s+than|fewer\s+than|about|"
    r"around|roughly|approximately|some|nearly|almost|at\s+least)|just|only|exactly|up\s+to|another|a\s+further|"
    r"(?:the\s+)?(?:first|final|opening))\s+)?"
)
PART_OF = (
    r"(?P<part>(?:the\s+)?(?:very\s+)?(?:(?:early|late|mid)(?:\s+(?:in|of)|-|\s)|(?:middle|beginning|start|end|close|"
    r"first\s+(?:half|days|weeks)|last\s+days)\s+of)\s*)"
)
SEASONS = r"(?P<season>spring|summer|autumn|fall|winter)"

Make = Callable[[Match[str]], Moment | None]


class Rule(NamedTuple):
    """A pattern, what makes a moment of a match, and the words of which every match holds one."""

    pattern: re.Pattern[str]
    make: Make
    holds: frozenset[str]


def rule(holds: frozenset[str], pattern: str, make: Make) -> Rule:
    """A rule by a pattern for whole words in any case."""
    return Rule(re.compile(rf"(?<![\w$£€])(?<!\d[.,/-])(?:{pattern})(?!\w)", re.IGNORECASE), make, holds)


DAYPART = r"(?P<daypart>morning|afternoon|evening|night)"
TAIL = (
    r"(?:\s+(?P<ago>ago)|\s+(?P<way>earlier|later|previously|afterwards|(?:before|after)(?=\s*[.,;:)\n]|\s*$))"
    r"|\s+(?P<hence>from\s+now|hence)|['’]?\s+(?P<hence2>time)|[\s-](?P<age>olds?|of\s+age)|-?long"
    r"|\s+(?P<rate>an?|per|each)\s+(?P<rated>day|week|month|year))"
)
"""What may follow a count of units: how long ago, how much later, how old, how often."""
