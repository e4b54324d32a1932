"""Statements of what holds for a while: a `state` for every relation that the text tells.

Where the text tells no time, the relation is taken to hold in what the report is about: from the first day, of the
month before publication, on which it dates an act, and with no end. What is told as past (the former governor) held
before the report. In an undated report nothing is known of when.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from rashomon.record import PlaceMention, Role, Span, Statement, When, content_id
from rashomon.statements.composing import Composer
from rashomon.statements.confidence import confidence
from rashomon.statements.factuality import factuality
from rashomon.statements.phrases import bare
from rashomon.statements.relations import Told, find_relations
from rashomon.statements.relations.told import Part
from rashomon.statements.relations.words import GOVERNING
from rashomon.statements.words import PLACE_ENTITIES

NEWS = timedelta(days=31)
"""How far before publication a report's own matter begins at the earliest: what is further back is told as history."""


def standing(composer: Composer, acts: tuple[Statement, ...]) -> Iterator[Statement]:
    """The relations of one article; `acts` are its other statements, whose days say what it is about."""
    figures = [figure for each in composer.found.figures.values() for figure in each]
    for told in find_relations(composer.found.doc, figures):
        trigger = told.trigger
        where = Span.of(composer.article.text, trigger.idx, trigger.idx + len(trigger))
        blank = composer.statement(where, trigger, "state", None, factuality(trigger))
        subjects = tuple(_roles(composer, told.subject))
        objects = tuple(_roles(composer, told.object)) if told.object is not None else ()
        if not subjects or (told.object is not None and not objects):
            continue
        fact = replace(
            blank,
            id=content_id("statement", blank.id, told.relation, subjects[0].start, objects[0].start if objects else -1),
            factuality="asserted",
            actors=subjects[:1],
            targets=objects[:1],
            places=tuple(_place(composer, told.object)) if told.object is not None else (),
            time=_time(composer, told, blank.time, acts),
            figures=(told.figure,) if told.figure else (),
            relation=told.relation,
            what=told.what,
        )
        yield replace(fact, confidence=confidence(fact))


def _time(composer: Composer, told: Told, stated: When | None, acts: tuple[Statement, ...]) -> When | None:
    published = composer.article.published
    day = published.latest if published else None
    if told.held == "before":
        return When(None, day, "open", told.trigger.text, "published") if day else None
    if stated is not None:
        return stated
    if day is None:
        return None
    days = [act.time.earliest for act in acts if act.time and act.time.earliest]
    first = min((each for each in days if day - NEWS <= each <= day), default=day)
    return When(first, None, "open", told.trigger.text, "published")


def _roles(composer: Composer, part: Part) -> Iterator[Role]:
    doc = composer.found.doc
    if not isinstance(part, tuple):
        start, end = bare(part)
        marks = [t.i for t in doc[start : part.i] if t.tag_ == "POS"]
        if not marks or part.lower_ in GOVERNING:
            yield from composer.role(part, None)
            return
        part = marks[-1] + 1, end
    while part[0] < part[1] - 1 and (doc[part[0]].is_space or doc[part[0]].is_punct or doc[part[0]].pos_ == "DET"):
        part = part[0] + 1, part[1]
    while part[1] - 1 > part[0] and (doc[part[1] - 1].is_space or doc[part[1] - 1].text in ("'s", "’s", "'", "’")):
        part = part[0], part[1] - 1
    span = doc[slice(*part)]
    yield Role(" ".join(span.text.split()), span.text, span.start_char, span.end_char)


def _place(composer: Composer, part: Part) -> Iterator[PlaceMention]:
    """The place that an object may be."""
    doc = composer.found.doc
    _, end = part if isinstance(part, tuple) else (part.i, part.i + 1)
    for entity in doc.ents:
        if entity.label_ in PLACE_ENTITIES and entity.start <= end - 1 < entity.end:
            yield PlaceMention(entity.text, entity.start_char, entity.end_char)
