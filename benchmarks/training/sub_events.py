"""The model of `rashomon.statements.kinds.sub_events`, made from the snippets of CASE 2021, task 2."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from sklearn.metrics import accuracy_score, f1_score

from benchmarks.case2021_task2 import LABELS
from benchmarks.rows import Row, read_lines
from benchmarks.training.fitting import Example, fit, folds, shared
from rashomon.models import Linear
from rashomon.statements.kinds.subevents import sub_event_features
from rashomon.statements.parse import load_pipeline

ROWS = "case2021_task2/dev.jsonl.gz"
STRENGTH = 20.0
"""Inverse of the penalty: weighted F1 is flat between 10 and 40."""


def train(gold: Path, console: Console) -> Linear:
    """Print how well rows are told that a model was not made from; give the model of all rows."""
    examples = to_examples(read_lines(gold / ROWS))
    told, right = [], []
    for known, asked in folds(examples):
        model = make(known)
        told += [best(model, example) for example in asked]
        right += [next(iter(example.labels)) for example in asked]
    console.print(f"sub-event types of {len(right)} snippets, each told by a model of four fifths of the others:")
    console.print(f"  accuracy {accuracy_score(right, told):.3f}")
    for average in ("weighted", "macro"):
        console.print(f"  {average} F1 {f1_score(right, told, average=average, zero_division=0):.3f}")
    return make(examples)


def to_examples(rows: Iterable[Row]) -> list[Example]:
    """Each snippet is a document of its own."""
    nlp = load_pipeline()
    return [
        Example(str(row["doc_id"]), sub_event_features(nlp(row["text"])), frozenset((LABELS[row["label"]],)))
        for row in rows
    ]


def make(examples: Sequence[Example]) -> Linear:
    """The model of these examples."""
    return fit(shared(examples), STRENGTH, exclusive=True)


def best(model: Linear, example: Example) -> str:
    """The label with the highest chance."""
    chances = model.scores(example.features)
    return max(chances, key=lambda label: chances[label])
