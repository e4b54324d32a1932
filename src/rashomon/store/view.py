"""Reading a record: the nouns again as they went in, with the actors' merged ids in place of the local ones.

An actor that no build has merged yet stands for itself, so that every id in a statement names an actor of the view.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any

from sqlalchemy import Row, Select, Text, and_, cast, func, or_, select

from rashomon.record import (
    Actor,
    Article,
    Dropped,
    Event,
    Family,
    Join,
    Judgement,
    Merge,
    Name,
    PlaceMention,
    Reading,
    Statement,
)
from rashomon.record.ids import ID_LENGTH
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.conditions import Conditions
from rashomon.store.joined import actors_in, with_actors
from rashomon.store.placed import Placed
from rashomon.store.reviewed import Reviewed
from rashomon.store.standing import BATCH
from rashomon.store.worded import worded

FRESH = "fresh"
"""Key in `meta`: "yes" where the views were made from all that the record holds, else "no"."""

CHANGES = "changes"
"""Key in `meta`: how often what the record holds was changed."""


class View(Placed):
    """The record as it stood when the view was opened, over one connection; made by `Store.view`."""

    @property
    def fresh(self) -> bool:
        """Were the events made from all articles? False after a build that did not end."""
        return self._connection.execute(select(t.meta.c.value).where(t.meta.c.key == FRESH)).scalar() == "yes"

    def counts(self) -> dict[str, int]:
        """How many articles, statements, events and dropped pages the record holds; without statements judged wrong."""
        kinds = {"articles": t.articles, "statements": t.statements, "events": t.events, "dropped": t.dropped}
        counted = {kind: select(func.count()).select_from(table) for kind, table in kinds.items()}
        told = {kind: self._connection.execute(query).scalar_one() for kind, query in counted.items()}
        return told | {"statements": told["statements"] - self.reviewed.wrong()}

    @property
    def reviewed(self) -> Reviewed:
        """What stands judged of single statements."""
        return Reviewed(self._connection)

    def mark(self) -> str | None:
        """A word that is another one after everything that changed what the record holds; None where nothing has since
        the record was brought to this version."""
        word: str | None = self._one(select(t.meta.c.value).where(t.meta.c.key == CHANGES))
        return word

    def knows(self, fingerprint: str, *, read: bool = False, by: str | None = None) -> bool:
        """Is the page with this fingerprint here already? With `read` one counts only if somebody read it, not if it
        is merely kept; with `by` only if this reader did (name and version)."""
        query = select(t.articles.c.id).where(t.articles.c.fingerprint == fingerprint)
        if read:
            query = query.where(t.articles.c.reader.is_not(None))
        if by is not None:
            query = query.where(t.articles.c.reader == by)
        return self._connection.execute(query).first() is not None

    def stamp(self) -> str:
        """One word for what the views hold: it changes with every build and every judgement that changes them."""
        kinds = (t.events, t.events.c.id), (t.actors, t.actors.c.id)
        digest = sha256(f"{self.counts()} {self.fresh}".encode())
        for table, order in kinds:
            size = func.length(cast(table.c.body, Text)).label("size")
            for row in self._rows(select(table.c.id, size).order_by(order), whole=True):
                digest.update(f"{row.id} {row.size}\n".encode())
        for judgement in self.judgements():
            if judgement.kind not in ("right", "comment"):
                digest.update(judgement.id.encode())
        return digest.hexdigest()[:ID_LENGTH]

    def articles(self) -> Iterator[Article]:
        """All articles, by file."""
        return self._values(select(t.articles.c.body).order_by(t.articles.c.file, t.articles.c.id), whole=True)

    def outlets(self) -> tuple[tuple[str | None, int], ...]:
        """The outlets with how many articles each has, those of most first; None where it is unknown."""
        a, number = t.articles, func.count().label("number")
        rows = self._rows(select(a.c.outlet, number).group_by(a.c.outlet).order_by(number.desc(), a.c.outlet))
        return tuple((row.outlet, row.number) for row in rows)

    def published(self) -> tuple[date | None, date | None]:
        """The first and the last day of publication of any article."""
        a = t.articles
        first, last = self._connection.execute(select(func.min(a.c.published), func.max(a.c.published))).one()
        return first, last

    def undated(self) -> int:
        """How many articles have no day of publication."""
        a = t.articles
        return int(self._connection.execute(select(func.count()).where(a.c.published.is_(None))).scalar_one())

    def read_by(self) -> dict[str, int]:
        """How many articles each reader, by its name and version, has read."""
        a = t.articles
        query = select(a.c.reader, func.count().label("number")).where(a.c.reader.is_not(None))
        return {row.reader: row.number for row in self._rows(query.group_by(a.c.reader).order_by(a.c.reader))}

    def readers(self) -> tuple[str, ...]:
        """The readers, each with its version, by whom the articles were read."""
        return tuple(self.read_by())

    def articles_from(self, offset: int, limit: int) -> tuple[Article, ...]:
        """A stretch of the articles, by file."""
        query = select(t.articles.c.body).order_by(t.articles.c.file, t.articles.c.id)
        return tuple(self._values(query.limit(limit).offset(offset)))

    def article(self, key: str) -> Article:
        """The article with this id; KeyError where there is none."""
        article: Article | None = self._one(select(t.articles.c.body).where(t.articles.c.id == key))
        if article is None:
            raise KeyError(key)
        return article

    def articles_by_id(self, ids: Iterable[str]) -> dict[str, Article]:
        """The articles with these ids, by file; an id that the record has not is left out."""
        a = t.articles
        query = select(a.c.body).order_by(a.c.file, a.c.id)
        told = (one for some in batches(sorted(set(ids)), BATCH) for one in self._values(query.where(a.c.id.in_(some))))
        return {one.id: one for one in told}

    def reading(self, article: str) -> Reading:
        """What was read in the article with this id, as it was read: with the article's own local actors."""

        def of(table: Any, *columns: Any) -> Iterator[Any]:
            return self._rows(select(*columns).where(table.c.article == article).order_by(table.c.position))

        s, a, p, n, m = t.statements, t.local_actors, t.article_places, t.names, t.place_mentions
        return Reading(
            article=article,
            statements=tuple(row.body for row in of(s, s.c.body)),
            names=tuple(Name(*row) for row in of(n, n.c.text, n.c.start, n.c.end, n.c.label)),
            actors=tuple(row.body for row in of(a, a.c.body)),
            places=tuple(row.body for row in of(p, p.c.body)),
            place_mentions=tuple(PlaceMention(*row) for row in of(m, m.c.text, m.c.start, m.c.end, m.c.place)),
        )

    def statements(
        self,
        *,
        type: str | None = None,
        actor: str | None = None,
        place: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Iterator[Statement]:
        """Statements in the order of the articles and of their texts; all of them, or those that meet every condition.
        Those judged wrong are left out, and values that people made stand in the place of the reader's.

        `type` is the act; `actor` takes part or speaks; `place` is named in it; `since` and `until` are days, both
        included, of which its time has at least one: a statement without a time has none.
        """
        s = t.statements
        asked = Conditions(type, actor, place, since, until)
        query = select(s.c.article, s.c.body).join(t.articles, t.articles.c.id == s.c.article)
        if conditions := asked.sql():
            # The columns tell what the reader read; a statement with values that people made is looked at itself.
            made = select(t.reviews.c.statement).where(t.reviews.c.made)
            query = query.where(or_(and_(*conditions), s.c.id.in_(made)))
        query = query.order_by(t.articles.c.file, t.articles.c.id, s.c.position)
        told = self._merged(self._rows(query, whole=True))
        return (one for one in told if not one.corrected or asked.met(one))

    def statements_by_id(self, ids: Iterable[str], *, as_read: bool = False) -> dict[str, Statement]:
        """The statements with these ids; an id that the record has not is left out. `as_read`: as the reader read them,
        whatever was judged."""
        s = t.statements
        query = select(s.c.article, s.c.body)
        rows = (self._rows(query.where(s.c.id.in_(some))) for some in batches(ids, BATCH))
        return {one.id: one for some in rows for one in self._merged(some, as_read)}

    def statements_of(self, articles: Iterable[str], *, as_read: bool = False) -> Iterator[Statement]:
        """The statements of these articles, article by article in the order of the text; `as_read` as above."""
        s = t.statements
        query = select(s.c.article, s.c.body).order_by(s.c.article, s.c.position)
        for some in batches(articles, BATCH):
            yield from self._merged(self._rows(query.where(s.c.article.in_(some))), as_read)

    def statements_of_acts(self, acts: Iterable[tuple[str, str | None]]) -> Iterator[Statement]:
        """The statements of these types and modes of act."""
        s, wanted = t.statements, frozenset(acts)
        made = select(t.reviews.c.statement).where(t.reviews.c.made)
        # What a person corrected may be another act than was read.
        may_be = or_(s.c.id.in_(made), *(and_(s.c.type == type_, s.c.mode == mode) for type_, mode in wanted))
        query = select(s.c.article, s.c.body).where(may_be).order_by(s.c.id)
        told = self._merged(self._rows(query, whole=True))
        return (one for one in told if (one.type, one.mode) in wanted)

    def statements_meeting(
        self, stems: Collection[str], acts: Collection[str], actors: Collection[str], places: Collection[str]
    ) -> Iterator[Statement]:
        """The statements, by id, that may have one of these stems among their words, and those that tell of one of
        these types or modes of act, of one of these actors or places; found by the indexes, so that not all is read."""
        s, by, at, merged, made = t.statements, t.statement_actors, t.statement_places, t.merges, t.reviews
        told = or_(worded(stems, self._connection.dialect), s.c.type.in_(acts), s.c.mode.in_(acts))
        queries = [select(s.c.id).where(told), select(made.c.statement).where(made.c.made)]
        for some in batches(sorted(actors), BATCH):
            local = select(merged.c.local).where(merged.c.actor.in_(some))
            queries += [select(by.c.statement).where(by.c.local.in_(each)) for each in (local, some)]
        queries += [select(at.c.statement).where(at.c.place.in_(some)) for some in batches(sorted(places), BATCH)]
        found = {row[0] for query in queries for row in self._rows(query, whole=True)}
        for some in batches(sorted(found), BATCH):
            yield from self.statements_by_id(some).values()

    def statement_counts(self, articles: Iterable[str]) -> dict[str, int]:
        """How many statements each of these articles makes; one that makes none is left out."""
        s = t.statements
        query = select(s.c.article, func.count().label("number")).group_by(s.c.article)
        told = (row for some in batches(articles, BATCH) for row in self._rows(query.where(s.c.article.in_(some))))
        return {row.article: row.number for row in told}

    def local_actors(self) -> Iterator[Actor]:
        """The actors as each article names them, in the order of the articles."""
        a = t.local_actors
        query = select(a.c.body).join(t.articles, t.articles.c.id == a.c.article)
        return self._values(query.order_by(t.articles.c.file, t.articles.c.id, a.c.position), whole=True)

    def actors(self) -> Iterator[Actor]:
        """The actors, by id: merged ones, and local ones that no build has merged yet."""
        both = t.all_actors()
        return self._values(select(both.c.body).order_by(both.c.id), whole=True)

    def actor(self, key: str) -> Actor | None:
        """The actor with this id; None where there is none."""
        return self.actors_by_id([key]).get(key)

    def actors_by_id(self, ids: Iterable[str]) -> dict[str, Actor]:
        """The actors with these ids; an id that the record has not is left out."""
        found = {}
        for some in batches(ids, BATCH):
            for table in (t.local_actors, t.actors):
                rows = self._rows(select(table.c.id, table.c.body).where(table.c.id.in_(some)))
                found.update({row.id: row.body for row in rows})
        return found

    def merged_actors(self) -> Iterator[Actor]:
        """The actors that the last build that ended has merged, by id."""
        return self._values(select(t.actors.c.body).order_by(t.actors.c.id), whole=True)

    def merges(self) -> Iterator[Merge]:
        """Which local actor counts as which actor, by the local one's id."""
        m = t.merges
        query = select(m.c.local, m.c.actor, m.c.score, m.c.reason).order_by(m.c.local)
        return (Merge(row.local, row.actor, row.score, row.reason) for row in self._rows(query, whole=True))

    def merged(self, locals_: Iterable[str]) -> dict[str, str]:
        """The actor that each of these local actors counts as."""
        m = t.merges
        queries = (select(m.c.local, m.c.actor).where(m.c.local.in_(some)) for some in batches(locals_, BATCH))
        return {row.local: row.actor for query in queries for row in self._rows(query)}

    def joined(self, actor: str) -> Iterator[tuple[Merge, Actor, str]]:
        """The merges into this actor, each with the local actor and the file of its article, in the order of files."""
        m, local = t.merges, t.local_actors
        query = select(m.c.local, m.c.score, m.c.reason, local.c.body, t.articles.c.file)
        query = query.join(local, local.c.id == m.c.local).join(t.articles, t.articles.c.id == local.c.article)
        query = query.where(m.c.actor == actor).order_by(t.articles.c.file, t.articles.c.id, local.c.position)
        for row in self._rows(query):
            yield Merge(row.local, actor, row.score, row.reason), row.body, row.file

    def event_of(self, statement: str) -> Event | None:
        """The event that holds the statement with this id, None where none does."""
        link = t.event_statements
        query = select(t.events.c.body).join(link, link.c.event == t.events.c.id)
        return self._one(query.where(link.c.statement == statement))  # type: ignore[no-any-return]

    def joins(self, statements: Iterable[str]) -> Iterator[Join]:
        """The matches between two of these statements, best first."""
        j, asked = t.joins, sorted(statements)
        query = select(j.c.one, j.c.other, j.c.score, j.c.reason).where(j.c.score > 0)
        here = frozenset(asked)
        found = [row for some in batches(asked, BATCH) for row in self._rows(query.where(j.c.one.in_(some)))]
        for row in sorted(found, key=lambda row: (-row.score, row.one, row.other)):
            if row.other in here:
                yield Join(row.one, row.other, row.score, row.reason)

    def articles_naming(self, actor: str) -> dict[str, str]:
        """The article of each local actor that was merged into this one, by the local one's id."""
        m, local = t.merges, t.local_actors
        query = select(local.c.id, local.c.article).join(m, local.c.id == m.c.local).where(m.c.actor == actor)
        return {row.id: row.article for row in self._rows(query)}

    def judgements(self) -> Iterator[Judgement]:
        """All that people decided, in the order of time, with what was taken back since."""
        j = t.judgements
        return self._values(select(j.c.body).order_by(j.c.at, j.c.id))

    def judged(self) -> int:
        """How many judgements there are, those taken back and those that take back included."""
        return self._connection.execute(select(func.count()).select_from(t.judgements)).scalar_one()

    def families_of(self, articles: Iterable[str]) -> dict[str, str]:
        """The id of the family of each of these articles."""
        m = t.family_articles
        query = select(m.c.article, m.c.family)
        told = (row for some in batches(articles, BATCH) for row in self._rows(query.where(m.c.article.in_(some))))
        return {row.article: row.family for row in told}

    def family_of(self, article: str) -> Family | None:
        """The family of this article; None before the first build has ended."""
        f, m = t.families, t.family_articles
        own = select(m.c.family).where(m.c.article == article)
        query = select(f.c.id, f.c.origin, f.c.among, m.c.article).join(m, m.c.family == f.c.id).where(f.c.id.in_(own))
        rows = list(self._rows(query.order_by(m.c.article)))
        if not rows:
            return None
        return Family(rows[0].id, rows[0].origin, tuple(row.article for row in rows), rows[0].among)

    def families(self) -> Iterator[Family]:
        """The families of near-copies, by id."""
        f, m = t.families, t.family_articles
        columns = select(f.c.id, f.c.origin, f.c.among, m.c.article)
        query = columns.join(m, m.c.family == f.c.id).order_by(f.c.id, m.c.article)
        told = self._rows(query, whole=True)
        for (key, origin, among), rows in groupby(told, key=lambda row: (row.id, row.origin, row.among)):
            yield Family(key, origin, tuple(row.article for row in rows), among)

    def events(self) -> Iterator[Event]:
        """The events of the last build that ended, by id."""
        return self._values(select(t.events.c.body).order_by(t.events.c.id), whole=True)

    def events_of(self, statements: Iterable[str]) -> dict[str, str]:
        """The event that each of these statements (by id) is in."""
        link = t.event_statements
        queries = (select(link).where(link.c.statement.in_(some)) for some in batches(statements, BATCH))
        return {row.statement: row.event for query in queries for row in self._rows(query)}

    def event(self, key: str) -> Event | None:
        """The event with this id; None where there is none."""
        event: Event | None = self._one(select(t.events.c.body).where(t.events.c.id == key))
        return event

    def events_by_id(self, ids: Iterable[str]) -> dict[str, Event]:
        """The events with these ids; an id that the record has not is left out."""
        e = t.events
        queries = (select(e.c.body).where(e.c.id.in_(some)) for some in batches(sorted(set(ids)), BATCH))
        return {event.id: event for query in queries for event in self._values(query)}

    def events_in(self, article: str) -> Iterator[tuple[str, Event]]:
        """The statements of an article, by id, each with its event, in the order of the text."""
        s, link = t.statements, t.event_statements
        query = select(s.c.id, t.events.c.body).join(link, link.c.statement == s.c.id)
        query = query.join(t.events, t.events.c.id == link.c.event).where(s.c.article == article).order_by(s.c.position)
        return ((row.id, row.body) for row in self._rows(query))

    def dropped(self, file: str | None = None) -> tuple[Dropped, ...]:
        """What did not get through, by file; or only what came from `file`."""
        d = t.dropped
        query = select(d.c.file, d.c.stage, d.c.reason).order_by(d.c.file, d.c.stage)
        query = query if file is None else query.where(d.c.file == file)
        return tuple(Dropped(row.file, row.stage, row.reason) for row in self._rows(query))

    def _one(self, query: Select[Any]) -> Any:
        """The first value of the first row, None where there is none."""
        return self._connection.execute(query).scalars().first()

    def _merged(self, rows: Iterator[Row[Any]], as_read: bool = False) -> Iterator[Statement]:
        """The statements of rows (article, body) with merged actors, asking for the merges of a batch at once."""
        for batch in batches(rows, BATCH):
            local, merged = t.local_actors, t.merges
            told = [row.body for row in batch]
            told = told if as_read else self.reviewed.applied(told)
            # Whom a person put in a field may be known from another article.
            put = sorted(actors_in(one for one in told if one.corrected))
            query = select(merged.c.local, merged.c.actor).join(local, local.c.id == merged.c.local)
            there = local.c.article.in_(sorted({row.article for row in batch}))
            among = query.where(or_(there, local.c.id.in_(put)) if put else there)
            actors = {row.local: row.actor for row in self._rows(among)}
            yield from (with_actors(one, actors) for one in told)
