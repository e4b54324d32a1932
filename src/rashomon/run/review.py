"""What people decide of a record: a judgement is added to those that are there, and the views are made anew at once."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from rashomon.errors import RecordError, UsageError
from rashomon.record import (
    ON_ACTORS,
    Actor,
    Event,
    Judgement,
    JudgementKind,
    Statement,
    StatementField,
    judged,
    judged_apart,
    judged_statement,
    judged_undone,
    standing,
    taken_back,
)
from rashomon.run.fixing import Typed, field_value
from rashomon.run.pipeline import Pipeline
from rashomon.run.views import make_views
from rashomon.store import Store, View

WAIT = 20.0
"""Seconds that a judgement waits for another one to be written, or for a build to end."""


def judge_apart(
    record: str | Path, pipeline: Pipeline, local: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Take the local actor with this id out of the actor that it was joined to; `at` is in UTC.

    From then on it is another than each of the local actors that it was joined with, in every later build. Where
    somebody else has taken it out already, this says so once more. Raises UsageError, and changes nothing, where no
    local actor has this id or it was joined with nobody.
    """
    store = Store(record)
    with store.view() as view:
        subject, others = _joined(view, local, author, store.address)
    judgement = judged_apart(subject, others, author, at, reason)
    _add(judgement, store, pipeline)
    return judgement


