"""What stands judged of single statements: the statements as people left them, and those that wait for somebody.

The rows are made from the judgements whenever one is added, so that reading a record costs no more for them than a
look at the statements that are read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select

from rashomon.record import Dropped, Judgement, Review, Statement
from rashomon.store import tables as t
from rashomon.store.batches import batches
from rashomon.store.joined import with_made

BATCH = 500
"""Ids asked for at once."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Which statements are asked for; None leaves a condition out. `act` is a type or `type/mode`. `by` asks what this
    author has decided, whoever else has decided anything."""

    event: str | None = None
    article: str | None = None
    act: str | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A statement in the queue: `state` as of its review, by everybody or by one author."""

    statement: Statement
    state: str


class Reviewed:
    """The reviews of a record, over one open connection; made by `View.reviewed`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Iterator[Review]:
        """All reviews, by the id of the statement."""
        return iter(self._connection.execute(select(t.reviews.c.body).order_by(t.reviews.c.statement)).scalars())

    def of(self, statements: Iterable[str]) -> dict[str, Review]:
        """The reviews of these statements; one that nobody judged has none."""
        r = t.reviews
        queries = (select(r.c.body).where(r.c.statement.in_(some)) for some in batches(statements, BATCH))
        return {each.statement: each for query in queries for each in self._connection.execute(query).scalars()}

    def of_events(self) -> dict[str, bool]:
        """The events on whose statements somebody has decided, each with whether that is on all of them."""
        r, link, number = t.reviews, t.event_statements, func.count().label("number")
        each = select(link.c.event, number).group_by(link.c.event)
        on = each.join(r, r.c.statement == link.c.statement).where(r.c.state != "open")
        decided = {row.event: row.number for row in self._connection.execute(on)}
        queries = (each.where(link.c.event.in_(some)) for some in batches(sorted(decided), BATCH))
        there = {row.event: row.number for query in queries for row in self._connection.execute(query)}
        return {event: decided[event] == there[event] for event in decided}

    def wrong(self) -> int:
        """How many statements are judged wrong."""
        query = select(func.count()).select_from(t.reviews).where(t.reviews.c.state == "wrong")
        return int(self._connection.execute(query).scalar_one())

    def left_out(self) -> Iterator[Dropped]:
        """The statements judged wrong, each with who judged it and why, by the file of its article."""
        told = {each.id: each for each in self._judgements()}
        r, s, a = t.reviews, t.statements, t.articles
        query = select(r.c.body, s.c.body, a.c.file).join(s, s.c.id == r.c.statement).join(a, a.c.id == s.c.article)
        query = query.where(r.c.state == "wrong").order_by(a.c.file, a.c.id, s.c.position)
        for review, statement, file in self._connection.execute(query):
            by = next(told[key] for key in reversed(review.judgements) if told[key].kind == "wrong")
            words = " ".join(statement.evidence.text.split())
            yield Dropped(file, "review", f"judged wrong by {by.author}: {by.reason} ({words})")

    def makers(self) -> dict[str, int]:
        """How many values each person made that stand in the place of the reader's."""
        query = select(t.reviews.c.body).where(t.reviews.c.made).order_by(t.reviews.c.statement)
        told = [made.author for review in self._connection.execute(query).scalars() for made in review.made]
        return {author: told.count(author) for author in sorted(set(told))}

    def applied(self, statements: Iterable[Statement]) -> list[Statement]:
        """The statements as people left them: without those judged wrong, with the values that were made."""
        told = list(statements)
        of = self.of(each.id for each in told)
        kept: list[Statement] = []
        for each in told:
            wrong, made = of[each.id].effect if each.id in of else (False, ())
            if not wrong:
                kept.append(with_made(each, made) if made else each)
        return kept

    def read(self, statements: Iterable[str]) -> dict[str, Statement]:
        """The statements with these ids as the reader read them, with the actors of their own articles."""
        s = t.statements
        queries = (select(s.c.body).where(s.c.id.in_(some)) for some in batches(statements, BATCH))
        return {each.id: each for query in queries for each in self._connection.execute(query).scalars()}

    def read_in(self, articles: Iterable[str]) -> dict[str, list[Statement]]:
        """The statements of these articles as the reader read them, each article's in the order of the text."""
        s = t.statements
        found: dict[str, list[Statement]] = {}
        for some in batches(articles, BATCH):
            query = select(s.c.body).where(s.c.article.in_(some)).order_by(s.c.article, s.c.position)
            for each in self._connection.execute(query).scalars():
                found.setdefault(each.article, []).append(each)
        return found

    def count(self, asked: Waiting) -> int:
        """How many statements are asked for, whatever was judged of them."""
        query = select(func.count()).select_from(t.statements)
        return int(self._connection.execute(self._where(query, asked)).scalar_one())

    def decided(self, asked: Waiting) -> dict[str, str]:
        """Those of them that are decided, by id, with their state; only what `by` decided where it is given."""
        r, s = t.reviews, t.statements
        query = select(r.c.statement, r.c.state, r.c.body).join(s, s.c.id == r.c.statement)
        rows = self._connection.execute(self._where(query.order_by(r.c.statement), asked)).all()
        if asked.by is None:
            return {row.statement: row.state for row in rows if row.state != "open"}
        own = self._own(asked.by)
        return {row.statement: kind for row in rows if (kind := next(_kinds(row.body, own), None))}

    def queue(self, asked: Waiting, limit: int, *, all_: bool = False) -> list[Line]:
        """The statements that wait, the one that the reader was least sure of first; `all_`: decided ones too."""
        s = t.statements
        done = self.decided(asked)
        query = select(s.c.id, s.c.body).order_by(s.c.confidence, s.c.id)
        rows = self._connection.execute(self._where(query, asked).execution_options(yield_per=BATCH))
        found: list[Line] = []
        for row in rows:
            if all_ or row.id not in done:
                found.append(Line(row.body, done.get(row.id, "open")))
                if len(found) == limit:
                    break
        rows.close()
        return found

    def _own(self, author: str) -> dict[str, str]:
        """What this author decided of statements, by the id of the judgement."""
        words = {"right": "right", "wrong": "wrong", "field": "corrected"}
        told = (each for each in self._judgements() if each.author == author)
        return {each.id: words[each.kind] for each in told if each.kind in words}

    def _judgements(self) -> Iterator[Judgement]:
        return iter(self._connection.execute(select(t.judgements.c.body)).scalars())

    @staticmethod
    def _where(query: Select[Any], asked: Waiting) -> Select[Any]:
        s, link = t.statements, t.event_statements
        if asked.event is not None:
            query = query.where(s.c.id.in_(select(link.c.statement).where(link.c.event == asked.event)))
        if asked.article is not None:
            query = query.where(s.c.article == asked.article)
        if asked.act is not None:
            type_, _, mode = asked.act.partition("/")
            query = query.where(s.c.type == type_)
            query = query.where(s.c.mode == mode) if mode else query
        return query


def _kinds(review: Review, own: dict[str, str]) -> Iterator[str]:
    """What an author decided of the statement, the latest first."""
    return (own[key] for key in reversed(review.judgements) if key in own)
