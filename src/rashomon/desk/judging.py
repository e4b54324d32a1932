"""What people decide at the desk: each decision is an appended judgement, under the name of whoever runs the desk."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Body, HTTPException

from rashomon.desk.desk import Desk
from rashomon.desk.routes import Key, ThisDesk
from rashomon.desk.shapes import Trouble
from rashomon.record import Differing, FieldValue, Judgement, taken_back
from rashomon.run import judge_apart, lost, undo

REASON = 2000
"""Characters of a reason: a paragraph or two."""

router = APIRouter(
    responses={
        404: {"model": Trouble, "description": "There is nothing with this id."},
        409: {"model": Trouble, "description": "It can not be decided so; the words say why. Nothing was changed."},
        422: {"model": Trouble, "description": "A value can not be used."},
        503: {"model": Trouble, "description": "The record can not be written just now; the words say why."},
    }
)


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement: who decided what, when, and why. `value` is that of a field that it corrects. `undoes` is the
    judgement that it takes back, `undone_by` the one that takes it back."""

    id: str
    kind: str
    subject: str
    subject_name: str
    object_name: str
    author: str
    at: datetime
    reason: str
    undoes: str | None
    undone_by: str | None
    value: FieldValue | None


@dataclass(frozen=True, slots=True)
class DecisionList:
    """All judgements, the latest first; `author` is who decides at this desk. `lost` are the ids of those whose
    statement the reader reads no longer, `differs` names the fields in which it reads another than was judged."""

    author: str | None
    judgements: tuple[Decision, ...]
    lost: tuple[str, ...]
    differs: tuple[Differing, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """Decides that a local actor is another than those it was joined with."""

    local: Annotated[str, Body(pattern="^[0-9a-f]{16}$")]
    reason: Annotated[str, Body(min_length=1, max_length=REASON)]


@dataclass(frozen=True, slots=True)
class Undo:
    """Takes a judgement back."""

    reason: Annotated[str, Body(min_length=1, max_length=REASON)]


@router.get("/judgements")
def judgements(desk: ThisDesk) -> DecisionList:
    """All that was decided, the latest first, with what was taken back since."""
    with desk.view() as view:
        told = tuple(view.judgements())
        missing = tuple(each.id for each in lost(view))
        differs = tuple(each for review in view.reviewed.all() for each in review.differs)
    gone = taken_back(told)
    return DecisionList(desk.author, tuple(_decision(one, gone) for one in reversed(told)), missing, differs)


@router.post("/judgements/apart", status_code=201)
def apart(desk: ThisDesk, asked: Apart) -> Decision:
    """Take a local actor out of the actor that it was joined to; the events are made anew at once."""
    author = _author(desk)
    reason = _reason(asked.reason)
    with desk.deciding:
        now = datetime.now(UTC)
        judgement = judge_apart(desk.address, desk.pipeline, asked.local, author=author, at=now, reason=reason)
    desk.look_again()
    return _decision(judgement, {})


@router.post("/judgements/{key}/undo", status_code=201)
def take_back(desk: ThisDesk, key: Key, asked: Undo) -> Decision:
    """Take a judgement back by another one; the record is then as if the first had never been made."""
    author = _author(desk)
    reason = _reason(asked.reason)
    with desk.deciding:
        judgement = undo(desk.address, desk.pipeline, key, author=author, at=datetime.now(UTC), reason=reason)
    desk.look_again()
    return _decision(judgement, {})


def _author(desk: Desk) -> str:
    if desk.author is None:
        raise HTTPException(409, "who decides can not be told from the system; start the desk with: --by NAME")
    return desk.author


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise HTTPException(422, "reason: say why, in a few words")
    return reason


def _decision(one: Judgement, gone: dict[str, Judgement]) -> Decision:
    back = gone.get(one.id)
    return Decision(
        one.id, one.kind, one.subject, one.subject_name, one.object_name, one.author, one.at, one.reason, one.undoes,
        back.id if back else None, one.value,
    )  # fmt: skip
