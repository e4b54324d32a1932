"""Models are made the same from the same rows."""

from importlib import import_module

import numpy as np
import pytest
from benchmarks.rows import GOLD, read_lines
from benchmarks.training.fitting import Example, fit_signs, shared

ROWS = 120


@pytest.mark.skipif(
    not GOLD.exists(), reason=f"the test sets are not here: {GOLD.name} beside the repository is missing"
)
@pytest.mark.parametrize("name", ["police_acts", "sub_events"])
def test_same_rows_same_bytes(name, tmp_path):
    training = import_module(f"benchmarks.training.{name}")
    rows = [row for row, _ in zip(read_lines(GOLD / training.ROWS), range(ROWS), strict=False)]
    for path in ("a.npz", "b.npz"):
        training.make(training.to_examples(rows)).save(tmp_path / path)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_what_stands_in_one_example_alone_is_left_out():
    one, two = Example("1", {"a": 1.0, "b": 2.0}, frozenset()), Example("2", {"a": 3.0}, frozenset())
    assert [example.features for example in shared([one, two])] == [{"a": 1.0}, {"a": 3.0}]


def test_signs_weigh_by_name() -> None:
    """What holds where the first sign is above the second, whatever the third says; one row counts for nothing."""
    table = np.random.default_rng(0).normal(size=(400, 3)) * (1, 10, 1) + (0, 0, 7)
    holds = table[:, 0] > table[:, 1] / 10
    table[0], holds[0], counts = (0, 900, 0), True, np.array([1e-9] + [1.0] * 399)
    model = fit_signs(("one", "ten", "none"), table, holds, 10.0, counts)
    assert model.margin("one") == pytest.approx(-10 * model.margin("ten"), rel=0.2)
    assert abs(model.margin("none")) < model.margin("one") / 10
    margins = model.bias[0] + table @ [model.margin(sign) for sign in ("one", "ten", "none")]
    assert np.mean((margins > 0) == holds) > 0.95
