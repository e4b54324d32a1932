"""Does a page, or the report cut out of it, tell of conflict? Each no comes with its reason.

What a report tells of shows in its words together, not in one or the other: a phone hits the shops, a side attacks. A
page is judged by its full paragraphs, before the report is cut out of it; menus, teasers and scripts, which tell of all
that the site has, do not count.
"""

import re

from rashomon.models import words_of
from rashomon.sift.words import chance_of_conflict, in_english

LEAST = 0.012
"""Least chance, by the words, that a report tells of conflict. It is low, since a report that is lost costs more than a
page too many, which takes a tenth of a second."""

PARAGRAPH = 60
"""Characters from which on a piece of text between marks counts as a paragraph and no label."""

FEW = 400
"""Characters of paragraphs below which all pieces of the page count: its report stands in no paragraphs."""

LONGEST = 20_000
"""Characters of a page that are judged: more is a book or a list, and tells on its first pages what it is on."""

MEND = "hand it in by itself, not in an archive, to have it read"

_NOT_TEXT = re.compile(r"<(?:(script|style|noscript|svg|template)\b|!--)", re.I)
_BLOCK = re.compile(
    r"</?(?:p|div|br|li|td|tr|h[1-6]|section|article|ul|ol|table|blockquote|title|header|footer|nav)\b[^>]*>", re.I
)
_TAG = re.compile(r"<[^>]*>")


def judge_report(title: str | None, text: str, *, english: bool) -> str | None:
    """Why a report is not read; None where it tells of conflict. Without `english` a report in another language is
    read, whatever it tells: its words are not known."""
    return _judge(f"{title}\n{text}" if title else text, "the report", english=english)


def judge_page(text: str, *, markup: bool, english: bool) -> str | None:
    """Why a page is not read, by its text as it came, before the report is cut out of it; None where it may tell of
    conflict. `english` as with reports."""
    return _judge(page_text(text) if markup else text, "the page", english=english)


def _judge(text: str, what: str, *, english: bool) -> str | None:
    text = text[:LONGEST]
    words = words_of(text)
    if not in_english(text, words):
        return f"not in English, by the words of {what}; {MEND}" if english else None
    if chance_of_conflict(words) < LEAST:
        return f"tells of no conflict, by the words of {what}; {MEND}"
    return None


def page_text(text: str) -> str:
    """The full paragraphs of a page of HTML; all of its pieces where it has hardly any."""
    pieces = [_TAG.sub("", piece).strip() for piece in _BLOCK.split(_without_code(text))]
    full = [piece for piece in pieces if len(piece) >= PARAGRAPH]
    return "\n".join(full if sum(map(len, full)) >= FEW else pieces)


def _without_code(text: str) -> str:
    """The page without what is no text: scripts, styles, drawings, comments. Found by their ends, which on large pages
    takes a fifth of the time that one pattern for all of it does."""
    kept, at = [], 0
    for match in _NOT_TEXT.finditer(text):
        if match.start() < at:
            continue
        kept.append(text[at : match.start()])
        end = f"</{match[1]}" if match[1] else "-->"
        found = [place for form in {end, end.lower(), end.upper()} if (place := text.find(form, match.end())) >= 0]
        # One that is never closed: only its own mark goes.
        at = text.find(">", min(found)) + 1 if found else match.end()
    kept.append(text[at:])
    return " ".join(kept)
