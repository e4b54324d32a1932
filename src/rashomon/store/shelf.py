"""The rows that are kept between two gatherings of events; what stands in their bodies is the business of whoever puts
them there."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, delete, func, or_, select

from rashomon.record import Join, Place
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.putting import put_rows

BATCH = 500
"""Ids asked for at once."""

VERSION = "shelf"
"""Key in `meta`: the version of the gathering that the rows were made by."""

JUDGED = "judged"
"""Key in `meta`: the judgements on statements that the events were made with."""


class ShelfRows:
    """The rows over one open connection; made by `Writer.shelf`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def marks(self) -> dict[str, str]:
        """The version of the gathering and the judgements that the events were made with."""
        asked = select(t.meta.c.key, t.meta.c.value).where(t.meta.c.key.in_((VERSION, JUDGED)))
        return {row.key: row.value for row in self._connection.execute(asked)}

    def put_marks(self, version: str, judged: str) -> None:
        """Put both in the place of what is there."""
        self._connection.execute(delete(t.meta).where(t.meta.c.key.in_((VERSION, JUDGED))))
        self._insert(t.meta, [{"key": VERSION, "value": version}, {"key": JUDGED, "value": judged}])

    def ungathered(self) -> list[str]:
        """The articles that no gathering has seen yet."""
        seen = select(t.gathered.c.article)
        query = select(t.articles.c.id).where(t.articles.c.id.not_in(seen)).order_by(t.articles.c.id)
        return list(self._connection.execute(query).scalars())

    def any_gathered(self) -> bool:
        """Whether any gathering has ended."""
        return self._connection.execute(select(t.gathered.c.article).limit(1)).first() is not None

    def put_gathered(self, articles: Iterable[str]) -> None:
        """Mark articles as seen."""
        self._insert(t.gathered, ({"article": article} for article in articles))

    def articles_of_locals(self, locals_: Collection[str]) -> set[str]:
        """The articles of these local actors."""
        a = t.local_actors
        return {row.article for row in self._among(select(a.c.article), a.c.id, locals_)}

    def articles_of_statements(self, statements: Collection[str]) -> set[str]:
        """The articles of these statements."""
        s = t.statements
        return {row.article for row in self._among(select(s.c.article), s.c.id, statements)}

    def tellings_of(self, articles: Collection[str]) -> dict[str, list[Place]]:
        """The places of these articles by id, as each of them tells of it."""
        p = t.article_places
        found: dict[str, list[Place]] = {}
        for row in self._among(select(p.c.id, p.c.body).distinct(), p.c.article, articles):
            found.setdefault(row.id, []).append(row.body)
        return found

    def is_told(self, place: Place) -> bool:
        """Does an article that was gathered tell of the place in just this way?"""
        p, seen = t.article_places, t.gathered
        query = select(p.c.id).join(seen, seen.c.article == p.c.article).where(p.c.id == place.id, p.c.body == place)
        return self._connection.execute(query.limit(1)).first() is not None

    def told_before(self, place: str) -> list[Place]:
        """All ways in which the articles that were gathered tell of this place."""
        p, seen = t.article_places, t.gathered
        query = select(p.c.body).distinct().join(seen, seen.c.article == p.c.article).where(p.c.id == place)
        return list(self._connection.execute(query).scalars())

    def articles_naming_place(self, place: str) -> set[str]:
        """The articles that have this place."""
        p = t.article_places
        return set(self._connection.execute(select(p.c.article).where(p.c.id == place)).scalars())

    def heads(self, articles: Collection[str]) -> frozenset[str]:
        """The heads that stand in these articles."""
        c = t.clues
        query = select(c.c.statement).where(c.c.statement == c.c.head)
        return frozenset(row.statement for row in self._among(query, c.c.article, articles))

    def head_of(self, statements: Collection[str]) -> dict[str, str]:
        """The head of each of these statements."""
        c = t.clues
        return {
            row.statement: row.head for row in self._among(select(c.c.statement, c.c.head), c.c.statement, statements)
        }

    def keys(self, heads: Collection[str]) -> Iterator[Row[Any]]:
        """The keys of these heads: key, head."""
        return self._among(select(t.keys.c.key, t.keys.c.head), t.keys.c.head, heads)

    def members(self, keys: Collection[str]) -> Iterator[Row[Any]]:
        """The heads that have these keys: key, head."""
        return self._among(select(t.keys.c.key, t.keys.c.head), t.keys.c.key, keys)

    def sizes(self, keys: Collection[str]) -> Iterator[Row[Any]]:
        """How many heads have each of these keys: key, number; a key that none has is left out."""
        query = select(t.keys.c.key, func.count().label("number")).group_by(t.keys.c.key)
        return self._among(query, t.keys.c.key, keys)

    def clues(self, heads: Collection[str]) -> Iterator[Row[Any]]:
        """The copies of these heads, each head's in their order: head, body."""
        c = t.clues
        return self._among(select(c.c.head, c.c.body).order_by(c.c.head, c.c.position), c.c.head, heads)

    def joins(self, heads: Collection[str]) -> frozenset[Join]:
        """The matches that one of these heads has."""
        j = t.joins
        query = select(j.c.one, j.c.other, j.c.score, j.c.reason)
        ends = (row for end in (j.c.one, j.c.other) for row in self._among(query, end, heads))
        return frozenset(Join(row.one, row.other, row.score, row.reason) for row in ends)

    def bodies(self, of: str) -> list[str]:
        """The bodies of all "notes" or "wholes"."""
        table = {"notes": t.notes, "wholes": t.wholes}[of]
        return list(self._connection.execute(select(table.c.body).order_by(*table.primary_key)).scalars())

    def remove(self, articles: Collection[str], heads: Collection[str]) -> None:
        """Take out the clues and notes of these articles, and the keys and matches of these heads."""
        for some in batches(sorted(articles), BATCH):
            self._connection.execute(delete(t.clues).where(t.clues.c.article.in_(some)))
            self._connection.execute(delete(t.notes).where(t.notes.c.article.in_(some)))
        for some in batches(sorted(heads), BATCH):
            self._connection.execute(delete(t.keys).where(t.keys.c.head.in_(some)))
            self._connection.execute(delete(t.joins).where(or_(t.joins.c.one.in_(some), t.joins.c.other.in_(some))))

    def add(
        self, clues: Iterable[dict[str, Any]], keys: Iterable[tuple[str, str]], notes: Iterable[tuple[str, str]]
    ) -> None:
        """Put in clues (statement, article, head, position, body), keys (key, head) and notes (article, body)."""
        self._insert(t.clues, clues)
        self._insert(t.keys, ({"key": key, "head": head} for key, head in keys))
        self._insert(t.notes, ({"article": article, "body": body} for article, body in notes))

    def add_joins(self, joins: Iterable[Join]) -> None:
        """Put in matches."""
        told = ({"one": j.one, "other": j.other, "score": j.score, "reason": j.reason} for j in joins)
        self._insert(t.joins, told)

    def remove_joins(self, joins: Iterable[Join]) -> None:
        """Take out matches."""
        j = t.joins
        for each in joins:
            self._connection.execute(delete(j).where(j.c.one == each.one, j.c.other == each.other))

    def put_wholes(self, wholes: Iterable[tuple[str, str]]) -> None:
        """Put operations (event, body) in the place of those that are there."""
        self._connection.execute(delete(t.wholes))
        self._insert(t.wholes, ({"event": event, "body": body} for event, body in wholes))

    def _among(self, query: Select[Any], column: Any, values: Collection[str]) -> Iterator[Row[Any]]:
        for some in batches(sorted(values), BATCH):
            yield from self._connection.execute(query.where(column.in_(some)))

    def _insert(self, table: Table, those: Iterable[dict[str, Any]]) -> None:
        put_rows(self._connection, table, those)
