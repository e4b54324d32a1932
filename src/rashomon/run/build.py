"""Pages into a record, by this process or by several workers.

What fails on one page drops that page, with the reason, and the rest goes on. What fails for the record or the
settings stops the build; so does an interruption. Either way the same command goes on where it stopped, and ends with
the same record, however many workers there are.
"""

import shutil
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    *,
    reread: bool = False,
) -> Report:
    """Add the pages behind `inputs` to the record, which is made where there is none.

    Pages that the record has already are passed over, unless what is stated of them has changed; with `reread` only
    those that the present reader has read. What people judged is kept. Raises InputError before anything is written;
    SettingError and RecordError whenever they come up.
    """
    watcher, crew = watcher or Watcher(), crew or Crew()
    begun = monotonic()
    # Either looks at the inputs at once, before anything is written.
    pages = pipeline.pages(inputs) if crew.alone else ()
    parts = () if crew.alone else pipeline.parts(inputs)
    _check_reader(pipeline, crew)
    by: str | None = pipeline.reader.version if reread else None
    present = by
    counts: Counter[str] = Counter()
    sifted: Counter[str] = Counter()
    statements = 0
    refused: Counter[str] = Counter()
    with Store(record).writer() as writer:
        read = _one_by_one(pages, writer, pipeline, by) if crew.alone else _shared(parts, record, pipeline, crew, by)
        for results in read:
            present = next((each.read.reader for each in results if each.read and each.read.reader), present)
            for outcome in _take(results, writer):
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
        older = older_than(present, writer.read_by()) if present else 0
    return Report(
        pages=counts.total(),
        articles=counts["article"],
        already=counts["already"],
        dropped=counts["dropped"],
        statements=statements,
        events=events,
        seconds=monotonic() - begun,
        refused=tuple(Refused(why, times) for why, times in sorted(refused.items())),
        older=older,
        sifted=tuple(sorted(sifted.items())),
    )


def older_than(reader: str, readers: Mapping[str, int]) -> int:
    """How many articles another version of this reader has read, of those that each reader has."""
    name = reader.partition(" ")[0]
    return sum(number for each, number in readers.items() if each != reader and each.partition(" ")[0] == name)


def _one_by_one(
    pages: Iterable[Page | Dropped], writer: Writer, pipeline: Pipeline, by: str | None
) -> Iterator[list[Result]]:
    """What this process reads: one page after the other, or several at a time where the reader can. Each is given on by
    itself, so that a build that is killed loses no page that was read."""
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
            yield page.file if key in lately or writer.knows(key, read=read, by=by) else page
            lately.append(key)

    for told in read_ahead(fresh(), pipeline, calls) if calls > 1 else read_in_turn(fresh(), pipeline):
        yield [Result(already=told) if isinstance(told, str) else Result.of(told)]


def _check_reader(pipeline: Pipeline, crew: Crew) -> None:
    """Raises SettingError where the reader that the settings name can not be had, or not by several processes: each
    would spend the whole of what may be spent."""
    name = pipeline.settings.reader
    if name != RULES and getattr(pipeline.reader, "sends_to", None) and not crew.alone:
        raise SettingError(f"reader {name} waits for a server: one process reads with it; see --calls, not --workers")


def _calls(pipeline: Pipeline) -> int:
    """How many articles the reader may be given at a time; the package's own need not be loaded to tell."""
    return 1 if pipeline.settings.reader == RULES else getattr(pipeline.reader, "parallel", 1)


def _shared(
    parts: "Iterable[Part | Dropped]", record: str | Path, pipeline: Pipeline, crew: Crew, by: str | None
) -> Iterator[list[Result]]:
    """What the workers read, shard by shard. What a killed build left in the folder of results is taken first; then the
    folder goes."""
    folder = crew.folder(str(record), pipeline.settings, by)
    task = Task(type(pipeline), pipeline.settings, str(record), folder, by)
    task.folder.mkdir(parents=True, exist_ok=True)
    refused: list[Dropped] = []
    with crew.at_work(task) as hands:
        for done in finished(shards(_usable(parts, refused)), hands):
            if isinstance(done, Shard):
                yield list(results_of(task.file(done)))
                task.file(done).unlink()
            else:
                yield [Result.of(done)]
    yield [Result.of(each) for each in refused]
    shutil.rmtree(task.folder, ignore_errors=True)


def _usable(parts: "Iterable[Part | Dropped]", refused: list[Dropped]) -> "Iterator[Part]":
    for part in parts:
        if isinstance(part, Dropped):
            refused.append(part)
        else:
            yield part


def _take(results: Sequence[Result], writer: Writer) -> Iterator[Outcome]:
    """Put results into the record: what was read of them, and what was dropped, at once, which is much faster."""
    if dropped := [result.dropped for result in results if result.dropped]:
        writer.drop(dropped)
    read = [result.read for result in results if result.read]
    # Of two pages of one name the later one counts, which only shows one after the other.
    together = len({each.article.file for each in read}) == len(read) > 1 and _put(read, writer)
    for result in results:
        if result.already is not None:
            was = writer.dropped(result.already)
            yield Outcome(result.already, "dropped" if was else "already", dropped=was[0] if was else None)
        elif result.dropped is not None:
            yield Outcome(result.dropped.file, "dropped", dropped=result.dropped)
        elif result.read is not None:
            yield _outcome(result.read) if together else _add(result.read, writer)


def _put(read: Sequence[ReadPage], writer: Writer) -> bool:
    """Put all pages into the record; False, and nothing is put, where one of them can not be."""
    try:
        with at("record", read[0].article.file):
            writer.add_all([each.addition for each in read])
    except PageError:
        return False
    return True


def _add(read: ReadPage, writer: Writer) -> Outcome:
    file = read.article.file
    try:
        with at("record", file):
            writer.add_all([read.addition])
    except PageError as error:
        dropped = Dropped(error.file, error.stage, error.reason)
        writer.drop([dropped])
        return Outcome(file, "dropped", dropped=dropped)
    return _outcome(read)


def _outcome(read: ReadPage) -> Outcome:
    file = read.article.file
    if read.dropped:
        return Outcome(file, "dropped", dropped=read.dropped)
    return Outcome(file, "article", statements=len(read.reading.statements), refused=read.reading.refused)
