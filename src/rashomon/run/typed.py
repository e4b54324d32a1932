"""What a person types for a number, a time or an act, read strictly: what is not read is refused with the mend."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import get_args

from rashomon.errors import UsageError
from rashomon.record import Precision, Qualifier, When
from rashomon.record.statement import Factuality
from rashomon.record.vocabulary import MODES

FACTUALITY: tuple[Factuality, ...] = get_args(Factuality)

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_BETWEEN = re.compile(rf"(?:between\s+)?({_NUMBER})\s*(?:-|–|to|and)\s*({_NUMBER})\b\s*(.*)", re.IGNORECASE)
_SINGLE = re.compile(
    rf"(?P<lead>more than|over|>=|>|at least|at most|up to|fewer than|less than|<=|<|about|around|some|~)?\s*"
    rf"(?P<number>{_NUMBER})(?P<plus>\+)?\s*(?P<counts>.*)",
    re.IGNORECASE,
)
_QUALIFIERS: dict[str, Qualifier] = {
    "more than": "more_than", "over": "more_than", ">": "more_than", "at least": "at_least", ">=": "at_least",
    "at most": "at_most", "up to": "at_most", "<=": "at_most", "fewer than": "fewer_than", "less than": "fewer_than",
    "<": "fewer_than", "about": "about", "around": "about", "some": "about", "~": "about",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its bounds, and what it counts as far as that was typed."""

    low: float | int | None
    best: float | int | None
    high: float | int | None
    qualifier: Qualifier
    counts: str


def number_typed(text: str) -> Number:
    """`470`, `1,300 policemen`, `more than 600`, `600+`, `up to 50`, `about 150`, `400-500`.

    >>> number_typed("more than 600 men")
    Number(low=601, best=None, high=None, qualifier='more_than', counts='men')
    """
    if found := _BETWEEN.fullmatch(text.strip()):
        low, high = _worth(found[1]), _worth(found[2])
        if low > high:
            raise UsageError(f"{text}: the lower number comes first")
        return Number(low, None, high, "between", found[3].strip())
    found = _SINGLE.fullmatch(text.strip())
    if not found:
        raise UsageError(f"{text}: no number can be read in it; write it as 470, 400-500, more than 600, up to 50")
    value, counts = _worth(found["number"]), found["counts"].strip()
    qualifier = _QUALIFIERS.get((found["lead"] or "").lower(), "at_least" if found["plus"] else "exact")
    step = 1 if isinstance(value, int) else 0
    match qualifier:
        case "more_than":
            return Number(value + step, None, None, qualifier, counts)
        case "at_least":
            return Number(value, None, None, qualifier, counts)
        case "at_most":
            return Number(None, None, value, qualifier, counts)
        case "fewer_than":
            return Number(None, None, value - step, qualifier, counts)
        case "about":
            return Number(None, value, None, qualifier, counts)
    return Number(value, value, value, "exact", counts)


def _worth(text: str) -> float | int:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def days_typed(text: str, words: str) -> When:
    """`2008-03-24`, `2008-03`, `2008`, `24 March 2008`, `March 2008`, or two of them with `..` between; one side may be
    open. `words` are those that it stands on."""
    first, dots, last = (part.strip() for part in text.partition(".."))
    if not dots:
        earliest, latest = _interval(first)
        return When(earliest, latest, _precision(earliest, latest), words, "stated")
    start = _interval(first)[0] if first else None
    end = _interval(last)[1] if last else None
    if start is None and end is None:
        raise UsageError("a time needs a day, or leave the field empty where it is unknown")
    if start and end and start > end:
        raise UsageError(f"{text}: the earlier day comes first")
    return When(start, end, _precision(start, end), words, "stated")


def _interval(text: str) -> tuple[date, date]:
    year, month, day = _parts(text)
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        raise UsageError(f"{text}: there is no such day") from None


def _parts(text: str) -> tuple[int, int | None, int | None]:
    if found := re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", text):
        return int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None
    found = re.fullmatch(r"(?:(\d{1,2})\s+)?([A-Za-z]+)\s+(\d{4})", text)
    if found and (name := found[2].lower()) in MONTHS:
        return int(found[3]), MONTHS.index(name) + 1, int(found[1]) if found[1] else None
    raise UsageError(f"{text}: is no day; write it as 2008-03-24, 2008-03, 2008 or 2008-03-24..2008-03-26")


def _precision(earliest: date | None, latest: date | None) -> Precision:
    if earliest is None or latest is None:
        return "open"
    if earliest == latest:
        return "day"
    whole_months = earliest.day == 1 and latest.day == monthrange(latest.year, latest.month)[1]
    if whole_months and (earliest.year, earliest.month) == (latest.year, latest.month):
        return "month"
    if whole_months and (earliest.month, latest.month) == (1, 12) and earliest.year == latest.year:
        return "year"
    return "days"


def act_typed(text: str) -> tuple[str, str | None]:
    """`defect/desert`, `defect, desert`, or a type alone."""
    type_, _, mode = (part.strip() for part in text.replace(",", "/").casefold().partition("/"))
    if type_ not in MODES:
        raise UsageError(f"{text}: is no act; one of: {', '.join(MODES)}")
    if mode and mode not in MODES[type_]:
        known = ", ".join(sorted(MODES[type_])) or "none"
        raise UsageError(f"{text}: {type_} has no such mode; its modes: {known}")
    return type_, mode or None
