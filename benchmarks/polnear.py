"""PolNeAR: who says what in news on politics, every attitude included.

The set marks no attribution inside a quotation, so those found there are left out.
"""

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from benchmarks.rows import Row
from rashomon.statements.attributions import Attribution, Judges, Spans, find_attributions
from rashomon.statements.parse import load_pipeline
from rashomon.statements.quotes import Quote, find_quotes
from rashomon.statements.wording import text_of


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "attributions": [{"source": [[start, end]], "cue": ..., "content": ...}]} for every row."""
    nlp = load_pipeline()
    for row in rows:
        yield {"doc_id": row["doc_id"], "attributions": attributions(nlp(row["text"]))}


def attributions(doc: Doc, judges: Judges | None = None) -> list[dict[str, list[tuple[int, int]]]]:
    """The attributions of one parsed text, as the set has them."""
    quotes, text = find_quotes(doc), text_of(doc)
    return [
        {"source": _closed(text, found.source), "cue": list(found.cue), "content": list(found.content)}
        for found in find_attributions(doc, quotes, attitudes=True, judges=judges)
        if is_asked(found, quotes)
    ]


def is_asked(found: Attribution, quotes: Sequence[Quote]) -> bool:
    """Whether the set would mark it if it were one: nothing is marked inside somebody's direct speech."""
    return not any(quote.speech and quote.start < found.cue[0][0] < quote.end for quote in quotes)


def _closed(text: str, source: Spans) -> list[tuple[int, int]]:
    """The set closes what is set beside a name with the comma behind it."""
    spans = list(source)
    if spans and "," in text[slice(*spans[-1])] and text[spans[-1][1] : spans[-1][1] + 1] == ",":
        spans[-1] = (spans[-1][0], spans[-1][1] + 1)
    return spans
