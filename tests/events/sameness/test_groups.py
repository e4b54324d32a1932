"""Average linkage, worked out by hand and against scipy's."""

import numpy as np
import pytest
from scipy.cluster.hierarchy import cophenet, fcluster, linkage
from scipy.spatial.distance import squareform

from rashomon.events.sameness.groups import grouped, joined_at

FOUR = np.array(
    [
        [1.0, 0.9, 0.5, 0.1],
        [0.9, 1.0, 0.3, 0.1],
        [0.5, 0.3, 1.0, 0.7],
        [0.1, 0.1, 0.7, 1.0],
    ]
)
"""0 and 1 join at 0.9, 2 and 3 at 0.7, and both pairs at the mean of 0.5, 0.1, 0.3 and 0.1, which is 0.25."""


@pytest.mark.parametrize(
    ("enough", "expected"),
    [(0.95, [0, 1, 2, 3]), (0.9, [0, 0, 2, 3]), (0.7, [0, 0, 2, 2]), (0.26, [0, 0, 2, 2]), (0.2, [0, 0, 0, 0])],
)
def test_groups_join_at_their_mean(enough: float, expected: list[int]) -> None:
    assert grouped(FOUR, enough) == expected


def test_where_each_pair_is_brought_together() -> None:
    near = joined_at(FOUR)
    assert near[0, 1] == pytest.approx(0.9)
    assert near[3, 2] == pytest.approx(0.7)
    assert near[1, 2] == near[0, 3] == pytest.approx(0.25)


def test_nothing_and_one() -> None:
    assert grouped(np.zeros((0, 0)), 0.5) == []
    assert grouped(np.ones((1, 1)), 0.5) == [0]


@pytest.mark.parametrize("seed", range(5))
def test_as_scipy_has_it(seed: int) -> None:
    points = np.random.default_rng(seed).random((40, 3))
    far = np.linalg.norm(points[:, None] - points[None], axis=2) / 2
    tree = linkage(squareform(far, checks=False), "average")
    assert np.allclose(1 - joined_at(1 - far), squareform(cophenet(tree)))
    theirs = fcluster(tree, 0.2, "distance")
    ours = grouped(1 - far, 0.8)
    assert len(set(ours)) == len(set(theirs)) == len(set(zip(ours, theirs, strict=True)))
