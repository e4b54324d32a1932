"""Quotations found in a text. A model copies loosely: it straightens quotation marks, joins lines, shortens dashes; but
the words must be there, whole, in their order and in their case."""

import re
from collections.abc import Iterator
from unicodedata import normalize

_SAME = {**dict.fromkeys("“”„«»‟″", '"'), **dict.fromkeys("‘’‚‛′`", "'"), **dict.fromkeys("‐‑‒–—−", "-")}
_NOTHING = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphens and characters without width."""

_JOINED = re.compile(r"[\u0590-\u08ff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufeff]")
"""Scripts that write words together, or small words on to the next: there a quotation may begin inside of a run."""

_GROUP = " .,'’\u00a0\u2009\u202f"
"""What may stand between the digits of one number."""


class Quotes:
    """One text, in which quotations are looked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded, self._starts = _fold(text)

    def find(self, quote: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where `quote` stands between two offsets, from the first place on; nothing for a quotation without words."""
        wanted = _fold(normalize("NFC", quote))[0].strip()
        if not any(map(str.isalnum, wanted)):
            return
        end = len(self.text) if end is None else end
        at = self._folded.find(wanted)
        while at >= 0:
            first, last = self._starts[at], self._starts[at + len(wanted) - 1] + 1
            if start <= first and last <= end and _whole(self.text, first, last):
                yield first, last
            at = self._folded.find(wanted, at + 1)


def _fold(text: str) -> tuple[str, list[int]]:
    """`text` with one space for each run of white space and one form of each mark, and where each character stands."""
    out: list[str] = []
    starts: list[int] = []
    for at, char in enumerate(text):
        if char in _NOTHING or (char.isspace() and out and out[-1] == " "):
            continue
        out.append(" " if char.isspace() else _SAME.get(char, char))
        starts.append(at)
    return "".join(out), starts


def _whole(text: str, start: int, end: int) -> bool:
    """Do the words at both ends stand there whole, and the numbers?"""
    return not (_cut(text, start) or _cut(text, end))


def _cut(text: str, at: int) -> bool:
    before, after = text[max(0, at - 1) : at], text[at : at + 1]
    if not before or not after:
        return False
    if after.isdigit() and before in _GROUP and text[max(0, at - 2) : at - 1].isdigit():
        return before not in " \u00a0" or re.match(r"\d{3}(?!\d)", text[at : at + 4]) is not None
    if before.isdigit() and after in _GROUP and text[at + 1 : at + 2].isdigit():
        return after not in " \u00a0" or re.match(r"\d{3}(?!\d)", text[at + 1 : at + 5]) is not None
    if not (before.isalnum() and after.isalnum()):
        return False
    return (before.isdigit() and after.isdigit()) or not (_JOINED.match(before) or _JOINED.match(after))
