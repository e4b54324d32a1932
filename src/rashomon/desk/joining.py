"""Events and actors joined and split at the desk, told by statements and by names in single articles, as the ids of
events and actors change with what they hold."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Body

from rashomon.desk.desk import Desk
from rashomon.desk.judging import REASON, Decision, Known, _author, _decided, _reason
from rashomon.desk.routes import ThisDesk
from rashomon.desk.shapes import Named, Trouble
from rashomon.record import Judgement
from rashomon.run import judge_same, judge_split, judge_together

router = APIRouter(
    responses={
        409: {"model": Trouble, "description": "It can not be decided so; the words say why. Nothing was changed."},
        422: {"model": Trouble, "description": "A value can not be used."},
        503: {"model": Trouble, "description": "The record can not be written just now; the words say why."},
    }
)

Id = Annotated[str, Body(pattern="^[0-9a-f]{16}$")]


@dataclass(frozen=True, slots=True)
class Together:
    """Brings the event of `statement` into that of `other`."""

    statement: Id
    other: Id
    reason: Annotated[str, Body(min_length=1, max_length=REASON)]


@dataclass(frozen=True, slots=True)
class Split:
    """Takes a statement out of its event."""

    statement: Id
    reason: Annotated[str, Body(min_length=1, max_length=REASON)]


@dataclass(frozen=True, slots=True)
class Same:
    """Joins the actors of two local actors."""

    local: Id
    other: Id
    reason: Annotated[str, Body(min_length=1, max_length=REASON)]


@dataclass(frozen=True, slots=True)
class DecidedOnActor:
    """The decision, and the actor that the local actor is now."""

    decision: Decision
    actor: Named | None


@dataclass(frozen=True, slots=True)
class DecidedOnEvent:
    """The decision, and the event that the statement is in now."""

    decision: Decision
    event: Named | None


@router.post("/judgements/together", status_code=201)
def together(desk: ThisDesk, asked: Together, known: Known = None) -> DecidedOnEvent:
    """Judge two statements to tell of one event; their events are then one."""
    author, reason = _author(desk), _reason(asked.reason)
    with desk.deciding:
        told = judge_together(
            desk.address, desk.pipeline, asked.statement, asked.other,
            author=author, at=datetime.now(UTC), reason=reason,
        )  # fmt: skip
    return _on_event(desk, told, known)


@router.post("/judgements/split", status_code=201)
def split(desk: ThisDesk, asked: Split, known: Known = None) -> DecidedOnEvent:
    """Judge a statement to tell of another event than those it was gathered with."""
    author, reason = _author(desk), _reason(asked.reason)
    with desk.deciding:
        told = judge_split(
            desk.address, desk.pipeline, asked.statement, author=author, at=datetime.now(UTC), reason=reason
        )
    return _on_event(desk, told, known)


@router.post("/judgements/same", status_code=201)
def same(desk: ThisDesk, asked: Same, known: Known = None) -> DecidedOnActor:
    """Judge two local actors to be one; all that each is joined with comes together."""
    author, reason = _author(desk), _reason(asked.reason)
    with desk.deciding:
        told = judge_same(
            desk.address, desk.pipeline, asked.local, asked.other, author=author, at=datetime.now(UTC), reason=reason
        )
    decision = _decided(desk, told, known)
    with desk.view() as view:
        actor = view.actor(view.merged([asked.local]).get(asked.local, asked.local))
    return DecidedOnActor(decision, Named(actor.id, actor.name) if actor else None)


def _on_event(desk: Desk, judgement: Judgement, known: int | None) -> DecidedOnEvent:
    decision = _decided(desk, judgement, known)
    with desk.view() as view:
        event = view.event_of(judgement.subject)
    return DecidedOnEvent(decision, Named(event.id, event.title) if event else None)
