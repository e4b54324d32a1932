"""What a person decided: written down beside what was read, taken back by a further judgement, never overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.record.ids import content_id
from rashomon.record.statement import FieldValue, Statement

JudgementKind = Literal["apart", "same", "together", "split", "right", "wrong", "field", "comment"]

ON_ACTORS = frozenset(("apart", "same"))
"""Kinds that say which local actors are one."""

ON_EVENTS = frozenset(("together", "split"))
"""Kinds that say which statements tell of one event."""

ON_STATEMENTS = frozenset(("right", "wrong", "field", "comment"))
"""Kinds that are about one statement itself."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`apart`: the local actor `subject` is another than the local actors `object` (sorted), which it was joined with;
    `same`: it is the same as they are.
    `together`: the statement `subject` tells of the same event as the statements `object`; `split`: of another one.

    Actors are local and events are told by their statements, because ids of merged actors and of events change with
    what is in them. `subject_name` is the local actor's own name or the statement's sentence, `object_name` the name
    that it was joined under or the title of the event, for those who read the judgement later. `author` decided it at
    the time `at` (UTC) for the given `reason`. `undoes` is the id of the judgement that this one takes back, None
    where it decides something itself.

    `right`, `wrong`: the statement `subject` is or is not told by its words. `field`: one field of it holds `value`.
    `comment`: its reason is a remark that decides nothing. These four keep the statement as it was `read` when it was
    judged, so that it is found again when another reader has read the article.
    """

    id: str
    kind: JudgementKind
    subject: str
    subject_name: str
    object: tuple[str, ...]
    object_name: str
    author: str
    at: datetime
    reason: str
    undoes: str | None = None
    read: Statement | None = None
    value: FieldValue | None = None


def judged(
    kind: JudgementKind,
    subject: tuple[str, str],
    object: tuple[Iterable[str], str],
    author: str,
    at: datetime,
    reason: str,
) -> Judgement:
    """The judgement of this kind on `subject` (id, name) and `object` (ids, the name that they go by together)."""
    one, name = subject
    others, joined_name = tuple(sorted(object[0])), object[1]
    id_ = content_id("judgement", kind, one, *others, author, at.isoformat(), reason)
    return Judgement(id_, kind, one, name, others, joined_name, author, at, reason)


def judged_apart(
    subject: tuple[str, str], object: tuple[Iterable[str], str], author: str, at: datetime, reason: str
) -> Judgement:
    """The judgement that `subject` (local id, name) is none of `object` (local ids, the name it was joined under)."""
    return judged("apart", subject, object, author, at, reason)


def judged_statement(
    kind: JudgementKind, read: Statement, author: str, at: datetime, reason: str, value: FieldValue | None = None
) -> Judgement:
    """The judgement of this kind on a statement as the reader has read it; `value` is that of a corrected field."""
    about = value.field if value else read.type if read.mode is None else f"{read.type}, {read.mode}"
    id_ = content_id("judgement", kind, read.id, author, at.isoformat(), reason, repr(value) if value else None)
    return Judgement(id_, kind, read.id, read.evidence.text, (), about, author, at, reason, None, read, value)


def judged_undone(undone: Judgement, author: str, at: datetime, reason: str) -> Judgement:
    """The judgement that takes `undone` back; about the same."""
    id_ = content_id("judgement", "undo", undone.id, author, at.isoformat(), reason)
    return Judgement(
        id_, undone.kind, undone.subject, undone.subject_name, undone.object, undone.object_name,
        author, at, reason, undone.id, undone.read, undone.value,
    )  # fmt: skip


def taken_back(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Each judgement that is taken back, by id, with the one that does so.

    What takes back can be taken back itself; then it counts no longer, and the first one holds again.
    """
    against: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.undoes is not None:
            against.setdefault(judgement.undoes, []).append(judgement)

    def by(id_: str) -> Judgement | None:
        return next((each for each in against.get(id_, ()) if by(each.id) is None), None)

    return {id_: each for id_ in against if (each := by(id_))}


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that decide something and are not taken back, in the order given."""
    told = tuple(judgements)
    gone = taken_back(told)
    return tuple(each for each in told if each.undoes is None and each.id not in gone)
