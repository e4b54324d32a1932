"""What each sign of a spot weighs for its being a place's name, made from LGL and TR-News.

The second look is made from what first looks said of documents that they were not made from, as it will be for unseen
ones. Tried twice: by document, and by site, so that no paper's own towns are known beforehand.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.geo import site_of
from benchmarks.rows import Row, read_lines
from rashomon.gazetteer import Gazetteer, open_gazetteer
from rashomon.record import Name
from rashomon.resolve.focus import Focus, best_senses
from rashomon.resolve.spot import Spot
from rashomon.resolve.toponyms import LIKELY, PLACES, Outlook, apart, places_of, second_look, spots_of, told
from rashomon.settings import Settings
from rashomon.statements.parse import load_pipeline

STRENGTH = 0.15
"""Inverse of the L2 penalty; .05 is worse by a third of a point, cross-validated."""

FOLDS = 5

Spots = dict[str, tuple[Spot, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """The weights of both looks."""

    first: NDArray[np.float64]
    second: NDArray[np.float64]
    bias: NDArray[np.float64]

    def save(self, path: Path) -> None:
        """Write the weights; the same weights give the same bytes."""
        path.parent.mkdir(exist_ok=True)
        np.savez_compressed(
            path,
            first=self.first.astype(np.float16),
            second=self.second.astype(np.float16),
            bias=self.bias.astype(np.float32),
        )


def train(gold: Path, console: Console) -> Looks:
    """Print exact F1 by corpus for documents, then sites, left out; give the weights made from all rows."""
    rows = {row["doc_id"]: row for row in read_lines(gold / "geo" / "dev.jsonl.gz")}
    nlp = load_pipeline()
    with open_gazetteer(Settings()) as gazetteer:
        spots: Spots = {}
        for key, row in rows.items():
            names = tuple(Name(e.text, e.start_char, e.end_char, e.label_) for e in nlp(row["text"]).ents)
            spots[key] = spots_of(row["text"], names, gazetteer)
        right = np.array(
            [(s.start, s.end) in {(t["start"], t["end"]) for t in rows[k]["toponyms"]} for k in rows for s in spots[k]]
        )
        for kind, group in (("site", {k: site_of(row) for k, row in rows.items()}), ("document", {k: k for k in rows})):
            part = np.array([sha256(group[k].encode()).digest()[0] % FOLDS for k in rows for _ in spots[k]])
            table = _table(spots)
            again = _second(rows, spots, _tried(table, right, part), gazetteer)
            found = _taken(again, _tried(_table(again), right, part))
            for corpus in sorted({row["corpus"] for row in rows.values()}):
                console.print(f"left out by {kind}, {corpus}: exact F1 {_f1(rows, found, corpus):.4f}")
    one, other = _fit(table, right), _fit(_table(again), right)
    return Looks(one.coef_[0], other.coef_[0], np.array([one.intercept_[0], other.intercept_[0]]))


def _fit(table: csr_matrix, right: NDArray[np.bool_]) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=300).fit(table, right)


def _tried(table: csr_matrix, right: NDArray[np.bool_], part: NDArray[np.int64]) -> NDArray[np.float64]:
    """The weight of each spot by a model that its part had no share in."""
    weights = np.zeros(len(right))
    for number in range(FOLDS):
        weights[part == number] = _fit(table[part != number], right[part != number]).decision_function(
            table[part == number]
        )
    return weights


def _second(rows: Mapping[str, Row], spots: Spots, weights: NDArray[np.float64], gazetteer: Gazetteer) -> Spots:
    first = _taken(spots, weights)
    senses = {k: best_senses(told(row["text"], first[k]), gazetteer)[0] for k, row in rows.items()}
    sites: defaultdict[str, list[str]] = defaultdict(list)
    for key, row in rows.items():
        sites[site_of(row)].append(key)
    again = {}
    for key, row in rows.items():
        others = [other for other in sites[site_of(row)] if other != key]
        focus = Focus.of((sense, 1.0) for other in others for sense in senses[other].values())
        outlook = Outlook(focus, frozenset(spot.text for other in others for spot in first[other]))
        again[key] = tuple(second_look(row["text"], spots[key], first[key], gazetteer, outlook))
    return again


def _taken(spots: Spots, weights: NDArray[np.float64]) -> dict[str, list[Spot]]:
    left = iter(weights)
    return {key: [s for s, _ in apart([(s, float(next(left))) for s in each], LIKELY)] for key, each in spots.items()}


def _table(spots: Spots) -> csr_matrix:
    columns = [places_of(spot.signs) for each in spots.values() for spot in each]
    ends = np.cumsum([0, *map(len, columns)])
    return csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(columns), PLACES))


def _f1(rows: Mapping[str, Row], found: Mapping[str, list[Spot]], corpus: str) -> float:
    hits = total = 0
    for key, row in rows.items():
        if row["corpus"] == corpus:
            asked = {(t["start"], t["end"]) for t in row["toponyms"]}
            given = {(s.start, s.end) for s in found[key]}
            hits, total = hits + len(asked & given), total + len(asked) + len(given)
    return 2 * hits / total
