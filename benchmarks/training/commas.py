"""Where commas stood in texts that had them taken out: the model of `statements/commas.py`.

No answer of any test set is used, only running text: a comma is its own label.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.rows import read_lines
from benchmarks.training.fitting import Example, fit, folds
from rashomon.models import Linear
from rashomon.statements.commas import LABEL, gaps

SETS = ("polnear",)
"""Sets of news whose texts have their commas."""

STEP = 2
"""Every second text is enough: with all of them the model gains less than a hundredth of F1."""

STRENGTH = 4
CHANCES = (0.4, 0.5, 0.6, 0.7, 0.8)

_COMMA = re.compile(r",(?= )")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d)")


def train(gold: Path, console: Console) -> Linear:
    """The model of all texts; prints how many commas are found, and how many of those set stood there, by chance."""
    examples = [example for name in SETS for example in _examples(gold / name / "dev.jsonl.gz", name)]
    table = Table("chance", "right of those set", "found of all")
    judged: list[tuple[float, bool]] = []
    for learned, tried in folds(examples, 3):
        model = fit(learned, STRENGTH, exclusive=False)
        judged += [(model.scores(e.features)[LABEL], bool(e.labels)) for e in tried]
    total = sum(stood for _, stood in judged)
    for chance in CHANCES:
        taken = [stood for score, stood in judged if score >= chance]
        table.add_row(f"{chance}", f"{sum(taken) / max(1, len(taken)):.3f}", f"{sum(taken) / total:.3f}")
    console.print(table)
    return fit(examples, STRENGTH, exclusive=False)


def _examples(path: Path, name: str) -> Iterator[Example]:
    for number, row in enumerate(read_lines(path)):
        if number % STEP == 0:
            text, stood = without_commas(row["text"])
            for gap in gaps(text):
                labels = frozenset([LABEL] if gap.at in stood else ())
                yield Example(f"{name} {row['doc_id']}", gap.features, labels)


def without_commas(text: str) -> tuple[str, frozenset[int]]:
    """The text with its commas taken out, and the offsets in it behind which one stood."""
    out: list[str] = []
    stood: set[int] = set()
    for char_at, char in enumerate(text):
        if char == "," and (_COMMA.match(text, char_at) or _THOUSANDS.match(text, char_at)):
            if text[char_at + 1] == " ":
                stood.add(len(out))
        else:
            out.append(char)
    return "".join(out), frozenset(stood)
