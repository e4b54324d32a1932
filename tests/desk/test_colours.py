"""The colours of origins stay apart for everybody: measured in CIELAB, as people with each kind of sight see them."""

import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

TOKENS = (Path(__file__).parents[2] / "desk" / "src" / "style" / "tokens.css").read_text("utf-8")

SIGHTS = {
    "all colours": np.eye(3),
    "no red": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "no green": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "no blue": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""What is left of linear RGB: Machado, Oliveira and Fernandes 2009, severity 1."""

APART = 30.0
"""Distance in CIELAB; 2.3 is just to be seen, so marks of 10 pixels are told apart at a glance."""

CONTRAST = 3.0
"""WCAG 2.2, 1.4.11: what a mark needs against its ground."""

XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
WHITE = np.array([0.95047, 1.0, 1.08883])


def colour(name: str, light: int) -> np.ndarray:
    """A token in linear RGB."""
    found = re.search(rf"--{name}: light-dark\(#(\w+), #(\w+)\)", TOKENS)
    assert found, name
    parts = np.array([int(found[1 + light][n : n + 2], 16) / 255 for n in (0, 2, 4)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(linear: np.ndarray) -> np.ndarray:
    told = XYZ @ np.clip(linear, 0, 1) / WHITE
    bent = np.where(told > 0.008856, np.cbrt(told), 7.787 * told + 16 / 116)
    return np.array([116 * bent[1] - 16, 500 * (bent[0] - bent[1]), 200 * (bent[1] - bent[2])])


@pytest.mark.parametrize("light", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_origins_are_told_apart(sight: str, light: int) -> None:
    seen = [lab(np.array(SIGHTS[sight]) @ colour(f"origin-{n}", light)) for n in range(6)]
    assert min(np.linalg.norm(one - other) for one, other in combinations(seen, 2)) >= APART


@pytest.mark.parametrize("light", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", [*(f"origin-{n}" for n in range(6)), "accent", "firm"])
def test_marks_stand_out_from_the_ground(name: str, light: int) -> None:
    ground, mark = (float(XYZ[1] @ colour(each, light)) for each in ("paper", name))
    assert (max(ground, mark) + 0.05) / (min(ground, mark) + 0.05) >= CONTRAST
