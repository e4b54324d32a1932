"""Adding to a record: an article with its reading in one transaction, and the views as a whole in another.

So a build that is killed at any moment leaves whole articles only, beside the views of the last build that ended;
`meta` says whether these are made from all that is there.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, select, text

from rashomon.record import (
    Actor,
    Article,
    Dropped,
    Event,
    Family,
    Flow,
    Judgement,
    Merge,
    Place,
    Reading,
    Review,
    Truce,
)
from rashomon.store import rows
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.kept import KeptRows
from rashomon.store.putting import BATCH, put_rows
from rashomon.store.shelf import ShelfRows
from rashomon.store.view import CHANGES, FRESH, View

ARTICLES = 200
"""Articles whose rows are held in memory at once."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One article with what was read in it.

    `reader` is the reader's name and version, None where the article was not read; then `dropped` says why.
    """

    article: Article
    reading: Reading
    fingerprint: str
    reader: str | None = None
    dropped: Dropped | None = None


class Writer:
    """Adds to the record over one open connection; made by `Store.writer`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def knows(self, fingerprint: str, *, read: bool = False, by: str | None = None) -> bool:
        """Is the page with this fingerprint here already? As `View.knows`."""
        with self._connection.begin():
            return View(self._connection).knows(fingerprint, read=read, by=by)

    def read_by(self) -> dict[str, int]:
        """How many articles each reader has read, as `View.read_by`."""
        with self._connection.begin():
            return View(self._connection).read_by()

    def dropped(self, file: str) -> tuple[Dropped, ...]:
        """What stands on the list of what was dropped for this file."""
        with self._connection.begin():
            return View(self._connection).dropped(file)

    def fresh(self) -> bool:
        """Are the views made from all that the record holds?"""
        with self._connection.begin():
            return View(self._connection).fresh

    def counts(self) -> dict[str, int]:
        """How much the record holds, as `View.counts` tells it."""
        with self._connection.begin():
            return View(self._connection).counts()

    def add(
        self,
        article: Article,
        reading: Reading,
        fingerprint: str,
        reader: str | None = None,
        dropped: Dropped | None = None,
    ) -> None:
        """Add one article with what was read in it; as `add_all`."""
        self.add_all([Addition(article, reading, fingerprint, reader, dropped)])

    def add_all(self, additions: Sequence[Addition]) -> None:
        """Add articles, each in place of an earlier reading of the same page, all of them or, after an error, none.

        What else stands on the list of what was dropped for their files is taken off.
        """
        with self._connection.begin():
            keys = [each.article.id for each in additions]
            # Events and actors of the last build may rest on what an earlier reading said.
            if self._remove(keys):
                self._empty_views()
            self._say_fresh(False)
            self._forget(each.article.file for each in additions)
            self._insert(t.dropped, (rows.dropped_row(each.dropped) for each in additions if each.dropped))
            self._insert(t.articles, (rows.article_row(e.article, e.fingerprint, e.reader) for e in additions))
            for some_additions in batches(additions, ARTICLES):
                filled: dict[Table, list[rows.Row]] = {}
                for each in some_additions:
                    for table, those in rows.reading_rows(each.reading):
                        filled.setdefault(table, []).extend(those)
                for table, those in filled.items():
                    self._insert(table, those)

    def drop(self, dropped: Sequence[Dropped]) -> None:
        """Write down that something did not get through, and why, in place of what stood there for its file; of two of
        one file the later one."""
        those = {each.file: each for each in dropped}
        with self._connection.begin():
            self._forget(those)
            self._insert(t.dropped, map(rows.dropped_row, those.values()))

    def add_judgement(self, judgement: Judgement) -> None:
        """Append what a person decided; the views say nothing of it until they are made anew."""
        with self._connection.begin():
            self._insert(t.judgements, [{"id": judgement.id, "at": judgement.at, "body": judgement}])
            self._say_fresh(False)

    @contextmanager
    def views(self, *, anew: bool = True) -> Iterator[View]:
        """Make the views in one transaction: fill them with the `put_` methods within this context. `anew`: they are
        emptied first; else those of the last build are there to be changed.

        Gives a view that sees each of them as soon as it is put. Where the context is left by an error the views of
        the last build stay.
        """
        with self._connection.begin():
            if anew:
                self._empty_views()
            yield View(self._connection)
            self._say_fresh(True)

    def empty_views(self) -> None:
        """Empty all views; only within `views`."""
        self._empty_views()

    def take_stock(self) -> None:
        """Let the database count what there is, where it chooses its ways by that; only within `views`.

        PostgreSQL does so by itself in the end, but not before it has been asked for what was just put in.
        """
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(text("ANALYZE"))

    def shelf(self) -> ShelfRows:
        """What is kept between two gatherings; only within `views`."""
        return ShelfRows(self._connection)

    def kept(self) -> KeptRows:
        """What is kept of texts, local actors and claims between two builds; only within `views`."""
        return KeptRows(self._connection)

    def put_families(self, families: Collection[Family]) -> None:
        """Put the families in the place of those that hold one of their articles; only within `views`."""
        link = t.family_articles
        for some in batches(families, BATCH):
            for articles in batches((key for family in some for key in family.articles), BATCH):
                old = select(link.c.family).where(link.c.article.in_(articles))
                self._connection.execute(delete(t.families).where(t.families.c.id.in_(old)))
        for some in batches(families, BATCH):
            both = list(rows.family_rows(some))
            self._insert(t.families, [family for family, _ in both])
            self._insert(t.family_articles, [member for _, members in both for member in members])

    def put_actors(self, actors: Iterable[Actor], merges: Iterable[Merge]) -> None:
        """Put the merged actors, and which local actors were merged into them, in the place of those that are there;
        only within `views`."""
        self._connection.execute(delete(t.actors))
        self._connection.execute(delete(t.merges))
        self.change_actors((), actors)
        self._insert(t.merges, (rows.merge_row(merge) for merge in merges))

    def change_actors(self, gone: Collection[str], actors: Iterable[Actor]) -> None:
        """Take out these merged actors, and put others in; only within `views`."""
        for some in batches(sorted(gone), BATCH):
            self._connection.execute(delete(t.actors).where(t.actors.c.id.in_(some)))
        self._insert(t.actors, ({"id": a.id, "name": a.name, "type": a.type, "body": a} for a in actors))

    def put_places(self, places: Iterable[Place]) -> None:
        """Put these places, as all articles together know them, in the place of those of the same ids; only within
        `views`."""
        for some in batches(places, BATCH):
            self._connection.execute(delete(t.places).where(t.places.c.id.in_([place.id for place in some])))
            self._insert(t.places, ({"id": place.id, "body": place} for place in some))

    def put_events(self, events: Iterable[Event], gone: Iterable[str] = ()) -> None:
        """Put the events in the place of those that hold one of the statements `gone`; only within `views`."""
        link = t.event_statements
        for some in batches(gone, BATCH):
            old = select(link.c.event).where(link.c.statement.in_(some))
            self._connection.execute(delete(t.events).where(t.events.c.id.in_(old)))
        for some_events in batches(events, BATCH):
            self._insert(t.events, map(rows.event_row, some_events))
            self._insert(
                t.event_statements, ({"statement": s, "event": e.id} for e in some_events for s in e.statements)
            )

    def put_reviews(self, reviews: Iterable[Review]) -> None:
        """Put what stands judged of statements in the place of what is there; only within `views`."""
        self._connection.execute(delete(t.reviews))
        self._insert(t.reviews, map(rows.review_row, reviews))

    def put_flows(self, flows: Iterable[Flow], truces: Iterable[Truce]) -> None:
        """Put the flows and truces in the place of those that are there; only within `views`."""
        for table, told in ((t.flows, flows), (t.truces, truces)):
            self._connection.execute(delete(table))
            self._insert(table, map(rows.dated_row, told))

    def _insert(self, table: Table, those: Iterable[rows.Row]) -> None:
        put_rows(self._connection, table, those)

    def _forget(self, files: Iterable[str]) -> None:
        """Take these files off the list of what was dropped."""
        for some in batches(files, BATCH):
            self._connection.execute(delete(t.dropped).where(t.dropped.c.file.in_(some)))

    def _remove(self, articles: Iterable[str]) -> int:
        """Take these articles out with all that hangs on them; how many there were."""
        gone = (delete(t.articles).where(t.articles.c.id.in_(some)) for some in batches(articles, BATCH))
        return sum(self._connection.execute(each).rowcount for each in gone)

    def _empty_views(self) -> None:
        for table in t.VIEWS:
            self._connection.execute(delete(table))

    def _say_fresh(self, fresh: bool) -> None:
        before = View(self._connection).mark()
        self._connection.execute(delete(t.meta).where(t.meta.c.key.in_((FRESH, CHANGES))))
        changes = str(int(before or 0) + 1)
        self._insert(t.meta, [{"key": FRESH, "value": "yes" if fresh else "no"}, {"key": CHANGES, "value": changes}])
