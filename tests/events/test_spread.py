"""How far accounts lie apart in numbers, worked out by hand."""

from dataclasses import replace

import pytest

from rashomon.events.spread import diagnostics, spreads

from .makers import OUTLETS, Newsroom, actor, day, figure
from .test_join import filler


@pytest.fixture
def shelling():
    """Four outlets: killed 7, 7, 9 and none; the 8th, 8th, 8th and 9th; the army, twice, and the Red Front."""
    room = Newsroom()
    told = []
    for n, (outlet, killed, on, who) in enumerate(
        zip(OUTLETS, (7, 7, 9, None), ("08", "08", "08", "09"), ("army", "army", "red", None), strict=True)
    ):
        room.article(f"a{n}", outlet)
        told.append(
            room.say(
                f"a{n}", "Guns shelled the old mill at Tarn.", "assault", "heavy-weapons", "shelled", places=["tarn"],
                time=day(f"2021-05-{on}"), actors=[actor(who)] if who else (),
                figures=[figure(killed, "people", "killed")] if killed else (),
            )
        )  # fmt: skip
    filler(room)
    event = room.event_of(told[0])
    assert set(event.statements) == {s.id for s in told}
    return event, {s.id: s for s in told}


def test_spreads(shelling) -> None:
    found = {spread.field: spread for spread in spreads(*shelling)}
    killed = found["figure"]
    assert killed.what == "people killed"
    assert [(v.value, len(v.origins)) for v in killed.values] == [("7 people", 2), ("9 people", 1)]
    assert (killed.divergence, killed.range) == (1, 2)
    assert killed.modal_share == pytest.approx(2 / 3)
    assert killed.entropy == pytest.approx(0.9183, abs=1e-4)
    assert killed.deviation == pytest.approx(1.1547, abs=1e-4)
    assert (found["time"].divergence, found["time"].range, found["time"].modal_share) == (1, 1, 0.75)
    assert [v.value for v in found["actor"].values] == ["Verian Army", "Red Front"]
    assert (found["place"].divergence, found["place"].entropy, found["place"].range) == (0, 0, None)
    assert found["factuality"].modal_share == 1
    assert "target" not in found, "nobody tells of one"


def test_a_copy_changes_no_spread(shelling) -> None:
    event, statements = shelling
    first = next(s for s in statements.values() if s.article == "a0")
    copy = replace(first, id="copy", article="copied")
    accounts = tuple(
        replace(a, statements=(*a.statements, "copy")) if first.id in a.statements else a for a in event.accounts
    )
    again = replace(event, statements=(*event.statements, "copy"), accounts=accounts)
    assert spreads(again, {**statements, "copy": copy}) == spreads(event, statements)


def test_diagnostics_are_means_over_events(shelling) -> None:
    event, statements = shelling
    (alone,) = (d for d in diagnostics([(event, statements)]) if d.field == "figure")
    assert (alone.events, alone.divergence, alone.normalized, alone.share_disagreement) == (1, 1, 0.5, 1)
    sevens = tuple(s for s in event.series[0].sayings if s.figure.best == 7)
    agreed = replace(event, series=(replace(event.series[0], sayings=sevens),))
    (both,) = (d for d in diagnostics([(event, statements), (agreed, statements)]) if d.field == "figure")
    assert (both.events, both.divergence, both.normalized, both.share_disagreement) == (2, 0.5, 0.25, 0.5)
    assert both.modal_share == pytest.approx((1 + 2 / 3) / 2)
    assert both.range == 1


def test_what_one_origin_tells_is_no_case() -> None:
    room = Newsroom()
    room.article("a", OUTLETS[0])
    said = room.say("a", "Guns shelled Tarn.", "assault", None, "shelled", places=["tarn"])
    assert diagnostics([(room.event_of(said), {said.id: said})]) == ()
