"""`rashomon watch` over the feeds of a web of our own, for as long as one likes, and killed on the way: whether each
page is there once, whether only what is allowed was asked, and whether the memory stays flat.
"""

import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from rich.console import Console
from rich.table import Table

import rashomon
from benchmarks.web import BAD, GOOD, Web, at_work, make_web
from rashomon.pages import read_pages
from rashomon.record import Dropped
from rashomon.settings import Settings

FEEDS, HOSTS, SLOW = 200, 20, 5
EVERY = 150.0
"""Seconds after which a feed names another page."""

LOOK = 5.0
"""Seconds from one look at the memory to the next."""

COMMAND = (sys.executable, "-c", "import sys; from rashomon.cli import main; sys.exit(main())", "watch")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a watch came to. `lost` and `twice` are good pages, `wrong` pages that must not be there, `reached`
    addresses that must not be asked."""

    named: int
    kept: int
    lost: tuple[str, ...]
    twice: tuple[str, ...]
    wrong: tuple[str, ...]
    reached: tuple[str, ...]
    requests: int


def judged(web: Web, folder: Path, articles: Sequence[str | None] | None = None) -> Outcome:
    """What is kept in `folder`, and in the record that has these `articles`, against what the web has named."""
    rows = [row for row in read_pages([folder], Settings()) if not isinstance(row, Dropped)]
    kept = Counter(str(row.stated.url) for row in rows)
    read = kept if articles is None else Counter(map(str, articles))
    good = web.named(GOOD)
    forbidden = (url for url in web.asked if "/private" in url or url.startswith(web.inside.name))
    return Outcome(
        named=len(good),
        kept=len(kept),
        lost=tuple(sorted(url for url in good if not kept[url] or not read[url])),
        twice=tuple(sorted(url for url in good if kept[url] > 1 or read[url] > 1)),
        wrong=tuple(sorted(set(kept) - good)),
        reached=tuple(sorted(forbidden)),
        requests=web.asked.total(),
    )


def measure_watch(seconds: float, kills: int, console: Console) -> None:
    """Watch for so many seconds, killed so often on the way, then once more while nothing fails; print what came."""
    begun = monotonic()
    web = make_web(lambda: monotonic() - begun, FEEDS, seconds, EVERY, SLOW)
    with TemporaryDirectory() as place, at_work(web, HOSTS):
        folder = Path(place)
        feeds = folder / "feeds.txt"
        feeds.write_text("".join(f"{web.url(feed)}\n" for feed in web.feeds))
        allow = [word for host in web.hosts[:-1] for word in ("--allow", host.name)]
        command = (*COMMAND, str(feeds), "--into", str(folder / "r"), "--every", "1", *allow)
        samples: list[tuple[int, float, float]] = []
        ends = [seconds * nth / (kills + 1) for nth in range(1, kills + 2)]
        for run, end in enumerate(ends, start=1):
            samples += _run(command, run, begun, end, folder, last=run == len(ends))
        web.calm = True
        for _ in range(2):
            subprocess.run((*command, "--once"), check=False, capture_output=True)
        with rashomon.open(folder / "r") as record:
            articles = [article.url for article in record.articles()]
        outcome = judged(web, folder / "r.pages", articles)
        kinds = Counter(page.kind for page in web.pages.values())
    _print(outcome, kinds, samples, console)


def _run(
    command: Sequence[str], run: int, begun: float, end: float, folder: Path, last: bool
) -> list[tuple[int, float, float]]:
    """One run of the watch, killed at `end`, the last one stopped as a person would; its memory in MiB by the
    second."""
    samples = []
    with (folder / "log").open("ab") as log, subprocess.Popen(command, stdout=log, stderr=log) as watching:
        while monotonic() - begun < end:
            sleep(LOOK)
            status = Path(f"/proc/{watching.pid}/status").read_text().split()
            if "VmRSS:" in status:
                samples.append((run, monotonic() - begun, int(status[status.index("VmRSS:") + 1]) / 1024))
        watching.send_signal(signal.SIGINT if last else signal.SIGKILL)
    return samples


def _print(
    outcome: Outcome, kinds: Counter[str], samples: Sequence[tuple[int, float, float]], console: Console
) -> None:
    table = Table("what", "number")
    table.add_row("feeds, hosts", f"{FEEDS}, {HOSTS}")
    table.add_row("requests answered", f"{outcome.requests:,}")
    table.add_row("pages named that can be read", f"{outcome.named:,}")
    table.add_row("pages kept", f"{outcome.kept:,}")
    for what in ("lost", "twice", "wrong", "reached"):
        found = getattr(outcome, what)
        table.add_row(what, f"{len(found)} {', '.join(found[:3])}")
    for kind in (*GOOD, *BAD):
        table.add_row(f"  of kind {kind}", str(kinds[kind]))
    console.print(table)
    memory = Table("run", "minute", "memory (MiB)")
    for run, minute in sorted({(run, int(second // 60)) for run, second, _ in samples}):
        values = [mib for r, second, mib in samples if (r, int(second // 60)) == (run, minute)]
        memory.add_row(str(run), str(minute), f"{median(values):.0f}")
    console.print(memory)
