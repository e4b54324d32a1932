# ruff: noqa: E501  Rows of a table stay on one line.
"""An offensive told of in three reports, and what is part of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.events import geography
from rashomon.record import Place, Sayer, Statement

from .makers import Newsroom, actor, cited, day, figure, people


@pytest.fixture(scope="module")
def told() -> tuple[Newsroom, dict[str, Statement]]:
    room = Newsroom()
    room.article("a", "The Courier", None)
    room.article("b", "Morning Post", "2021-05-20")
    room.article("c", "Harbour News", "2021-05-12")
    room.article("d", "Evening Mail", "2019-03-01")
    government = (Sayer("government", "unnamed", "government", 0, 10),)
    s = {
        "came": room.say("a", "The army came back to Tarn.", "mobilize", "troops", "came", actors=[actor("army")], places=["tarn"]),
        "refused": room.say(
            "a", "As many as 900 Verian soldiers refused their orders in the operation against the Red Front.", "defect", "refuse",
            "refused", actors=[people("Verian soldiers")], figures=[figure(900, "Verian soldiers", "refused", "at_most")],
        ),
        "crossed": room.say(
            "a", "Some 80 members of the security forces changed sides overnight.", "defect", "change-sides", "changed sides",
            actors=[people("members of the security forces")], figures=[figure(80, "members of the security forces", "", "about")],
        ),
        "focus": room.say("a", "The operation concentrated on the Red Front.", "assault", None, "concentrated", targets=[actor("red")]),
        "third": room.say(
            "b", "The Tarn offensive opened on May 3 in heavy rain.", "assault", None, "offensive", places=["tarn"],
            time=day("2021-05-03"), chain=[cited("wna")],
        ),
        "troops": room.say(
            "b", "More than 700 troops refused to leave their barracks for the attack.", "defect", "refuse", "refused",
            actors=[people("troops")], figures=[figure(700, "troops", "refused", "more_than")], chain=[cited("wna")],
        ),
        "sacked": room.say(
            "b", "The cabinet dismissed 800 soldiers and policemen after the battles in Tarn.", "defect", "dismiss",
            "dismissed", targets=[people("soldiers and policemen")], places=["tarn"],
            figures=[figure(800, "soldiers and policemen", "dismissed")], chain=[cited("gpa")],
        ),
        "seniors": room.say(
            "b", "Among the dismissed are 20 commanders of high rank.", "defect", "dismiss", "dismissed",
            targets=[people("commanders")], figures=[figure(20, "commanders", "dismissed")],
        ),
        "gangs": room.say(
            "b", "Ministers say that the Tarn offensive is aimed at smugglers and other criminals.", "assault", None, "offensive",
            targets=[people("criminals")], places=["tarn"], chain=government,
        ),
        "truth": room.say("b", "Diplomats see an offensive aimed at the Red Front alone.", "assault", None, "offensive", targets=[actor("red")]),
        "fired": room.say(
            "c", "Reth told of 300 police officers fired in Tarn since the fighting.", "defect", "dismiss",
            "fired", targets=[people("police officers")], places=["tarn"], figures=[figure(300, "police officers", "fired")],
            chain=[cited("colonel", "official")],
        ),
        "second": room.say(
            "c", "The operation in Tarn began on May 2, the agency said.", "assault", None, "operation", places=["tarn"],
            time=day("2021-05-02"), chain=[cited("gpa")],
        ),
        "not one": room.say(
            "c", "The operation is not targeting the Red Front, Oma insisted.", "assault", None, "targeting", targets=[actor("red")],
            factuality="denied", chain=[cited("oma", "official")],
        ),
        "lund": room.say(
            "c", "Gunmen clashed with police in Lund during the operation.", "assault", "clash", "clashed", places=["lund"],
            time=day("2021-05-04"),
        ),
        "years ago": room.say(
            "d", "Soldiers shelled Tarn.", "assault", "heavy-weapons", "shelled", places=["tarn"], time=day("2019-02-20"),
        ),
    }  # fmt: skip
    return room, s


def test_the_operation_as_a_whole_is_one_event(told: tuple) -> None:
    room, s = told
    core = room.event_of(s["third"])
    assert {s[k].id for k in ("third", "second", "gangs", "truth", "focus", "not one")} == set(core.statements)
    assert core.title.startswith("Tarn offensive")
    assert core.part_of is None


@pytest.mark.parametrize("key", ["refused", "troops", "crossed", "sacked", "seniors", "fired"])
def test_what_is_told_of_its_days_and_place_is_part_of_it(told: tuple, key: str) -> None:
    room, s = told
    assert room.event_of(s[key]).part_of == room.event_of(s["third"]).id


@pytest.mark.parametrize("key", ["lund", "years ago"])
def test_what_is_merely_nearby_is_not(told: tuple, key: str) -> None:
    room, s = told
    assert room.event_of(s[key]).part_of is None


@pytest.mark.parametrize("together", [("refused", "troops", "crossed"), ("sacked", "seniors", "fired")])
def test_its_parts_are_joined_across_reports(told: tuple, together: tuple) -> None:
    room, s = told
    assert len({room.event_of(s[key]).id for key in together}) == 1


def test_disagreements(told: tuple) -> None:
    room, s = told
    assert {d.field: d.what for d in room.event_of(s["third"]).disagreements} == {
        "time": "When it began: Gulf Press Agency has 2 May 2021; World News Agency 3 May 2021.",
        "target": "Whom it was aimed at: Morning Post and The Courier name Red Front; Morning Post, citing government,"
        " criminals; Harbour News, citing Tomas Oma, not Red Front.",
    }
    assert [d.what for d in room.event_of(s["sacked"]).disagreements] == [
        "How many dismissed: Harbour News, citing Ilan Reth, has 300 police officers (12 May 2021); Gulf Press Agency"
        " 800 soldiers and policemen (20 May 2021)."
    ]
    assert room.event_of(s["refused"]).disagreements == (), "up to 900 and more than 700 leave room"


def test_figures(told: tuple) -> None:
    room, s = told
    rows = {(f.measure, f.counts): (f.low, f.best, f.high) for f in room.event_of(s["refused"]).figures}
    assert rows["deserted", "Verian soldiers"] == (701, None, 900)


coordinate = st.sampled_from([0.0, 0.1, 0.24, 0.26, 0.45, 0.5, 1.0, -0.1])
some_places = st.builds(
    Place,
    id=st.sampled_from([f"p{number}" for number in range(30)]),
    name=st.sampled_from(["Tarn", "Tarn Province", "Lund"]),
    names=st.sampled_from([("Tarn",), ("Tarna", "Lund"), ()]),
    lat=st.one_of(st.none(), coordinate),
    lon=coordinate,
    precision=st.integers(1, 5),
    within=st.sampled_from([("Tarn Province", "Veria"), ("Veria",), ("Tarn", "Tarn Province", "Veria"), ()]),
    gazetteer=st.none(),
)


@given(some_places, some_places)
def test_places_that_are_not_apart_are_found_by_their_signs(one: Place, other: Place) -> None:
    if one.id != other.id and geography.relation(one, other) != "apart":
        assert geography.asks(one) & geography.signs(other)
        assert geography.asks(other) & geography.signs(one)
