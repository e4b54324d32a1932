"""What belongs to source, cue and content, made from PolNeAR: a piece belongs if most of its letters are marked."""

from collections import Counter
from pathlib import Path

from rich.console import Console

from benchmarks.rows import read_lines
from benchmarks.training.attributions import BOUNDS_STRENGTH, YES, read_lessons
from benchmarks.training.fitting import fit, folds
from rashomon.models import Linear
from rashomon.statements.attributions.bounds import BELONGS


def train(gold: Path, console: Console) -> Linear:
    """The model of all rows; prints the share of pieces of each role that are put right on rows of other documents."""
    examples = read_lessons(list(read_lines(gold / "polnear" / "dev.jsonl.gz"))).bounds
    right, total = Counter[str](), Counter[str]()
    for known, tried in folds(examples):
        chances = fit(known, BOUNDS_STRENGTH, exclusive=False).chances([list(e.features) for e in tried])
        for chance, example in zip(chances, tried, strict=True):
            role = next(iter(example.features))
            total[role] += 1
            right[role] += (chance >= BELONGS) == (YES in example.labels)
    for role, count in total.items():
        console.print(f"{role}: {count:,} pieces, right {right[role] / count:.3f}")
    return fit(examples, BOUNDS_STRENGTH, exclusive=False)
