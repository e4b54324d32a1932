"""The model of `rashomon.statements.kinds.police_acts`, made from the reports of IndiaPoliceEvents.

The chance from which a label is told is chosen for each fifth of the reports on the other four fifths, on chances of
models that were not made from the report judged.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from rich.console import Console
from rich.table import Table

from benchmarks.indiapolice import LABELS
from benchmarks.rows import Row, read_lines
from benchmarks.training.fitting import Example, fit, folds, shared
from rashomon.models import Linear
from rashomon.statements.kinds import of_report
from rashomon.statements.kinds.police import police_features
from rashomon.statements.parse import load_pipeline

ROWS = "indiapolice/dev.jsonl.gz"
STRENGTH = 40.0
"""Inverse of the penalty: macro F1 is flat between 40 and 150."""

INNER = 4
"""Parts of what is known, each judged by a model of the others to choose the levels."""

LEVELS = [n / 40 for n in range(2, 33)]
"""Chances tried as the least from which a label is told."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence or a report: the chances of a model that does not know it, and the labels that hold."""

    chances: Mapping[str, float]
    labels: frozenset[str]


def train(gold: Path, console: Console) -> Linear:
    """Print how well reports are told that a model was not made from; give the model of all reports."""
    rows = list(read_lines(gold / ROWS))
    examples = to_examples(rows)
    whole = {str(row["doc_id"]): frozenset(LABELS[name] for name in row["doc_labels"]) for row in rows}
    tried = [
        ([judge(make(some), rest, whole) for some, rest in folds(known, INNER)], judge(make(known), asked, whole))
        for known, asked in folds(examples)
    ]
    sentences = [([one for part in inner for one in part[0]], outer[0]) for inner, outer in tried]
    reports = [([one for part in inner for one in part[1]], outer[1]) for inner, outer in tried]
    measured = [(*_measure(label, sentences), *_measure(label, reports)) for label in LABELS.values()]
    table = Table("label", "sentence F1", "told from", "report F1", "told from")
    for label, values in zip(LABELS.values(), measured, strict=True):
        table.add_row(label, *(f"{value:.3f}" for value in values))
    table.add_row("macro", f"{mean(row[0] for row in measured):.3f}", "", f"{mean(row[2] for row in measured):.3f}", "")
    console.print(f"{len(examples)} sentences of {len(whole)} reports, each told by a model of other reports:")
    console.print(table)
    return make(examples)


def _measure(label: str, tried: Sequence[tuple[Sequence[Judged], Sequence[Judged]]]) -> tuple[float, float]:
    """F1 of the label on what was asked (second), told from the level that is best on what is known (first); and the
    middle one of the levels."""
    levels = [level_of(label, known) for known, _ in tried]
    told = [
        (label in one.labels, one.chances.get(label, 0.0) >= level)
        for (_, asked), level in zip(tried, levels, strict=True)
        for one in asked
    ]
    return f1(told), median(levels)


def to_examples(rows: Iterable[Row]) -> list[Example]:
    """The sentences of the reports, in their order."""
    nlp = load_pipeline()
    return [
        Example(str(row["doc_id"]), features, frozenset(LABELS[name] for name in each["labels"]))
        for row in rows
        for each, features in zip(
            row["sents"],
            police_features(nlp(row["text"]), [(each["start"], each["end"]) for each in row["sents"]]),
            strict=True,
        )
    ]


def make(examples: Sequence[Example]) -> Linear:
    """The model of these examples."""
    return fit(shared(examples), STRENGTH, exclusive=False)


def judge(
    model: Linear, examples: Iterable[Example], whole: Mapping[str, frozenset[str]]
) -> tuple[list[Judged], list[Judged]]:
    """The sentences and the reports of the examples; `whole` are the labels that hold of a report."""
    sentences: list[Judged] = []
    reports: dict[str, list[Mapping[str, float]]] = {}
    for example in examples:
        chances = model.scores(example.features)
        sentences.append(Judged(chances, example.labels))
        reports.setdefault(example.document, []).append(chances)
    return sentences, [Judged(of_report(each), whole[document]) for document, each in reports.items()]


def level_of(label: str, judged: Sequence[Judged]) -> float:
    """The least chance with which F1 of the label is best; the middle one where several are."""
    scored = {
        level: f1([(label in one.labels, one.chances.get(label, 0.0) >= level) for one in judged]) for level in LEVELS
    }
    return median(level for level in LEVELS if scored[level] == max(scored.values()))


def f1(told: Iterable[tuple[bool, bool]]) -> float:
    """F1 of what was told (second) of what holds (first)."""
    counted = list(told)
    met = sum(holds and said for holds, said in counted)
    total = sum(holds + said for holds, said in counted)
    return 2 * met / total if total else 0.0
