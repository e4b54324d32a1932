"""The desk of one record: opens the record and its catalogue for each call, and makes the catalogue anew when the
record has changed."""

import copy
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from time import monotonic

from rashomon.desk import catalogue, lists
from rashomon.desk.pages import Pages
from rashomon.desk.people import people_of
from rashomon.desk.shapes import ArticleLine, ArticleList, RecordPage
from rashomon.desk.tries import Tries
from rashomon.record import content_id
from rashomon.run import Pipeline
from rashomon.settings import Settings
from rashomon.store import Store, View

LOOK_SECONDS = 3.0
"""How often a record is looked at for changes while people read: a new build shows within so many seconds."""

ORIGINS = 200
"""Origins that the desk has a colour and a shape for; later ones share the last."""


@dataclass(slots=True)
class _Kept:
    """What all who use one desk share: the catalogue's file, and what the record looked like when it was made."""

    lock: Lock = field(default_factory=Lock)
    file: Path | None = None
    looked: float = float("-inf")
    seen: tuple[tuple[int, int] | None, ...] | None = None
    mark: str | None = None
    closed: bool = False


class Desk:
    """What the routes ask. Threads may share it: each call opens its own connections. `author` is who decides, None
    where nobody does; `overrules`: they may take back what others decided; `blind`: nothing of that is to be told to
    them. `shared`: others can reach it, so that one has to sign in even if there is nobody who can. Deciders come one
    after the other, each holding `deciding`."""

    def __init__(self, record: str, settings: Settings, author: str | None = None, shared: bool = False) -> None:
        self.store = Store(record)
        self.address = record
        self.author = author
        self.overrules = True
        self.blind = False
        self.pipeline = Pipeline(settings)
        self.people = people_of(self.store.address, settings)
        self.tries = Tries()
        self.key = content_id(self._place())
        self._folder = settings.cache / "desk"
        self._kept = _Kept(closed=shared)
        self.deciding = Lock()

    def of(self, author: str | None, overrules: bool, *, blind: bool = False) -> "Desk":
        """The same desk with somebody else at it."""
        other = copy.copy(self)
        other.author, other.overrules, other.blind = author, overrules, blind
        return other

    def asks(self) -> bool:
        """Does one have to sign in? Once it is so it stays so: a file that is gone opens no door."""
        if not self._kept.closed:
            self._kept.closed = bool(self.people.users())
        return self._kept.closed

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
                stamp=self._kept.file.stem if self._kept.file else "",
                fresh=view.fresh,
                building=self.store.building(),
                judgements=view.judged(),
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
        self._kept.looked, self._kept.seen = float("-inf"), None

    def _current(self) -> Path:
        with self._kept.lock:
            written = self._written()
            if self._kept.file is not None and self._kept.file.exists():
                unchanged = written is not None and written == self._kept.seen
                if unchanged or monotonic() - self._kept.looked < LOOK_SECONDS:
                    return self._kept.file
            with self.store.view() as view:
                mark = view.mark()
                kept = self._kept
                if kept.file is not None and kept.file.exists() and mark is not None and mark == kept.mark:
                    # To tell what a large record holds takes a while; that it holds what it held does not.
                    kept.looked, kept.seen = monotonic(), written
                    return kept.file
                file = self._folder / f"{self.key}-{catalogue.VERSION}-{view.stamp()}.sqlite"
                if not file.exists():
                    catalogue.make(view, file)
                    self._forget_others(file)
            kept.file, kept.looked, kept.seen, kept.mark = file, monotonic(), written, mark
            return file

    def _written(self) -> tuple[tuple[int, int] | None, ...] | None:
        """When the files of the record were last written, and how long they are; None where it is in no file."""
        if "://" in self.address:
            return None
        return tuple(_stamp(Path(self.address + ending)) for ending in ("", "-wal"))

    def _forget_others(self, file: Path) -> None:
        for other in self._folder.glob(f"{self.key}-*.sqlite"):
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
