"""Which reports are of one story: two earthquakes in two towns have their verbs alike, their names and numbers not.

Each sign is a table of every report against every other. Words count by how few of the reports have them. Besides the
words of two reports, what they have in common with the others tells: reports of one story have the same neighbours.
"""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from rashomon.events.sameness.groups import Nearness, joined_at
from rashomon.events.sameness.told import ReportWords
from rashomon.models import Linear

SIGNS = ("all", "names", "things", "doings", "numbers", "in common", "neighbours", "joined at")

NEIGHBOURS = 10
"""How many reports next to one are taken for its neighbours: about as many as tell one story in a pile of news."""

FAINT = 0.05
"""A likeness below this is chance: any two reports share a few words."""


def story_signs(reports: Sequence[ReportWords]) -> NDArray[np.float64]:
    """A table for each of SIGNS, stacked: report, report, sign."""
    every = likenesses([report.all for report in reports])
    clear = np.where(every > FAINT, every, 0.0)
    return np.stack(
        (
            every,
            likenesses([report.names for report in reports]),
            likenesses([report.things for report in reports]),
            likenesses([report.doings for report in reports]),
            likenesses([report.numbers for report in reports]),
            cosines(clear),
            _neighbours(every),
            joined_at(every),
        ),
        axis=-1,
    )


def one_story(reports: Sequence[ReportWords], model: Linear) -> Nearness:
    """The chance that two reports tell one story, for all of them."""
    weights = np.array([model.margin(sign) for sign in SIGNS])
    chances: Nearness = 1 / (1 + np.exp(-(model.bias[0] + story_signs(reports) @ weights)))
    np.fill_diagonal(chances, 1.0)
    return chances


def likenesses(bags: Sequence[Counter[str]]) -> Nearness:
    """The cosine of every two bags; a word counts the more the fewer bags have it, one that a single bag has not."""
    having = Counter(word for bag in bags for word in bag)
    shared = sorted(word for word, count in having.items() if count > 1)
    column = {word: at for at, word in enumerate(shared)}
    table = np.zeros((len(bags), max(1, len(shared))))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            if word in column:
                table[row, column[word]] = (1 + log(count)) * log(len(bags) / having[word])
    return cosines(table)


def cosines(table: NDArray[np.float64]) -> Nearness:
    """The cosine of every two rows, 1 of each with itself."""
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    even = table / np.where(lengths > 0, lengths, 1.0)
    near = np.clip(even @ even.T, 0.0, 1.0)
    np.fill_diagonal(near, 1.0)
    return near


def _neighbours(near: Nearness) -> Nearness:
    """The share of its neighbours that each has in common with each."""
    nearest = np.argsort(-near, axis=1, kind="stable")[:, :NEIGHBOURS]
    table = np.zeros_like(near)
    np.put_along_axis(table, nearest, 1.0, axis=1)
    return table @ table.T / NEIGHBOURS
