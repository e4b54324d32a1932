"""Spellings of one name: what transliteration varies is brought to one key, and slips of the pen are measured."""

import re
from functools import lru_cache

from rashomon.gazetteer import fold

ARTICLES = frozenset("al el ul an as ash ar ad at az".split())
"""The Arabic article between the parts of a name; alone in front of another word it never tells two names apart."""

_LETTERS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("zh", "z"), ("ck", "k"),
            ("q", "k"), ("ph", "f"), ("w", "u"), ("y", "i"), ("e", "a"), ("o", "u"))  # fmt: skip
"""What Latin print writes now one way, now another for the same letters of Arabic, Persian, Hebrew and Cyrillic."""

_ENGLISH = {"organisation": "organization", "centre": "center", "defence": "defense", "programme": "program",
            "mobilisation": "mobilization", "labour": "labor"}  # fmt: skip
"""British spellings in names of bodies, and the American ones."""

_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=[a-z]{2}a)h$")


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """The key that spellings of one word share: "Mehdi", "Mahdi"; "Moqtada", "Muqtada"; "Fadilla", "Fadhila".

    >>> sound("Mehdi") == sound("Mahdi"), sound("Nouri") == sound("Nuri"), sound("Mahdi") == sound("Mahmud")
    (True, True, False)
    """
    key = american(word)
    for written, heard in _LETTERS:
        key = key.replace(written, heard)
    return _SILENT.sub("", _DOUBLED.sub(r"\1", key))


def american(word: str) -> str:
    """A folded word in its American spelling, where the names of bodies know two."""
    key = fold(word)
    return _ENGLISH.get(key, key)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, without Arabic articles unless nothing else is left."""
    words = tuple(fold(name).split())
    return tuple(word for word in words if word not in ARTICLES) or words


@lru_cache(maxsize=65_536)
def sounds(name: str) -> tuple[str, ...]:
    """The keys of the words of a name, in their order."""
    return tuple(sound(word) for word in words_of(name))


def slips(one: str, other: str, most: int) -> int:
    """Letters to change, drop, add or swap with their neighbour to come from `one` to `other`; `most` + 1 if more.

    >>> slips("badghad", "baghdad", 2), slips("basra", "mosul", 2)
    (2, 3)
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, start=1):
        line = [row]
        for column, right in enumerate(other, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (left != right))
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)
