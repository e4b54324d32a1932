"""Pages into a record, by this process or by several workers.

What fails on one page drops that page, with the reason, and the rest goes on. What fails for the record or the
settings stops the build; so does an interruption. Either way the same command goes on where it stopped, and ends with
the same record, however many workers there are.
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from rashomon.errors import PageError
from rashomon.record import Dropped, Page
from rashomon.run.crew import Crew
from rashomon.run.pipeline import Pipeline
from rashomon.run.reading import SIFT, ReadPage, at, fingerprint, read_page
from rashomon.run.report import Outcome, Report, Watcher
from rashomon.run.shard import Result, Shard, Task, results_of, shards
from rashomon.run.views import make_views
from rashomon.run.workers import finished
from rashomon.store import Store, Writer

if TYPE_CHECKING:
    from rashomon.pages import Part


def build(
    inputs: Sequence[str | Path],
    record: str | Path,
    pipeline: Pipeline,
    watcher: Watcher | None = None,
    crew: Crew | None = None,
) -> Report:
    """Add the pages behind `inputs` to the record, which is made where there is none.

    Pages that the record has already are passed over, unless what is stated of them has changed. Raises InputError
    before anything is written; SettingError and RecordError whenever they come up.
    """
    watcher, crew = watcher or Watcher(), crew or Crew()
    begun = monotonic()
    # Both look at the inputs at once, before anything is written.
    pages, parts = pipeline.pages(inputs), pipeline.parts(inputs)
    counts: Counter[str] = Counter()
    sifted: Counter[str] = Counter()
    statements = 0
    with Store(record).writer() as writer:
        read = _one_by_one(pages, writer, pipeline) if crew.alone else _shared(parts, record, pipeline, crew)
        for result in read:
            outcome = _take(result, writer)
            counts[outcome.result] += 1
            statements += outcome.statements
            if outcome.dropped and outcome.dropped.stage == SIFT:
                sifted[outcome.dropped.reason] += 1
            watcher.page(outcome)
        if not writer.fresh():
            watcher.gathering()
            make_views(writer, pipeline)
        events = writer.counts()["events"]
    return Report(
        pages=counts.total(),
        articles=counts["article"],
        already=counts["already"],
        dropped=counts["dropped"],
        statements=statements,
        events=events,
        seconds=monotonic() - begun,
        sifted=tuple(sorted(sifted.items())),
    )


def _one_by_one(pages: Iterable[Page | Dropped], writer: Writer, pipeline: Pipeline) -> Iterator[Result]:
    for page in pages:
        if isinstance(page, Dropped):
            yield Result(dropped=page)
        elif writer.knows(fingerprint(page)):
            yield Result(already=page.file)
        else:
            told = read_page(page, pipeline)
            yield Result(dropped=told) if isinstance(told, Dropped) else Result(read=told)


def _shared(parts: "Iterable[Part | Dropped]", record: str | Path, pipeline: Pipeline, crew: Crew) -> Iterator[Result]:
    """What the workers read. What a killed build left in the folder of results is taken first; then the folder goes."""
    task = Task(type(pipeline), pipeline.settings, str(record), crew.folder(str(record), pipeline.settings))
    task.folder.mkdir(parents=True, exist_ok=True)
    refused: list[Dropped] = []
    with crew.at_work(task) as hands:
        for done in finished(shards(_usable(parts, refused)), hands):
            if isinstance(done, Shard):
                yield from results_of(task.file(done))
                task.file(done).unlink()
            else:
                yield Result(dropped=done)
    yield from (Result(dropped=each) for each in refused)
    shutil.rmtree(task.folder, ignore_errors=True)


def _usable(parts: "Iterable[Part | Dropped]", refused: list[Dropped]) -> "Iterator[Part]":
    for part in parts:
        if isinstance(part, Dropped):
            refused.append(part)
        else:
            yield part


def _take(result: Result, writer: Writer) -> Outcome:
    if result.already is not None:
        for dropped in writer.dropped(result.already):
            return Outcome(result.already, "dropped", dropped=dropped)
        return Outcome(result.already, "already")
    if result.dropped is not None:
        writer.drop(result.dropped)
        return Outcome(result.dropped.file, "dropped", dropped=result.dropped)
    assert result.read is not None
    return _add(result.read, writer)


def _add(read: ReadPage, writer: Writer) -> Outcome:
    file = read.article.file
    try:
        with at("record", file):
            writer.add(read.article, read.reading, read.fingerprint, read.reader, read.dropped)
    except PageError as error:
        dropped = Dropped(error.file, error.stage, error.reason)
        writer.drop(dropped)
        return Outcome(file, "dropped", dropped=dropped)
    if read.dropped:
        return Outcome(file, "dropped", dropped=read.dropped)
    return Outcome(file, "article", statements=len(read.reading.statements))
