"""The model of mentions: which words head the phrase of who or what takes part, and of which type that is."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from spacy.tokens import Doc

from benchmarks.rows import Row, read_lines
from benchmarks.training.fitting import Example, fit, folds
from rashomon.models import Linear
from rashomon.statements.mentions import ENOUGH, NOTHING, candidates, features
from rashomon.statements.parse import load_pipeline

STRENGTH = 8.0
"""Inverse of the penalty."""


def train(gold: Path, console: Console) -> Linear:
    """The model of all rows of re3d."""
    nlp = load_pipeline()
    rows = read_lines(gold / "re3d" / "dev.jsonl.gz")
    examples = [example for row in rows for example in examples_of(row, nlp(row["text"]))]
    hits = told = asked = 0
    for known, tried in folds(examples):
        model = fit(known, STRENGTH, exclusive=True)
        for example in tried:
            chances = model.scores(example.features)
            kind = max((label for label in chances if label != NOTHING), key=lambda label: chances[label])
            is_told = 1 - chances[NOTHING] >= ENOUGH
            told += is_told
            asked += NOTHING not in example.labels
            hits += is_told and kind in example.labels
    console.print(f"heads and their types, on documents not learned from: F1 {200 * hits / (told + asked):.1f}")
    return fit(examples, STRENGTH, exclusive=True)


def examples_of(row: Row, doc: Doc) -> Iterator[Example]:
    """Every word of a row that may head a mention, with its type where it heads one."""
    kinds = heads(row, doc)
    for token in candidates(doc):
        yield Example(row["doc_id"], features(token), frozenset((kinds.get(token.i, NOTHING),)))


def heads(row: Row, doc: Doc) -> dict[int, str]:
    """The types of the entities of a row by the index of the word that their phrase hangs on."""
    found: dict[int, str] = {}
    for entity in sorted(row["entities"], key=lambda e: (e["start"] - e["end"], e["start"])):
        span = doc.char_span(entity["start"], entity["end"], alignment_mode="expand")
        if span is not None:
            found[span.root.i] = entity["type"]
    return found
