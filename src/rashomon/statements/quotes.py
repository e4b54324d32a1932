"""Quotations: what stands between quotation marks, and whether it is somebody speaking.

A mark is read by its neighbours, so straight and curly marks are treated alike. A quotation that runs over several
paragraphs opens anew in each and closes only in the last. A title, a name or a word held at arm's length stands between
marks too; `speech` tells the two apart.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from rashomon.statements.wording import text_of

_MARK = re.compile(r"''|``|[\"“”„«»‘’‚'‹›]")
_DOUBLE = frozenset({'"', "“", "”", "„", "''", "``"})
_SINGLE = frozenset({"'", "‘", "’", "‚"})
_ANGLE = frozenset({"«", "»", "‹", "›"})
_ONLY_OPENS = frozenset({"“", "„", "``", "«", "‹", "‘", "‚"})
_ONLY_CLOSES = frozenset({"”", "»", "›"})
_ELIDED = re.compile(r"['’](?:em|tis|twas|til|cause|bout|round|n|\d0s)\b", re.IGNORECASE)
_BREAK = re.compile(r"\n\s*\n")
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
LONGEST = 20_000
"""Characters: a speech printed whole; a longer quotation is not looked back for."""
SHORT = 4
"""Words: what is no longer than this and has no verb with a subject is a name or a word held at arm's length."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation from its first mark at `start` to behind its last at `end`, in code points of the text.

    `spans` are the stretches between the marks, one a paragraph. `depth` is 0 for the outermost. `closed` is False
    where the closing mark is missing.
    """

    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    depth: int
    speech: bool
    closed: bool = True


@dataclass(slots=True)
class _Open:
    family: str
    start: int
    inner: int
    spans: list[tuple[int, int]]


def find_quotes(doc: Doc) -> tuple[Quote, ...]:
    """Every quotation of `doc`, in the order of their first marks, inner ones after those that hold them."""
    text = text_of(doc)
    found: list[tuple[int, int, tuple[tuple[int, int], ...], int, bool]] = []
    carried: list[_Open] = []
    paragraphs = _paragraphs(text)
    for number, (begin, stop) in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        carried = _read_paragraph(text, begin, stop, following, carried, found)
    return tuple(
        Quote(start, end, spans, depth, _is_speech(doc, start, end, spans), closed)
        for start, end, spans, depth, closed in sorted(found, key=lambda quote: (quote[0], -quote[1]))
    )


def quotes_near(quotes: Sequence[Quote], start: int, end: int) -> Sequence[Quote]:
    """Those of the quotations, given in order, that may meet the characters from `start` to `end`."""
    first = bisect_left(quotes, start - LONGEST, key=lambda quote: quote.start)
    return quotes[first : bisect_left(quotes, end, key=lambda quote: quote.start)]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    edges = [0, *(place for match in _BREAK.finditer(text) for place in match.span()), len(text)]
    return [(begin, end) for begin, end in list(pairwise(edges))[::2] if begin < end]


def _read_paragraph(
    text: str,
    begin: int,
    stop: int,
    following: tuple[int, int] | None,
    carried: list[_Open],
    found: list[tuple[int, int, tuple[tuple[int, int], ...], int, bool]],
) -> list[_Open]:
    """Adds the quotations that end in this paragraph to `found`; hands back those that go on in the next."""
    stack: list[_Open] = []
    for match in _MARK.finditer(text, begin, stop):
        family = _family(match.group())
        if carried and match.start() == begin and family == carried[0].family:
            carried[0].inner = match.end()
            stack, carried = carried[:1], []
            continue
        if _closes(text, match, stack, stop):
            while stack:
                opened = stack.pop()
                opened.spans.append((opened.inner, match.start()))
                same = opened.family == family
                found.append((opened.start, match.end(), tuple(opened.spans), len(stack), same))
                if same:
                    break
        elif _opens(text, match, stack):
            stack.append(_Open(family, match.start(), match.end(), []))
    if not stack:
        return []
    first = stack[0]
    goes_on = following is not None and _family(text[following[0] : following[0] + 2]) == first.family
    if goes_on:
        first.spans.append((first.inner, stop))
        return [first]
    if first.family == "double":
        first.spans.append((first.inner, stop))
        found.append((first.start, stop, tuple(first.spans), 0, False))
    return []


def _family(mark: str) -> str:
    """Marks of one family close each other."""
    for family, marks in (("double", _DOUBLE), ("single", _SINGLE), ("angle", _ANGLE)):
        if mark in marks or mark[:1] in marks:
            return family
    return ""


def _opens(text: str, match: re.Match[str], stack: list[_Open]) -> bool:
    mark, (start, end) = match.group(), match.span()
    if mark in _ONLY_CLOSES or any(opened.family == _family(mark) for opened in stack):
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if after.isspace() or (before.isalnum() and mark not in _ONLY_OPENS):
        return False
    if mark in _SINGLE:
        return not before.isalnum() and not _ELIDED.match(text, start)
    return before.isspace() or mark in _ONLY_OPENS or before in "([{—–-―/‘'“:,.…*"


def _closes(text: str, match: re.Match[str], stack: list[_Open], stop: int) -> bool:
    mark, (start, end) = match.group(), match.span()
    family = _family(mark)
    if (mark in _ONLY_OPENS and not _turned(text, match)) or not any(opened.family == family for opened in stack):
        return False
    before, after = text[start - 1], text[end] if end < len(text) else " "
    if family == "single":
        if after.isalnum() or before.isspace():
            return False
        return not (before in "sSzx" and after.isspace() and _closer_follows(text, end, stop))
    return not before.isspace() or after.isspace() or not after.isalnum()


def _turned(text: str, match: re.Match[str]) -> bool:
    """Whether an opening mark stands where only a closing one can: behind a comma or stop, before a blank."""
    return (
        text[match.start() - 1 : match.start()] in (",", ".", "!", "?")
        and not text[match.end() : match.end() + 1].strip()
    )


def _closer_follows(text: str, start: int, stop: int) -> bool:
    """Whether a better closing single mark comes before the next one opens: then the mark at hand is a plural's."""
    for match in _MARK.finditer(text, start, stop):
        if match.group() not in _SINGLE:
            return False
        before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
        if before.isspace() or match.group() in "‘‚":
            return False
        if not after.isalnum() and (before in ".,!?…" or after in ("", ",", ".", ";", ":", ")")):
            return True
    return False


