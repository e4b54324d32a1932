"""How quickly a situation answers over a large record, on days drawn at random."""

import gc
import json
import statistics
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import monotonic, process_time

from rich.console import Console
from rich.table import Table
from starlette.testclient import TestClient

from benchmarks.made import DAYS, FIRST, Making, make_record
from rashomon.desk import make_app
from rashomon.record import Figure, Flow, Relation, RelationKind, Truce, When, content_id
from rashomon.run import Pipeline, situated
from rashomon.settings import Settings
from rashomon.store import Store

ROUNDS = 40
"""Situations that are asked for, each on a day of its own."""

LIMIT = 300.0
"""Milliseconds of the processor that the 95th percentile may reach."""

PER_RELATION, PER_FLOW, PER_TRUCE = 5, 15, 110
"""Statements to a relation, a flow and a truce: as in five reports on Basra."""

OPEN, UNDATED = 0.1, 0.4
"""Shares of relations without an end, and without a day. In those reports nearly all of those with a day have no end;
but what holds for years is told again and again and is joined, so a large record has fewer."""

WRITTEN = 10
"""One in so many statements is written with its text: of these a situation looks up a few hundred by id, however many
there are, while it searches all relations, flows and truces."""

LONGEST = 60
"""Days that a relation lasts at most if it has an end."""

KINDS: tuple[RelationKind, ...] = (
    "leads", "part-of", "backs", "fights", "allied-with", "controls", "based-in", "strength",
)  # fmt: skip


def measure_situation(statements: int, console: Console) -> bool:
    """Make a record of what so many statements tell, ask for situations, print the times; whether they are quick."""
    with TemporaryDirectory() as folder:
        record = Path(folder) / "made.record"
        begun = monotonic()
        _make(record, statements)
        # What was made is forgotten first: else looking through it for what is no longer needed would be measured.
        gc.collect()
        console.print(f"relations of {statements:,} statements made in {monotonic() - begun:.0f} s")
        chance = Random(2)
        days = [FIRST + timedelta(chance.randrange(DAYS)) for _ in range(ROUNDS)]
        pipeline = Pipeline(Settings())
        desk = TestClient(make_app(str(record), Settings(cache=Path(folder))), base_url="http://127.0.0.1")

        def in_python(day: date) -> int:
            with Store(record).view() as view:
                return len(situated(view, pipeline, day).situation.relations)

        def at_the_desk(day: date) -> int:
            return len(json.loads(desk.get(f"/api/situation?on={day}").content)["bonds"])

        table = Table("what is asked", "median ms", "95th ms", "most ms", "relations")
        quick = True
        for name, ask in (("in Python", in_python), ("at the desk", at_the_desk)):
            told = [_time(ask, day) for day in days]
            times = sorted(time for time, _ in told)
            high = times[int(len(times) * 0.95) - 1]
            quick &= high <= LIMIT
            most = max(number for _, number in told)
            table.add_row(name, f"{statistics.median(times):.0f}", f"{high:.0f}", f"{times[-1]:.0f}", f"{most:,}")
        console.print(table)
    return quick


def _make(record: Path, statements: int) -> None:
    making = make_record(record, statements // WRITTEN)
    drawing = _Drawing(making, statements)
    with Store(record).writer() as writer, writer.views(anew=False):
        writer.kept().put_relations((), ((each, each.id) for each in drawing.relations()))
        writer.put_flows(drawing.flows(), drawing.truces())
        writer.put_places(making.places)


def _time(ask: Callable[[date], int], day: date) -> tuple[float, int]:
    begun = process_time()
    found = ask(day)
    return (process_time() - begun) * 1000, found


class _Drawing:
    """Relations, flows and truces by rule: nothing in a made text would tell of any."""

    def __init__(self, making: Making, statements: int) -> None:
        self._making = making
        self._statements = statements
        self._chance = Random(3)

    def relations(self) -> Iterator[Relation]:
        """Relations of random actors and places, a few of them without an end."""
        chance, making = self._chance, self._making
        for n in range(self._statements // PER_RELATION):
            kind = chance.choice(KINDS)
            subject, other = chance.sample(making.actors, 2)
            place = chance.choice(making.places)
            object_ = {"strength": None, "controls": place.id, "based-in": place.id}.get(kind, other.id)
            number = chance.randrange(10, 5000)
            figure = Figure(number, number, number, "exact", "men", "", "people", str(number), 0, 4)
            figures = (figure,) if kind == "strength" else ()
            told = tuple(sorted({chance.choice(making.told).id for _ in range(chance.choice((1, 1, 1, 2, 3)))}))
            sources = tuple(sorted({chance.choice(making.origins) for _ in told}))
            key = content_id("made relation", n)
            yield Relation(key, subject.id, kind, None, object_, self._when(), figures, told, sources, "told")

    def flows(self) -> Iterator[Flow]:
        """Flows of random actors."""
        for n in range(self._statements // PER_FLOW):
            of = self._chance.choice(self._making.actors)
            told = self._chance.choice(self._making.told)
            key = content_id("made flow", n)
            yield Flow(key, "deserted", of.id, None, told.figures, self._when(), None, (told.id,), ("made",))

    def truces(self) -> Iterator[Truce]:
        """Truces."""
        for n in range(self._statements // PER_TRUCE):
            told = self._chance.choice(self._making.told)
            yield Truce(content_id("made truce", n), (told.id,), self._when(), None, "made")

    def _when(self) -> When | None:
        chance = self._chance
        if chance.random() < UNDATED:
            return None
        first = FIRST + timedelta(chance.randrange(DAYS))
        if chance.random() < OPEN:
            return When(first, None, "open", "then", "stated")
        return When(first, first + timedelta(chance.randrange(LONGEST)), "days", "then", "stated")
