"""Reading places: as each article tells of them, and as all together know them."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Select, select

from rashomon.record import Place, PlaceMention
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.joined import joined_place
from rashomon.store.standing import BATCH, Standing


class Placed(Standing):
    """The part of a view that tells of places; over one connection."""

    def places(self) -> Iterator[Place]:
        """The places, by id, each with all names that the articles give it."""
        yield from self._places(select(t.article_places.c.id, t.article_places.c.body), whole=True)

    def places_told(self, ids: Iterable[str]) -> Iterator[Place]:
        """The places with these ids, each with all names that the articles give it now."""
        own = t.article_places
        for some in batches(sorted(set(ids)), BATCH):
            yield from self._places(select(own.c.id, own.c.body).where(own.c.id.in_(some)))

    def places_by_id(self, ids: Iterable[str]) -> dict[str, Place]:
        """The places with these ids, as the last build that ended knew them; an id that the record has not is left
        out."""
        asked, p, own = sorted(set(ids)), t.places, t.article_places
        found: dict[str, Place] = {}
        for some in batches(asked, BATCH):
            found.update((row.id, row.body) for row in self._rows(select(p.c.id, p.c.body).where(p.c.id.in_(some))))
        # Those of articles that no build has gathered yet.
        for some in batches((key for key in asked if key not in found), BATCH):
            rest = self._places(select(own.c.id, own.c.body).where(own.c.id.in_(some)))
            found.update((place.id, place) for place in rest)
        return found

    def place_mentions(self, articles: Iterable[str] | None = None) -> dict[str, list[PlaceMention]]:
        """The places that each article names, in the order of the text; of all articles, or of those with these ids."""
        m = t.place_mentions
        query = select(m.c.article, m.c.text, m.c.start, m.c.end, m.c.place).order_by(m.c.article, m.c.position)
        asked = (
            [query] if articles is None else [query.where(m.c.article.in_(some)) for some in batches(articles, BATCH)]
        )
        found: dict[str, list[PlaceMention]] = {}
        for row in (row for each in asked for row in self._rows(each, whole=articles is None)):
            found.setdefault(row.article, []).append(PlaceMention(row.text, row.start, row.end, row.place))
        return found

    def _places(self, query: Select[Any], *, whole: bool = False) -> Iterator[Place]:
        told = self._rows(query.order_by(t.article_places.c.id), whole=whole)
        for _, rows in groupby(told, key=lambda row: row.id):
            yield joined_place([row.body for row in rows])
