"""The queue of statements that wait for somebody's look, one of them at a time, and what is decided of it.

Who codes blind sees of others' decisions nothing: neither in the list nor in the item nor in its history.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Body, HTTPException, Query

from rashomon.desk.desk import Desk
from rashomon.desk.doors import CLOSED
from rashomon.desk.judging import REASON, Decision, _author, _decision, _reason
from rashomon.desk.routes import Key, Text, ThisDesk
from rashomon.desk.shapes import ArticleLine, Named, Trouble
from rashomon.record import (
    Actor,
    Differing,
    Judgement,
    Place,
    ReviewState,
    SayerRole,
    Span,
    Statement,
    StatementField,
    taken_back,
)
from rashomon.record.vocabulary import MODES
from rashomon.run import Typed, comment, judge_field, judge_right, judge_wrong, shown_to
from rashomon.store import View, actors_in, with_actors
from rashomon.store.reviewed import Waiting

LINES = 100
"""Statements of the queue that are sent at once: more than anybody decides before taking a breath."""

ROOM = 1200
"""Characters of the article before and after the sentence that are sent with an item."""

VALUES = 30
"""Values that a field may be given at most."""

FOUND = 8
"""Places that are offered for what was typed."""

WORDS = {"right": "right: as the text tells it", "wrong": "wrong: not told by the text"}
"""The reason of a decision that somebody made without giving one."""

router = APIRouter(
    responses={
        404: {"model": Trouble, "description": "There is nothing with this id."},
        409: {"model": Trouble, "description": "It can not be decided so; the words say why. Nothing was changed."},
        422: {"model": Trouble, "description": "A value can not be used."},
        503: {"model": Trouble, "description": "The record can not be used just now; the words say why."},
    }
)

Id = Annotated[str | None, Query(pattern="^[0-9a-f]{16}$")]
Reason = Annotated[str, Body(max_length=REASON)]
Seen = Annotated[tuple[str, ...], Body(max_length=1000)]


@dataclass(frozen=True, slots=True)
class QueueLine:
    """A statement that waits."""

    id: str
    type: str
    mode: str | None
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The statements that wait, the least sure first; `decided` of `total` that answer to the filters are done. `about`
    names the event or the article that is filtered by."""

    author: str | None
    total: int
    decided: int
    lines: tuple[QueueLine, ...]
    about: Named | None


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One statement to decide on: as it is `shown`, with what was corrected, and as the reader `read` it; `context` is
    the part of the article around it. `history` are the decisions on it, the latest first, and `differs` names where
    the reader now reads another than was judged."""

    shown: Statement
    read: Statement
    state: ReviewState
    context: Span
    article: ArticleLine
    event: Named | None
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    history: tuple[Decision, ...]
    differs: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Acts:
    """Every act, `type` or `type/mode`."""

    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceList:
    """Places with a name that begins so."""

    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Finds a statement right or wrong, or remarks on it. `seen` are the decisions on it that whoever decides has been
    shown; `blind`: nothing of others is to be told."""

    kind: Literal["right", "wrong", "comment"]
    reason: Reason = ""
    seen: Seen = ()
    blind: bool = False


@dataclass(frozen=True, slots=True)
class FixValue:
    """One value of a field. `keep`: that of this number stays. Otherwise what was typed or picked (`id` is then that of
    the known actor or place), with the words selected in the article."""

    text: Annotated[str, Body(max_length=300)] = ""
    id: Annotated[str | None, Body(max_length=64)] = None
    start: int | None = None
    end: int | None = None
    keep: int | None = None
    measure: Annotated[str | None, Body(max_length=60)] = None
    role: SayerRole | None = None


