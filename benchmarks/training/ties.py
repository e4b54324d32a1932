"""The model of ties between two mentions of a sentence, and how well mentions and ties are found together."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from spacy.tokens import Doc

from benchmarks.re3d import answers
from benchmarks.rows import Row, read_lines
from benchmarks.training import mentions
from benchmarks.training.fitting import Example, fit, folds
from rashomon.models import Linear
from rashomon.statements.mentions import Mention, extent
from rashomon.statements.parse import load_pipeline
from rashomon.statements.ties import UNTIED, features, pairs

STRENGTH = 60.0
"""Inverse of the penalty; 20 to 60 differ by half a point of F1."""


def train(gold: Path, console: Console) -> Linear:
    """The model of all rows of re3d; prints the scores of documents that neither model was made from."""
    nlp = load_pipeline()
    rows = {row["doc_id"]: row for row in read_lines(gold / "re3d" / "dev.jsonl.gz")}
    docs = {key: nlp(row["text"]) for key, row in rows.items()}
    named = [example for key, row in rows.items() for example in mentions.examples_of(row, docs[key])]
    tied = [example for key, row in rows.items() for example in examples_of(row, docs[key])]
    told: list[Row] = []
    for known, tried in folds(tried_documents(rows)):
        of = {example.document for example in known}
        finder = fit([e for e in named if e.document in of], mentions.STRENGTH, exclusive=True)
        judge = fit([e for e in tied if e.document in of], STRENGTH, exclusive=True)
        told += [{"doc_id": e.document, **answers(docs[e.document], finder, judge)} for e in tried]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "told.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in told), "utf-8")
        scorer = gold / "score" / "score_re3d.py"
        called = [sys.executable, str(scorer), str(gold / "re3d" / "dev.jsonl.gz"), str(path)]
        console.print(subprocess.run(called, check=True, capture_output=True, text=True).stdout)
    return fit(tied, STRENGTH, exclusive=True)


def tried_documents(rows: dict[str, Row]) -> list[Example]:
    """One example a document, to part the documents as the examples are parted."""
    return [Example(key, {}, frozenset()) for key in rows]


def examples_of(row: Row, doc: Doc) -> Iterator[Example]:
    """Every pair of entities near each other, with the tie that the row has between them."""
    known = [Mention(doc[i], *extent(doc[i]), kind, 1.0) for i, kind in mentions.heads(row, doc).items()]
    ties: dict[tuple[int, int], str] = {}
    for relation in row["relations"]:
        (a, b), (c, d) = relation["source"], relation["target"]
        source, target = doc.char_span(a, b, alignment_mode="expand"), doc.char_span(c, d, alignment_mode="expand")
        if source is not None and target is not None:
            ties[source.root.i, target.root.i] = relation["type"]
    for one, other in pairs(sorted(known, key=lambda mention: mention.start)):
        label = ties.get((one.head.i, other.head.i), UNTIED)
        yield Example(row["doc_id"], features(one, other), frozenset((label,)))
