"""Adding to a record: an article with its reading in one transaction, and the views as a whole in another.

So a build that is killed at any moment leaves whole articles only, beside the views of the last build that ended;
`meta` says whether these are made from all that is there.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Table, delete, insert, select

from rashomon.record import Actor, Article, Dropped, Event, Family, Judgement, Merge, Reading, Relation, Review
from rashomon.store import rows
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.shelf import ShelfRows
from rashomon.store.view import FRESH, View

BATCH = 1000
"""Rows handed to the database at once: enough for speed, few enough to keep memory flat."""


class Writer:
    """Adds to the record over one open connection; made by `Store.writer`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def knows(self, fingerprint: str, *, read: bool = False) -> bool:
        """Is the page with this fingerprint here already? As `View.knows`."""
        with self._connection.begin():
            return View(self._connection).knows(fingerprint, read=read)

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
        """Add one article with what was read in it, in place of an earlier reading of the same page.

        `reader` is the reader's name and version, None where the article was not read; then `dropped` says why. What
        else stands on the list of what was dropped for its file is taken off.
        """
        with self._connection.begin():
            if self._connection.execute(delete(t.articles).where(t.articles.c.id == article.id)).rowcount:
                # Events and actors of the last build may rest on what the earlier reading said.
                self._empty_views()
            self._say_fresh(False)
            self._put_dropped(article.file, dropped)
            self._insert(t.articles, [rows.article_row(article, fingerprint, reader)])
            for table, those in rows.reading_rows(reading):
                self._insert(table, those)

    def drop(self, dropped: Dropped) -> None:
        """Write down that something did not get through, and why, in place of what stood there for its file."""
        with self._connection.begin():
            self._put_dropped(dropped.file, dropped)

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

    def shelf(self) -> ShelfRows:
        """What is kept between two gatherings; only within `views`."""
        return ShelfRows(self._connection)

    def put_families(self, families: Iterable[Family]) -> None:
        """Put the families in the place of those that are there; only within `views`."""
        self._connection.execute(delete(t.families))
        for family, members in rows.family_rows(families):
            self._insert(t.families, [family])
            self._insert(t.family_articles, members)

    def put_actors(self, actors: Iterable[Actor], merges: Iterable[Merge]) -> None:
        """Put the merged actors, and which local actors were merged into them, in the place of those that are there;
        only within `views`."""
        self._connection.execute(delete(t.actors))
        self._connection.execute(delete(t.merges))
        self._insert(t.actors, ({"id": a.id, "name": a.name, "type": a.type, "body": a} for a in actors))
        self._insert(t.merges, (rows.merge_row(merge) for merge in merges))

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

    def put_relations(self, relations: Iterable[Relation]) -> None:
        """Put the relations in the place of those that are there; only within `views`."""
        self._connection.execute(delete(t.relations))
        self._insert(t.relations, map(rows.relation_row, relations))

    def _insert(self, table: Table, those: Iterable[rows.Row]) -> None:
        for batch in batches(those, BATCH):
            self._connection.execute(insert(table), batch)

    def _put_dropped(self, file: str, dropped: Dropped | None) -> None:
        self._connection.execute(delete(t.dropped).where(t.dropped.c.file == file))
        if dropped:
            self._insert(t.dropped, [{"file": file, "stage": dropped.stage, "reason": dropped.reason}])

    def _empty_views(self) -> None:
        for table in t.VIEWS:
            self._connection.execute(delete(table))

    def _say_fresh(self, fresh: bool) -> None:
        self._connection.execute(delete(t.meta).where(t.meta.c.key == FRESH))
        self._insert(t.meta, [{"key": FRESH, "value": "yes" if fresh else "no"}])
