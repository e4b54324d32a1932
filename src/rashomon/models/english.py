"""English known by its everyday words, without a model."""

import re
from collections.abc import Sequence

ENGLISH = frozenset(
    "the and that was for with were has have had from his her its which been their who are not but they after this "
    "would will said when more about than into over".split()
)
"""Everyday words of three letters and more that hardly another language has."""

OWN = 0.3
"""Least share of the characters of a text that its words of three letters and more have in English, which has .65."""

_WORD = re.compile(r"[a-z]{3,}")


def words_of(text: str) -> list[str]:
    """The words of three letters and more, in small letters."""
    return _WORD.findall(text.lower())


def english_share(text: str, words: Sequence[str]) -> float:
    """The share of everyday English words among the words of a text: a fifth in English, hardly any in other languages,
    and none where most of the text is in other letters."""
    if sum(map(len, words)) < OWN * len(text):
        return 0.0
    return sum(word in ENGLISH for word in words) / len(words)
