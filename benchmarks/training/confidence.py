"""The model of how likely a statement is right, made from the verdicts of people (`judged.tsv`)."""

from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.judging import Key, read_all, verdicts
from benchmarks.training.fitting import Example, fit, folds
from rashomon.models import Linear
from rashomon.statements.confidence import RIGHT, features

STRENGTH = 0.4
"""Inverse of the penalty: 150 verdicts bear little freedom; from 2 on the curve of unseen reports bends down."""

BANDS = (0.0, 0.3, 0.45, 0.6, 1.01)


def train(gold: Path, console: Console) -> Linear:
    """The model of all verdicts; prints the curve of statements of reports that it was not made from."""
    known = {verdict.key: verdict for verdict in verdicts()}
    examples = [
        Example(article.file, features(statement), frozenset((RIGHT,) if known[key].whole else ()))
        for article, statement in read_all(gold)
        if (key := Key.of(article, statement)) in known
    ]
    tried = [
        (model.scores(example.features)[RIGHT], RIGHT in example.labels)
        for learned, rest in folds(examples)
        for model in [fit(learned, STRENGTH, exclusive=False)]
        for example in rest
    ]
    table = Table("confidence", "mean", "right", "of", "share")
    for low, high in pairwise(BANDS):
        band = [(chance, right) for chance, right in tried if low <= chance < high]
        if band:
            right, mean = sum(r for _, r in band), sum(c for c, _ in band) / len(band)
            name = f"{low:.2f} to {min(1.0, high):.2f}"
            table.add_row(name, f"{mean:.2f}", str(right), str(len(band)), f"{right / len(band):.2f}")
    console.print(table)
    return fit(examples, STRENGTH, exclusive=False)
