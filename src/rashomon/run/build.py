"""Pages into a record, one transaction a page.

What fails on one page drops that page, with the reason, and the rest goes on. What fails for the record or the
settings stops the build; so does an interruption. Either way the same command goes on where it stopped, and ends with
the same record.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EDQUOT, ENOSPC
from pathlib import Path
from time import monotonic

from rashomon.errors import PageError, RashomonError, RecordError
from rashomon.record import Dropped, Page, Reading, content_id
from rashomon.run.pipeline import Pipeline, unread_language
from rashomon.run.report import Outcome, Report, Watcher
from rashomon.run.views import make_views
from rashomon.store import NO_ROOM, Store, Writer


def build(
    inputs: Sequence[str | Path], record: str | Path, pipeline: Pipeline, watcher: Watcher | None = None
) -> Report:
    """Add the pages behind `inputs` to the record, which is made where there is none.

    Pages that the record has already are passed over, unless what is stated of them has changed. Raises InputError
    before anything is written; SettingError and RecordError whenever they come up.
    """
    watcher = watcher or Watcher()
    begun = monotonic()
    pages = pipeline.pages(inputs)
    results: Counter[str] = Counter()
    statements = 0
    with Store(record).writer() as writer:
        for page in pages:
            outcome = _take(page, writer, pipeline)
            results[outcome.result] += 1
            statements += outcome.statements
            watcher.page(outcome)
        if not writer.fresh():
            watcher.gathering()
            make_views(writer, pipeline)
        events = writer.counts()["events"]
    return Report(
        pages=results.total(),
        articles=results["article"],
        already=results["already"],
        dropped=results["dropped"],
        statements=statements,
        events=events,
        seconds=monotonic() - begun,
    )


def fingerprint(page: Page) -> str:
    """What a page is known by: its bytes, where they came from, and what is stated of it; not when it was fetched."""
    stated = page.stated
    byline = None if stated.byline is None else content_id(*stated.byline)
    published = None if stated.published is None else stated.published.isoformat()
    return content_id(
        page.file, page.sha256, page.kind, stated.outlet, stated.url, published, stated.title, byline, stated.language
    )


def _take(page: Page | Dropped, writer: Writer, pipeline: Pipeline) -> Outcome:
    if isinstance(page, Dropped):
        return _drop(page, writer)
    key = fingerprint(page)
    if writer.knows(key):
        for dropped in writer.dropped(page.file):
            return Outcome(page.file, "dropped", dropped=dropped)
        return Outcome(page.file, "already")
    try:
        return _read(page, key, writer, pipeline)
    except PageError as error:
        return _drop(Dropped(error.file, error.stage, error.reason), writer)


def _read(page: Page, key: str, writer: Writer, pipeline: Pipeline) -> Outcome:
    with _at("article", page):
        article = pipeline.extract(page)
    if reason := unread_language(article):
        unread = Dropped(page.file, "statement", reason)
        with _at("record", page):
            writer.add(article, Reading(article.id, (), ()), key, dropped=unread)
        return Outcome(page.file, "dropped", dropped=unread)
    # Loaded outside of `_at`: without them no page can be read, so that is no one page's failure.
    reader, gazetteer = pipeline.reader, pipeline.gazetteer
    with _at("statement", page):
        reading = reader.read(article)
    with _at("resolve", page):
        reading = pipeline.resolve(article, reading, gazetteer)
    with _at("record", page):
        writer.add(article, reading, key, reader.version)
    return Outcome(page.file, "article", statements=len(reading.statements))


@contextmanager
def _at(stage: str, page: Page) -> Iterator[None]:
    """What nobody foresaw drops this page with the error's own words, and never the pages after it."""
    try:
        yield
    except RashomonError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):
            raise RecordError(f"{page.file}: {NO_ROOM}") from error
        words = str(error).strip().partition("\n")[0]
        reason = f"failed unexpectedly ({type(error).__name__}: {words}); please report it with this page"
        raise PageError(page.file, stage, reason) from error


def _drop(dropped: Dropped, writer: Writer) -> Outcome:
    writer.drop(dropped)
    return Outcome(dropped.file, "dropped", dropped=dropped)
