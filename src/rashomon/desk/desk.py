"""The desk of one record: opens the record and its catalogue for each call, and makes the catalogue anew when the
record has changed."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Lock
from time import monotonic

from rashomon.desk import catalogue, lists
from rashomon.desk.pages import Pages
from rashomon.desk.shapes import ArticleLine, ArticleList, RecordPage
from rashomon.record import content_id
from rashomon.run import Pipeline
from rashomon.settings import Settings
from rashomon.store import Store, View

LOOK_SECONDS = 3.0
"""How often a record is looked at for changes while people read: a new build shows within so many seconds."""

ORIGINS = 200
"""Origins that the desk has a colour and a shape for; later ones share the last."""


class Desk:
    """What the routes ask. Threads may share it: each call opens its own connections. `author` is who decides; they do
    so one after the other, each holding `deciding`."""

    def __init__(self, record: str, settings: Settings, author: str | None = None) -> None:
        self.store = Store(record)
        self.address = record
        self.author = author
        self.pipeline = Pipeline(settings)
        self._folder = settings.cache / "desk"
        self._key = content_id(self._place())
        self.deciding = Lock()
        self._lock = Lock()
        self._file: Path | None = None
        self._looked = float("-inf")
        self._seen: tuple[tuple[int, int] | None, ...] | None = None

    @contextmanager
    def view(self) -> Iterator[View]:
        """The record as it stands."""
        with self.store.view() as view:
            yield view

    @contextmanager
    def base(self) -> Iterator[sqlite3.Connection]:
        """The catalogue, to read."""
        file = self._current()
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as base:
            yield base

    @contextmanager
    def pages(self) -> Iterator[Pages]:
        """The maker of pages."""
        with self.base() as base, self.view() as view:
            yield Pages(view, base, self.pipeline)

    def record(self) -> RecordPage:
        """The record as a whole."""
        with self.base() as base, self.view() as view:
            first, last, clashing = lists.span(base)
            return RecordPage(
                name=Path(self.store.address.partition("?")[0]).name,
                stamp=self._file.stem if self._file else "",
                fresh=view.fresh,
                building=self.store.building(),
                first=first,
                last=last,
                clashing=clashing,
                origins=lists.origins(base, ORIGINS),
                **view.counts(),
            )

    def articles(self, offset: int, limit: int) -> ArticleList:
        """A stretch of the articles, by file."""
        with self.view() as view:
            some = view.articles_from(offset, limit)
            counts = view.statement_counts(article.id for article in some)
            lines = (ArticleLine(a.id, a.file, a.outlet, a.title, a.published, counts.get(a.id, 0)) for a in some)
            return ArticleList(view.counts()["articles"], offset, tuple(lines), view.dropped())

    def look_again(self) -> None:
        """Look at the record for changes at the next call, for it has just been changed from here."""
        self._looked, self._seen = float("-inf"), None

    def _current(self) -> Path:
        with self._lock:
            written = self._written()
            if self._file is not None and self._file.exists():
                unchanged = written is not None and written == self._seen
                if unchanged or monotonic() - self._looked < LOOK_SECONDS:
                    return self._file
            with self.store.view() as view:
                file = self._folder / f"{self._key}-{catalogue.VERSION}-{view.stamp()}.sqlite"
                if not file.exists():
                    catalogue.make(view, file)
                    self._forget_others(file)
            self._file, self._looked, self._seen = file, monotonic(), written
            return file

    def _written(self) -> tuple[tuple[int, int] | None, ...] | None:
        """When the files of the record were last written, and how long they are; None where it is in no file."""
        if "://" in self.address:
            return None
        return tuple(_stamp(Path(self.address + ending)) for ending in ("", "-wal"))

    def _forget_others(self, file: Path) -> None:
        for other in self._folder.glob(f"{self._key}-*.sqlite"):
            if other != file:
                with suppress(OSError):
                    other.unlink()

    def _place(self) -> str:
        address = self.store.address
        return address if "://" in address else str(Path(address).absolute())


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size
