"""Names brought to one spelling, so that what newspapers write in five ways is looked up as one.

Two levels: `fold` drops what never tells two names apart in English print (case, accents, apostrophes, hyphens);
`skeleton` also drops what transliteration leaves open (articles, doubled letters, a silent final h). Names equal under
`fold` are the same spelling; names equal only under `skeleton` are variants, and weigh less.
"""

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset("al an as ar at ad az ash adh ath el es ul".split())
"""The Arabic article in the forms it takes before other letters, as Latin print spells it."""

_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "æ": "ae",
                          "œ": "oe", "ə": "a", "Ə": "a", "ð": "d", "þ": "th"})  # fmt: skip
"""Latin letters that Unicode does not take apart into a letter and an accent."""

_SILENT = re.compile(r"['’‘`ʼʻʾʿ´′\"“”.]")
_GAPS = re.compile(r"[^0-9a-z]+")
_DOUBLED = re.compile(r"([a-z])\1+")


@lru_cache(maxsize=65_536)
def fold(name: str) -> str:
    """Lower-case words parted by one blank, without accents, apostrophes, full stops and hyphens.

    >>> fold("Al-Fallūjah"), fold("Asa'ib"), fold("U.S.")
    ('al fallujah', 'asaib', 'us')
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    plain = _SILENT.sub("", name)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain.translate(_LETTERS))
        plain = "".join(mark for mark in apart if not unicodedata.combining(mark))
    return _GAPS.sub(" ", plain.casefold()).strip()


@lru_cache(maxsize=65_536)
def skeleton(name: str) -> str:
    """`fold` without what transliteration leaves open; a name that is nothing but articles keeps them.

    >>> skeleton("Al-Fallūjah"), skeleton("Falluja"), skeleton("Basrah"), skeleton("Kufah"), skeleton("Koufa")
    ('faluja', 'faluja', 'basra', 'kufa', 'kufa')
    """
    words = fold(name).split()
    kept = [word for word in words if word not in ARTICLES] or words
    return " ".join(_bare(word) for word in kept)


@lru_cache(maxsize=65_536)
def _bare(word: str) -> str:
    """One folded word without doubled letters, with ou, oo -> u, ee -> i, iy, yy -> i and without the h of -ah, -eh."""
    word = word.replace("ou", "u").replace("oo", "u").replace("ee", "i").replace("iyy", "iy").replace("iy", "i")
    word = _DOUBLED.sub(r"\1", word)
    return word[:-2] + "a" if len(word) > 3 and word.endswith(("ah", "eh")) else word
