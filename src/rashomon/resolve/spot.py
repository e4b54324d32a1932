"""Spots where a text may name a place: capitalised words that the gazetteer knows, names with a word that only places
carry ("County", "River", "Street"), words for a people; each with the signs that speak for or against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rashomon.gazetteer import Gazetteer, adjective_of, country_of, region_of
from rashomon.record import Name
from rashomon.resolve.common import is_calendar
from rashomon.resolve.signs import ABBREVIATED, BUILT, CALLED, NATURE, SIDES, STREET, UNIT, Signs

LONGEST = 4
"""Words of the longest name that is looked up ("Port of Spain", "Ras al Ain")."""

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|(?:St|Ft|Mt|Ste|N|S|E|W)\.(?=\s[A-Z])|\d+(?:st|nd|rd|th)(?= [A-Z])|[A-Z][\w]*(?:['’][A-Z]?\w+)*|"
    r"\b(?:of|the|de|del|la|al|el|upon|on|and|les|du|d')\b"
)
"""A capitalised word, initials, an ordinal of a street, or a small word that stands inside names."""

_NUMBERED = re.compile(
    r"\b(?:(?:County|State|U\.S\.|US|Illinois|W\.\s?Va\.) )?"
    r"(?:Highway|Route|Road|Hwy\.?|Rte?\.?|Interstate|I-|W\.Va\.) ?\d+[A-Z]?\b"
)
"""Roads that bear a number."""

_BEFORE_NAME = re.compile(r"(?:Lake|River|Mount|Mt\.|Fort|Camp) .+")
_OF_NAME = re.compile(r"(?:the|The|\d[\d,-]*)\s+")
_AFTER_NAME = re.compile(r"(?:['’]s?|\s+(?:" + "|".join(sorted(CALLED)) + r"))$")
_SAINTS = frozenset({"St", "Ft", "Mt"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of text that may name a place. `sort` is "state", "people", "unit", "known", "nature", "street", "road",
    "built", "abbreviation" or "tagged"; `signs` are the names of what speaks for or against it."""

    start: int
    end: int
    text: str
    sort: str
    signs: frozenset[str]


class Spotter:
    """Spots of one text, whose names the language pipeline has labelled."""

    def __init__(self, text: str, names: tuple[Name, ...], gazetteer: Gazetteer) -> None:
        self._text = text
        self._names = sorted(names, key=lambda name: name.start)
        self._gazetteer = gazetteer
        self._signs = Signs(text, names, gazetteer)

    def spots(self) -> Iterator[Spot]:
        """All candidates; several may overlap, none has the span of another."""
        seen = set[tuple[int, int]]()
        for spot in (*self._runs(), *self._roads(), *self._abbreviations(), *self._tagged()):
            if (spot.start, spot.end) not in seen and spot.text:
                seen.add((spot.start, spot.end))
                yield spot

    def _runs(self) -> Iterator[Spot]:
        words = list(_WORD.finditer(self._text))
        for at, word in enumerate(words):
            if not (word[0][0].isupper() or word[0][0].isdigit()):
                continue
            for length in range(min(LONGEST, len(words) - at), 0, -1):
                run = words[at : at + length]
                if run[-1][0][0].isupper() and self._is_joined(run):
                    found = self._spot(run)
                    if found:
                        yield found

    def _roads(self) -> Iterator[Spot]:
        for match in _NUMBERED.finditer(self._text):
            yield self._made(*match.span(), "road")

    def _abbreviations(self) -> Iterator[Spot]:
        for match in ABBREVIATED.finditer(self._text):
            before = self._text[max(0, match.start() - 2) : match.start()]
            if not before[-1:].isalpha():
                near = self._signs.left(match.start())
                where = "comma" if before == ", " else "in" if near in {"in", "of"} | SIDES else "bare"
                yield Spot(*match.span(), match[0], "abbreviation", frozenset({f"abbr-{where}"}))

    def _tagged(self) -> Iterator[Spot]:
        """What the language pipeline calls a place, without what stands around its name proper."""
        for name in self._names:
            if name.label in {"GPE", "LOC", "FAC"}:
                before, after = _OF_NAME.match(name.text), _AFTER_NAME.search(name.text)
                start = name.start + (before.end() if before else 0)
                end = name.end - (len(after[0]) if after else 0)
                if start < end:
                    yield self._made(start, end, "tagged")

    def _is_joined(self, run: list[re.Match[str]]) -> bool:
        gaps = [(one[0], self._text[one.end() : other.start()]) for one, other in pairwise(run)]
        return all(gap in {" ", "-"} or (word in _SAINTS and gap == ". ") for word, gap in gaps)

    def _spot(self, run: list[re.Match[str]]) -> Spot | None:
        start, end = run[0].start(), run[-1].end()
        if self._text[start:end].endswith(("'s", "’s")):
            end -= 2
        last = run[-1][0].casefold() if len(run) > 1 else ""
        sort = self._sort(self._text[start:end], last)
        if sort is None:
            return None
        short = last in STREET and len(last) <= 4 and last not in {"way", "road", "lane"}
        if (short or last == "twp") and sort in {"street", "unit"} and self._text[end : end + 1] == ".":
            end += 1
        return self._made(start, end, sort)

    def _made(self, start: int, end: int, sort: str) -> Spot:
        return Spot(start, end, self._text[start:end], sort, frozenset(self._signs.of(start, end, sort)))

    def _sort(self, text: str, last: str) -> str | None:
        """What a run of words is, None where it can be no place."""
        if is_calendar(text) or (text[0].isdigit() and last not in STREET):
            return None
        if adjective_of(text) or region_of(text):
            return "people"
        if country_of(text):
            return "state"
        kinds = (("unit", UNIT), ("street", STREET), ("nature", NATURE), ("built", BUILT))
        told = next((sort for sort, words in kinds if last in words), None)
        if _BEFORE_NAME.fullmatch(text) and told in {None, "built"}:
            return "nature"
        return told or ("known" if len(text) >= 3 and self._gazetteer.knows(text) else None)
