"""Where the report begins and ends among all that a browser saved with it, and what is cut inside it.

Full sentences speak for the report, short lines without an end mark and the words of page furniture against it. The
report is the run of paragraphs with the greatest weight. A run of furniture weighs no more than `_GAP` against what
follows it, so that a long menu in the middle of a report does not hide its second half; readers' comments end it.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from rashomon.articles.appeals import speaks_to_reader
from rashomon.articles.heading import ends_in_cry, states_origin
from rashomon.articles.pieces import PROSE_WORDS, Piece
from rashomon.record import Cut

_GAP = -2.5
"""Most that a run of furniture can weigh against the report: as much as one full paragraph weighs for it."""
_LISTED = 0.05
"""Weight of a line in a list that the report announces with a colon."""
_CUT_OFF_WORDS = 20
"""Words from which a paragraph without an end mark, right behind the report, is taken as its cut-off end."""
_ABOVE_HEADING = 0.15
"""Share of the report's weight that full sentences above its byline or day can have: what the site says of itself."""
_LINKS = 4
"""Labels in a row inside the report that are a list of links, unless a line with a colon announces them."""
_COMMENT = re.compile(
    r"\b(?:says|said|wrote|commented|writes)\W*$|^\W*repl(?:y|ies)\b\W*$|^(?:posted|submitted|comment) by\b"
    r"|\b(?:minutes?|hours?|days?|weeks?|months?|years?) ago\W*$|\bat \d{1,2}[:.]\d{2}\s*[ap]\.?m\b"
    r"|^(?:report abuse|flag|like|upvote|permalink)\W*$",
    re.I,
)
_COMMENT_WITHIN = 12
"""Paragraphs behind the word "comments" among which one must look like a reader's comment."""


@dataclass(frozen=True, slots=True)
class Region:
    """The report is `pieces[start:end]`; what stands before it is its heading and what comes above that."""

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
        return inside + [Cut(p.text, p.reason or "behind the end of the report") for p in self.pieces[self.end :]]


def find_report(pieces: tuple[Piece, ...], latest: date) -> Region:
    """The report among the pieces; empty where no piece can be one. `latest`: the last day that a page can be of."""
    start, end = _heaviest(pieces, _comments(pieces))
    if start == end:
        first = next((at for at, piece in enumerate(pieces) if piece.reason is None), len(pieces))
        return Region(pieces, first, len(pieces))
    start = _below_heading(pieces, start, end, latest)
    if start + 1 < end and _is_cry(pieces[start]):
        start += 1
    end = _end(pieces, start, end)
    return Region((*pieces[:start], *_without_links(pieces[start:end]), *pieces[end:]), start, end)


def _heaviest(pieces: tuple[Piece, ...], stop: int) -> tuple[int, int]:
    """The run of greatest weight before `stop`, the first among equals; (0, 0) where nothing weighs for a report."""
    best, best_run = 0.0, (0, 0)
    total, gap, start = 0.0, 0.0, 0
    listed = False
    for at, piece in enumerate(pieces[:stop]):
        listed = piece.reason is None and (piece.text.endswith(":") or (listed and piece.is_label))
        weight = _LISTED if listed and piece.is_label else piece.weight
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
            best, best_run = total, (start, at + 1)
    return best_run


def _comments(pieces: tuple[Piece, ...]) -> int:
    """Where readers' comments begin behind some full paragraphs; the number of pieces where there are none."""
    prose = 0
    for at, piece in enumerate(pieces):
        prose += piece.is_prose
        if piece.reason == "comments" and prose >= 2:
            following = pieces[at + 1 : at + 1 + _COMMENT_WITHIN]
            if any(_COMMENT.search(other.text) for other in following if other.words <= PROSE_WORDS):
                return at
    return len(pieces)


def _below_heading(pieces: tuple[Piece, ...], start: int, end: int, latest: date) -> int:
    """The start, moved below a byline or day if little of the report's weight stands above that."""
    weights = [max(piece.weight, 0.0) for piece in pieces[start:end]]
    allowed, above = _ABOVE_HEADING * sum(weights), 0.0
    lowest = start
    for at, weight in enumerate(weights, start):
        above += weight
        if above > allowed:
            break
        if pieces[at].words <= 2 * PROSE_WORDS and states_origin(pieces[at].text, latest):
            lowest = at + 1
    return next((at for at in range(lowest, end) if pieces[at].weight > 0), start)


def _end(pieces: tuple[Piece, ...], start: int, end: int) -> int:
    """The end without an appeal's first words, with a last paragraph that was cut off."""
    while end > start + 1 and end < len(pieces) and pieces[end].reason and _leads_in(pieces[end - 1]):
        end -= 1
    if end < len(pieces) and pieces[end].is_label and pieces[end].words >= _CUT_OFF_WORDS:
        end += 1
    return end


def _without_links(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces of the report, with runs of labels in it marked as links."""
    marked = list(pieces)
    at = 0
    while at < len(marked):
        run = at
        while run < len(marked) and (marked[run].is_label or marked[run].is_cut_inside):
            run += 1
        labels = sum(piece.is_label for piece in marked[at:run])
        if labels >= _LINKS and not (at and marked[at - 1].text.endswith(":")):
            marked[at:run] = [p if p.reason else replace(p, reason="links to other pages") for p in marked[at:run]]
        at = max(run, at + 1)
    return marked


def _is_cry(piece: Piece) -> bool:
    """A headline that asks or cries: the only kind that ends in a mark."""
    return piece.words <= 2 * PROSE_WORDS and ends_in_cry(piece.text)


def _leads_in(piece: Piece) -> bool:
    return piece.words < 2 * PROSE_WORDS and speaks_to_reader(piece.text)
