"""The words around a run of capitalised words, as signs: its neighbours, its ending, and the longer run it stands in.

A town inside the name of a body ("Karsa Memorial High School") is told from the town itself by the capitalised words
that go on behind it. The signs are many and rare, so they are hashed when they are weighed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][a-z]{0,4}\.(?= [A-Z])|\w+(?:['’](?!s\b)\w+)*|['’]s\b|\S")
_BEARS = frozenset({"voted", "right", "left", "people", "size", "surname", "many", "dateline"})
"""Signs that weigh otherwise with each label and each sort."""

HEADLINE, LEAD = 100, 300
"""Characters from the beginning: about where a headline and a first sentence end."""

AROUND = 4
"""Words on each side whose order no longer matters."""


class Context:
    """The words of one text."""

    def __init__(self, text: str) -> None:
        matches = list(_TOKEN.finditer(text))
        self._words = [match[0] for match in matches]
        self._starts = [match.start() for match in matches]
        self._breaks = [True, *("\n" in text[a.end() : b.start()] for a, b in pairwise(matches))]

    def signs(self, start: int, end: int, sort: str, told: Iterable[str]) -> Iterator[str]:
        """What stands around the run from `start` to `end`, beside the signs that are `told` of it already."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        own = [word.casefold() for word in self._words[first:last]] or [""]
        l2, l1, r1, r2 = (self._low(at) for at in (first - 2, first - 1, last, last + 1))
        yield from (f"w-1={l1}", f"w-2={l2}", f"w+1={r1}", f"w+2={r2}", f"w-21={l2} {l1}", f"w+12={r1} {r2}")
        yield from (f"w-1+1={l1} {r1}", f"so-1={sort} {l1}", f"so+1={sort} {r1}")
        yield from (f"name={' '.join(own)}", f"first={own[0]}", f"lastw={own[-1]}", f"n={len(own)}{sort}")
        yield from (f"suf={own[-1][-3:]}", f"suf4={own[-1][-4:]}")
        for away in range(AROUND):
            yield f"bagL={self._low(first - 1 - away)}"
            yield f"bagR={self._low(last + away)}"
        line = "n" if first < len(self._breaks) and self._breaks[first] else ""
        shape = f"{self._shape(first - 1)}{line}{self._shape(last)}"
        yield f"c={shape}"
        yield f"c2={self._shape(first - 2)}{shape}{self._shape(last + 1)}"
        yield f"pos={'head' if start < HEADLINE else 'lead' if start < LEAD else 'body'}"
        left, right = self._run(first, last)
        yield from (f"runL={first - left}", f"runR={right - last}", f"runs={first - left},{right - last},{sort}")
        yield f"rfirst={self._low(left) if left < first else '-'}"
        yield f"rlast={self._low(right - 1) if right > last else '-'}"
        yield from (f"inL={self._low(at)}" for at in range(left, first))
        yield from (f"inR={self._low(at)}" for at in range(last, right))
        told = sorted(told)
        label = next((sign for sign in told if sign.startswith("ner:")), "over")
        inside = next((sign for sign in told if sign.startswith("at:")), "")
        people = next((sign for sign in told if sign.startswith("people:")), "")
        yield from (f"ner+1={label} {r1}", f"ner-1={label} {l1}", f"ner={label}{inside}{sort}")
        yield from (f"nersz={label}{people}{sort}", f"at+r={inside}{right - last}{sort}", f"nerc={label}{shape}")
        for sign in told:
            if sign.split(":")[0] in _BEARS:
                yield f"{label}|{sign}"
                yield f"{sort}|{sign}"

    def _run(self, first: int, last: int) -> tuple[int, int]:
        """Where the capitalised words around a run begin and end; a line's end parts them."""
        left, right = first, last
        while left > 0 and not self._breaks[left] and self._words[left - 1][0].isupper():
            left -= 1
        while right < len(self._words) and not self._breaks[right] and self._words[right][0].isupper():
            right += 1
        return left, right

    def _low(self, at: int) -> str:
        if not 0 <= at < len(self._words):
            return "<>"
        word = self._words[at].casefold()
        return "0" if word[0].isdigit() else word

    def _shape(self, at: int) -> str:
        word = self._words[at] if 0 <= at < len(self._words) else "<>"
        if word[0].isupper():
            return "C" if word[1:].islower() else "A"
        return "d" if word[0].isdigit() else "l" if word[0].isalpha() else word[0]
