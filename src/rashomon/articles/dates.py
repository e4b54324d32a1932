"""Days as English pages write them on a line of their own: `4 April 2008`, `April 4, 2008`, `2008-04-04`."""

import re
from datetime import date, timedelta

from rashomon.record import When

EARLIEST = date(1900, 1, 1)
"""Dates before it are faults of the page: no outlet on the web is older."""

_MONTHS = "january february march april may june july august september october november december".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_CLOCK = (
    r"(?:[,\s|·-]*(?:at\s+)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[a-z]{2,4}\)?(?:[+-]\d{1,2})?)?)?"
)
_SHAPES = tuple(
    re.compile(rf"{_WEEKDAY}{shape}", re.I)
    for shape in (
        rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        r"(?P<year>(?:19|20)\d\d)[-/](?P<number>[01]\d)[-/](?P<day>[0-3]\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    )
)
_LABEL = r"(?:(?:(?:first\s+)?published|posted|created|date|issued|filed)\s*(?:on|at|:)?\s*:?\s*)?"
_CHANGED = re.compile(r"\s*(?:last\s+)?(?:updated|modified|changed|revised)\b", re.I)
_CHANGED_TOO = re.compile(r"(?<=\w)\W+(?:last\s+)?(?:updated|modified|changed|revised)\b.*", re.I)
_TIME_FIRST = r"(?:\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[a-z]{2,4}\b)?,?\s+)?"
_OWN_LINE = tuple(re.compile(rf"\W*{_LABEL}{_TIME_FIRST}{shape.pattern}{_CLOCK}\W*", re.I) for shape in _SHAPES)

_REST = re.compile(rf"{_CLOCK}\W*", re.I)
_LEADING_TO_DAY = re.compile(r"(?:\s*[-–—|,·•/]|\s+(?:published|posted|on|at)\s*:?)*\s*$", re.I)

_COUNTRY = rf"(?:, (?!(?i:{_MONTH.replace('P<month>', ':')})\s+\d)[A-Z][\w.]*(?: [A-Z][\w.]*)*)?"
_PLACE = re.compile(rf"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]*)*{_COUNTRY}[,.]? +\(?")
_DATELINE_END = re.compile(r"\)?,?\s*(?:\([^()]{2,40}\)|/[^/]{2,40}/)?\s*(?:--?|[–—:])\s")


def own_line_day(line: str, latest: date) -> When | None:
    """The day that a line states if it states nothing else; days of changes and days after `latest` are none."""
    for shape in _OWN_LINE:
        match = shape.fullmatch(_CHANGED_TOO.sub("", line))
        if match:
            return _when(match, latest)
    return None


def closing_day(line: str, latest: date) -> tuple[str, When] | None:
    """The words before a day that ends a line (`Ann Lee 4 April 2008`), and that day."""
    for shape in _SHAPES:
        for match in shape.finditer(line):
            when = _when(match, latest) if match.start() and _REST.fullmatch(line, match.end()) else None
            if when:
                return _LEADING_TO_DAY.sub("", line[: match.start()]), when
    return None


def dateline_day(paragraph: str, latest: date) -> When | None:
    """The day of a dateline that states its year (`SMALLVILLE, April 4, 2008 (AFP) -`); None where there is none."""
    place = _PLACE.match(paragraph)
    if place is None:
        return None
    for shape in _SHAPES:
        match = shape.match(paragraph, place.end())
        if match and _DATELINE_END.match(paragraph, match.end()):
            return _when(match, latest)
    return None


def is_change_day(line: str, latest: date) -> bool:
    """Does the line state only when the page was last changed?"""
    return (
        bool(_CHANGED.match(line)) and own_line_day(_CHANGED.sub("", line, count=1).lstrip(" :on"), latest) is not None
    )


def stated_day(day: date, text: str, latest: date) -> When | None:
    """`day` as a When, None where no report can be of it: before 1900, or after `latest` and one day for time zones."""
    if not EARLIEST <= day <= latest + timedelta(days=1):
        return None
    return When(day, day, "day", text, "stated")


def _when(match: re.Match[str], latest: date) -> When | None:
    groups = match.groupdict()
    month = int(groups["number"]) if groups.get("number") else _month(groups["month"])
    try:
        day = date(int(groups["year"]), month, int(groups["day"]))
    except ValueError:
        return None
    return stated_day(day, match[0].strip(" ,|"), latest)


def _month(name: str) -> int:
    return next(number for number, full in enumerate(_MONTHS, start=1) if full.startswith(name.lower()[:3]))