def judge_same(
    record: str | Path, pipeline: Pipeline, local: str, other: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Join the actors of two local actors; `at` is in UTC.

    From then on the two are one actor, in every later build. Raises UsageError, and changes nothing, where no local
    actor has one of the ids or both are one already.
    """
    store = Store(record)
    with store.view() as view:
        (name, actor), (_, host) = _called(view, local, store.address), _called(view, other, store.address)
    if actor.id == host.id:
        raise UsageError(f"{local}: {name} is the same actor as {other} already, so there is nothing to join")
    judgement = judged("same", (local, name), ([other], host.name), author, at, reason)
    _add(judgement, store, pipeline)
    return judgement


def judge_together(
    record: str | Path, pipeline: Pipeline, statement: str, other: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Bring the event of one statement into that of the other; `at` is in UTC.

    From then on the two statements tell of one event, in every later build. Raises UsageError, and changes nothing,
    where no statement has one of the ids or both are of one event already.
    """
    store = Store(record)
    with store.view() as view:
        told, event = _event(view, statement, store.address)
        _, host = _event(view, other, store.address)
    if event.id == host.id:
        raise UsageError(f"{statement}: tells of the same event as {other} already, so there is nothing to join")
    judgement = judged("together", (statement, told.evidence.text), ([other], host.title), author, at, reason)
    _add(judgement, store, pipeline)
    return judgement


def judge_split(
    record: str | Path, pipeline: Pipeline, statement: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Take a statement out of its event; `at` is in UTC.

    From then on it tells of another event than each of the statements that it was gathered with, in every later build.
    Raises UsageError, and changes nothing, where no statement has this id or it stands alone.
    """
    store = Store(record)
    with store.view() as view:
        told, event = _event(view, statement, store.address)
    others = [key for key in event.statements if key != statement]
    if not others:
        raise UsageError(f"{statement}: is the only statement of its event, so there is nothing to take apart")
    judgement = judged("split", (statement, told.evidence.text), (others, event.title), author, at, reason)
    _add(judgement, store, pipeline)
    return judgement


def judge_right(
    record: str | Path, pipeline: Pipeline, statement: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Find that a statement is told by its words; `at` is in UTC. What was corrected in it stays so."""
    return _judge(record, pipeline, "right", statement, author, at, reason)


def judge_wrong(
    record: str | Path, pipeline: Pipeline, statement: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Find that a statement is not told by its words; `at` is in UTC.

    From then on it is left out of events, accounts and exports, in every later build in which the reader reads this act
    in these words; it stays in its article, with the reason.
    """
    return _judge(record, pipeline, "wrong", statement, author, at, reason)


def comment(
    record: str | Path, pipeline: Pipeline, statement: str, *, author: str, at: datetime, reason: str
) -> Judgement:
    """Remark on a statement and decide nothing; `at` is in UTC."""
    return _judge(record, pipeline, "comment", statement, author, at, reason)


def judge_field(
    record: str | Path,
    pipeline: Pipeline,
    statement: str,
    field: StatementField,
    values: Sequence[Typed],
    *,
    author: str,
    at: datetime,
    reason: str,
    own: bool = False,
) -> Judgement:
    """Correct one field of a statement, whole: these are its values from now on, none of them that it is unknown.

    `at` is in UTC. `own`: values that are kept are those that this author left, whatever others made of the field.
    Raises UsageError, and changes nothing, where a value can not be used.
    """
    store = Store(record)
    with store.view() as view:
        read = _read(view, statement, store.address)
        value = field_value(view, read, field, values, author if own else None)
    judgement = judged_statement("field", read, author, at, reason, value)
    _add(judgement, store, pipeline)
    return judgement


def _judge(
    record: str | Path, pipeline: Pipeline, kind: JudgementKind, statement: str, author: str, at: datetime, reason: str
) -> Judgement:
    """A judgement on a statement as a whole. Raises UsageError, and changes nothing, where there is none with this
    id."""
    store = Store(record)
    with store.view() as view:
        read = _read(view, statement, store.address)
    judgement = judged_statement(kind, read, author, at, reason)
    _add(judgement, store, pipeline)
    return judgement


def import_judgements(record: str | Path, pipeline: Pipeline, judgements: Iterable[Judgement]) -> int:
    """Add judgements that were made on another record of the same pages; those that are there already are left out.

    Returns how many were added.
    """
    store = Store(record)
    with store.view() as view:
        known = {each.id for each in view.judgements()}
    new = {each.id: each for each in judgements if each.id not in known}
    if new:
        with store.writer() as writer:
            for each in new.values():
                writer.add_judgement(each)
            make_views(writer, pipeline)
    return len(new)


def undo(record: str | Path, pipeline: Pipeline, key: str, *, author: str, at: datetime, reason: str) -> Judgement:
    """Take the judgement with this id back; `at` is in UTC. The views are then what they would be without it.

    Where somebody else has taken it back already, this says so once more. Raises UsageError, and changes nothing, where
    there is no such judgement or the same author has taken it back.
    """
    store = Store(record)
    with store.view() as view:
        told = {judgement.id: judgement for judgement in view.judgements()}
    if key not in told:
        raise UsageError(
            f"{key}: no judgement has this id; {_hint(key, told, f'rashomon review {store.address} list')}"
        )
    by = [one for one in told.values() if one.undoes == key and one.author == author]
    if any(one.id not in taken_back(told.values()) for one in by):
        raise UsageError(f"{key}: this judgement is taken back already, by {author} ({by[0].id}); nothing to undo")
    judgement = judged_undone(told[key], author, at, reason)
    _add(judgement, store, pipeline)
    return judgement


def _joined(view: View, local: str, author: str, address: str) -> tuple[tuple[str, str], tuple[list[str], str]]:
    """The local actor, and those that it is joined with: ids and name of each side. Where somebody else has taken it
    out since, those that it was joined with then."""
    name, joined = _called(view, local, address)
    others = [actor.id for _, actor, _ in view.joined(joined.id) if actor.id != local]
    if not others:
        for one in reversed(standing(view.judgements())):
            if one.kind == "apart" and one.subject == local and one.author != author:
                return (local, name), (list(one.object), one.object_name)
        raise UsageError(f"{local}: {name} is joined with nobody, so there is nothing to take apart")
    return (local, name), (others, joined.name)


def _called(view: View, local: str, address: str) -> tuple[str, Actor]:
    """The name of the local actor with this id, and the actor that it was joined to."""
    if not view.fresh:
        raise RecordError(f"{address}: the last build of this record did not end; run the same build again first")
    actors = {merge.local: merge.actor for merge in view.merges()}
    if local not in actors:
        hint = _hint(local, actors, f"rashomon review {address} actors NAME")
        raise UsageError(f"{local}: no local actor has this id; {hint}")
    found = view.actors_by_id([local, actors[local]])
    return found[local].name, found[actors[local]]


def _event(view: View, statement: str, address: str) -> tuple[Statement, Event]:
    """The statement with this id, and its event."""
    if not view.fresh:
        raise RecordError(f"{address}: the last build of this record did not end; run the same build again first")
    told = view.statements_by_id([statement])
    if not told:
        raise UsageError(f"{statement}: no statement has this id; find it with: rashomon review {address} events WORDS")
    event = view.event_of(statement)
    if event is None:
        raise RecordError(f"{address}: the record is damaged; build it again into a new file")
    return told[statement], event


def _read(view: View, statement: str, address: str) -> Statement:
    """The statement with this id as the reader read it."""
    if not view.fresh:
        raise RecordError(f"{address}: the last build of this record did not end; run the same build again first")
    told = view.reviewed.read([statement])
    if not told:
        raise UsageError(f"{statement}: no statement has this id; find it with: rashomon review {address} queue")
    return told[statement]


def _hint(key: str, keys: Iterable[str], way: str) -> str:
    near = get_close_matches(key, keys, n=1)
    return f"did you mean {near[0]}?" if near else f"find it with: {way}"


def _add(judgement: Judgement, store: Store, pipeline: Pipeline) -> None:
    with store.writer(wait=WAIT) as writer:
        fresh = writer.fresh()
        writer.add_judgement(judgement)
        make_views(writer, pipeline, joined=judgement.kind in ON_ACTORS or not fresh)
