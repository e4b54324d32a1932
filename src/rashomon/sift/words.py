"""The words of conflict in a text, by Aho-Corasick: all of them in one go, however many the table has."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for conflict in a text: `points` of the different words, and how many words of the text (`hits`) are
    such."""

    points: int
    hits: int


class Words:
    """The table of words, ready to be looked for."""

    def __init__(self, rows: Iterator[tuple[int, list[str]]]) -> None:
        forms: dict[str, tuple[int, bool]] = {}
        points = []
        for at, (worth, words) in enumerate(rows):
            points.append(worth)
            forms |= {word.removesuffix("*"): (at, word.endswith("*")) for word in words}
        self._points = tuple(points)
        self._known = tuple(forms.values())
        self._search = AhoCorasick(list(forms), matchkind=MatchKind.LeftmostLongest)

    def signs_in(self, text: str) -> Signs:
        """The signs in a text, whatever its capitals; a form inside another word is none."""
        text = text.lower()
        rows: set[int] = set()
        hits = 0
        for form, start, end in self._search.find_matches_as_indexes(text):
            row, open_ended = self._known[form]
            if (start and text[start - 1].isalnum()) or not (open_ended or end == len(text) or not text[end].isalnum()):
                continue
            rows.add(row)
            hits += 1
        return Signs(sum(self._points[row] for row in rows), hits)


@cache
def conflict_words() -> Words:
    """The words of `data/conflict.tsv`."""
    table = files("rashomon.sift").joinpath("data", "conflict.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return Words((int(points), forms.split("|")) for points, forms in rows)
