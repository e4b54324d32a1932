"""What a page costs in piles of several sizes, and what a second worker brings.

Each build is a process of its own, as from the command line. Its processor time, that of its workers included, is what
it costs: loading the models and making the events are in it. The smallest pile tells what the loading costs.
"""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from rich.console import Console
from rich.table import Table

from benchmarks.streams import mixed, write_warc

SHARE = 0.1
"""Of the pages, reports on conflict."""

SMALLEST = 100
"""Pages of the pile that tells what the loading costs."""

PAIR = 2
"""Workers that are held against one."""

CALL = "import sys; from rashomon.cli import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Run:
    """A build: its pages and workers, the seconds that passed, the seconds of processors, and the most that one of its
    processes held, in MiB."""

    pages: int
    workers: int
    passed: float
    processor: float
    memory: float


def measure_workers(gold: Path, sizes: Sequence[int], console: Console) -> list[Run]:
    """Build a record of each pile, of the largest with two workers too; print what it took."""
    runs = []
    with TemporaryDirectory() as folder:
        for pages in (SMALLEST, *sizes):
            archive = Path(folder) / f"{pages}.warc.gz"
            write_warc(mixed(gold, pages, SHARE), archive)
            runs.append(_run(archive, pages, 1))
            if pages == max(sizes):
                runs.append(_run(archive, pages, PAIR))
            archive.unlink()
    table = Table("pages", "workers", "seconds", "ms of processor a page", "the same without loading", "memory, MiB")
    first = runs[0].processor
    for run in runs:
        further = 1000 * (run.processor - first) / (run.pages - SMALLEST) if run.pages > SMALLEST else 0.0
        table.add_row(
            f"{run.pages:,}", str(run.workers), f"{run.passed:.1f}", f"{1000 * run.processor / run.pages:.2f}",
            f"{further:.2f}" if further else "", f"{run.memory:.0f}",
        )  # fmt: skip
    console.print(table)
    console.print(f"two workers: {runs[-2].passed / runs[-1].passed:.2f} times one", highlight=False)
    return runs


def _run(archive: Path, pages: int, workers: int) -> Run:
    record = archive.with_suffix(f".{workers}.record")
    call = [sys.executable, "-c", CALL, "build", str(archive), "--into", str(record), "--workers", str(workers)]
    begun = monotonic()
    child = os.posix_spawn(
        sys.executable,
        call,
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (1, 2)],
    )
    _, status, used = os.wait4(child, 0)
    passed = monotonic() - begun
    # 1 tells that pages were dropped, as they are here.
    assert os.waitstatus_to_exitcode(status) in (0, 1), f"the build of {archive} failed"
    record.unlink()
    return Run(pages, workers, passed, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
