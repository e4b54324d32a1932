"""One page through the stages up to what is told of it; what fails on it is the page's own reason to be dropped."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import EDQUOT, ENOSPC

from rashomon.errors import PageError, RashomonError, RecordError
from rashomon.record import Article, Dropped, Page, Reading, content_id
from rashomon.run.pipeline import Pipeline, unread_language
from rashomon.store import NO_ROOM, Addition

SIFT = "sift"
"""The stage that drops pages which tell of no conflict."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page with what was told of it. `fingerprint` is what it is known by, `reader` the name and version of who read
    it: None where the article was not read, and then `dropped` says why."""

    fingerprint: str
    article: Article
    reading: Reading
    reader: str | None
    dropped: Dropped | None = None

    @property
    def addition(self) -> Addition:
        """The page as the store takes it."""
        return Addition(self.article, self.reading, self.fingerprint, self.reader, self.dropped)


def fingerprint(page: Page) -> str:
    """What a page is known by: its bytes, where they came from, and what is stated of it; not when it was fetched."""
    stated = page.stated
    byline = None if stated.byline is None else content_id(*stated.byline)
    published = None if stated.published is None else stated.published.isoformat()
    return content_id(
        page.file, page.sha256, page.kind, stated.outlet, stated.url, published, stated.title, byline, stated.language
    )


def read_page(page: Page, pipeline: Pipeline) -> ReadPage | Dropped:
    """The page read, or why it can not be.

    Raises SettingError where the reader can not be made, RecordError where there is no room left: no page can be read
    then.
    """
    begun = begin(page, pipeline)
    return finish(page, begun, read_article(begun, pipeline), pipeline) if isinstance(begun, Article) else begun


def begin(page: Page, pipeline: Pipeline) -> Article | ReadPage | Dropped:
    """The article to be read; or what became of the page where there is none to be read."""
    try:
        with at(SIFT, page.file):
            if reason := pipeline.sift_page(page):
                return Dropped(page.file, SIFT, reason)
        with at("article", page.file):
            article = pipeline.extract(page)
        if reason := pipeline.sift_report(page, article):
            return Dropped(page.file, SIFT, reason)
    except PageError as error:
        return Dropped(error.file, error.stage, error.reason)
    if reason := unread_language(article, pipeline.languages):
        unread = Dropped(page.file, "statement", reason)
        return ReadPage(fingerprint(page), article, Reading(article.id, (), ()), None, unread)
    return article


def read_article(article: Article, pipeline: Pipeline) -> Reading | Dropped:
    """What the reader reads; of all steps the only one that several threads may take, where the reader says so."""
    _ = pipeline.reader  # Loaded outside of `at`: without it no page can be read, so that is no one page's failure.
    try:
        with at("statement", article.file):
            return pipeline.read(article)
    except PageError as error:
        return Dropped(error.file, error.stage, error.reason)


def finish(page: Page, article: Article, reading: Reading | Dropped, pipeline: Pipeline) -> ReadPage | Dropped:
    """The page with its actors and places told apart."""
    if isinstance(reading, Dropped):
        return reading
    gazetteer = pipeline.gazetteer
    try:
        with at("resolve", page.file):
            reading = pipeline.resolve(article, reading, gazetteer)
    except PageError as error:
        return Dropped(error.file, error.stage, error.reason)
    return ReadPage(fingerprint(page), article, reading, pipeline.reader.version)


@contextmanager
def at(stage: str, file: str) -> Iterator[None]:
    """What nobody foresaw drops the page from this file with the error's own words, and never the pages after it."""
    try:
        yield
    except RashomonError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (ENOSPC, EDQUOT):
            raise RecordError(f"{file}: {NO_ROOM}") from error
        words = str(error).strip().partition("\n")[0]
        reason = f"failed unexpectedly ({type(error).__name__}: {words}); please report it with this page"
        raise PageError(file, stage, reason) from error
