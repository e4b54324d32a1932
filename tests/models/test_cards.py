"""Every model that comes with the package is small, and has a card that says what it is."""

from pathlib import Path

import pytest
from benchmarks.__main__ import TRAININGS

import rashomon.models

DATA = Path(rashomon.models.__file__).parent / "data"
BYTES_AT_MOST = 3_000_000


def test_every_model_can_be_made_anew():
    assert {path.stem for path in DATA.glob("*.npz")} == set(TRAININGS)


@pytest.mark.parametrize("name", TRAININGS)
def test_model_is_small(name):
    assert (DATA / f"{name}.npz").stat().st_size < BYTES_AT_MOST


@pytest.mark.parametrize("name", TRAININGS)
def test_card_tells_what_a_user_must_know(name):
    card = (DATA / f"{name}.md").read_text("utf-8")
    assert f"python -m benchmarks train {name}" in card
    assert [part for part in ("Judges", "Data", "Made", "Measured", "Limits") if f"**{part}.**" not in card] == []
