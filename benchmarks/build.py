"""How fast a build goes, and whether its memory stays flat while the pile grows."""

import resource
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

import rashomon
from rashomon.run import Outcome, Watcher

SAMPLES = 10
"""Rows of the table of memory: enough to see whether it grows."""

MIB = 2**20


class Meter(Watcher):
    """Notes the time and the resident memory after every page."""

    def __init__(self, progress: Progress) -> None:
        self.samples: list[tuple[float, int]] = []
        self.begun = monotonic()
        self._progress = progress
        self._task = progress.add_task("pages", total=None)

    def page(self, outcome: Outcome) -> None:
        """A page is done."""
        self.samples.append((monotonic() - self.begun, resident()))
        self._progress.advance(self._task)

    def gathering(self) -> None:
        """All pages are done."""
        self._progress.update(self._task, description="events")


def resident() -> int:
    """Bytes of memory that this process holds now (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize()


def measure_build(inputs: Sequence[Path], console: Console) -> None:
    """Build a record of the inputs in a folder that is thrown away; print speed and memory."""
    with TemporaryDirectory() as folder, Progress(console=Console(stderr=True)) as progress:
        meter = Meter(progress)
        report = rashomon.build(list(inputs), into=Path(folder) / "pile.rashomon", watcher=meter)
    reading = meter.samples[-1][0] if meter.samples else 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024  # Linux counts it in KiB.
    table = Table("pages", "seconds", "memory (MiB)")
    for nth in range(1, SAMPLES + 1):
        done = max(1, len(meter.samples) * nth // SAMPLES)
        for seconds, memory in meter.samples[done - 1 : done]:
            table.add_row(f"{done:,}", f"{seconds:.1f}", f"{memory / MIB:.0f}")
    console.print(table)
    console.print(
        f"{report.articles:,} articles with {report.statements:,} statements, {report.events:,} events, "
        f"{report.dropped:,} dropped in {report.seconds:.1f} s ({report.seconds - reading:.1f} s of it for the events)",
        soft_wrap=True,
    )
    console.print(
        f"{report.articles / report.seconds:.2f} articles per second, peak memory {peak / MIB:.0f} MiB", highlight=False
    )
