"""PolNeAR: who says what in news on politics, every attitude included.

The set marks no attribution inside a quotation and few inside another's words, so those found there are left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from benchmarks.rows import Row
from rashomon.statements.attributions import Attribution, find_attributions
from rashomon.statements.parse import load_pipeline
from rashomon.statements.quotes import find_quotes


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "attributions": [{"source": [[start, end]], "cue": ..., "content": ...}]} for every row."""
    nlp = load_pipeline()
    for row in rows:
        yield {"doc_id": row["doc_id"], "attributions": attributions(nlp(row["text"]))}


def attributions(doc: Doc) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of one parsed text, as the set has them."""
    quotes = find_quotes(doc)
    speech = [(quote.start, quote.end) for quote in quotes if quote.speech]
    every = find_attributions(doc, quotes, attitudes=True)
    return [
        {"source": list(found.source), "cue": list(found.cue), "content": list(found.content)}
        for found in every
        if not any(start < found.cue[0][0] < end for start, end in speech) and _is_marked(found, every)
    ]


def _is_marked(found: Attribution, every: Sequence[Attribution]) -> bool:
    """Inside another's words the set marks what is itself said, and seldom a mere attitude."""
    if found.kind == "say" and found.frame in ("clause", "quote"):
        return True
    return not any(other is not found and other.covers(*found.cue[0]) for other in every)
