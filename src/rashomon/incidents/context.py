"""The second look: what the first guesses of all of a report say of each of its things, and of the report.

A first guess sees one thing alone. Here it is held against the guesses on wordings that overlap it, on what else stands
in its sentences, on the likeliest of the report, and on the report itself. Chances become steps ("at least so much"),
so that a linear model can bend.
"""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from rashomon.incidents.entities import Entity

STEPS = (-7.0, -6.0, -5.0, -4.5, -4.0, -3.5, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0, 3.0)
"""Log odds at which a chance counts for more."""
GAPS = (0.01, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Log odds by which another is likelier."""
NOTHING = -12.0
"""Log odds of what is not there."""
UNLIKELY = 0.004
"""Chance of every part below which a thing gets no second look."""

Odds = NDArray[np.float64]


def odds(chances: Sequence[Mapping[str, float]]) -> tuple[tuple[str, ...], Odds]:
    """The labels, and the log odds of each for each thing."""
    labels = tuple(chances[0]) if chances else ()
    table = np.array([[each[label] for label in labels] for each in chances]).reshape(len(chances), len(labels))
    table = np.clip(table, 1e-5, 1 - 1e-5)
    return labels, np.log(table / (1 - table))


def things(
    doc: Doc, report: Mapping[str, float], found: Sequence[Entity], chances: Sequence[Mapping[str, float]]
) -> list[dict[str, float]]:
    """The features of each thing found; empty for what is unlikely to be any part."""
    if not found:
        return []
    labels, table = odds(chances)
    names, of_report = odds([report])
    rivals, company = _around(doc, found, table)
    best = table.max(axis=0)
    out = []
    for at, entity in enumerate(found):
        features: dict[str, float] = {}
        if max(chances[at].values()) >= UNLIKELY:
            features = {f"person={entity.is_person}": 1.0, f"long={min(len(entity.text.split()), 5)}": 1.0}
            for column, label in enumerate(labels):
                own = table[at, column]
                features.update(_steps(label, own))
                features.update(_steps(f"{label} beside", company[at, column]))
                features.update(_gaps(f"{label} rival", rivals[at, column] - own))
                features.update(_gaps(f"{label} best", best[column] - own))
                features.update(_steps(f"{label} at best", best[column]))
            for column, label in enumerate(names):
                features.update(_steps(f"report {label}", of_report[0, column]))
        out.append(features)
    return out


def whole(report: Mapping[str, float], chances: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The features of the report."""
    names, of_report = odds([report])
    features: dict[str, float] = {}
    for column, label in enumerate(names):
        features.update(_steps(label, of_report[0, column]))
    labels, table = odds(chances)
    for column, label in enumerate(labels):
        ranked = np.sort(table[:, column])[::-1]
        for rank in (0, 1, 3):
            if rank < len(ranked):
                features.update(_steps(f"{label} {rank}", ranked[rank]))
    return features


def _around(doc: Doc, found: Sequence[Entity], table: Odds) -> tuple[Odds, Odds]:
    """The best odds among wordings that overlap each thing, and among what else stands in its sentences."""
    rivals, company = np.full_like(table, NOTHING), np.full_like(table, NOTHING)
    sentences: dict[int, list[tuple[int, int, int]]] = {}
    for at, entity in enumerate(found):
        for mention in entity.mentions:
            sentences.setdefault(doc[mention.start].sent.start, []).append((at, mention.start, mention.end))
    for members in sentences.values():
        who, start, end = np.array(members).T
        overlapping = (start[:, None] < end[None]) & (start[None] < end[:, None])
        other = who[:, None] != who[None]
        for which, into in ((overlapping & other, rivals), (~overlapping & other, company)):
            for row, at in enumerate(who):
                if which[row].any():
                    into[at] = np.maximum(into[at], table[who[which[row]]].max(axis=0))
    return rivals, company


def _steps(name: str, value: float) -> Iterator[tuple[str, float]]:
    for step in STEPS:
        if value < step:
            return
        yield f"{name}>{step}", 1.0


def _gaps(name: str, value: float) -> Iterator[tuple[str, float]]:
    for gap in GAPS:
        if value < gap:
            return
        yield f"{name}>{gap}", 1.0
