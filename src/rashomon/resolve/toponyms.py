"""The names of places in a text: spots that more speaks for than against.

What a sign weighs was measured by a logistic regression on the 706 public test reports by
`python -m benchmarks train toponyms`; the signs are hashed, so that the weights hold no words.
A first round asks the words beside a spot, a second also where its
candidates lie and what the first made of the same words elsewhere in the text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from rashomon.gazetteer import Gazetteer
from rashomon.record import Name
from rashomon.resolve.context import Context
from rashomon.resolve.focus import Focus, best_senses, senses_of
from rashomon.resolve.spot import Spot, Spotter
from rashomon.resolve.surroundings import surroundings

Look = Literal["first", "second"]

PLACES = 1 << 18
"""Hashed signs fall into so many places; two share one seldom."""

LIKELY = -0.6
"""Weight from which on a spot is taken: a little below even, for a place missed is missed for good."""

SURE = 2.0
"""Weight from which on the record trusts a spot that the language pipeline calls something else."""

NEAR = (0.02, 0.1, 0.3, 0.6)
"""Steps of nearness to what else is named."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known before a text is read, from other reports of its outlet: where it looks, and names it gives."""

    focus: Focus = field(default_factory=Focus)
    names: frozenset[str] = frozenset()


def toponyms(
    text: str, names: tuple[Name, ...], gazetteer: Gazetteer, outlook: Outlook | None = None, least: float = LIKELY
) -> tuple[Spot, ...]:
    """The spots that weigh `least` or more, none across another, in the order of the text."""
    spots = spots_of(text, names, gazetteer)
    first = [spot for spot, _ in apart(weighed(spots, "first"), LIKELY)]
    again = tuple(second_look(text, spots, first, gazetteer, outlook or Outlook()))
    return tuple(spot for spot, _ in sorted(apart(weighed(again, "second"), least), key=lambda pair: pair[0].start))


def spots_of(text: str, names: tuple[Name, ...], gazetteer: Gazetteer) -> tuple[Spot, ...]:
    """All spots of a text with the signs of the first look."""
    context = Context(text)
    return tuple(
        Spot(
            spot.start,
            spot.end,
            spot.text,
            spot.sort,
            spot.signs | set(context.signs(spot.start, spot.end, spot.sort, spot.signs)),
        )
        for spot in Spotter(text, names, gazetteer).spots()
    )


def second_look(
    text: str, spots: tuple[Spot, ...], first: list[Spot], gazetteer: Gazetteer, outlook: Outlook
) -> Iterator[Spot]:
    """The spots with the signs that only the whole text gives."""
    senses, _ = best_senses(told(text, first), gazetteer, outlook.focus, 1.0)
    often = Counter(spot.text for spot in first)
    taken = {(spot.start, spot.end) for spot in first}
    every = Counter(spot.text for spot in spots)
    focuses: dict[str, tuple[str, ...]] = {}
    for spot in spots:
        if spot.text not in focuses:
            here = Focus.of((sense, often[name] ** 0.5) for name, sense in senses.items() if name != spot.text)
            own = [sense for sense, _ in senses_of(spot.text, gazetteer)] if spot.sort in PLACED else []
            focuses[spot.text] = (
                f"near:{_step(max((here.nearness(each.point) for each in own), default=-1.0))}",
                f"outlet:{_step(max((outlook.focus.nearness(each.point) for each in own), default=-1.0))}",
                *(["told by outlet"] if spot.text in outlook.names else []),
            )
        itself = (spot.start, spot.end) in taken
        others, chances = often[spot.text] - itself, every[spot.text] - 1
        share = "alone" if not chances else "never" if not others else "most" if others * 2 > chances else "some"
        yield Spot(spot.start, spot.end, spot.text, spot.sort,
                   spot.signs | {*focuses[spot.text], f"elsewhere:{share}", f"first:{itself}"})  # fmt: skip


PLACED = frozenset({"known", "tagged", "unit", "nature", "built"})
"""Sorts whose candidates are worth measuring."""


def told(text: str, spots: Iterable[Spot]) -> dict[str, tuple[int, str]]:
    """How often each name stands in the text, and what the text first says it lies in."""
    names: dict[str, tuple[int, str]] = {}
    for spot in spots:
        around = surroundings(text, spot.start, spot.end)
        count, within = names.get(spot.text, (0, ""))
        names[spot.text] = count + 1, within or around.within or around.beside
    return names


def weighed(spots: Iterable[Spot], look: Look) -> list[tuple[Spot, float]]:
    """Each spot with the sum of its signs' weights."""
    weights, bias = _weights()[look]
    return [(spot, bias + float(weights[places_of(spot.signs)].sum())) for spot in spots]


def places_of(signs: Iterable[str]) -> NDArray[np.int64]:
    """The hashed places of signs, rising, each once."""
    return np.array(sorted(set(map(_place, signs))), np.int64)


@lru_cache(maxsize=50_000)  # Some thousand signs come again and again: the words beside a spot.
def _place(sign: str) -> int:
    return crc32(sign.encode()) & (PLACES - 1)


LENGTH = 0.08
"""Weight of a letter where two spots overlap: the longer name is likelier the whole one."""


def apart(weighed: Iterable[tuple[Spot, float]], least: float) -> list[tuple[Spot, float]]:
    """The spots of some weight, the heavier first, without those that overlap a heavier one."""
    taken: list[tuple[Spot, float]] = []
    for spot, weight in sorted(weighed, key=lambda pair: (-pair[1] - LENGTH * len(pair[0].text), pair[0].start)):
        if weight >= least and not any(spot.start < other.end and spot.end > other.start for other, _ in taken):
            taken.append((spot, weight))
    return taken


def _step(nearness: float) -> str:
    return "none" if nearness < 0 else str(sum(nearness >= step for step in NEAR))


@cache
def _weights() -> dict[Look, tuple[NDArray[np.float32], float]]:
    with files("rashomon.models").joinpath("data", "toponyms.npz").open("rb") as file, np.load(file) as stored:
        return {
            look: (stored[look].astype(np.float32), float(stored["bias"][at])) for at, look in enumerate(get_args(Look))
        }
