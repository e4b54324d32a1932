"""JSON lines: one object a line, UTF-8, in a fixed order of kinds and of rows, so that one record gives one file.

Offsets are in code points. What is unknown is null or an empty list. Beyond what is promised, a sayer has its offsets,
an event the reason why its statements were joined, a statement the relation that it tells and who corrected which field
of it, and a relation its rule and the names of its origins. A statement that somebody judged wrong is among what was
dropped, with the reason.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import msgspec

from rashomon.exports.base import Format
from rashomon.exports.sink import Sink
from rashomon.record import Actor, Article, Dropped, Event, Place, Relation, Statement
from rashomon.store import View

Line = dict[str, Any]


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write the whole record: article, actor, place, statement, relation, event, dropped."""
    encoder = msgspec.json.Encoder()
    for line in _lines(view, events):
        sink.out.write(encoder.encode(line) + b"\n")
        sink.rows += 1


def _lines(view: View, events: Iterable[Event]) -> Iterator[Line]:
    families = {article: family.id for family in view.families() for article in family.articles}
    for article in view.articles():
        yield _article(article, families.get(article.id))
    for actor in view.actors():
        yield _line("actor", actor)
    for place in view.places():
        yield _line("place", place)
    for statement in view.statements():
        yield _line("statement", statement)
    for relation in view.relations():
        yield _relation(relation)
    for event in events:
        yield _event(event)
    for dropped in (*view.dropped(), *view.reviewed.left_out()):
        yield _line("dropped", dropped)


def _line(kind: str, value: Article | Actor | Place | Statement | Relation | Event | Dropped) -> Line:
    """The value's fields under their own names, which are those of the contract."""
    return {"kind": kind} | {field.name: getattr(value, field.name) for field in fields(value)}


def _article(article: Article, family: str | None) -> Line:
    """The article without what was cut off the page, which is no part of the report."""
    line = _line("article", article) | {"family": family}
    del line["cuts"]
    return line


def _relation(relation: Relation) -> Line:
    return _line("relation", relation) | {"origins": relation.origins}


def _event(event: Event) -> Line:
    acled = None if event.acled is None else dict(zip(("event_type", "sub_event_type"), event.acled, strict=True))
    return _line("event", event) | {"acled": acled}


JSONL = Format("jsonl", "the whole record, one JSON object a line", write)
