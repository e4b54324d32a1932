"""Every two mentions of one story, with the signs of each pair, and the chance that a model gives it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from rashomon.events.sameness import signs, usage
from rashomon.events.sameness.groups import Nearness
from rashomon.events.sameness.told import Mention
from rashomon.models import Linear

PLAIN = signs.SIGNS + usage.SIGNS

BY_WORDS = (
    "one word",
    "opposed",
    "saying",
    "rarer word",
    "commoner word",
    "verbs",
    "one report",
    "one sentence",
    "first sentences",
    "story",
    "sentences alike",
    "near alike",
    "roles alike",
    "names alike",
    "doers",
    "sufferers",
    "any role",
    "fewer reports",
    "more reports",
    "share of reports",
)
"""Signs that say something else of two mentions of one word, of two words for one thing, and of any others."""

SIGNS = (
    *PLAIN,
    *(f"{sign}, one base" for sign in BY_WORDS),
    *(f"{sign}, one sense" for sign in BY_WORDS),
)
"""The signs that the model weighs."""


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """The mentions of one story by number; `pairs` are places in `numbers`, `table` has a row for each, by SIGNS."""

    numbers: tuple[int, ...]
    pairs: NDArray[np.intp]
    table: NDArray[np.float64]

    def chances(self, model: Linear) -> Nearness:
        """The chance that two mentions are of one act, for all of them."""
        weights = np.array([model.margin(sign) for sign in SIGNS])
        near = np.eye(len(self.numbers))
        one, other = self.pairs.T
        near[one, other] = near[other, one] = 1 / (1 + np.exp(-(model.bias[0] + self.table @ weights)))
        return near


def look_at(numbers: Sequence[int], mentions: Sequence[Mention], near: Nearness, weight: Mapping[str, float]) -> Story:
    """All pairs of the mentions of a story; `near` is the chance of one story for every two reports, `weight` what a
    word tells."""
    seen = [signs.Seen.of(mention) for mention in mentions]
    used = usage.Usage(seen, weight)
    pairs = list(combinations(range(len(seen)), 2))
    rows = [
        signs.signs(seen[a], seen[b], float(near[mentions[a].report, mentions[b].report]), weight)
        + used.signs(seen[a].base, seen[b].base)
        for a, b in pairs
    ]
    table = np.array(rows, np.float64).reshape(-1, len(PLAIN))
    base, sense = (table[:, [PLAIN.index(sign)]] for sign in ("one base", "one sense"))
    chosen = table[:, [PLAIN.index(sign) for sign in BY_WORDS]]
    return Story(
        tuple(numbers),
        np.array(pairs, np.intp).reshape(-1, 2),
        np.concatenate((table, chosen * base, chosen * sense * (1 - base)), axis=1),
    )
