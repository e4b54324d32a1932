"""Finds the words for times in a parsed text, and joins what bounds them: since, until, from ... to, days after.

A name that holds a time is none ("the Sunday Times", "the March 14 Alliance"), nor is the verb may, the verb march, or
a number that only looks like a year.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from rashomon.statements.times.join import join
from rashomon.statements.times.patterns import RULES
from rashomon.statements.times.readings import MONTH_NUMBERS
from rashomon.statements.times.words import (
    Clock,
    Day,
    Duration,
    Moment,
    Month,
    Repeated,
    Season,
    Shift,
    TimeWords,
    Weekday,
    Years,
)  # fmt: skip
from rashomon.statements.whereabouts import whereabouts
from rashomon.statements.wording import text_of

_NAME_AFTER = re.compile(
    r"['’]?\s+(?:Alliance|Agreement|Battalion|Boulevard|Bridge|Brigades?|Coalition|Division|Forces|Front|Group|Hospital|"
    r"Martyrs|Massacre|Mosque|Movement|Organi[sz]ation|Party|Regiment|Revolution|School|Square|Stadium|Street|Times|"
    r"Telegraph|Mirror|Herald|Express|Mail|Post|Tribune|World|Business|Independent|Standard|People)\b"
    r"|\s+Night\s+(?:Live|Football)\b|\s+(?:terror\w*\s+)?(?:attacks?|hijack\w+)(?<=attacks)\b",
)
"""What follows makes a name of the time: of a movement, a place, a paper, or of the attacks of a famous day."""
_NAME_BEFORE = re.compile(r"\b(?:Black|Bloody|Super|Mail on|Independent on|Resolution|Vision|Agenda|Expo|Windows)\s+$")
_BEFORE_BARE_MONTH = frozenset(
    "in since until till by from last next this of during early late mid before after to through and between the for or"
    " every each".split()
)
_BEFORE_YEAR = frozenset(
    "in since by until till from to of before after during early late mid the and between through for circa year or"
    " spring summer autumn fall winter around late-".split()
)
_QUALIFIERS = frozenset("than about nearly almost some over least most around roughly approximately estimated".split())
_WAVERING = frozenset(("may", "march", "august", "april", "june"))
"""Months that are also words or given names."""
_PLAIN_DAY = re.compile(r"\b(?:yesterday|today|tomorrow)\b", re.IGNORECASE)
_AHEAD_BEFORE = re.compile(
    r"\b(?:set|scheduled|due|slated|planned|expected|fixed|deadline|called|calling|plans?|planning)\b"
    r"(?:\s+(?:for|on|by|in|of|to\s+\w+|as))*\s+$",
    re.IGNORECASE,
)
_AHEAD_AFTER = re.compile(
    r"\s+(?:as\s+(?:the|a|its|their)\s+(?:\w+\s+)?(?:date|day|deadline)|deadline)\b", re.IGNORECASE
)


def find_times(doc: Doc) -> tuple[TimeWords, ...]:
    """Every expression of time in `doc`, in the order of the text; none lies in another.

    Durations, repetitions and bare pointers ("now") are among them: they resolve to None, but the words are taken.
    """
    text = text_of(doc)
    return join(doc, text, _simple_times(doc, text))


def _simple_times(doc: Doc, text: str) -> list[TimeWords]:
    starts = [token.idx for token in doc]
    matches = []
    words = whereabouts(text)
    for order, (pattern, make, holds) in enumerate(RULES):
        for match in words.matches(pattern, holds):
            start, end = match.span()
            matches.append((start, -end, order, match, make))
    matches.sort(key=lambda found: found[:3])
    out: list[TimeWords] = []
    taken = 0
    named_days = _names_the_day(text)
    for start, end, _, match, make in matches:
        if start < taken or (value := make(match)) is None:
            continue
        if _is_name(text, start, -end, value):
            taken = -end
            continue
        token = doc[max(bisect_right(starts, start) - 1, 0)]
        if not _is_time(doc, text, token, start, -end, value):
            continue
        if isinstance(value, Duration) and value.count == 1 and _is_rate(doc, text, token, start, -end):
            value = Repeated(1, value.unit)
        if isinstance(value, Weekday):
            value = replace(value, today_too=not named_days or in_quotation(text, start))
        ahead = bool(_AHEAD_BEFORE.search(text, max(0, start - 40), start) or _AHEAD_AFTER.match(text, -end))
        out.append(TimeWords(start, -end, text[start:-end], value, ahead))
        taken = -end
    return out


def in_quotation(text: str, at: int) -> bool:
    """Whether an odd number of marks, or one more opening than closing, stands before `at` in its paragraph."""
    before = text[text.rfind("\n\n", 0, at) + 1 : at]
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def _names_the_day(text: str) -> bool:
    """Whether the writer, not a speaker, says today or yesterday: then a bare weekday is never the day of writing."""
    return any(not in_quotation(text, match.start()) for match in _PLAIN_DAY.finditer(text))


def _words_before(doc: Doc, token: Token) -> Iterator[str]:
    for index in range(token.i - 1, max(token.i - 3, -1), -1):
        yield doc[index].lower_


def _is_name(text: str, start: int, end: int, value: Moment) -> bool:
    """Whether the words are part of a name; a date with its year never is."""
    if not isinstance(value, Day | Month | Weekday | Years) or (isinstance(value, Day) and value.year is not None):
        return False
    return bool(_NAME_AFTER.match(text, end) or _NAME_BEFORE.search(text, max(0, start - 20), start))


def _is_time(doc: Doc, text: str, token: Token, start: int, end: int, value: Moment) -> bool:
    match value:
        case Month(year=None, part=None, which=None):
            return _is_month(doc, token)
        case Years(first=first, last=last) if end - start == 4 and first == last:
            return _is_year(doc, token, first)
        case Shift() if text[start:end] in ("Today", "Tomorrow") and not token.is_sent_start:
            return not (token.i and doc[token.i - 1].pos_ == "PROPN")
        case Season(year=None, which=None):
            return token.pos_ not in ("VERB", "AUX")
        case Repeated(weekday=None) if text[start:end].istitle() and " " not in text[start:end]:
            return bool(token.is_sent_start)
        case Duration(count=None) if text[start:end].lower().startswith(_BARE):
            return _is_bare(token)
        case Day() if text[start:end].lower() == "christmas":
            return token.dep_ != "compound"
        case Clock() if ":" in value.clock and not re.search(r"[:aApPoOhGU]", text[start:end]):
            return False
    return True


_BARE = ("minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries")
_RATE = re.compile(r"an?\s+(?:hour|day|night|week|month|year)", re.IGNORECASE)


def _is_rate(doc: Doc, text: str, token: Token, start: int, end: int) -> bool:
    """Is it so much for every such time (300 barrels a day, ten dollars an hour), not how long?"""
    before = doc[token.i - 1] if token.i else None
    if before is None or not _RATE.fullmatch(text, start, end) or text[end : end + 1] == "-":
        return False
    return before.tag_ in ("NN", "NNS", "CD", "$") and before.dep_ != "compound" and before.ent_type_ != "DATE"


def _is_bare(token: Token) -> bool:
    """Do the words tell only the unit (for years, hours after the blast)? With a word that says which, they are no
    count (the early years, his last days)."""
    return not any(child.i < token.i and child.dep_ in ("amod", "det", "poss", "compound") for child in token.children)


def _is_month(doc: Doc, token: Token) -> bool:
    word = token.lower_.rstrip(".")
    if token.text.islower() and (word in _WAVERING or word in _SHORT_FORMS):
        return False
    if word in ("may", "march") and token.pos_ in ("AUX", "VERB"):
        return False
    if token.ent_type_ == "DATE" and token.pos_ != "AUX":
        return True
    if token.ent_type_ in ("PERSON", "ORG", "FAC", "WORK_OF_ART"):
        return False
    before = next(_words_before(doc, token), "")
    return (word not in _WAVERING and word not in _SHORT_FORMS) or before in _BEFORE_BARE_MONTH


_SHORT_FORMS = frozenset(name for name in MONTH_NUMBERS if len(name) <= 4 and name not in ("may", "june", "july"))


def _is_year(doc: Doc, token: Token, year: int) -> bool:
    """A bare four-figure number is a year where it stands as one, not before what it counts."""
    before = next(_words_before(doc, token), "")
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    counts = after is not None and after.tag_ == "NNS" and token.dep_ in ("nummod", "quantmod")
    if before == "at" or (before == "to" and doc[token.i - 2].lower_ in ("up", "close")):
        return False
    if before in _QUALIFIERS and (counts or token.ent_type_ != "DATE" or before == "than"):
        return False
    if before == "the" and year >= 1900:
        return token.ent_type_ not in ("CARDINAL", "MONEY", "QUANTITY") or not counts
    if counts:
        return year >= 1900 and before in ("in", "since", "the") and token.ent_type_ == "DATE" and year % 100 != 0
    if before in _BEFORE_YEAR:
        return year >= 1800 or token.ent_type_ == "DATE"
    return token.ent_type_ == "DATE" and year >= 1800
