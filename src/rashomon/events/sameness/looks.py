"""Every two mentions of one story, looked at twice.

At first sight they are judged by themselves and by how the story uses their words. Groups are made of what looks the
same; at the second look it also tells how the story uses these groups: two that one sentence has side by side stay
apart, however alike a pair of their members may look, and a group that is told in the same company as another joins it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.events.sameness import signs, usage
from rashomon.events.sameness.groups import Nearness, grouped
from rashomon.events.sameness.told import Mention
from rashomon.models import Linear

OWN = signs.SIGNS + usage.SIGNS
"""Signs of a pair at first sight."""

GROUPS = ("odds", "mean chance", "highest chance", "one group", "smaller", "larger")
"""What the groups of the first sight tell, besides how the story uses them."""

APART = ("", ", one base", ", one sense")
"""Every sign weighs for itself for pairs of one word, and for those of two words with one sense."""

FIRST = tuple(sign + sort for sort in APART for sign in OWN)
SECOND = FIRST + tuple(f"group: {sign}" for sign in GROUPS + usage.SIGNS)
"""The signs of the two models, by name."""

SURE = 1e-4
"""A chance is kept this far from 0 and 1: no pair is beyond doubt."""


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """The mentions of one story, by number, with all pairs of them and the signs of each pair at first sight."""

    numbers: tuple[int, ...]
    mentions: tuple[Mention, ...]
    pairs: NDArray[np.intp]
    signs: NDArray[np.float64]
    weight: Mapping[str, float]


def first_look(
    numbers: Sequence[int], mentions: Sequence[Mention], stories: Nearness, weight: Mapping[str, float]
) -> Story:
    """The story of these mentions; `stories` is the chance of one story for every two reports."""
    seen = [signs.Seen.of(mention) for mention in mentions]
    used = usage.Usage(mentions, [one.base for one in seen], weight)
    pairs = list(combinations(range(len(mentions)), 2))
    table = np.array(
        [
            signs.signs(
                seen[a], seen[b], float(stories[mentions[a].report, mentions[b].report]), weight
            )
            + used.signs(seen[a].base, seen[b].base)
            for a, b in pairs
        ],
        np.float64,
    ).reshape(len(pairs), len(OWN))
    base, sense = (table[:, [OWN.index(sign)]] for sign in ("one base", "one sense"))
    told = np.concatenate((table, table * base, table * sense * (1 - base)), axis=1)
    return Story(tuple(numbers), tuple(mentions), np.array(pairs, np.intp).reshape(-1, 2), told, weight)


def second_look(story: Story, chances: NDArray[np.float64], enough: float) -> NDArray[np.float64]:
    """The signs of each pair when the groups of the first sight are known; `enough` is the mean chance that makes one."""
    of = grouped(square(story, chances), enough)
    used = usage.Usage(story.mentions, of, story.weight)
    group = np.array(of, np.intp)[story.pairs]
    odds = np.log(chances) - np.log(1 - chances)
    size = np.bincount(of, minlength=len(of))
    total, count, highest = (np.zeros((len(of), len(of))) for _ in range(3))
    low, high = group.min(axis=1), group.max(axis=1)
    np.add.at(total, (low, high), chances)
    np.add.at(count, (low, high), 1.0)
    np.maximum.at(highest, (low, high), chances)
    sizes = np.log(np.sort(size[group], axis=1))
    told = np.stack(
        (odds, total[low, high] / count[low, high], highest[low, high], low == high, sizes[:, 0], sizes[:, 1]), axis=1
    )
    uses = np.array([used.signs(a, b) for a, b in group.tolist()], np.float64).reshape(-1, len(usage.SIGNS))
    return np.concatenate((story.signs, told, uses), axis=1)


def chances(model: Linear, names: Sequence[str], table: NDArray[np.float64]) -> NDArray[np.float64]:
    """The chance that `model` gives to each row of a table of signs with these names."""
    weights = np.array([model.margin(name) for name in names])
    return np.clip(1 / (1 + np.exp(-(model.bias[0] + table @ weights))), SURE, 1 - SURE)


def square(story: Story, of_pairs: NDArray[np.float64]) -> Nearness:
    """The same numbers as a table of every mention against every other."""
    near = np.eye(len(story.mentions))
    near[story.pairs[:, 0], story.pairs[:, 1]] = of_pairs
    near[story.pairs[:, 1], story.pairs[:, 0]] = of_pairs
    return near
