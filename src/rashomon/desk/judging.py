"""What people decide at the desk: each decision is an appended judgement, under the name of whoever is signed in, or of
whoever runs the desk where nobody need be. Two who decide on one thing at once are both kept, and the second is told.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Body, Header, HTTPException

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
    judgement that it takes back, `undone_by` the one that takes it back. `meanwhile` is what others decided on the same
    thing since the page was loaded on which this one was made; only the answer to the decision itself has it."""

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
    meanwhile: tuple["Decision", ...] = ()


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


Known = Annotated[int | None, Header(alias="x-known-judgements", ge=0, description="RecordPage.judgements as loaded.")]


@router.get("/judgements")
def judgements(desk: ThisDesk) -> DecisionList:
    """All that was decided, the latest first, with what was taken back since; to who codes blind only their own."""
    with desk.view() as view:
        told = tuple(one for one in view.judgements() if not desk.blind or one.author == desk.author)
        known = {one.id for one in told}
        missing = tuple(each.id for each in lost(view) if each.id in known)
        differs = tuple(e for review in view.reviewed.all() for e in review.differs if e.judgement in known)
    gone = taken_back(told)
    return DecisionList(desk.author, tuple(_decision(one, gone) for one in reversed(told)), missing, differs)


@router.post("/judgements/apart", status_code=201)
def apart(desk: ThisDesk, asked: Apart, known: Known = None) -> Decision:
    """Take a local actor out of the actor that it was joined to; the events are made anew at once."""
    author = _author(desk)
    reason = _reason(asked.reason)
    with desk.deciding:
        now = datetime.now(UTC)
        judgement = judge_apart(desk.address, desk.pipeline, asked.local, author=author, at=now, reason=reason)
    return _decided(desk, judgement, known)


@router.post("/judgements/{key}/undo", status_code=201)
def take_back(desk: ThisDesk, key: Key, asked: Undo, known: Known = None) -> Decision:
    """Take a judgement back by another one; the record is then as if the first had never been made."""
    author = _author(desk)
    if not desk.overrules:
        _refuse_to_overrule(desk, key, author)
    reason = _reason(asked.reason)
    with desk.deciding:
        judgement = undo(desk.address, desk.pipeline, key, author=author, at=datetime.now(UTC), reason=reason)
    return _decided(desk, judgement, known)


def _author(desk: Desk) -> str:
    """Under whose name is decided: that of the user who is signed in (`routes.ThisDesk` brings it)."""
    if desk.author is None:
        raise HTTPException(409, "who decides can not be told from the system; start the desk with: --by NAME")
    return desk.author


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise HTTPException(422, "reason: say why, in a few words")
    return reason


def _refuse_to_overrule(desk: Desk, key: str, author: str) -> None:
    with desk.view() as view:
        others = [one.author for one in view.judgements() if one.id == key and one.author != author]
    if others and desk.blind:
        raise HTTPException(403, "this is no decision of yours; only a reviewer may take it back")
    if others:
        raise HTTPException(403, f"this was decided by {others[0]}; only a reviewer may take it back")


def _decided(desk: Desk, made: Judgement, known: int | None) -> Decision:
    """The answer to whoever made this judgement, who knew so many of all that there are."""
    desk.look_again()
    with desk.view() as view:
        told = tuple(view.judgements()) if known is not None and not desk.blind else ()
    gone = taken_back(told)
    since = (_decision(one, gone) for one in told[known:] if one.author != made.author and _of_one_thing(one, made))
    return replace(_decision(made, {}), meanwhile=tuple(since))


def _of_one_thing(one: Judgement, other: Judgement) -> bool:
    return one.subject == other.subject or one.subject in other.object or other.subject in one.object


def _decision(one: Judgement, gone: dict[str, Judgement]) -> Decision:
    back = gone.get(one.id)
    return Decision(
        one.id, one.kind, one.subject, one.subject_name, one.object_name, one.author, one.at, one.reason, one.undoes,
        back.id if back else None, one.value,
    )  # fmt: skip
