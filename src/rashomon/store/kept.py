"""The rows of what is kept of texts, local actors and claims, so that families, actors and relations grow by what
comes; what stands in `body` is known to whoever makes it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, delete, select, update

from rashomon.record import Actor, Family, Merge, Relation
from rashomon.store import rows
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.putting import put_rows

BATCH = 500
"""Ids asked for at once."""


class KeptRows:
    """The rows over one open connection; made by `Writer.kept`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def local_actors(self, articles: Collection[str]) -> dict[str, list[Actor]]:
        """The actors as each of these articles names them; an article that names none is left out."""
        a = t.local_actors
        found: dict[str, list[Actor]] = {}
        for row in self._among(
            select(a.c.article, a.c.body).order_by(a.c.article, a.c.position), a.c.article, articles
        ):
            found.setdefault(row.article, []).append(row.body)
        return found

    def publishers(self) -> list[Actor]:
        """The merged actors that are outlets or agencies."""
        a = t.actors
        return list(
            self._connection.execute(
                select(a.c.body).where(a.c.type.in_(("outlet", "agency"))).order_by(a.c.id)
            ).scalars()
        )

    def families(self, articles: Collection[str]) -> dict[str, Family]:
        """The family of each of these articles, and of the others in it; an article without one is left out."""
        f, m = t.families, t.family_articles
        columns = select(f.c.id, f.c.origin, f.c.among, m.c.article).join(m, m.c.family == f.c.id)
        own = {row.family for row in self._among(select(m.c.family), m.c.article, articles)}
        found: dict[str, Family] = {}
        rows = self._among(columns.order_by(f.c.id, m.c.article), f.c.id, own)
        for (key, origin, among), members in groupby(rows, key=lambda row: (row.id, row.origin, row.among)):
            family = Family(key, origin, tuple(row.article for row in members), among)
            found.update(dict.fromkeys(family.articles, family))
        return found

    def sketches(self) -> Iterator[Row[Any]]:
        """The sketch of every article, with the head of its family: article, words, runs, least, head."""
        return iter(self._connection.execute(select(t.sketches).execution_options(yield_per=BATCH)))

    def add_sketches(self, sketches: Iterable[Mapping[str, Any]]) -> None:
        """Put in sketches of articles that came."""
        self._insert(t.sketches, sketches)

    def put_heads(self, heads: Mapping[str, str]) -> None:
        """Put other heads in the place of those of these articles."""
        s = t.sketches
        for article, head in heads.items():
            self._connection.execute(update(s).where(s.c.article == article).values(head=head))

    def sorts(self) -> list[str]:
        """The bodies of all sorts of local actors."""
        return list(self._connection.execute(select(t.sorts.c.body).order_by(t.sorts.c.key)).scalars())

    def put_sorts(self, sorts: Mapping[str, str]) -> None:
        """Put these sorts, by key, in the place of those of the same keys."""
        for some in batches(sorted(sorts), BATCH):
            self._connection.execute(delete(t.sorts).where(t.sorts.c.key.in_(some)))
        self._insert(t.sorts, ({"key": key, "body": body} for key, body in sorts.items()))

    def locals_of_sorts(self, sorts: Collection[str]) -> Iterator[Row[Any]]:
        """The local actors of these sorts, as they were merged: local, actor, sort."""
        m = t.merges
        return self._among(select(m.c.local, m.c.actor, m.c.sort), m.c.sort, sorts)

    def locals_of_actors(self, actors: Collection[str]) -> set[str]:
        """The local actors that were merged into these actors."""
        m = t.merges
        return {row.local for row in self._among(select(m.c.local), m.c.actor, actors)}

    def put_merges(self, merges: Iterable[tuple[Merge, str]]) -> None:
        """Put merges, each with the sort of the local actor, in the place of those of the same local actors."""
        for some in batches(merges, BATCH):
            self._connection.execute(delete(t.merges).where(t.merges.c.local.in_([merge.local for merge, _ in some])))
            self._insert(t.merges, (rows.merge_row(merge, sort) for merge, sort in some))

    def claims_of(self, articles: Collection[str]) -> Iterator[Row[Any]]:
        """The claims of these articles: statement, key, bond, post, ends, body."""
        return self._among(_claims(), t.claims.c.article, articles)

    def claims_by(self, column: str, values: Collection[str], *, ends: bool | None = None) -> Iterator[Row[Any]]:
        """The claims with one of these values of "key", "bond" or "post"; `ends`: only those that tell of an end, or
        only the others."""
        query = _claims() if ends is None else _claims().where(t.claims.c.ends.is_(ends))
        return self._among(query, t.claims.c[column], values)

    def claim_keys(self) -> list[str]:
        """The keys of all claims, in order."""
        return list(self._connection.execute(select(t.claims.c.key).distinct().order_by(t.claims.c.key)).scalars())

    def put_claims(self, articles: Collection[str], claims: Iterable[Mapping[str, Any]]) -> None:
        """Put claims in the place of those of these articles."""
        for some in batches(sorted(articles), BATCH):
            self._connection.execute(delete(t.claims).where(t.claims.c.article.in_(some)))
        self._insert(t.claims, claims)

    def put_relations(self, keys: Collection[str], relations: Iterable[tuple[Relation, str]]) -> None:
        """Put relations, each with its key, in the place of those of these keys."""
        for some in batches(sorted(keys), BATCH):
            self._connection.execute(delete(t.relations).where(t.relations.c.key.in_(some)))
        self._insert(t.relations, (rows.relation_row(relation, key) for relation, key in relations))

    def _among(self, query: Select[Any], column: Any, values: Collection[str]) -> Iterator[Row[Any]]:
        for some in batches(sorted(values), BATCH):
            yield from self._connection.execute(query.where(column.in_(some)))

    def _insert(self, table: Table, those: Iterable[Mapping[str, Any]]) -> None:
        put_rows(self._connection, table, those)


def _claims() -> Select[Any]:
    c = t.claims
    return select(c.c.statement, c.c.key, c.c.bond, c.c.post, c.c.ends, c.c.body)
