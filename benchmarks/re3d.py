"""re3d: who and what documents on the war in Syria and Iraq name, and how these hang together."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from benchmarks.rows import Row
from rashomon.models import Linear
from rashomon.statements.mentions import find_mentions
from rashomon.statements.parse import load_pipeline
from rashomon.statements.ties import FAINT, find_ties


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "entities": [{"start", "end", "type"}], "relations": [{"type", "source", "target", "chance"}]}."""
    nlp = load_pipeline()
    for row in rows:
        yield {"doc_id": row["doc_id"], **answers(nlp(row["text"]))}


def answers(doc: Doc, finder: Linear | None = None, judge: Linear | None = None) -> Row:
    """The entities and relations of a text; by the models of the package unless others are given."""
    return {
        "entities": [{"start": m.start, "end": m.end, "type": m.type} for m in find_mentions(doc, finder)],
        "relations": [
            {
                "type": t.type,
                "source": [t.source.start, t.source.end],
                "target": [t.target.start, t.target.end],
                "chance": round(t.chance, 3),
            }
            for t in find_ties(doc, find_mentions(doc, finder, FAINT), judge)
        ],
    }
