"""A linear model over features that are named by strings.

The strings are hashed, so a model holds numbers alone and no word of the texts that it was made from. A text weighs
the same whatever its length: its vector is brought to length 1. Made by `python -m benchmarks train`, read with NumPy
alone.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BITS = 18
"""Hashed features fall into 2^18 places: with some ten thousand kinds of features about one in twenty shares its place
with another, which costs less than its room would."""


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """`places` are the hashed features that weigh anything, rising; `weights` has a row for each and a column for each
    of `labels`; `bias` a number for each label. `exclusive`: exactly one label holds, else each holds for itself."""

    labels: tuple[str, ...]
    places: NDArray[np.uint32]
    weights: NDArray[np.float16]
    bias: NDArray[np.float32]
    exclusive: bool

    def scores(self, features: Mapping[str, float]) -> dict[str, float]:
        """The probability of each label, from 0 to 1."""
        indices, values = vector(features)
        at = np.searchsorted(self.places, indices)
        known = at < len(self.places)
        known[known] = self.places[at[known]] == indices[known]
        margin = self.bias + values[known] @ self.weights[at[known]].astype(np.float32)
        if self.exclusive:
            raised = np.exp(margin - margin.max())
            chances = raised / raised.sum()
        else:
            chances = 1 / (1 + np.exp(-margin))
        return dict(zip(self.labels, map(float, chances), strict=True))

    def scores_of(self, many: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
        """The same for each of many things, in one go, which takes a fifth of the time."""
        if not many:
            return []
        mask = (1 << BITS) - 1
        sizes = np.array([len(features) for features in many])
        told = np.array([crc32(name.encode()) & mask for features in many for name in features], np.uint32)
        values = np.array([value for features in many for value in features.values()], np.float32)
        of = np.repeat(np.arange(len(many)), sizes)
        # Features that share a place are one, whose value is the sum; the pairs come out in the order of the places.
        pairs, place = np.unique(of.astype(np.uint64) << np.uint64(BITS) | told, return_inverse=True)
        summed = np.bincount(place, values).astype(np.float32)
        owner = (pairs >> np.uint64(BITS)).astype(np.intp)
        told = (pairs & np.uint64(mask)).astype(np.uint32)
        length = np.sqrt(np.bincount(owner, summed * summed, len(many)))
        at = np.minimum(np.searchsorted(self.places, told), len(self.places) - 1)
        known = self.places[at] == told
        weighed = np.where(known, summed, 0)[:, None] * self.weights[at].astype(np.float32)
        sums = np.stack([np.bincount(owner, column, len(many)) for column in weighed.T], axis=1)
        margin = self.bias + sums / np.where(length > 0, length, 1)[:, None]
        if self.exclusive:
            raised = np.exp(margin - margin.max(axis=1, keepdims=True))
            chances = raised / raised.sum(axis=1, keepdims=True)
        else:
            chances = 1 / (1 + np.exp(-margin))
        return [dict(zip(self.labels, row, strict=True)) for row in chances.tolist()]

    def margin(self, feature: str) -> float:
        """What this feature alone weighs for the first label; 0 where the model does not know it."""
        place = crc32(feature.encode()) & ((1 << BITS) - 1)
        at = int(np.searchsorted(self.places, place))
        return float(self.weights[at, 0]) if at < len(self.places) and self.places[at] == place else 0.0

    def chances(self, many: Sequence[Collection[str]]) -> list[float]:
        """The probability of the first label for each of many things, told by features that all have the value 1; as
        `scores` gives it, in one go."""
        if not many:
            return []
        mask = (1 << BITS) - 1
        sizes = np.array([len(features) for features in many])
        told = np.array([crc32(name.encode()) & mask for features in many for name in features], np.uint32)
        at = np.minimum(np.searchsorted(self.places, told), len(self.places) - 1)
        weighed = np.where(self.places[at] == told, self.weights[at, 0].astype(np.float32), 0)
        sums = np.add.reduceat(weighed, np.concatenate(([0], np.cumsum(sizes)[:-1])))
        margin = self.bias[0] + sums / np.sqrt(sizes)
        return [float(chance) for chance in 1 / (1 + np.exp(-margin))]

    def save(self, path: Path) -> None:
        """Write the model; the same model gives the same bytes."""
        np.savez_compressed(
            path,
            labels=np.array(self.labels),
            places=self.places,
            weights=self.weights,
            bias=self.bias,
            exclusive=np.array(self.exclusive),
        )


def vector(features: Mapping[str, float]) -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """The places of the features, rising, and the value in each; the values have the length 1 together."""
    summed: dict[int, float] = {}
    for name, value in features.items():
        place = crc32(name.encode()) & ((1 << BITS) - 1)
        summed[place] = summed.get(place, 0.0) + value
    places = sorted(summed)
    values = np.array([summed[place] for place in places], np.float32)
    length = float(np.sqrt(values @ values))
    return np.array(places, np.uint32), values / length if length else values


@cache
def load_model(name: str) -> Linear:
    """The model of this name that comes with the package."""
    with files("rashomon.models").joinpath("data", f"{name}.npz").open("rb") as file, np.load(file) as stored:
        return Linear(
            tuple(map(str, stored["labels"])),
            stored["places"],
            stored["weights"],
            stored["bias"],
            bool(stored["exclusive"]),
        )
