"""The words of a text, and what they tell: is it English, and how likely does it tell of conflict?"""

from collections.abc import Sequence

from rashomon.models import english_share, load_model

MODEL = "conflict"

EVERYDAY = 0.05
"""Least share of everyday English words in a text that may be English, which has three times as many."""

SHORT = 250
"""Characters below which a text may have none of them: a headline, a caption."""


def in_english(text: str, words: Sequence[str]) -> bool:
    """May the text, of these words, be English?"""
    return len(text) < SHORT or english_share(text, words) >= EVERYDAY


def chance_of_conflict(words: Sequence[str]) -> float:
    """How likely is it that a text of these words tells of conflict? From 0 to 1."""
    found = dict.fromkeys(words)
    return load_model(MODEL).chances([found])[0] if found else 0.0
