"""What people decide of a record: a judgement is added to those that are there, and the views are made anew at once."""

from collections.abc import Iterable
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path

from rashomon.errors import RecordError, UsageError
from rashomon.record import Event, Judgement, Statement, judged, judged_apart, judged_undone, standing, taken_back
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
    if not view.fresh:
        raise RecordError(f"{address}: the last build of this record did not end; run the same build again first")
    actors = {merge.local: merge.actor for merge in view.merges()}
    if local not in actors:
        hint = _hint(local, actors, f"rashomon review {address} actors NAME")
        raise UsageError(f"{local}: no local actor has this id; {hint}")
    names = {actor.id: actor.name for _, actor, _ in view.joined(actors[local])}
    name = names.pop(local)
    if not names:
        for one in reversed(standing(view.judgements())):
            if one.kind == "apart" and one.subject == local and one.author != author:
                return (local, name), (list(one.object), one.object_name)
        raise UsageError(f"{local}: {name} is joined with nobody, so there is nothing to take apart")
    joined_name = next(actor.name for actor in view.actors() if actor.id == actors[local])
    return (local, name), (list(names), joined_name)


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


def _hint(key: str, keys: Iterable[str], way: str) -> str:
    near = get_close_matches(key, keys, n=1)
    return f"did you mean {near[0]}?" if near else f"find it with: {way}"


def _add(judgement: Judgement, store: Store, pipeline: Pipeline) -> None:
    with store.writer(wait=WAIT) as writer:
        writer.add_judgement(judgement)
        make_views(writer, pipeline)
