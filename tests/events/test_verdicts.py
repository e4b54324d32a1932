"""What people judged of statements outweighs what they agree and disagree on."""

from datetime import UTC, datetime, timedelta

from rashomon.events import gather_events
from rashomon.record import Event, Judgement, Statement, judged

from .makers import ACTORS, PLACES, Newsroom, day, figure

NOON = datetime(2021, 6, 1, 12, tzinfo=UTC)
SHELL = {"type_": "assault", "mode": "heavy-weapons", "trigger": "shelled", "time": day("2021-05-08")}


def judge(kind: str, one: Statement, *others: Statement, minutes: int = 0) -> Judgement:
    at = NOON + timedelta(minutes=minutes)
    return judged(kind, (one.id, "it"), ([s.id for s in others], "them"), "Ana", at, "seen")  # type: ignore[arg-type]


def told() -> tuple[Newsroom, Statement, Statement, Statement]:
    """Two reports of one shelling, and one of a shelling elsewhere."""
    room = Newsroom()
    for name, outlet in (("a", "The Courier"), ("b", "Morning Post"), ("c", "Harbour News")):
        room.article(name, outlet)
    tarn = {**SHELL, "places": ["tarn"], "figures": [figure(14, "people", "killed")]}
    first = room.say("a", "Guns shelled Tarn, killing 14 people.", **tarn)
    second = room.say("b", "Fourteen died when guns shelled Tarn.", **tarn)
    third = room.say("c", "Guns shelled Lund.", **SHELL, places=["lund"])
    return room, first, second, third


def events(room: Newsroom, *judgements: Judgement) -> tuple[Event, ...]:
    return gather_events(room.told, room.articles, tuple(room.families), ACTORS, PLACES, judgements=judgements)


def groups(room: Newsroom, *judgements: Judgement) -> set[frozenset[str]]:
    return {frozenset(event.statements) for event in events(room, *judgements)}


def test_split_keeps_apart_what_matches() -> None:
    room, first, second, third = told()
    assert groups(room) == {frozenset({first.id, second.id}), frozenset({third.id})}
    assert groups(room, judge("split", first, second)) == {frozenset({s.id}) for s in (first, second, third)}


def test_together_joins_across_a_contradiction_and_says_so() -> None:
    room, first, second, third = told()
    (event,) = events(room, judge("together", third, first))
    assert set(event.statements) == {first.id, second.id, third.id}
    assert "judged to tell of one event by Ana: seen" in event.reason


def test_the_later_of_two_holds() -> None:
    room, first, second, _ = told()
    split, together = judge("split", first, second), judge("together", second, first, minutes=1)
    assert frozenset({first.id, second.id}) in groups(room, split, together)
    assert frozenset({first.id}) in groups(room, together, split)


def test_a_copy_stands_or_falls_with_its_first() -> None:
    room, first, second, _ = told()
    room.reprint("d", "b", "The Reprinter")
    copy = room.told[-1]
    assert frozenset({second.id, copy.id}) in groups(room, judge("split", copy, first))
    assert frozenset({first.id, second.id, copy.id}) in groups(room, judge("split", copy, second)), "of one text"


def test_a_judgement_on_what_the_record_has_not_says_nothing() -> None:
    room, first, *_ = told()
    lost = Judgement("j", "split", "lost", "it", (first.id,), "them", "Ana", NOON, "seen")
    assert groups(room, lost) == groups(room)


def test_an_operation_loses_and_gains_what_was_judged() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    opened = room.say("a", "The Tarn offensive opened.", "assault", None, "offensive", places=["tarn"])
    began = room.say("b", "The Tarn offensive began.", "assault", None, "offensive", places=["tarn"])
    again = room.say("b", "The Tarn offensive paused.", "assault", None, "offensive", places=["tarn"])
    other = room.say("a", "Guns shelled Lund.", **SHELL, places=["lund"])
    assert frozenset({opened.id, began.id, again.id}) in groups(room)
    assert frozenset({opened.id, began.id}) in groups(room, judge("split", again, opened, began))
    assert frozenset({opened.id, began.id, again.id, other.id}) in groups(room, judge("together", other, began))
