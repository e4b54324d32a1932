"""From the frozen nouns to the rows that hold them."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from sqlalchemy import Table

from rashomon.record import (
    Article,
    Dropped,
    Event,
    Family,
    Flow,
    Merge,
    Reading,
    Relation,
    Review,
    Statement,
    Truce,
)
from rashomon.store import tables as t
from rashomon.store.forks import fork
from rashomon.store.worded import words_of

Row = dict[str, Any]


def article_row(article: Article, fingerprint: str, reader: str | None) -> Row:
    """The row of an article."""
    return {
        "id": article.id,
        "file": article.file,
        "fingerprint": fingerprint,
        "outlet": article.outlet,
        "published": article.published and article.published.latest,
        "language": article.language,
        "reader": reader,
        "body": article,
    }


def reading_rows(reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """Every table that a reading fills, with its rows, in an order that keeps references whole."""
    here = {"article": reading.article}
    yield t.statements, [_statement_row(n, statement) for n, statement in enumerate(reading.statements)]
    yield t.statement_actors, [row for statement in reading.statements for row in _actor_rows(statement)]
    yield t.statement_places, [row for statement in reading.statements for row in _place_rows(statement)]
    yield (
        t.local_actors,
        [
            here | {"position": n, "id": actor.id, "name": actor.name, "type": actor.type, "body": actor}
            for n, actor in enumerate(reading.actors)
        ],
    )
    yield t.article_places, [here | {"position": n, "id": p.id, "body": p} for n, p in enumerate(reading.places)]
    yield t.names, [here | {"position": n} | asdict(name) for n, name in enumerate(reading.names)]
    yield t.place_mentions, [here | {"position": n} | asdict(m) for n, m in enumerate(reading.place_mentions)]


def family_rows(families: Iterable[Family]) -> Iterator[tuple[Row, list[Row]]]:
    """The row of each family with the rows of its articles."""
    for family in families:
        members = [{"article": article, "family": family.id} for article in family.articles]
        yield {"id": family.id, "origin": family.origin, "among": family.among}, members


def merge_row(merge: Merge, sort: str | None = None) -> Row:
    """The row of a merge; `sort` is that of the local actor."""
    return {"local": merge.local, "actor": merge.actor, "score": merge.score, "reason": merge.reason, "sort": sort}


def dropped_row(dropped: Dropped) -> Row:
    """The row of something that did not get through."""
    return {"file": dropped.file, "stage": dropped.stage, "reason": dropped.reason}


def event_row(event: Event) -> Row:
    """The row of an event."""
    return {
        "id": event.id,
        "part_of": event.part_of,
        "type": event.type,
        "mode": event.mode,
        "earliest": event.time and event.time.earliest,
        "latest": event.time and event.time.latest,
        "origins": event.origins,
        "body": event,
    }


def relation_row(relation: Relation, key: str | None = None) -> Row:
    """The row of a relation; `key` is what its claims have in common. One without a known time has neither day."""
    return {
        "id": relation.id,
        "subject": relation.subject,
        "relation": relation.relation,
        "object": relation.object,
        "dated": relation.time is not None,
        "earliest": relation.time and relation.time.earliest,
        "latest": relation.time and relation.time.latest,
        "key": key,
        "fork": relation.time and fork(relation.time.earliest, relation.time.latest),
        "origins": relation.origins,
        "body": relation,
    }


def dated_row(told: Flow | Truce) -> Row:
    """The row of a flow or a truce."""
    return {
        "id": told.id,
        "dated": told.time is not None,
        "earliest": told.time and told.time.earliest,
        "latest": told.time and told.time.latest,
        "body": told,
    }


def review_row(review: Review) -> Row:
    """The row of what stands judged of a statement; `made`: values of it take the place of the reader's."""
    wrong, made = review.effect
    return {"statement": review.statement, "state": review.state, "made": not wrong and bool(made), "body": review}


def _statement_row(position: int, statement: Statement) -> Row:
    return {
        "id": statement.id,
        "article": statement.article,
        "position": position,
        "type": statement.type,
        "mode": statement.mode,
        "factuality": statement.factuality,
        "earliest": statement.time and statement.time.earliest,
        "latest": statement.time and statement.time.latest,
        "confidence": statement.confidence,
        "words": words_of(statement),
        "body": statement,
    }


def _actor_rows(statement: Statement) -> list[Row]:
    told = {("actor", role.actor) for role in statement.actors}
    told |= {("target", role.actor) for role in statement.targets}
    told |= {("sayer", sayer.actor) for sayer in statement.chain}
    known = sorted((part, local) for part, local in told if local)
    return [{"statement": statement.id, "part": part, "local": local} for part, local in known]


def _place_rows(statement: Statement) -> list[Row]:
    told = {mention.place for mention in statement.places if mention.place}
    return [{"statement": statement.id, "place": place} for place in sorted(told)]
