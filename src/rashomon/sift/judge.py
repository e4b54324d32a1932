"""Does a page, or the report cut out of it, tell of conflict? Each no comes with its reason.

A report does where it has several words of conflict, and enough of them for its length: an essay of three thousand
words has some of each. A page is judged by its full paragraphs, before the report is cut out of it; menus, teasers and
scripts, which tell of all that the site has, do not count.
"""

import re
from collections.abc import Iterator

from rashomon.sift.words import conflict_words

STRENGTH = 6.0
"""What the points of the different words of a report and its words of conflict in a hundred must come to. Short reports
use few different words, but hardly any others."""

MOST = 3.0
"""What the words in a hundred can add to that: two words of a line on a match are a large share of it."""

SHARE = 2.0
"""Least words of conflict in a hundred."""

LEEWAY = 0.85
"""What of both a whole page needs: it may hold paragraphs that are not the report's."""

PARAGRAPH = 60
"""Characters from which on a piece of text between marks counts as a paragraph and no label."""

FEW = 400
"""Characters of paragraphs below which all pieces of the page count: its report stands in no paragraphs."""

LETTERS = 6
"""Characters of an English word with its blank."""

MEND = "hand it in by itself, not in an archive, to have it read"

_NOT_TEXT = re.compile(r"<(script|style|noscript|svg|template)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|td|tr|h[1-6]|section|article|ul|ol|table|blockquote|title|header|footer|nav)\b[^>]*>", re.I
)
_TAG = re.compile(r"<[^>]*>")


def judge_report(title: str | None, text: str) -> str | None:
    """Why a report is not read; None where it tells of conflict."""
    return _judge(f"{title}\n{text}" if title else text, 1.0, "the report")


def judge_page(text: str, *, markup: bool) -> str | None:
    """Why a page is not read, by its text as it came, before the report is cut out of it; None where it may tell of
    conflict."""
    return _judge("\n".join(_paragraphs(text)) if markup else text, LEEWAY, "the page")


def _judge(text: str, leeway: float, what: str) -> str | None:
    signs = conflict_words().signs_in(text)
    share = 100 * signs.hits * LETTERS / max(len(text), LETTERS)
    if share < SHARE * leeway or signs.points + min(share, MOST) < STRENGTH * leeway:
        return f"tells of no conflict: too few English words of it in {what}; {MEND}"
    return None


def _paragraphs(text: str) -> Iterator[str]:
    pieces = [_TAG.sub("", piece).strip() for piece in _BLOCK.split(_NOT_TEXT.sub(" ", text))]
    full = [piece for piece in pieces if len(piece) >= PARAGRAPH]
    return iter(full if sum(map(len, full)) >= FEW else pieces)
