"""What bringing the views of a record up to date costs while the record grows, on piles made from a seed (`piles`).

The record is grown to each size; there all views are made anew, then some articles more are added and the views are
brought up to date. Processor seconds are what is compared: they hardly hang on what else the machine does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from rich.console import Console

from benchmarks.piles import reports
from rashomon.record import Article, Reading
from rashomon.run.pipeline import Pipeline
from rashomon.run.views import make_views
from rashomon.settings import Settings
from rashomon.store import Store, Writer

SIZES = (10_000, 20_000, 40_000, 80_000)
"""Articles."""

ADDED = 100
"""Articles added to each pile."""

DOUBLING, GROWING = 2.2, 0.02
"""How many times as long a pile of twice the size may take, and which share of it some more articles may."""


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the processor and of the clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:.2f} s ({self.clock:.2f} s by the clock)"


def measure_cost(console: Console, sizes: Sequence[int] = SIZES, added: int = ADDED) -> bool:
    """Make the views of piles of these sizes, and add some articles to each. Prints seconds as they are known; tells
    whether they stay within the limits."""
    pile = reports()
    kept, last, within = 0, 0.0, True
    with TemporaryDirectory() as folder, Store(Path(folder) / "pile.rashomon").writer() as writer:
        for size in sizes:
            add(writer, islice(pile, size - kept))
            with writer.views():
                pass
            whole = timed(writer)
            counts = writer.counts()
            add(writer, islice(pile, added))
            little = timed(writer)
            kept = size + added
            share = little.processor / whole.processor
            times = whole.processor / last if last else None
            # What adding costs at all weighs more the smaller the pile is.
            within = within and (size < max(sizes) or share <= GROWING) and (times is None or times <= DOUBLING)
            console.print(
                f"{size:,} articles, {counts['statements']:,} statements, {counts['events']:,} events: {whole}"
                + (f", {times:.2f} times as long" if times else "")
                + f"; {added} more: {little}, {share:.2%}; {getrusage(RUSAGE_SELF).ru_maxrss // 1024:,} MiB at most",
                soft_wrap=True,
            )
            last = whole.processor
    return within


def add(writer: Writer, told: Iterable[tuple[Article, Reading]]) -> None:
    """Put articles into the record, as a build does that has read them."""
    for article, reading in told:
        writer.add(article, reading, article.id, "made 1")


def timed(writer: Writer) -> Took:
    """Bring the views of the record up to date."""
    pipeline = Pipeline(Settings())
    processor, clock = process_time(), monotonic()
    make_views(writer, pipeline)
    return Took(process_time() - processor, monotonic() - clock)
