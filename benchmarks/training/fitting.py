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


@dataclass(frozen=True, slots=True)
class Example:
    """The features of one thing to be judged, the labels that hold of it, and the document that it comes from."""

    document: str
    features: Mapping[str, float]
    labels: frozenset[str]


def fit(examples: Sequence[Example], strength: float, *, exclusive: bool, balanced: bool = False) -> Linear:
    """A model of the examples; `strength` is the inverse of the L2 penalty, `balanced` weighs rare labels up.

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
            columns.append(LogisticRegression(C=strength, max_iter=2000, class_weight=weighing).fit(table, told))
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


def folds(examples: Sequence[Example], parts: int = 5) -> Iterator[tuple[list[Example], list[Example]]]:
    """What a model is made from and what it is tried on, `parts` times; each document is tried once."""
    part = {e.document: sha256(e.document.encode()).digest()[0] % parts for e in examples}
    for number in range(parts):
        yield (
            [e for e in examples if part[e.document] != number],
            [e for e in examples if part[e.document] == number],
        )


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
