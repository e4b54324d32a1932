"""The pages of one event, one article, one actor, put together from the record and the catalogue."""

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from rashomon.desk import lists
from rashomon.desk.catalogue import event_line
from rashomon.desk.comparing import Comparing
from rashomon.desk.seen import EventView, days, seen, voices
from rashomon.desk.shapes import (
    AccountHead,
    ActorPage,
    ArticleLine,
    ArticlePage,
    EventPage,
    Joined,
    Judged,
    Named,
    Seen,
    StatementEvent,
)  # fmt: skip
from rashomon.desk.tree import sources
from rashomon.record import Actor, Article, Event, Place, Statement
from rashomon.run import Pipeline
from rashomon.store import View

STATEMENTS = 600
"""Statements of one event that are sent: more than anybody reads on one page, few enough to draw at once."""

TIES = 24
"""Actors shown on either side of one: as many as a page holds."""

PARTS = 200
"""Parts of an event that are listed with it."""


class Pages:
    """Puts pages together over one open view and one open catalogue."""

    def __init__(self, view: View, base: sqlite3.Connection, pipeline: Pipeline) -> None:
        self._view = view
        self._base = base
        self._pipeline = pipeline

    def event(self, key: str, as_of: date | None, according_to: str | None) -> Seen | None:
        """The event with this id; None where there is none."""
        event = self._view.event(key)
        if event is None:
            return None
        told = self._view.statements_by_id(event.statements[:STATEMENTS])
        articles = self._view.articles_by_id(one.article for one in told.values())
        side: tuple[Event, ...] = (event,)
        if as_of or according_to:
            side = seen(EventView(self._view, told, articles), self._pipeline, as_of, according_to)
            if not side:
                return Seen(None)
            side = (replace(side[0], id=event.id, part_of=event.part_of), *side[1:])
        page = self._event_page(side[0], told, articles)
        untold = max(0, len(event.statements) - STATEMENTS)
        return Seen(replace(page, others=len(side) - 1, untold=untold))

    def _event_page(self, event: Event, told: Mapping[str, Statement], articles: Mapping[str, Article]) -> EventPage:
        statements = {key: told[key] for key in event.statements if key in told}
        there = {key: articles[key] for key in dict.fromkeys(one.article for one in statements.values())}
        actors, places = self._known(statements.values(), event)
        comparing = Comparing(event, statements, actors, places)
        families = self._view.families_of(there)
        counts = self._view.statement_counts(there)
        line = lists.line(self._base, event.id)
        published = {key: one.published.earliest if one.published else None for key, one in there.items()}
        whole = line.part_of if line else None
        own = event_line(event, places, published, {whole.id: whole.name} if whole else {}, line.parts if line else 0)
        return EventPage(
            line=own,
            reason=event.reason,
            acled=event.acled,
            ucdp_violence=event.ucdp_violence,
            actors=tuple(Named(key, actors[key].name) for key in event.actors if key in actors),
            targets=tuple(Named(key, actors[key].name) for key in event.targets if key in actors),
            places=tuple(places[key] for key in event.places if key in places),
            accounts=tuple(
                AccountHead(a.origin, len(a.articles), a.reprints, len(a.statements)) for a in event.accounts
            ),
            rows=comparing.rows(),
            clashes=comparing.clashes(),
            charts=comparing.charts(there),
            sources=sources(statements.values(), families),
            statements=tuple(sorted(statements.values(), key=lambda s: (s.article, s.evidence.start, s.id))),
            articles=tuple(article_line(article, counts.get(key, 0)) for key, article in there.items()),
            parts=lists.parts(self._base, event.id, PARTS),
            days=days(articles.values()),
            voices=voices(told.values()),
            others=0,
            untold=0,
        )

    def article(self, key: str, *, blind: bool = False) -> ArticlePage | None:
        """The article with this id; None where there is none. `blind`: as it was read, whatever was decided."""
        try:
            article = self._view.article(key)
        except KeyError:
            return None
        left = {} if blind else {one.id: one for one in self._view.statements_of([key])}
        statements = tuple(left.get(one.id, one) for one in self._view.statements_of([key], as_read=True))
        reading = self._view.reading(key)
        actors, places = self._known(statements, None)
        family = self._view.family_of(key)
        copies = family.articles if family else ()
        counts = self._view.statement_counts(copies)
        return ArticlePage(
            article=replace(article, cuts=()),
            cuts=article.cuts,
            origin=family.origin if family else None,
            copies=tuple(article_line(self._view.article(k), counts.get(k, 0)) for k in copies if k != key),
            statements=statements,
            actors=tuple(actors[k] for k in sorted(actors)),
            places=tuple(places[k] for k in sorted(places)),
            mentions=reading.place_mentions,
            events=tuple(
                StatementEvent(statement, Named(event.id, event.title))
                for statement, event in (() if blind else self._view.events_in(key))
            ),
            judged=() if blind else self._judged(statements),
            dropped=self._view.dropped(article.file),
        )

    def _judged(self, statements: Iterable[Statement]) -> tuple[Judged, ...]:
        """What stands judged of these statements."""
        reviews = self._view.reviewed.of(one.id for one in statements)
        if not reviews:
            return ()
        known = {one.id: one for one in self._view.judgements()}
        told = []
        for key in sorted(reviews):
            review, last = reviews[key], known[reviews[key].judgements[-1]]
            fields = dict.fromkeys(field for each in review.differs for field in each.fields)
            told.append(Judged(key, review.state, last.author, last.reason, tuple(fields)))
        return tuple(told)

    def actor(self, key: str) -> ActorPage | None:
        """The actor with this id; None where there is none."""
        actor = self._view.actor(key)
        line = lists.actor(self._base, key)
        if actor is None or line is None:
            return None
        articles = self._view.articles_naming(key)
        return ActorPage(
            actor=actor,
            line=line,
            parents=lists.named(self._base, actor.parents),
            members=lists.members(self._base, key),
            joined=tuple(
                Joined(merge.local, local.name, local.names, file, articles[merge.local], merge.score, merge.reason)
                for merge, local, file in self._view.joined(key)
            ),
            acts_on=lists.ties(self._base, key, True, TIES),
            acted_on_by=lists.ties(self._base, key, False, TIES),
        )

    def _known(self, statements: Iterable[Statement], event: Event | None) -> tuple[dict[str, Actor], dict[str, Place]]:
        """The actors and places that the statements name, and those of the event."""
        told = tuple(statements)
        people = {role.actor for one in told for role in (*one.actors, *one.targets) if role.actor}
        people |= {sayer.actor for one in told for sayer in one.chain if sayer.actor}
        spots = {mention.place for one in told for mention in one.places if mention.place}
        if event:
            people |= {*event.actors, *event.targets}
            spots |= set(event.places)
        return self._view.actors_by_id(people), self._view.places_by_id(spots)


def article_line(article: Article, statements: int) -> ArticleLine:
    """An article as lists show it."""
    return ArticleLine(article.id, article.file, article.outlet, article.title, article.published, statements)
