"""Numbers as news writes them: digits, words and both mixed. `NUMERAL` finds one, `value_of` says what it is worth.

Only plain cardinals live here; what makes them bounds ("at least"), shares or vague words ("dozens") is the figures'.
"""

import re

_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

WORDS = {word: number for number, word in enumerate([*_ONES, *_TEENS], start=1)} | {
    word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
"""The number words below a hundred, without the hyphenated ones, which are sums of two."""

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "dozen": 12,
    "score": 20,
    "lakh": 100_000,
    "crore": 10_000_000,
    "k": 1_000,
    "m": 1_000_000,
    "mn": 1_000_000,
    "bn": 1_000_000_000,
}
"""Words that multiply what stands before them. A billion is the short-scale one that news in English means."""

_BELOW_100 = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-\s](?:{'|'.join(_ONES)}))?\b|(?:{'|'.join(_TEENS)})\b|(?:{'|'.join(_ONES)})\b)"
)
_BELOW_1000 = rf"(?:(?:{_BELOW_100}|an?)\s+hundred\b(?:\s+(?:and\s+)?{_BELOW_100})?|{_BELOW_100})"
_LARGE = r"(?:thousand|million|billion|trillion|lakh|crore)\b"
_NEXT = r"(?:,?\s+(?:and\s+)?)"
_TAIL = rf"(?:{_NEXT}{_BELOW_1000}(?![\s-]+{_LARGE}))?"
_WORDED = (
    rf"(?:{_BELOW_1000}[\s-]+million\b(?:{_NEXT}{_BELOW_1000}[\s-]+thousand\b)?{_TAIL}"
    rf"|{_BELOW_1000}[\s-]+thousand\b{_TAIL}|{_BELOW_1000}[\s-]+{_LARGE}|{_BELOW_1000})"
)
_QUARTERS = r"(?:an?|one|three)[\s-]quarters?\s+of\s+an?\s+(?:million|billion)\b"

_GAP = r"[ \u00a0\u2009\u202f]"

DIGITS = (
    r"(?:\d{1,3}(?:,\d{2,3}){0,4},\d{3}(?!,\d{3}(?!\d))(?:\.\d+)?"
    rf"|(?<!(?<!\d)\d{{3}}{_GAP})\d{{1,3}}(?:{_GAP}\d{{3}}){{1,4}}(?![\d,.]|{_GAP}\d{{3}}(?!\d))"
    r"|\d{1,15}(?!\d)(?:\.\d+)?)"
)
"""Digits with commas (Indian grouping too), with spaces, or plain, and a decimal point. Fifteen digits are more than
anybody counts: what is longer is a code, or a row of a table, whose cells are then numbers of their own."""

NUMERAL = (
    rf"(?:(?<![\w.])(?<!\d,)(?<![^\W\d]-){DIGITS}(?:[\s-]*(?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b"
    rf"|\s?(?:mn|bn|m|k)\b)?"
    rf"|\b{_QUARTERS}|\b{_BELOW_100}\s+and\s+a\s+half\s+{_LARGE}|\b(?:half\s+an?|an?(?:\s+half[\s-])?|(?:{_BELOW_100}))\s+(?:dozen|score|hundred|thousand|million|billion|lakh|crore)\b"
    rf"(?!\s+(?:and\s+)?{_BELOW_100})(?:\s+and\s+a\s+half\b)?"
    rf"|\b{_WORDED}|\ban?\s+{_LARGE})"
)
"""A pattern (ignore case) for one number; `value_of` takes what it matched."""

_PIECE = re.compile(rf"{DIGITS}|[a-z]+", re.IGNORECASE)


def value_of(text: str) -> int | float:
    """What a text matched by NUMERAL is worth, whole where it is whole.

    >>> value_of("two hundred and fifty thousand"), value_of("1.5 million"), value_of("half a dozen")
    (250000, 1500000, 6)
    """
    total: float = 0
    part: float = 0
    factor: float = 1
    words = [piece.lower() for piece in _PIECE.findall(text)]
    if words[-3:] == ["and", "a", "half"]:
        scale = SCALES[words[-4]]
        return whole(value_of(" ".join(words[:-3])) + scale / 2)
    if words[1:4] == ["and", "a", "half"]:
        return whole((WORDS[words[0]] + 0.5) * SCALES[words[4]])
    if len(words) > 2 and words[1].startswith("quarter"):
        return whole((3 if words[0] == "three" else 1) * SCALES[words[-1]] / 4)
    for word in words:
        if word[0].isdigit():
            part += float(re.sub(r"[^\d.]", "", word))
        elif word in WORDS:
            part += WORDS[word]
        elif word == "half":
            factor = 0.5
        elif word in SCALES:
            scale = SCALES[word]
            part = (part or 1) * scale
            if scale >= 1_000:
                total, part = total + part, 0
    return whole((total + part) * factor)


def whole(number: float) -> int | float:
    """An int where the number is one; otherwise rounded to six places, so that 1.1 million stays what it is."""
    return round(number) if abs(number - round(number)) < 1e-6 else round(number, 6)
