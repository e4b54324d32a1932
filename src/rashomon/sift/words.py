"""The words of a text, and what they tell: is it English, and how likely does it tell of conflict?"""

import re

from rashomon.models import load_model

MODEL = "conflict"

ENGLISH = frozenset(
    "the and that was for with were has have had from his her its which been their who are not but they after this "
    "would will said when more about than into over".split()
)
"""Everyday words of three letters and more that hardly another language has."""

EVERYDAY = 0.05
"""Least share of them among the words of a text in English, which has three times as many, and other languages none."""

FEW = 30
"""Words below which a text may have none of them: a headline, a caption."""

_WORD = re.compile(r"[a-z]{3,}")


def words_of(text: str) -> list[str]:
    """The words of three letters and more, in small letters."""
    return _WORD.findall(text.lower())


def in_english(words: list[str]) -> bool:
    """May these be the words of a text in English?"""
    if len(words) < FEW:
        return True
    return sum(word in ENGLISH for word in words) >= EVERYDAY * len(words)


def chance_of_conflict(words: list[str]) -> float:
    """How likely is it that a text of these words tells of conflict? From 0 to 1."""
    found = dict.fromkeys(words)
    return load_model(MODEL).chances([found])[0] if found else 0.0
