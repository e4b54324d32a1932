"""Linear models made from rows with answers, and how well they do on rows that they were not made from.

Rows of one document are never parted between what a model is made from and what it is tried on.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from rashomon.models import Linear
from rashomon.models.linear import vector

SMALLEST = 0.002
"""Weights below this, in units of the margin, are left out of a model: they move no chance by a thousandth."""

COMMON = 200
"""Examples of a label from which it needs no lift."""

CLOSE = 3e-6
"""Slope at which a fit of rare labels ends."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one thing to be judged, the labels that hold of it, and the document that it comes from."""

    document: str
    features: Mapping[str, float]
    labels: frozenset[str]


def fit(
    examples: Sequence[Example], strength: float, *, exclusive: bool, balanced: bool = False, lift: float = 0.0
) -> Linear:
    """A model of the examples; `strength` is the inverse of the L2 penalty, `balanced` weighs rare labels up as much as
    they are rare, `lift` (0 to 1) the examples of labels with fewer than `COMMON` by that power of how much fewer.

    With `exclusive` every example has exactly one label.
    """
    labels = tuple(sorted({label for example in examples for label in example.labels}))
    table, places = _matrix(examples)
    weighing = "balanced" if balanced else None
    if exclusive and len(labels) > 2:
        told = [labels.index(next(iter(example.labels))) for example in examples]
        machine = LogisticRegression(C=strength, max_iter=2000, class_weight=weighing).fit(table, told)
        weights, bias = machine.coef_.T, machine.intercept_
    else:
        columns = []
        for label in labels:
            told = [int(label in example.labels) for example in examples]
            lifted = {0: 1.0, 1: max(1.0, COMMON / sum(told)) ** lift} if lift else weighing
            columns.append(LogisticRegression(C=strength, max_iter=2000, class_weight=lifted).fit(table, told))
        weights = np.stack([machine.coef_[0] for machine in columns], axis=1)
        bias = np.array([machine.intercept_[0] for machine in columns])
    kept = np.flatnonzero(np.abs(weights).max(axis=1) > SMALLEST)
    return Linear(
        labels,
        places[kept].astype(np.uint32),
        weights[kept].astype(np.float16),
        bias.astype(np.float32),
        exclusive and len(labels) > 2,
    )


def fit_signs(
    names: Sequence[str],
    table: NDArray[np.float64],
    holds: NDArray[np.bool_],
    strength: float,
    counts: NDArray[np.float64],
) -> Linear:
    """A model of one label over signs with a number each, a column of `table` for each name: its `margin` of a name is
    what 1 of that sign weighs. `counts` is how much each row counts; `strength` is of signs brought to one spread."""
    centre, spread = table.mean(axis=0), table.std(axis=0)
    spread[spread == 0] = 1.0
    machine = LogisticRegression(C=strength, max_iter=2000)
    machine.fit((table - centre) / spread, holds, sample_weight=counts / counts.mean())
    weights = machine.coef_[0] / spread
    places = np.array([vector({name: 1.0})[0][0] for name in names], np.uint32)
    order = np.argsort(places)
    return Linear(
        ("yes",),
        places[order],
        weights[order, None].astype(np.float16),
        np.array([machine.intercept_[0] - weights @ centre], np.float32),
        exclusive=False,
    )


def shared(examples: Sequence[Example]) -> list[Example]:
    """The same examples without the features that stand in one of them alone, which tell nothing of another text."""
    seen = Counter(name for example in examples for name in example.features)
    return [
        replace(example, features={name: value for name, value in example.features.items() if seen[name] > 1})
        for example in examples
    ]


def part_of(document: str, parts: int = 5) -> int:
    """The part that a document falls into."""
    return sha256(document.encode()).digest()[0] % parts


def folds(examples: Sequence[Example], parts: int = 5) -> Iterator[tuple[list[Example], list[Example]]]:
    """What a model is made from and what it is tried on, `parts` times; each document is tried once."""
    part = {e.document: part_of(e.document, parts) for e in examples}
    for number in range(parts):
        yield (
            [e for e in examples if part[e.document] != number],
            [e for e in examples if part[e.document] == number],
        )


class Table:
    """Many examples in one sparse table, so that models of parts of them are made without telling all features anew."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.labels = tuple(sorted({label for example in examples for label in example.labels}))
        self.documents = np.array([example.document for example in examples])
        self.told = np.array([[label in example.labels for label in self.labels] for example in examples])
        self.table, self.places = _matrix(examples)

    def fit(self, rows: NDArray[np.bool_], strength: float, smallest: float = SMALLEST, thin: int = 1) -> Linear:
        """A model of some of the rows, each label for itself, fitted until nothing moves: where a label is rare, the
        usual bound on the slope ends the fit far too early. Of the rows without any label every `thin`-th is taken,
        and counts as so many."""
        empty = ~self.told.any(axis=1)
        rows = rows & (~empty | (np.cumsum(empty) % thin == 0))
        counts = np.where(empty, thin, 1)[rows]
        weights = np.zeros((self.table.shape[1], len(self.labels)))
        bias = np.full(len(self.labels), -9.0)
        used = np.flatnonzero(np.bincount(self.table[rows].indices, minlength=self.table.shape[1]))
        part = self.table[rows][:, used]
        for column in range(len(self.labels)):
            told = self.told[rows, column]
            if told.any():
                machine = LogisticRegression(C=strength, max_iter=1000, tol=CLOSE).fit(part, told, counts)
                weights[used, column], bias[column] = machine.coef_[0], machine.intercept_[0]
        kept = np.flatnonzero(np.abs(weights).max(axis=1) > smallest)
        narrow = weights[kept].astype(np.float16)
        return Linear(self.labels, self.places[kept].astype(np.uint32), narrow, bias.astype(np.float32), False)

    def chances(self, model: Linear, rows: NDArray[np.bool_]) -> NDArray[np.float64]:
        """What the model gives each of the rows; a column for each label."""
        at = np.searchsorted(self.places, model.places)
        margin = self.table[rows][:, at] @ model.weights.astype(np.float64) + model.bias
        return np.asarray(1 / (1 + np.exp(-margin)))


def _matrix(examples: Sequence[Example]) -> tuple[csr_matrix, NDArray[np.int64]]:
    """A row for each example and a column for each place that any has, and the places of the columns, rising."""
    rows, values, ends = [], [], [0]
    for example in examples:
        places, weights = vector(example.features)
        rows.append(places)
        values.append(weights)
        ends.append(ends[-1] + len(places))
    used, columns = np.unique(np.concatenate(rows).astype(np.int64), return_inverse=True)
    return csr_matrix((np.concatenate(values), columns, ends), shape=(len(examples), len(used))), used
