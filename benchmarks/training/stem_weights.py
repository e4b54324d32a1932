"""How much each stem tells: the logarithm of reports over reports that have it, counted over several sets of news.

Kept as a model without labels to tell: a stem's margin is its weight less that of the rarest.
"""

from collections import Counter
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np
from rich.console import Console

from benchmarks.rows import read_lines
from rashomon.events.words import RAREST, stems
from rashomon.models import Linear
from rashomon.models.linear import BITS

SETS = ("case2021_task2", "fakes", "geo", "indiapolice", "meantime", "muc4", "polnear")
"""News of several decades and regions, so that no one conflict's names count as everyday words."""

LONGEST = 4000
"""Characters of a report that are counted, so that long ones count as much as the others."""

SMALLEST = 0.05
"""Weights less than this below the rarest are left out."""


def train(gold: Path, console: Console) -> Linear:
    """The weights of all stems that several reports have."""
    count: Counter[str] = Counter()
    total = 0
    for name in SETS:
        for row in read_lines(gold / name / "dev.jsonl.gz"):
            count.update(stems(row["text"][:LONGEST]))
            total += 1
    summed: dict[int, int] = {}
    for word, seen in count.items():
        place = crc32(word.encode()) & ((1 << BITS) - 1)
        summed[place] = max(summed.get(place, 0), seen)
    margins = {place: min(0.0, log((total + 1) / (seen + 1)) - RAREST) for place, seen in summed.items()}
    places = sorted(place for place, margin in margins.items() if margin < -SMALLEST)
    console.print(f"{total:,} reports, {len(count):,} stems, {len(places):,} with a weight of their own")
    return Linear(
        ("weight",),
        np.array(places, np.uint32),
        np.array([[margins[place]] for place in places], np.float16),
        np.zeros(1, np.float32),
        False,
    )
