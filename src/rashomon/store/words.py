"""Words and names as they are compared: without case, accents and endings.

Records hold the stems of their statements: where words get other stems, a migration has to make them anew.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_ENDINGS = (
    "ations", "ation", "ments", "ment", "ings", "ions", "ing", "ion", "ers", "ors", "als", "er", "or",
    "al", "ed", "es", "e", "s",
)  # fmt: skip
"""Endings of English words, longer ones first; at least `STEM` letters stay."""

STEM = 3
"""Letters that stay when an ending is taken off: `arms` is `arm`, and `ring` stays whole."""

_WORD = re.compile(r"\w+")


def stems(*texts: str | None) -> frozenset[str]:
    """The words of the texts without case, accents and endings."""
    return frozenset(stem(word) for text in texts if text for word in tokens(text))


@lru_cache(100_000)
def stem(word: str) -> str:
    """The word without its ending, and without the doubling that an ending brings: `stopped` and `stops` are `stop`."""
    if word.endswith(("ies", "ied")) and len(word) > STEM + 1:
        return f"{word[:-3]}y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > STEM and word[-1] == word[-2] else word


def tokens(text: str) -> list[str]:
    """The words of the text without case and accents, in order."""
    if not text.isascii():  # Most text is, and then has no accents to take off.
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.findall(text.casefold())


def meant(name: str, names: Iterable[str]) -> frozenset[str]:
    """Those of `names` that `name` means: the equal ones, else those that hold its words in a row.

    So `New York Times` is also `The New York Times`, and `Sadr` is `Moqtada al-Sadr` where nobody is just `Sadr`.
    """
    wanted = _bare(name)
    told = {one: _bare(one) for one in names}
    equal = frozenset(one for one, bare in told.items() if bare == wanted)
    return equal or frozenset(one for one, bare in told.items() if wanted and _holds(bare, wanted))


def _bare(name: str) -> list[str]:
    words = tokens(name)
    return words[1:] if words[:1] == ["the"] else words


def _holds(words: list[str], wanted: list[str]) -> bool:
    return any(words[n : n + len(wanted)] == wanted for n in range(len(words) - len(wanted) + 1))