@dataclass(frozen=True, slots=True)
class Fix:
    """Corrects one field, whole; no values: it is unknown."""

    field: StatementField
    values: Annotated[tuple[FixValue, ...], Body(max_length=VALUES)]
    reason: Reason = ""
    seen: Seen = ()
    blind: bool = False


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision, which is kept, and what others decided `meanwhile`, which is kept as well."""

    decision: Decision
    meanwhile: tuple[Decision, ...]


@router.get("/queue")
def queue(
    desk: ThisDesk, event: Id = None, article: Id = None, act: Text = None, blind: bool = False, limit: int = LINES
) -> QueuePage:
    """The statements that wait for a decision, the least sure first."""
    if desk.blind and event is not None:
        raise HTTPException(403, CLOSED)
    asked = Waiting(event, article, act, _author(desk) if blind or desk.blind else None)
    with desk.view() as view:
        told = view.reviewed.queue(asked, max(1, min(limit, LINES)))
        lines = (
            QueueLine(one.id, one.type, one.mode, one.evidence.text, one.confidence)
            for one in (line.statement for line in told)
        )
        about = None
        if event is not None:
            found = view.event(event)
            about = Named(event, found.title) if found else None
        elif article is not None:
            there = view.articles_by_id([article]).get(article)
            about = Named(article, there.title or there.file) if there else None
        decided = len(view.reviewed.decided(asked))
        return QueuePage(desk.author, view.reviewed.count(asked), decided, tuple(lines), about)


@router.get("/acts")
def acts() -> Acts:
    """The vocabulary of acts."""
    told = ((type_, *(f"{type_}/{mode}" for mode in sorted(modes))) for type_, modes in MODES.items())
    return Acts(tuple(act for some in told for act in some))


@router.get("/places")
def places(desk: ThisDesk, q: Annotated[str, Query(max_length=100)] = "") -> PlaceList:
    """Places of the record with a name in which a word begins so."""
    asked = q.strip().casefold()
    with desk.view() as view:
        told = [p for p in view.places() if any(f" {asked}" in f" {name.casefold()}" for name in p.names)]
    return PlaceList(tuple(sorted(told, key=lambda place: (place.precision, place.name, place.id))[:FOUND]))


@router.get("/queue/{key}")
def item(desk: ThisDesk, key: Key, blind: bool = False) -> ReviewItem:
    """One statement with its sentence in its place, and all that was decided of it."""
    author = _author(desk) if blind or desk.blind else None
    with desk.view() as view:
        found = _item(view, key, author)
    if found is None:
        raise HTTPException(404, "the record has no statement with this id; the reader may read another one now")
    # What others decided stands in the title of an event as well.
    return replace(found, event=None) if desk.blind else found


@router.post("/queue/{key}/verdict", status_code=201)
def verdict(desk: ThisDesk, key: Key, asked: Verdict) -> Decided:
    """Find a statement right or wrong, or remark on it."""
    author = _author(desk)
    reason = _reason(asked.reason.strip() or WORDS.get(asked.kind, ""))
    judge = {"right": judge_right, "wrong": judge_wrong, "comment": comment}[asked.kind]
    with desk.deciding:
        judgement = judge(desk.address, desk.pipeline, key, author=author, at=datetime.now(UTC), reason=reason)
    return _decided(desk, judgement, asked.seen, asked.blind or desk.blind)


@router.post("/queue/{key}/fix", status_code=201)
def fix(desk: ThisDesk, key: Key, asked: Fix) -> Decided:
    """Correct one field of a statement."""
    author = _author(desk)
    reason = _reason(asked.reason.strip() or "corrected: as the text tells it")
    values = [Typed(v.text, v.id, v.start, v.end, v.keep, v.measure, v.role) for v in asked.values]
    with desk.deciding:
        judgement = judge_field(
            desk.address, desk.pipeline, key, asked.field, values,
            author=author, at=datetime.now(UTC), reason=reason, own=asked.blind or desk.blind,
        )  # fmt: skip
    return _decided(desk, judgement, asked.seen, asked.blind or desk.blind)


def _decided(desk: Desk, judgement: Judgement, seen: Iterable[str], blind: bool) -> Decided:
    desk.look_again()
    with desk.view() as view:
        known = {*seen, judgement.id}
        told = tuple(one for one in view.judgements() if one.subject == judgement.subject)
    gone = taken_back(told)
    meanwhile = () if blind else tuple(_decision(one, gone) for one in told if one.id not in known)
    return Decided(_decision(judgement, {}), meanwhile)


def _item(view: View, key: str, author: str | None) -> ReviewItem | None:
    local = view.reviewed.read([key]).get(key)
    if local is None:
        return None
    read = view.statements_by_id([key], as_read=True)[key]
    shown = shown_to(view, local, author)
    shown = with_actors(shown, view.merged(actors_in([shown])))
    article = view.article(read.article)
    review = view.reviewed.of([key]).get(key)
    told = [one for one in view.judgements() if one.subject == key or (review and one.id in review.judgements)]
    told = [one for one in told if author is None or one.author == author]
    gone = taken_back(told)
    own = [one for one in told if one.undoes is None and one.id not in gone and one.kind != "comment"]
    kinds: dict[str, ReviewState] = {"right": "right", "wrong": "wrong", "field": "corrected"}
    state = (review.state if review else "open") if author is None else kinds[own[-1].kind] if own else "open"
    event = view.event_of(key)
    near = list(view.statements_of([article.id], as_read=True))
    people = {role.actor for one in near for role in (*one.actors, *one.targets) if role.actor}
    people |= {sayer.actor for one in near for sayer in one.chain if sayer.actor}
    spots = {mention.place for one in near for mention in one.places if mention.place}
    counts = view.statement_counts([article.id])
    return ReviewItem(
        shown=shown,
        read=read,
        state=state,
        context=_context(article.text, read.evidence),
        article=ArticleLine(
            article.id, article.file, article.outlet, article.title, article.published, counts.get(article.id, 0)
        ),
        event=Named(event.id, event.title) if event else None,
        actors=tuple(sorted(view.actors_by_id(people).values(), key=lambda actor: actor.name)),
        places=tuple(sorted(view.places_by_id(spots).values(), key=lambda place: place.name)),
        history=tuple(_decision(one, gone) for one in reversed(told)),
        differs=review.differs if review and author is None else (),
    )


def _context(text: str, evidence: Span) -> Span:
    """The sentence with what stands around it: whole paragraphs where they are near, else whole words."""
    start, end = max(0, evidence.start - ROOM), min(len(text), evidence.end + ROOM)
    if start > 0:
        mark = text.find("\n\n", start, evidence.start)
        mark = mark if mark >= 0 else text.find(" ", start, evidence.start)
        start = mark if mark >= 0 else evidence.start
    if end < len(text):
        mark = text.rfind("\n\n", evidence.end, end)
        mark = mark if mark >= 0 else text.rfind(" ", evidence.end, end)
        end = mark if mark >= 0 else evidence.end
    return Span.trimmed(text, start, end)
