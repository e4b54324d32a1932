"""How quickly the desk answers over a large record, with the other core busy, by route."""

import json
import multiprocessing
import statistics
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, process_time, sleep
from urllib.parse import urlencode
from urllib.request import urlopen

import uvicorn
from rich.console import Console
from rich.table import Table

from benchmarks.browsing import measure_browsing
from benchmarks.build import MIB, resident
from benchmarks.made import make_record
from benchmarks.server import programs, running
from rashomon.desk import make_app
from rashomon.settings import Settings
from rashomon.store import Store

ROUNDS = 60
"""Calls of each route: enough for a steady 95th percentile of what one person feels."""

LIMIT = 200.0
"""Milliseconds that the 95th percentile may reach."""


def measure_desk(statements: int, console: Console) -> bool:
    """Make a record of so many statements, as a file and in PostgreSQL where it is installed, ask every route of the
    desk of both, and print the times; then open it in a browser; whether all is quick, and the browser small."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        record = Path(folder) / "made.record"
        begun = monotonic()
        make_record(record, statements)
        console.print(f"record of {statements:,} statements made in {monotonic() - begun:.0f} s")
        records = [str(record)]
        if programs():
            records.append(stack.enter_context(running()).new())
            Store(record).copy_to(Store(records[-1]), lambda done, whole: None)
        quick = [ask_desk(each, Path(folder), console) for each in records]
        with _served(str(record), Path(folder)) as desk, _busy():
            return measure_browsing(desk, console) and all(quick)


def ask_desk(record: str, cache: Path, console: Console) -> bool:
    """Ask every route of the desk of a record and print the times; whether all are quick."""
    with _served(record, cache) as desk, _busy():
        begun = monotonic()
        told = json.loads(_get(f"{desk}/api/record"))
        took = monotonic() - begun
        console.print(f"{record}: {told['events']:,} events; first answer, with the catalogue, {took:.1f} s")
        table = Table("route", "median ms", "95th ms", "most ms", "processor 95th ms")
        quick = True
        for name, paths in _routes(desk).items():
            both = [_time(f"{desk}{path}") for path in paths]
            times, worked = (sorted(column) for column in zip(*both, strict=True))
            at = int(len(times) * 0.95) - 1
            quick &= times[at] <= LIMIT
            shown = (statistics.median(times), times[at], times[-1], worked[at])
            table.add_row(name, *(f"{value:.0f}" for value in shown))
        console.print(table)
        console.print(f"memory of the server with the client: {resident() / MIB:.0f} MiB")
    return quick


def _routes(desk: str) -> dict[str, list[str]]:
    """The calls of each route: words, places, actors, acts and days drawn from what the record holds."""
    chance = Random(1)
    facets = json.loads(_get(f"{desk}/api/facets"))
    events = json.loads(_get(f"{desk}/api/events?limit=500"))["events"]
    words = [word for event in events for word in event["title"].replace(":", " ").replace(",", " ").split()]
    filters: list[dict[str, object]] = [{}]
    for kind, name in (("acts", "act"), ("places", "place"), ("actors", "actor"), ("origins", "origin")):
        filters += [{name: option["value"]} for option in facets[kind][:10]]
    filters += [{"since": f"{year}-03-01", "until": f"{year}-06-30"} for year in range(2015, 2022)]
    filters += [{"clash": "any"}, {"bounds": "0,0,30,30"}]

    def many(path: str, *more: dict[str, object]) -> list[str]:
        asked = [{**chance.choice(filters), **(chance.choice(more) if more else {})} for _ in range(ROUNDS)]
        return [f"/api/{path}?{urlencode(each)}" for each in asked]

    searched: list[dict[str, object]] = [
        {"q": " ".join(chance.sample(words, k=chance.choice((1, 1, 2)))), "order": "match"} for _ in range(ROUNDS)
    ]
    return {
        "list": many("events", {"order": "told"}, {"order": "time"}, {"offset": 5000}),
        "search": [f"/api/events?{urlencode(each)}" for each in searched],
        "filters": many("facets"),
        "timeline": many("timeline"),
        "map": many("map"),
        "event": [f"/api/events/{event['id']}" for event in chance.sample(events, ROUNDS)],
        "actors": [f"/api/actors?{urlencode({'q': chance.choice(words)})}" for _ in range(ROUNDS)],
    }


def _time(address: str) -> tuple[float, float]:
    """Milliseconds until the answer is there, and those of processor time that this process took for it: on a machine
    with other work the latter tell more. A database's own are not in these."""
    begun, worked = monotonic(), process_time()
    _get(address)
    return (monotonic() - begun) * 1000, (process_time() - worked) * 1000


def _get(address: str) -> bytes:
    with urlopen(address) as answer:
        body: bytes = answer.read()
    return body


@contextmanager
def _served(record: str, cache: Path) -> Iterator[str]:
    app = make_app(record, Settings(cache=cache))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False, lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def _busy() -> Iterator[None]:
    """Keep another core at work."""
    worker = multiprocessing.get_context("spawn").Process(target=_work, daemon=True)
    worker.start()
    try:
        yield
    finally:
        worker.terminate()
        worker.join()


def _work() -> None:
    while True:
        sum(range(1_000_000))
