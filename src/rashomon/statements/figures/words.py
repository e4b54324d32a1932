"""The wordings of an amount, each read into bounds: "up to 2,700", "dozens", "between five and seven", "70%".

This looks at characters only. What is counted, and what became of it, is for `counted` and `measures`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from rashomon.record.figure import Qualifier
from rashomon.statements.figures.money import CURRENCIES, MONEY_AFTER, MONEY_BEFORE, currency
from rashomon.statements.numbers import NUMERAL, SCALES, WORDS, value_of, whole
from rashomon.statements.whereabouts import NUMBER, whereabouts

Number = int | float
Kind = Literal["count", "percent", "money", "measure"]


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as worded, with its bounds. `start` and `end` hold qualifier and unit; the number itself stands from
    `number_start` to `number_end`. `kind` says whether things, a share, money or a length is meant; `unit` is "" for
    counted things."""

    start: int
    end: int
    number_start: int
    number_end: int
    low: Number | None
    best: Number | None
    high: Number | None
    qualifier: Qualifier
    kind: Kind
    unit: str


_LENGTHS = (
    r"(?:square|cubic)[\s-](?:kilomet(?:er|re)s?|met(?:er|re)s?|miles?|yards?|f(?:ee|oo)t|km|inch(?:es)?)"
    r"|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|yards?|f(?:ee|oo)t|nautical\s+miles?|km²?|sq\.?\s?km|sq\.?\s?miles?|hectares?"
    r"|acres?|tonnes?|tons?|kilogram(?:me)?s?|kilos?|kg|lit(?:er|re)s?|gallons?|barrels|megawatts?|MW|knots|mph|kph|degrees"
)
_BEFORE: tuple[tuple[str, Qualifier], ...] = (
    (r"no\s+fewer\s+than|no\s+less\s+than|not\s+(?:fewer|less)\s+than|at\s+least|at\s+the\s+very\s+least|a\s+minimum\s+(?:of)?|as\s+few\s+as"
     r"|a\s+low\s+of", "at_least"),
    (r"no\s+more\s+than|not\s+more\s+than|at\s+(?:the\s+)?most|a\s+maximum\s+of|up\s+to|as\s+many\s+as|as\s+much\s+as|as\s+high\s+as"
     r"|a\s+high\s+of|not\s+exceeding|as\s+far\s+as", "at_most"),
    (r"(?:(?:slightly|far|many|much|significantly|considerably)\s+)?(?:more|greater|higher|larger)\s+than|(?:well\s+|just\s+)?(?:over|above)"
     r"|upwards?\s+of|in\s+excess\s+of|exceeding|north\s+of|beyond", "more_than"),
    (r"(?:(?:slightly|far|significantly|considerably)\s+)?(?:fewer|less|lower)\s+than|(?:just\s+|well\s+)?(?:under|below)|short\s+of",
     "fewer_than"),
    (r"(?:just\s+)?about|(?:somewhere\s+)?around|roughly|approximately|approx\.?|circa|c\.|~|some|nearly|almost|close\s+to|near(?:ing)?"
     r"|an\s+(?:estimated|approximate|average\s+of)|estimated(?:\s+(?:at|to\s+(?:be|have)))?|virtually|practically|in\s+the\s+region\s+of|an\s+average\s+of"
     r"|a\s+reported", "about"),
    (r"exactly|precisely|only|just|a\s+total\s+of|another|all|a\s+further|a\s+combined|as", "exact"),
)  # fmt: skip
_QUALIFIED = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[,(\[\"“‘'—–-]))(?:"
    + "|".join(f"(?P<q{i}>{words})" for i, (words, _) in enumerate(_BEFORE))
    + r")\s*$",
    re.IGNORECASE,
)
_ESTIMATED_NOUN = re.compile(r"\b(?:estimated|approximate)\s+(?:\w+\s+){1,2}of\s+$", re.IGNORECASE)
_ROUND = re.compile(r"(?:half\s+)?an?\b|.*\bdozen\b", re.IGNORECASE)
"""A million, half a million, two dozen: round words that nobody has counted."""

_NUMBER = re.compile(NUMERAL, re.IGNORECASE)
_LINK = re.compile(r"\s*(?P<link>-|–|—|to|and|or|up\s+to)\s*", re.IGNORECASE)
_AFTER: tuple[tuple[re.Pattern[str], Qualifier], ...] = (
    (re.compile(r"\s+or\s+(?:more|greater)\b|\s*\+(?!\d)|[\s-]plus\b(?!\s+or\b)", re.IGNORECASE), "at_least"),
    (re.compile(r"\s+or\s+(?:fewer|less)\b|\s+at\s+most\b", re.IGNORECASE), "at_most"),
    (re.compile(r"\s+or\s+so\b|-odd\b|-ish\b", re.IGNORECASE), "about"),
)
_PERCENT = re.compile(r"\s*(?:%|-?\s?per[\s-]?cent\b|percentage\s+points?\b|\s+pct\b)", re.IGNORECASE)
_LENGTH = re.compile(rf"[\s-]?(?P<unit>{_LENGTHS})\b(?!['’])", re.IGNORECASE)
_CALIBRE = re.compile(
    r"[\s-]?(?:mm|cm|cal(?:ib(?:er|re))?|inch(?:es)?|lbs?|pound|bore|gauge|watts?|volts?|hp|st|nd|rd|th)\b",
    re.IGNORECASE,
)

_VAGUE_NUMBERS: tuple[tuple[str, Number | None], ...] = (
    (r"hundreds\s+of\s+millions", 200_000_000),
    (r"tens\s+of\s+millions", 20_000_000),
    (r"several\s+million|millions", 2_000_000),
    (r"(?:several\s+|a\s+few\s+)hundred\s+thousand|hundreds\s+of\s+thousands", 200_000),
    (r"(?:many\s+)?tens\s+of\s+thousands", 20_000),
    (r"dozens\s+of\s+thousands", 24_000),
    (r"(?:many\s+|several\s+|some\s+)?billions", 2_000_000_000),
    (r"(?:many\s+|some\s+)?thousands|(?:several|a\s+few)\s+thousand", 2_000),
    (r"(?:many\s+|some\s+)?hundreds|(?:several|a\s+few)\s+hundred", 200),
    (r"(?:several|many|a\s+few)\s+dozens?|dozens", 24),
    (r"(?:several\s+)?scores", 40),
    (r"tens", 20),
)
"""Plural round numbers with the low bound that two of them give: dozens are 24 at least."""
_VAGUE_WORDS = (
    r"several|numerous|countless|innumerable|a\s+(?:small\s+|mere\s+)?handful|(?:just\s+)?a\s+few|very\s+few|few|"
    r"(?:a|an)\s+(?:small|large|great|growing|huge|limited|unknown|undisclosed|unspecified|significant|considerable|increasing|vast|big)\s+number|"
    r"a\s+number|(?:an\s+)?untold\s+numbers?|(?:large|great|huge|vast|small|unknown|significant)\s+numbers|a\s+(?:large\s+|vast\s+|big\s+|great\s+)?majority|"
    r"the\s+(?:vast\s+|great\s+|overwhelming\s+|big\s+)?majority|many|most"
)
VAGUE = re.compile(
    r"(?<![\w-])(?P<qual>(?:at\s+least|up\s+to|more\s+than|over|perhaps|possibly|about|some|nearly|almost|many)\s+)?"
    r"(?:(?:literally|possibly|perhaps|the)\s+)?"
    rf"(?P<words>{'|'.join(f'(?P<v{i}>{words})' for i, (words, _) in enumerate(_VAGUE_NUMBERS))}"
    rf"|(?P<word>{_VAGUE_WORDS}))(?![\w-])",
    re.IGNORECASE,
)
_ORDINAL_SHARES = {
    "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
SHARE = re.compile(
    r"(?<![\w-])(?:(?<!first )(?<!second )(?<!other )(?<!last )(?P<half>half)"
    r"(?=\s+(?:of|the|its|his|their|our|her|those|these|that|this|all)\b|\s*[.,;)]|\s+(?:were|was|are|is|have|had)\b)"
    r"|(?P<count>an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<part>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?"
    r"(?=\s+(?:of|the|its|their)\b|\s*[.,;)])"
    r"|(?P<n>one|two|three|four|five|six|seven|eight|nine|\d)\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<d>two|three|four|five|six|seven|eight|nine|ten|100|10|\d)"
    r"(?![\w.,]*\d)(?=\s+[a-z]))",
    re.IGNORECASE,
)


_COUNTED = frozenset({NUMBER, *WORDS, *SCALES})
_PATTERNS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (_NUMBER, _COUNTED),
    (
        VAGUE,
        frozenset(
            "hundreds hundred millions million thousands thousand billions dozens dozen scores tens several numerous "
            "countless innumerable handful few number numbers majority many most".split()
        ),
    ),
    (SHARE, _COUNTED | {"half", *_ORDINAL_SHARES, *(f"{part}s" for part in _ORDINAL_SHARES)}),
)
"""The shapes of amounts, with the words of which each match holds one."""


def find_amounts(text: str) -> Iterator[Amount]:
    """Every amount of `text` in order, before anything is known of the words around it; may hold dates and ages."""
    found: list[Amount] = []
    taken = 0
    words = whereabouts(text)
    matches = (match for pattern, holds in _PATTERNS for match in words.matches(pattern, holds))
    for match in sorted(matches, key=lambda m: (m.start(), -m.end())):
        if match.start() < taken:
            continue
        if match.re is SHARE:
            amount = _share(text, match)
        elif match.re is VAGUE:
            amount = _vague(match)
        else:
            amount = _plain(text, match, found[-1] if found else None)
        if amount is None:
            continue
        if found and amount.start < found[-1].end:
            found.pop()
        found.append(amount)
        taken = amount.end
    yield from found


def _vague(match: re.Match[str]) -> Amount:
    low = next((low for i, (_, low) in enumerate(_VAGUE_NUMBERS) if match[f"v{i}"]), None)
    start, end = match.start("words"), match.end("words")
    if match["qual"] and low is not None:
        start = match.start("qual")
    return Amount(start, end, match.start("words"), end, low, None, None, "vague", "count", "")


def _share(text: str, match: re.Match[str]) -> Amount | None:
    if match["half"]:
        number: float = 50
    elif match["part"]:
        number = 100 * _small(match["count"]) / _ORDINAL_SHARES[match["part"].lower()]
    else:
        number = 100 * _small(match["n"]) / _small(match["d"])
    if number > 100:
        return None
    amount = _bounds(text, match.start(), match.end(), whole(round(number, 1)), counted=False)
    return replace(amount, kind="percent", unit="percent")


def _small(word: str) -> Number:
    return 1 if word.lower() in ("a", "an") else value_of(word)


def _plain(text: str, match: re.Match[str], last: Amount | None) -> Amount | None:
    """One number, or the second of two that bound a range, with its unit and qualifier."""
    start, end = match.span()
    if _CALIBRE.match(text, end) or (text[end : end + 1].isalpha()):
        return None
    kind, unit, begin, stop = _unit(text, start, end)
    value = value_of(match.group())
    if (last and last.qualifier in ("exact", "about", "between") and last.high is not None) or (
        last and last.best is not None
    ):
        joined = _join(text, last, begin, match, value, kind, unit, stop)
        if joined:
            return joined
    if kind == "money":
        start = begin
    amount = _bounds(text, start, stop, value, counted=kind == "count")
    return replace(amount, kind=kind, unit=unit, number_end=end, number_start=match.start())


def _unit(text: str, start: int, end: int) -> tuple[Kind, str, int, int]:
    """Kind and unit of the number at `start`, and where the amount with its unit begins and ends."""
    if percent := _PERCENT.match(text, end):
        return "percent", "percent", start, percent.end()
    if before := MONEY_BEFORE.search(text, max(0, start - 6), start):
        sign = re.sub(r"[\s.\\]", "", before.group()).lower()
        return "money", CURRENCIES.get(sign, sign.upper()), before.start(), end
    if (after := MONEY_AFTER.match(text, end)) and (code := currency(after)):
        return "money", code, start, after.end()
    if length := _LENGTH.match(text, end):
        return "measure", " ".join(length["unit"].replace("-", " ").split()), start, length.end()
    return "count", "", start, end


def _join(
    text: str, last: Amount, begin: int, match: re.Match[str], value: Number, kind: Kind, unit: str, stop: int
) -> Amount | None:
    """5 to 7, five or six, between 1.5 and 2 million: two amounts that bound one; "3 from 7" is none."""
    first = last.best if last.best is not None else last.low
    link = _LINK.fullmatch(text, last.end, begin)
    if not link or first is None or last.qualifier not in ("exact", "about"):
        return None
    word = link["link"].lower()
    lead = re.search(
        r"\b(?P<lead>between|from)\s+(?:an\s+estimated\s+)?$", text[max(0, last.start - 24) : last.start], re.IGNORECASE
    )
    if word == "and" and not (lead and lead["lead"].lower() == "between"):
        return None
    scale = re.search(r"(hundred|thousand|million|billion|lakh|crore|mn|bn|m|k)\s*$", match.group(), re.IGNORECASE)
    if scale and first < 1_000 and first * 100 < value:
        first = whole(
            first
            * (value / value_of(re.sub(r"[\s-]*" + scale.group(1) + r"\s*$", "", match.group(), flags=re.IGNORECASE)))
        )
    if first >= value or (word == "or" and value > first * 3):
        return None
    if last.kind not in (kind, "count") and not (last.kind == "money" and kind == "count"):
        return None
    kept = (last.kind, last.unit) if kind == "count" else (kind, unit)
    start = (
        last.start - len(lead.group())
        if lead and word in ("and", "to") and lead["lead"].lower() == "between"
        else last.start
    )
    if lead and lead["lead"].lower() == "from" and word == "to" and last.kind == "count" and kind == "count":
        return None  # from 3 to 7: a change or a span, told apart by the verb, so both numbers stay
    return Amount(start, stop, last.number_start, match.end(), first, None, value, "between", *kept)


def _bounds(text: str, start: int, end: int, value: Number, *, counted: bool) -> Amount:
    """The bounds that the words beside a number give it; "more than" so many things begins one above."""
    number_start, number_end = start, end
    qualifier: Qualifier = "exact"
    step = 1 if counted and isinstance(value, int) else 0
    for pattern, after in _AFTER:
        if found := pattern.match(text, end):
            qualifier, end = after, found.end()
            break
    window = text[max(0, start - 34) : start]
    while before := _QUALIFIED.search(window):
        named = next(name for i, (_, name) in enumerate(_BEFORE) if before[f"q{i}"])
        if named != "exact" and qualifier in ("exact", "about"):
            qualifier = named
        if named == "exact" and not re.match(r"only|exactly|just|a\s+total", before.group(), re.IGNORECASE):
            break
        start -= len(window) - before.start()
        window = window[: before.start()]
    if qualifier == "exact" and (
        _ROUND.match(text, number_start, number_end) or _ESTIMATED_NOUN.search(text, max(0, start - 48), start)
    ):
        qualifier = "about"
    low, best, high = {
        "exact": (value, value, value),
        "about": (None, value, None),
        "at_least": (value, None, None),
        "more_than": (value + step, None, None),
        "at_most": (None, None, value),
        "fewer_than": (None, None, value - step),
    }[qualifier]
    return Amount(start, end, number_start, number_end, low, best, high, qualifier, "count", "")
