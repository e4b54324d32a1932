"""Who said it, told at the end of a sentence: ..., two doctors said on Friday.

Read from the order of the words: the parser hangs such an end on whatever clause it has just read, the more so where it
has no commas of the writer's to go by.
"""

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.attribution import Attribution, spans_of
from rashomon.statements.attributions.cues import Cues

LONGEST_SPEAKER = 14
"""Tokens between the comma and the word of saying: a name with its office, or two bodies that said the same."""
LONGEST_TAIL = 9
"""Tokens behind the word of saying: a day, whom they told, or where."""
SHORTEST_CLAIM = 4
"""Tokens in front of the comma that make a claim and not a mere adverb (Meanwhile, the army said)."""

_SAYING = frozenset({"say", "report", "announce", "confirm", "claim", "document"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NO_SPEAKER = frozenset({"WDT", "WP", "WRB", "IN", "CC", "TO", "VBG", "PRP$"})


def closings(doc: Doc, lexicon: Cues, known: Collection[int]) -> Iterator[Attribution]:
    """The attributions at the ends of sentences whose word of saying (token index) is not among the `known`."""
    for cue in doc:
        frames = lexicon.verbs.get(cue.lemma_.lower()) if cue.pos_ == "VERB" and cue.tag_ in _FINITE else None
        if frames is None or cue.i in known or frames.get("clause") not in _SAYING:
            continue
        end = _tail(cue)
        start = _speaker(cue) if end else None
        if end is None or start is None:
            continue
        first = _sentence_start(doc, start - 1)
        if start - 1 - first < SHORTEST_CLAIM:
            continue
        told = next((t.i for t in doc[cue.i + 1 : end] if t.pos_ == "PROPN" and cue.lemma_ == "tell"), None)
        yield Attribution(
            spans_of(doc, range(start, cue.i)),
            spans_of(doc, (cue.i,)),
            spans_of(doc, range(first, start - 1)),
            doc[start : cue.i].root.i,
            cue.i,
            cue.lemma_.lower(),
            frames["clause"],
            told,
        )


def _tail(cue: Token) -> int | None:
    """Where the sentence ends (token, exclusive), if little and no clause stands behind the cue."""
    doc = cue.doc
    for at in range(cue.i + 1, min(len(doc), cue.i + 2 + LONGEST_TAIL)):
        token = doc[at]
        if token.text in ".!?" or "\n" in token.text:
            return at
        if token.i == cue.i + 1 and (token.tag_ == "VBG" or token.lower_ in ("without", ",")):
            return at if token.tag_ == "VBG" or token.lower_ == "without" or doc[at + 1].tag_ == "VBG" else None
        if token.lower_ == "without":
            return at
        if token.pos_ in ("VERB", "AUX", "SCONJ") or token.text in '":;,':
            return None
    return len(doc) if len(doc) - cue.i <= LONGEST_TAIL else None


def _speaker(cue: Token) -> int | None:
    """Where the speaker begins, right behind a comma; None where what stands between is no speaker."""
    doc = cue.doc
    for at in range(cue.i - 1, max(-1, cue.i - 2 - LONGEST_SPEAKER), -1):
        token = doc[at]
        if token.text in (",", ";"):
            named = doc[at + 1 : cue.i]
            able = len(named) > 0 and named[0].tag_ not in _NO_SPEAKER
            return at + 1 if able and any(t.pos_ in ("NOUN", "PROPN") for t in named) else None
        if token.tag_ in _FINITE or token.text in '.!?":' or "\n" in token.text:
            return None
    return None


def _sentence_start(doc: Doc, at: int) -> int:
    """The first token of the sentence that `at` stands in, by its marks."""
    while at > 0 and doc[at - 1].text not in (".", "!", "?") and "\n" not in doc[at - 1].text:
        at -= 1
    return at
