"""Where the report begins and ends among all that a browser saved with it, and what is cut inside it.

Every paragraph has a weight: full sentences speak for the report, short lines without an end mark and the words of
page furniture against it. The report is the run of paragraphs with the greatest weight. A run of furniture weighs no
more than `_GAP` against what follows it, so that a long menu in the middle of a report does not hide its second half.
"""

from dataclasses import dataclass

from rashomon.articles.appeals import is_appeal, speaks_to_reader
from rashomon.articles.furniture import furniture_rule
from rashomon.articles.paragraphs import ends_sentence
from rashomon.record import Cut

_PROSE_WORDS = 8
"""Words from which a paragraph with an end mark is a sentence of a report rather than a label."""
_FULL_WORDS = 60
_FULL_WEIGHT = 3.0
_SENTENCE, _LABEL, _OPENER = 0.3, -0.7, -2.0
_GAP = -4.0
"""Most that a run of furniture can weigh against the report: less than two full paragraphs."""
_CUT_OFF_WORDS = 20
"""Words from which a paragraph without an end mark, right behind the report, is taken as its cut-off end."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, its number of words, and why it is no part of a report (None where nothing says so)."""

    text: str
    words: int
    reason: str | None
    opens: bool = False
    edge: bool = False

    @property
    def is_cut_inside(self) -> bool:
        """Is it cut even where the report goes on behind it?"""
        return self.reason is not None and not self.edge

    @property
    def is_prose(self) -> bool:
        """A paragraph of full sentences."""
        return self.reason is None and self.words >= _PROSE_WORDS and ends_sentence(self.text)


@dataclass(frozen=True, slots=True)
class Region:
    """The report is `pieces[start:end]`; what stands before it is its head and what comes above that."""

    pieces: tuple[Piece, ...]
    start: int
    end: int

    @property
    def head(self) -> tuple[Piece, ...]:
        """What stands before the report."""
        return self.pieces[: self.start]

    def kept(self) -> list[str]:
        """The paragraphs of the report."""
        return [piece.text for piece in self.pieces[self.start : self.end] if not piece.is_cut_inside]

    def cuts(self) -> list[Cut]:
        """What was cut within the report and behind it, in order."""
        inside = [Cut(p.text, p.reason) for p in self.pieces[self.start : self.end] if p.reason and p.is_cut_inside]
        behind, reason = [], "behind the end of the report"
        for piece in self.pieces[self.end :]:
            reason = piece.reason if piece.reason and piece.opens else reason
            behind.append(Cut(piece.text, piece.reason or reason))
        return inside + behind


def weigh(paragraphs: list[str]) -> tuple[Piece, ...]:
    """The paragraphs with what their own words say about them."""
    return tuple(_piece(text) for text in paragraphs)


def find_report(pieces: tuple[Piece, ...]) -> Region:
    """The report among the pieces; empty at the end where there is none."""
    best, best_from, best_to = 0.0, len(pieces), len(pieces)
    total, gap, start = 0.0, 0.0, 0
    for at, piece in enumerate(pieces):
        weight = _weight(piece)
        if weight < 0:
            gap = max(gap + weight, _GAP)
            continue
        if total + gap <= 0:
            total, start = 0.0, at
        else:
            total += gap
        gap = 0.0
        total += weight
        if total > best:
            best, best_from, best_to = total, start, at + 1
    if not best:
        return _without_prose(pieces)
    if best_from + 1 < best_to and _is_cry(pieces[best_from]):
        best_from += 1
    return Region(pieces, best_from, _end(pieces, best_from, best_to))


def _piece(text: str) -> Piece:
    words = len(text.split())
    rule = furniture_rule(text)
    if rule:
        return Piece(text, words, rule.reason, rule.opens, rule.edge)
    if is_appeal(text):
        return Piece(text, words, "appeal", opens=True)
    if not any(map(str.isalnum, text)):
        return Piece(text, words, "rule")
    return Piece(text, words, None)


def _weight(piece: Piece) -> float:
    if piece.reason:
        return _OPENER if piece.opens else _LABEL / 2
    if not ends_sentence(piece.text):
        return _LABEL
    if piece.words < _PROSE_WORDS:
        return _SENTENCE
    return _FULL_WEIGHT * min(piece.words, _FULL_WORDS) / _FULL_WORDS


def _end(pieces: tuple[Piece, ...], start: int, end: int) -> int:
    """The end without an appeal's first words, with a last paragraph that was cut off."""
    while end > start + 1 and end < len(pieces) and pieces[end].reason and _leads_in(pieces[end - 1]):
        end -= 1
    if end < len(pieces) and pieces[end].reason is None and pieces[end].words >= _CUT_OFF_WORDS:
        end += 1
    return end


def _is_cry(piece: Piece) -> bool:
    """A headline that asks or cries: the only kind that ends in a mark."""
    return piece.words <= 2 * _PROSE_WORDS and piece.text.endswith(("!", "?"))


def _leads_in(piece: Piece) -> bool:
    return piece.words < 2 * _PROSE_WORDS and speaks_to_reader(piece.text)


def _without_prose(pieces: tuple[Piece, ...]) -> Region:
    """A page of lines without sentences (a list, a headline alone): all that no rule speaks against."""
    start = next((at for at, piece in enumerate(pieces) if piece.reason is None), len(pieces))
    return Region(pieces, start, len(pieces))
