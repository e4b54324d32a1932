"""Where in a text a pattern can match at all, by the words that every match of it holds.

A long pattern tried at every character of a report takes milliseconds, and there are some fifty. Most hold a word that
few reports have, so each is tried around these words alone; what it finds is the same.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

NUMBER = "#"
"""Stands for digits of any number among the words."""

REACH = 160
"""Characters on either side of the word that a match can reach: the longest of an example report have 60."""

_PIECE = re.compile(r"[A-Za-z]+|\d+")


class Whereabouts(NamedTuple):
    """A text with the offsets of each of its words, in small letters."""

    text: str
    at: dict[str, list[int]]

    def has(self, words: Collection[str]) -> bool:
        """Does the text have one of the words?"""
        return not self.at.keys().isdisjoint(words)

    def matches(self, pattern: re.Pattern[str], words: Collection[str]) -> Iterator[re.Match[str]]:
        """All matches of a pattern of which each holds one of the words."""
        spots = sorted(spot for word in self.at.keys() & words for spot in self.at[word])
        start = end = 0
        for spot in spots:
            if spot - REACH > end:
                if end:
                    yield from pattern.finditer(self.text, start, end)
                start = max(end, spot - REACH)
            end = spot + REACH
        if end:
            yield from pattern.finditer(self.text, start, end)


def whereabouts(text: str) -> Whereabouts:
    """The words of a text with where they stand."""
    at: dict[str, list[int]] = {}
    for match in _PIECE.finditer(text):
        word = match[0]
        at.setdefault(NUMBER if word[0].isdigit() else word.lower(), []).append(match.start())
    return Whereabouts(text, at)
