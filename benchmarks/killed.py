"""A large web archive built into each store and killed on the way, beside the same archive built in peace.

Its pages are made by rule: a few short reports, which the real reader reads, among many pages on which there is nothing
to read. So it is the way through the archive, the workers and the stores that is measured, not the reading.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, sleep

from rich.console import Console

from benchmarks.server import running
from benchmarks.streams import Source, write_warc
from rashomon.errors import RecordError
from rashomon.store import Store

KILLS = 5
"""How often each build is killed before it is let through."""

LOOK = 0.05
"""Seconds between two looks at how far a build is."""

SEED = 11
TOWNS = ("Karsa", "Vell", "Ostrum", "Dorin", "Halba", "Merane", "Tossu", "Ilgar")
FORCES = ("rebels", "government troops", "police", "militiamen", "soldiers of the Northern Brigade")
DEEDS = ("shelled", "attacked", "stormed", "bombed", "seized")
MONTHS = ("January", "February", "March", "April", "May", "June")


def measure_killed(pages: int, share: float, workers: int, console: Console) -> bool:
    """Build an archive of so many pages, a `share` of them reports, once in peace and once killed into each store;
    print the seconds; whether all exports are the same."""
    with TemporaryDirectory() as name, running() as server:
        folder = Path(name)
        archive = folder / "pages.warc.gz"
        write_warc(_sources(pages, share), archive)
        begun = monotonic()
        calm = str(folder / "calm.record")
        _build(archive, calm, workers).wait()
        took = monotonic() - begun
        told: dict[str, object] = {"pages": pages, "seconds": round(took), "bytes": archive.stat().st_size}
        wanted = _export(calm)
        with Store(calm).view() as view:
            counted = view.counts()
            told |= counted
        console.print(f"in peace: {took:.0f} s, {view_words(told)}")
        same = True
        for store, address in (("sqlite", str(folder / "killed.record")), ("postgresql", server.new())):
            begun = monotonic()
            goals = (round(counted["articles"] * n / (KILLS + 3)) for n in range(1, KILLS + 1))
            kills = sum(_killed(archive, address, workers, goal) for goal in goals)
            _build(archive, address, workers).wait()
            same &= _export(address) == wanted and kills == KILLS
            told |= {f"{store}_kills": kills, f"{store}_same": _export(address) == wanted}
            console.print(f"{store}: killed {kills} times, {monotonic() - begun:.0f} s in all")
        console.print(json.dumps(told), soft_wrap=True)
    return same


def view_words(told: dict[str, object]) -> str:
    """The counts in a line."""
    return ", ".join(f"{told[kind]:,} {kind}" for kind in ("articles", "statements", "events", "dropped"))


def _build(archive: Path, record: str, workers: int) -> "subprocess.Popen[bytes]":
    """A build in a process of its own, with its workers in the same group."""
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "build", str(archive)]
    return subprocess.Popen(
        [*command, "--into", record, "--workers", str(workers)], process_group=0,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _killed(archive: Path, record: str, workers: int, articles: int) -> bool:
    """Whether a build died by our hand once the record held so many articles."""
    building = _build(archive, record, workers)
    while building.poll() is None and _held(record) < articles:
        sleep(LOOK)
    here = building.poll() is None
    if here:
        os.killpg(building.pid, signal.SIGKILL)
    building.wait()
    return here


def _held(record: str) -> int:
    try:
        with Store(record).view() as view:
            return view.counts()["articles"]
    except RecordError:  # Not made yet.
        return 0


def _export(record: str) -> str:
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", "export", record, "--format", "jsonl"]
    digest = sha256()
    with subprocess.Popen(command, stdout=subprocess.PIPE) as exporting:
        assert exporting.stdout
        while block := exporting.stdout.read(2**20):
            digest.update(block)
    return digest.hexdigest()


def _sources(pages: int, share: float) -> Iterator[Source]:
    random = Random(SEED)
    for n in range(pages):
        if random.random() >= share:
            body = f"<html><head><title>{n}</title></head><body></body></html>"
            yield Source(f"https://empty.example/{n}.html", body.encode(), conflict=False)
            continue
        town, other = random.sample(TOWNS, 2)
        force, foe = random.sample(FORCES, 2)
        day, month, dead = random.randrange(1, 28), random.choice(MONTHS), random.randrange(2, 60)
        first = f"{town}, {day} {month} 2021. At least {dead} people were killed on {day} {month} when {force} "
        first += f"{random.choice(DEEDS)} the town of {town}, a spokesman of the hospital said."
        second = f"Some {random.randrange(60, 400)} {foe} had deserted to {other} the week before, residents said."
        third = f"The governor called on {foe} to withdraw from {other}, and traders kept their shops shut all day."
        paragraphs = "".join(f"<p>{each}</p>" for each in (first, second, third))
        body = f"<html><head><title>{town}: report {n}</title></head><body><article><h1>{town}: report {n}</h1>"
        yield Source(
            f"https://paper{n % 9}.example/{n}.html",
            f"{body}{paragraphs}</article></body></html>".encode(),
            conflict=True,
        )
