"""TempEval-3: every expression of time with its TIMEX3 type and value, against the day the document was made."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from spacy.tokens import Doc

from rashomon.record import When
from rashomon.statements.parse import load_pipeline
from rashomon.statements.times import TimeWords, find_times, leaves, resolve_time, timex


def predict(rows: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For rows with `doc_id`, `text` and `dct` (a day, ISO): rows with `doc_id` and `timexes`."""
    nlp = load_pipeline()
    for row in rows:
        today = date.fromisoformat(row["dct"][:10]) if row.get("dct") else None
        yield {"doc_id": row["doc_id"], "timexes": list(_timexes(nlp(row["text"]), today))}


def _timexes(doc: Doc, today: date | None) -> Iterator[dict[str, Any]]:
    told: When | None = None
    for words in find_times(doc):
        for leaf in leaves(words):
            tense = _tense(doc, leaf)
            kind, value = timex(leaf, today, told=told, tense=tense)
            told = resolve_time(leaf, today=today, told=told, tense=tense) or told
            yield {"start": leaf.start, "end": leaf.end, "type": kind, "value": value}


def _tense(doc: Doc, words: TimeWords) -> Literal["past", "future"]:
    """The tense of the nearest verb above the words: future with will and its kind, or as an infinitive."""
    span = doc.char_span(words.start, words.end, alignment_mode="expand")
    if span is None:
        return "past"
    for token in (span.root, *span.root.ancestors):
        if token.pos_ in ("VERB", "AUX"):
            helpers = {child.lower_ for child in token.children if child.dep_ in ("aux", "auxpass")}
            if token.lemma_ in ("say", "tell", "report", "announce", "add"):
                return "past"
            ahead = helpers & {
                "will",
                "wo",
                "'ll",
                "’ll",
                "shall",
                "may",
                "can",
                "to",
                "would",
                "should",
                "must",
            } or token.tag_ in ("VBP", "VBZ")
            return "future" if ahead and not helpers & {"have", "has", "had"} else "past"
    return "past"
