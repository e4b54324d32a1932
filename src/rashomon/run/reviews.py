"""What stands judged of each statement of a record: judgements find the statement that they were made on again.

A judgement keeps the statement as it was read then. Its id is made of the article, the words and the act, so most often
it is simply there. Where another reader has read the article since, the statement on the same words is looked for: by
the same words of act and sentence, else by the characters that they share.

`right` and `wrong` are about one act, so they hold only while the reader reads that act in these words; a corrected
field holds wherever the words still make a statement. Wherever the reader now says anything else than was judged, the
review says in which fields.
"""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.record import (
    ON_STATEMENTS,
    Differing,
    Judgement,
    Made,
    Review,
    ReviewState,
    Statement,
    StatementField,
    differing,
    standing,
)
from rashomon.store import View

_STATE: Mapping[str, ReviewState] = {"right": "right", "wrong": "wrong", "field": "corrected"}


def find_reviews(view: View) -> tuple[Review, ...]:
    """The reviews that the judgements of a record make, by the id of the statement."""
    told = _on_statements(view)
    found = found_again(view, told)
    together: dict[str, list[Judgement]] = {}
    for each in told:
        if each.id in found:
            together.setdefault(found[each.id].id, []).append(each)
    statements = {one.id: one for one in found.values()}
    return tuple(_review(statements[key], together[key]) for key in sorted(together))


def lost(view: View) -> tuple[Judgement, ...]:
    """The judgements that stand and whose statement the reader no longer reads, in the order of time."""
    told = _on_statements(view)
    found = found_again(view, told)
    return tuple(each for each in told if each.id not in found)


def found_again(view: View, judgements: Sequence[Judgement]) -> dict[str, Statement]:
    """The statement that each judgement is on, as it is read now, by the id of the judgement."""
    now = view.reviewed.read({each.subject for each in judgements})
    found = {each.id: now[each.subject] for each in judgements if each.subject in now}
    rest = [each for each in judgements if each.id not in found and each.read]
    there = view.reviewed.read_in(sorted({each.read.article for each in rest if each.read}))
    for each in rest:
        if each.read and (one := _same(each.read, there.get(each.read.article, ()))):
            found[each.id] = one
    return found


def nearness(one: Statement, other: Statement) -> float:
    """Shared characters of what tells the act, a little more for the same type; 0 where they share none."""
    a, b = one.trigger or one.evidence, other.trigger or other.evidence
    shared = min(a.end, b.end) - max(a.start, b.start)
    if shared <= 0 or (one.trigger is None) != (other.trigger is None):
        return 0.0
    return shared / max(a.end - a.start, b.end - b.start) + (one.type == other.type)


def _on_statements(view: View) -> tuple[Judgement, ...]:
    return tuple(each for each in standing(view.judgements()) if each.kind in ON_STATEMENTS)


def _same(read: Statement, there: Sequence[Statement]) -> Statement | None:
    """The statement on the same words; None where no statement is on any of them."""

    def likeness(other: Statement) -> tuple[float, bool, str]:
        words = (read.trigger and read.trigger.text, read.evidence.text)
        worded = words == (other.trigger and other.trigger.text, other.evidence.text)
        near = nearness(read, other)
        # The same words elsewhere in the article: it is cut otherwise now.
        return (near or 0.5 * worded) + 0.5 * worded, read.mode == other.mode, other.id

    best = max(there, key=likeness, default=None)
    return best if best and likeness(best)[0] > 0 else None


def _review(statement: Statement, judgements: Sequence[Judgement]) -> Review:
    state: ReviewState = "open"
    made: dict[StatementField, Made] = {}
    differs: list[Differing] = []
    for each in judgements:
        fields = differing(each.read, statement) if each.read else ()
        if each.value:
            fields = tuple(field for field in fields if field == each.value.field)
            made[each.value.field] = Made(each.value, each.author, each.at, each.reason, each.id)
        if fields:
            differs.append(Differing(each.id, fields))
        if each.kind == "field" or (each.kind in _STATE and "act" not in fields):
            state = _STATE[each.kind]
    return Review(
        statement.id, state, tuple(made[key] for key in sorted(made)), tuple(each.id for each in judgements),
        tuple(differs),
    )  # fmt: skip


def changed(before: Iterable[Review], after: Iterable[Review]) -> set[str]:
    """The statements that are left out, or hold other values, than before."""
    was = {each.statement: each.effect for each in before}
    now = {each.statement: each.effect for each in after}
    none: tuple[bool, tuple[Made, ...]] = (False, ())
    return {key for key in was.keys() | now.keys() if was.get(key, none) != now.get(key, none)}