def _is_speech(doc: Doc, start: int, end: int, spans: tuple[tuple[int, int], ...]) -> bool:
    if len(spans) > 1:
        return True
    inner = doc.char_span(*spans[0], alignment_mode="contract") if spans else None
    if inner is None:
        return False
    words = [token for token in inner if not token.is_punct and not token.is_space]
    if not words:
        return False
    if any(token.dep_ in _SUBJECTS and token.head in inner for token in words) and any(
        token.pos_ in ("VERB", "AUX") for token in words
    ):
        return not _is_title(words)
    closing = text_of(doc)[spans[0][1] - 1]
    before = text_of(doc)[:start].rstrip()[-1:]
    if closing in ",!?" or before == ":":
        return not _is_title(words) or closing == ","
    opens_sentence = start == 0 or before in '.!?"”’' or text_of(doc)[start - 1] == "\n"
    return (opens_sentence and closing in ".,…") or (len(words) > SHORT and not _is_title(words))


def _is_title(words: list) -> bool:  # type: ignore[type-arg]
    """Every word of weight is capitalised, as in names and headings."""
    weighty = [token for token in words if token.pos_ not in ("ADP", "DET", "CCONJ", "PART", "NUM", "SCONJ")]
    return len(words) > 1 and all(token.text[:1].isupper() for token in weighty)
