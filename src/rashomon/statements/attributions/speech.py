"""Direct speech: which cue goes with which quotation.

Read from the order of the words rather than from the parse, which breaks at the ends of quoted sentences.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from rashomon.statements.attributions.subjects import SUBJECTS
from rashomon.statements.quotes import Quote
from rashomon.statements.wording import text_of

REACH = 40
"""Tokens between a quotation and its cue, the speaker's name, office and age included."""
_ENDS_OPEN = frozenset(",!?…-—–")
_FREE = frozenset({"aux", "auxpass", "advmod", "neg", "punct", "prep", "npadvmod", "prt", "dobj", "dative"})


_SENTENCE_END = re.compile(r"[a-z)\d]{3}[.?!]\s+[A-Z]")
"""An abbreviation such as "Ft." or an initial ends no sentence."""


def assign_quotes(doc: Doc, quotes: Sequence[Quote], cues: Sequence[int]) -> dict[int, list[Quote]]:
    """For each cue (token index of a verb that may introduce speech) the quotations that it introduces.

    A quotation takes the cue behind it if it ends open ("...," he said), else the one before it; one that follows on
    another's heels, with no cue of its own, goes on with that speaker.
    """
    out: dict[int, list[Quote]] = {}
    starts = [token.idx for token in doc]
    marks = sorted(quote.start for quote in quotes)
    known = sorted(cues)
    speaker: int | None = None
    last: Quote | None = None
    for quote in quotes:
        if quote.depth or not (quote.speech or _resumes(doc, last, quote, speaker)):
            continue
        first, after = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        behind = next((cue for cue in known[bisect_left(known, after) :] if cue < after + REACH), None)
        before = next((cue for cue in reversed(known[: bisect_left(known, first)]) if cue >= first - REACH), None)
        found = None
        if behind is not None and not _crosses(marks, quote.end, doc[behind].idx):
            found = _behind(doc, quote, after, behind)
        if found is None and before is not None and not _crosses(marks, doc[before].idx, quote.start):
            found = _before(doc, quote, first, before)
        if found is None and speaker is not None and last is not None and _follows(doc, last, quote, speaker):
            found = speaker
        if found is not None:
            out.setdefault(found, []).append(quote)
        speaker, last = found, quote
    return out


def _crosses(marks: list[int], start: int, end: int) -> bool:
    """Whether another quotation begins between these characters."""
    return bisect_left(marks, start) < bisect_left(marks, end)


def _behind(doc: Doc, quote: Quote, after: int, cue: int) -> int | None:
    """The cue that follows the quotation: "...," said the mayor; "...," the mayor of the town said."""
    inner_end = text_of(doc)[quote.spans[-1][1] - 1 : quote.spans[-1][1]]
    outer = text_of(doc)[quote.end : quote.end + 1]
    if inner_end not in _ENDS_OPEN and outer not in (",", "-", "—", "–", " "):
        return None
    if inner_end == "." or "\n" in text_of(doc)[quote.end : doc[cue].idx]:
        return None
    verb = doc[cue]
    between = [token for token in doc[after:cue] if not token.is_punct and not token.is_space]
    if any(token.text in ".?!;" for token in doc[after:cue]):
        return None
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    if not between:
        return cue
    if subject is None:
        return None
    own = {part.i for part in subject.subtree} | {
        part.i for child in verb.lefts if child.dep_ in _FREE for part in child.subtree
    }
    open_end = inner_end in _ENDS_OPEN or outer in (",", "-", "—", "–")
    return cue if open_end and all(token.i in own for token in between) else None


def _before(doc: Doc, quote: Quote, first: int, cue: int) -> int | None:
    """The cue that stands before the quotation: the mayor said: "..."; he told reporters, "..."."""
    if "\n\n" in text_of(doc)[doc[cue].idx : quote.start]:
        return None
    between = doc[cue + 1 : first]
    lead = text_of(doc)[: quote.start].rstrip()[-1:]
    if any(token.text in ".?!;" for token in between):
        return None
    if lead == ":" or all(token.is_punct or token.is_space for token in between):
        return cue
    verb = doc[cue]
    own = {part.i for child in verb.rights if child.dep_ in (*_FREE, "nsubj", "mark") for part in child.subtree}
    loose = [token for token in between if not token.is_punct and not token.is_space and token.i not in own]
    if lead == "," and all(token.lower_ == "that" for token in loose):
        return cue
    return None


def _resumes(doc: Doc, last: Quote | None, quote: Quote, cue: int | None) -> bool:
    """Whether a quotation broken off for the cue goes on here, however short: "The army," he said, "has lost"."""
    if last is None or cue is None or not last.end <= doc[cue].idx < quote.start:
        return False
    gap = text_of(doc)[doc[cue].idx : quote.start]
    return gap.rstrip().endswith(",") and not any(mark in gap for mark in ".?!;\n")


def _follows(doc: Doc, last: Quote, quote: Quote, cue: int) -> bool:
    """Whether nothing but the cue's own clause stands between two quotations, or they are paragraphs of one speech."""
    if quote.start < last.end:
        return False
    gap = text_of(doc)[last.end : quote.start]
    if not gap.strip(" \n.,…"):
        return True
    if not last.end <= doc[cue].idx < quote.start:
        return False
    rest = text_of(doc)[doc[cue].idx : quote.start].rstrip()
    return "\n" not in rest and rest[-1:] in ".,;:" and not _SENTENCE_END.search(rest)
