"""Linear models over hashed features: what they say, and that they come back from their file as they were."""

from pathlib import Path

import numpy as np
import pytest

from rashomon.models.linear import Linear, vector


def model(*, exclusive: bool) -> Linear:
    places, _ = vector({"raid": 1.0})
    other, _ = vector({"match": 1.0})
    rows = sorted([(int(places[0]), (2.0, -2.0)), (int(other[0]), (-2.0, 2.0))])
    return Linear(
        ("attack", "sport"),
        np.array([place for place, _ in rows], np.uint32),
        np.array([row for _, row in rows], np.float16),
        np.zeros(2, np.float32),
        exclusive,
    )


@pytest.mark.parametrize("exclusive", [True, False])
def test_features_speak_for_their_label(exclusive: bool) -> None:
    scores = model(exclusive=exclusive).scores({"raid": 1.0})
    assert scores["attack"] > 0.8
    assert scores["sport"] < 0.2


def test_exclusive_labels_share_one_chance() -> None:
    scores = model(exclusive=True).scores({"raid": 3.0, "match": 1.0, "never seen": 2.0})
    assert sum(scores.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("features", [{}, {"never seen": 1.0}])
def test_without_known_features_the_bias_speaks(features: dict[str, float]) -> None:
    assert model(exclusive=True).scores(features) == pytest.approx({"attack": 0.5, "sport": 0.5})


def test_length_of_a_text_does_not_count() -> None:
    once, often = ({"raid": n, "convoy": 2 * n} for n in (1.0, 50.0))
    assert model(exclusive=False).scores(once) == pytest.approx(model(exclusive=False).scores(often))


def test_a_model_is_its_file(tmp_path: Path) -> None:
    for name in ("a.npz", "b.npz"):
        model(exclusive=True).save(tmp_path / name)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_many_at_once_are_told_as_one_by_one() -> None:
    linear = model(exclusive=False)
    many = [["raid"], ["match", "never seen"], ["never seen"]]
    alone = [linear.scores(dict.fromkeys(names, 1.0))["attack"] for names in many]
    assert linear.chances(many) == pytest.approx(alone)
    assert linear.chances([]) == []


def test_one_feature_has_its_weight() -> None:
    assert model(exclusive=False).margin("raid") == 2.0
    assert model(exclusive=False).margin("never seen") == 0.0
