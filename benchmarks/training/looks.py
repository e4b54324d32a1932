"""The models of incidents in their two looks, made from some parts of the reports.

The second look is made from first guesses on reports that the models of those guesses had not seen, since that is what
it meets later.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console

from benchmarks.training.fitting import Example, Table, part_of
from benchmarks.training.incidents import Rows, rows_of
from rashomon.incidents.context import things, whole
from rashomon.models import Linear

PARTS = range(5)
STRENGTH = {"reports": 30.0, "phrases": 30.0, "traits": 30.0, "kinds": 10.0, "parts": 10.0}
SMALLEST = {"reports": 0.05, "phrases": 0.15, "traits": 0.15, "kinds": 0.002, "parts": 0.002}
"""Weights below which a feature is left out: the first looks know very many, most of which say hardly anything."""


KINDS = frozenset(("any", "attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"))
"""What a second look tells better of a report; who acted for whom and what was only tried stand in the words."""
THIN = {"phrases": 3}
"""Of the things that no template names, one in so many is learned from."""


class Looks:
    """All models, each made from the reports outside of one part, or from all."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self._tables: dict[str, Table] = {}
        self.telling = {each.document for each in rows.reports if each.labels}
        self._made: dict[tuple[str, int | None], Linear] = {}

    def model(self, name: str, apart: int | None = None) -> Linear:
        """The model of this name that has not seen the part `apart`. What is named is learned from reports with
        templates alone: whether a report has any is another model's question."""
        if (name, apart) not in self._made:
            table = self.table(name)
            rows = np.array([apart is None or part_of(document) != apart for document in table.documents])
            if name == "phrases":
                rows &= np.array([document in self.telling for document in table.documents])
            self._made[name, apart] = table.fit(rows, STRENGTH[name], SMALLEST[name], THIN.get(name, 1))
        return self._made[name, apart]

    def table(self, name: str) -> Table:
        """The examples of a model."""
        if name not in self._tables:
            if name in ("kinds", "parts"):
                self._tables.update(self._second_tables())
            else:
                self._tables[name] = Table(getattr(self.rows, name))
        return self._tables[name]

    def held_out(self, name: str) -> NDArray[np.float64]:
        """What each row of a table is given by the model that has not seen its part."""
        table = self.table(name)
        out = np.zeros(table.told.shape)
        for part in PARTS:
            rows = np.array([part_of(document) == part for document in table.documents])
            out[rows] = table.chances(self.model(name, part), rows)
        return out

    def _second_tables(self) -> dict[str, Table]:
        """The examples of the second look, from first guesses on reports that their models had not seen."""
        kinds, named = [], []
        guesses = {name: self._guesses(name) for name in ("reports", "phrases")}
        at = 0
        for each, report in zip(self.rows.read, self.rows.reports, strict=True):
            told = next(guesses["reports"])
            firsts = [next(guesses["phrases"]) for _ in each.found]
            kinds.append(Example(each.document, whole(told, firsts), report.labels & KINDS))
            for features in things(each.doc, told, each.found, firsts):
                if features:
                    named.append(Example(each.document, features, self.rows.phrases[at].labels))
                at += 1
        return {"kinds": Table(kinds), "parts": Table(named)}

    def _guesses(self, name: str) -> Iterator[Mapping[str, float]]:
        for row in self.held_out(name):
            yield dict(zip(self.table(name).labels, map(float, row), strict=True))


def trained(name: str, gold: Path, console: Console) -> Linear:
    """Print the average precision of every label over five folds of whole reports; give the model of all."""
    looks = Looks(rows_of(gold))
    table, chances = looks.table(name), looks.held_out(name)
    for column, label in enumerate(table.labels):
        truth = table.told[:, column]
        order = np.argsort(-chances[:, column], kind="stable")
        precision = np.cumsum(truth[order]) / np.arange(1, len(order) + 1)
        average = float((precision * truth[order]).sum() / truth.sum())
        console.print(f"{label}: {truth.sum()} of {len(truth)}, average precision {average:.3f}")
    return looks.model(name)
