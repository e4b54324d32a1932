"""Pages into a record, by this process or by several workers.

What fails on one page drops that page, with the reason, and the rest goes on. What fails for the record or the
settings stops the build; so does an interruption. Either way the same command goes on where it stopped, and ends with
the same record, however many workers there are.
"""

import shutil
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from rashomon.errors import PageError, SettingError
from rashomon.record import Dropped, Page, Refused
from rashomon.run.ahead import read_ahead, read_in_turn
from rashomon.run.crew import Crew
from rashomon.run.pipeline import RULES, Pipeline
from rashomon.run.reading import SIFT, ReadPage, at, fingerprint
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
    # Either looks at the inputs at once, before anything is written.
    pages = pipeline.pages(inputs) if crew.alone else ()
    parts = () if crew.alone else pipeline.parts(inputs)
    _check_reader(pipeline, crew)
    counts: Counter[str] = Counter()
    sifted: Counter[str] = Counter()
    statements = 0
    refused: Counter[str] = Counter()
    with Store(record).writer() as writer:
        read = _one_by_one(pages, writer, pipeline) if crew.alone else _shared(parts, record, pipeline, crew)
        for result in read:
            outcome = _take(result, writer)
            counts[outcome.result] += 1
            statements += outcome.statements
            refused.update({each.why: each.times for each in outcome.refused})
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
        refused=tuple(Refused(why, times) for why, times in sorted(refused.items())),
        sifted=tuple(sorted(sifted.items())),
    )


def _one_by_one(pages: Iterable[Page | Dropped], writer: Writer, pipeline: Pipeline) -> Iterator[Result]:
    """What this process reads: one page after the other, or several at a time where the reader can."""
    calls = _calls(pipeline)
    # Those that are on their way can not be in the record yet.
    lately: deque[str] = deque(maxlen=calls + 1)
    # What an earlier reader could not read, another one may.
    read = pipeline.settings.reader != RULES

    def fresh() -> Iterator[Page | Dropped | str]:
        for page in pages:
            if isinstance(page, Dropped):
                yield page
                continue
            key = fingerprint(page)
            yield page.file if key in lately or writer.knows(key, read=read) else page
            lately.append(key)

    for told in read_ahead(fresh(), pipeline, calls) if calls > 1 else read_in_turn(fresh(), pipeline):
        yield Result(already=told) if isinstance(told, str) else Result.of(told)


def _check_reader(pipeline: Pipeline, crew: Crew) -> None:
    """Raises SettingError where the reader that the settings name can not be had, or not by several processes: each
    would spend the whole of what may be spent."""
    name = pipeline.settings.reader
    if name != RULES and getattr(pipeline.reader, "sends_to", None) and not crew.alone:
        raise SettingError(f"reader {name} waits for a server: one process reads with it; see --calls, not --workers")


def _calls(pipeline: Pipeline) -> int:
    """How many articles the reader may be given at a time; the package's own need not be loaded to tell."""
    return 1 if pipeline.settings.reader == RULES else getattr(pipeline.reader, "parallel", 1)


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
                yield Result.of(done)
    yield from map(Result.of, refused)
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
    return Outcome(file, "article", statements=len(read.reading.statements), refused=read.reading.refused)
