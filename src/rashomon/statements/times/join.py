"""Joins times with the words around them: parts of days, ranges, bounds, and distances from a told time."""

import re
from dataclasses import replace

from spacy.tokens import Doc

from rashomon.statements.times.readings import PARTS
from rashomon.statements.times.words import (
    Away,
    Bound,
    Clock,
    Day,
    DayPart,
    Duration,
    Moment,
    Month,
    Range,
    Reference,
    Repeated,
    Season,
    Shift,
    Side,
    Stretch,
    TimeWords,
    Weekday,
    Within,
    YearPart,
    Years,
)  # fmt: skip

_PART_AFTER = re.compile(r"\s+(morning|afternoon|evening|night)\b", re.IGNORECASE)
_PART_BEFORE = re.compile(
    r"\b(?:the\s+)?(?:early\s+|late\s+)?(morning|afternoon|evening|night)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_BESIDE = re.compile(r"\s*,?\s*(?:on\s+)?", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of\s+)?", re.IGNORECASE)
_SIDE = re.compile(
    r"\b(?P<side>ever\s+since|since|starting\s+(?:on|in|from)|beginning\s+(?:on|in|from)|from|until|till|up\s+(?:to|until)|"
    r"by\s+(?:the\s+end\s+of\s+)?|no\s+later\s+than|before|prior\s+to|ahead\s+of|after|following)"
    r"\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_SIDES: dict[str, Side] = {
    "ever since": "since", "since": "since", "starting": "from", "beginning": "from", "from": "from", "until": "until",
    "till": "until", "up": "until", "by": "by", "no later": "by", "before": "before", "prior": "before",
    "ahead": "before", "after": "after", "following": "after",
}  # fmt: skip
_LEAD = re.compile(r"\b(?P<lead>from|between|since)\s+(?:the\s+)?$", re.IGNORECASE)
_LINK = re.compile(r"\s*(?P<link>-|–|—|to|through|until|till|up\s+to|and)\s*(?:the\s+)?", re.IGNORECASE)
_DAY_AFTER = re.compile(
    r"\s*(?P<link>-|–|—|to|through|until|and)\s*(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"(?:\s*,?\s*(?P<year>(?:19|20)\d\d))?(?![\d:%]|[.,]\d)",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"(?:\b(?P<lead>from|between)\s+)?(?:\bthe\s+)?(?<![\d.,:/-])(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
    r"\s*(?P<link>-|–|—|to|until|and)\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"\s+(?:onwards?\b|on(?=[.,;:)]))", re.IGNORECASE)
_AWAY = re.compile(r"\s+(?P<way>after|before)\s+(?:the\s+)?", re.IGNORECASE)
_DATED = Day | Month | Years | Season | YearPart | Weekday | Shift | DayPart


def join(doc: Doc, text: str, times: list[TimeWords]) -> tuple[TimeWords, ...]:
    """The times, each with what bounds or links it; in the order of the text."""
    return tuple(_bounded(doc, text, _linked(doc, text, _apart(text, _with_years(text, _with_parts(text, times))))))


def _with_parts(text: str, times: list[TimeWords]) -> list[TimeWords]:
    """Wednesday night; the morning of April 3; 10:30 a.m. on Tuesday."""
    out: list[TimeWords] = []
    for words in times:
        start, end, value = words.start, words.end, words.value
        if _is_day(value):
            if part := _PART_AFTER.match(text, end):
                end, value = part.end(), DayPart(PARTS[part[1].lower()], value)
            elif part := _PART_BEFORE.search(text, max(0, start - 40), start):
                start, value = part.start(), DayPart(PARTS[part[1].lower()], value)
        day = value.day if isinstance(value, DayPart) else value
        last = out[-1] if out else None
        clock = last.value if last and isinstance(last.value, Clock) and last.value.day is None else None
        if last and clock and _is_day(day) and _BESIDE.fullmatch(text, last.end, start):
            start, value = out.pop().start, Clock(clock.clock, day)
        out.append(replace(words, start=start, end=end, text=text[start:end], value=value))
    return out


def _is_day(value: Moment) -> bool:
    return isinstance(value, Day | Weekday) or (isinstance(value, Shift) and value.unit == "day" and value.whole)


def _with_years(text: str, times: list[TimeWords]) -> list[TimeWords]:
    """March last year; the first half of this year."""
    out: list[TimeWords] = []
    for words in times:
        last = out[-1].value if out else None
        if isinstance(words.value, Shift) and words.value.unit == "year" and words.value.whole:
            beside = out and not words.value.part and _OF.fullmatch(text, out[-1].end, words.start)
            if beside and isinstance(last, Day | Month | Season | YearPart) and last.year is None:
                out[-1] = _spanning(text, out[-1].start, words.end, out[-1], Within(last, words))
                continue
        out.append(words)
    return out


def _apart(text: str, times: list[TimeWords]) -> list[TimeWords]:
    """Two days after April 5."""
    out: list[TimeWords] = []
    for words in times:
        last = out[-1] if out else None
        if last and isinstance(last.value, Duration) and last.value.count and isinstance(words.value, _DATED):
            way = _AWAY.fullmatch(text, last.end, words.start)
            if way:
                count = last.value.count * (1 if way["way"].lower() == "after" else -1)
                out[-1] = _spanning(text, last.start, words.end, words, Away(count, last.value.unit, last, words))
                continue
        out.append(words)
    return out


def _spanning(text: str, start: int, end: int, words: TimeWords, value: Away | Bound | Range | Within) -> TimeWords:
    return TimeWords(start, end, text[start:end], value, words.ahead)


def _linked(doc: Doc, text: str, times: list[TimeWords]) -> list[TimeWords]:
    """From Sunday to Tuesday; March 24-29; 3 to 5 May; between 1980 and 1988."""
    out: list[TimeWords] = []
    for words in times:
        if isinstance(words.value, Day) and (whole := _day_range(doc, text, words)):
            out.append(whole)
            continue
        last = out[-1] if out else None
        if last and isinstance(last.value, _DATED) and isinstance(words.value, _DATED):
            link = _LINK.fullmatch(text, last.end, words.start)
            lead = _LEAD.search(text, max(0, last.start - 14), last.start)
            if link and _is_range(link["link"].lower(), lead["lead"].lower() if lead else "", last, words):
                start = lead.start() if lead else last.start
                out[-1] = _spanning(text, start, words.end, words, Range(last, words))
                continue
        out.append(words)
    return out


def _is_range(link: str, lead: str, first: TimeWords, last: TimeWords) -> bool:
    if link == "and":
        return lead == "between"
    if link in ("-", "–", "—"):
        return type(first.value) is type(last.value) and not isinstance(first.value, Shift)
    return link == "through" or lead in ("from", "since") or type(first.value) is type(last.value)


def _day_range(doc: Doc, text: str, words: TimeWords) -> TimeWords | None:
    """Two days of one month, written once: March 24-29, 24 to 29 March."""
    value = words.value
    assert isinstance(value, Day)
    after = _DAY_AFTER.match(text, words.end) if value.year is None and not words.text[0].isdigit() else None
    if after and not _counts(doc, after.start("day")):
        year = int(after["year"]) if after["year"] else None
        lead = _LEAD.search(text, max(0, words.start - 14), words.start)
        if after["link"].lower() == "and" and not (lead and lead["lead"].lower() == "between"):
            return None
        if int(after["day"]) > value.day:
            first = replace(words, value=replace(value, year=year))
            start, end = after.start("day"), after.end()
            last = TimeWords(start, end, text[start:end], Day(value.month, int(after["day"]), year))
            return _spanning(text, lead.start() if lead else words.start, end, words, Range(first, last))
    before = _DAY_BEFORE.search(text, max(0, words.start - 24), words.start) if words.text[0].isdigit() else None
    if before and int(before["day"]) < value.day:
        if before["link"].lower() == "and" and (before["lead"] or "").lower() != "between":
            return None
        start, end = before.span("day")
        first = TimeWords(start, end, text[start:end], replace(value, day=int(before["day"])))
        return _spanning(text, before.start(), words.end, words, Range(first, words))
    return None


def _counts(doc: Doc, start: int) -> bool:
    """Whether the number at `start` counts the noun behind it, so that it is no day."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    return span is not None and span[0].dep_ == "nummod" and span[0].head.i > span[0].i and span[0].head.tag_ == "NNS"


def _bounded(doc: Doc, text: str, times: list[TimeWords]) -> list[TimeWords]:
    out: list[TimeWords] = []
    for words in times:
        if isinstance(words.value, Duration | Repeated | Reference | Stretch | Range | Away | Clock):
            out.append(words)
            continue
        side = _SIDE.search(text, max(0, words.start - 32), words.start)
        onwards = _OPEN_END.match(text, words.end)
        if side and side["side"].lower() == "from" and _is_dated(doc, side.start()):
            side = None
        if side and not (out and side.start() < out[-1].end) and not _is_agent(doc, side.start(), side["side"].lower()):
            name = _SIDES[next(key for key in _SIDES if " ".join(side["side"].lower().split()).startswith(key))]
            out.append(_spanning(text, side.start(), words.end, words, Bound(name, words)))
        elif onwards and isinstance(words.value, Day | Month | Years | Weekday):
            out.append(_spanning(text, words.start, onwards.end(), words, Bound("from", words)))
        else:
            out.append(words)
    return out


_DOCUMENTS = frozenset(
    "story report statement footage video photo photograph image picture letter article document".split()
)


def _is_dated(doc: Doc, start: int) -> bool:
    """A story from March 10 is of that day; it does not begin there."""
    span = doc.char_span(start, start + 4)
    head = span[0].head if span is not None else None
    return head is not None and (head.lemma_ == "be" or head.lemma_.lower() in _DOCUMENTS)


def _is_agent(doc: Doc, start: int, side: str) -> bool:
    """ "by" names who did it, and "after" may belong to "the day after": neither bounds the time behind it."""
    if side != "by":
        return False
    span = doc.char_span(start, start + 2, alignment_mode="expand")
    return (
        span is not None and span[0].dep_ == "agent" and span[0].i + 1 < len(doc) and not doc[span[0].i + 1].ent_type_
    )
