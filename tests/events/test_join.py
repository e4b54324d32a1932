# ruff: noqa: E501  Rows of a table stay on one line.
"""Which statements tell of one event. Each row is two statements, whether they are one, and why the row is there."""

import pytest

from .makers import Newsroom, actor, cited, day, figure, people

SHELL = {"type_": "assault", "mode": "heavy-weapons", "trigger": "shell"}
SACK = {"type_": "defect", "mode": "dismiss"}

ROWS = [
    (
        "one day, one town, one kind of act, one toll",
        ("Army guns shelled Tarn, killing 14 people.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08"), "figures": [figure(14, "people", "killed")]}),
        ("Fourteen died when Tarn was shelled.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08"), "figures": [figure(14, "", "died")]}),
        True,
    ),
    (
        "reports a day apart, the toll agrees",
        ("Army guns shelled Tarn, killing 14 people.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08"), "figures": [figure(14, "people", "killed")]}),
        ("The shelling of Tarn killed 14 people.", {**SHELL, "places": ["tarn"], "time": day("2021-05-09"), "figures": [figure(14, "people", "killed")]}),
        True,
    ),
    (
        "a quarter of the town is in the town",
        ("Rockets hit the docks at Tarn Port, 14 people dead.", {**SHELL, "places": ["port"], "time": day("2021-05-08"), "figures": [figure(14, "people", "dead")]}),
        ("Rockets hit the docks in Tarn, 14 people dead.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08"), "figures": [figure(14, "people", "dead")]}),
        True,
    ),
    (
        "the same day in another town",
        ("Army guns shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08")}),
        ("Army guns shelled Lund.", {**SHELL, "places": ["lund"], "time": day("2021-05-08")}),
        False,
    ),
    (
        "the same town a week later",
        ("Army guns shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-01")}),
        ("Army guns shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08")}),
        False,
    ),
    (
        "a country is no place to join by",
        ("Guns shelled a village in Veria.", {**SHELL, "places": ["veria"], "time": day("2021-05-08")}),
        ("Mortars shelled a farm in Veria.", {**SHELL, "places": ["veria"], "time": day("2021-05-08")}),
        False,
    ),
    (
        "a town alone is not enough for an act of every day",
        ("Guns shelled Tarn.", {**SHELL, "places": ["tarn"]}),
        ("Mortars shelled Tarn.", {**SHELL, "places": ["tarn"]}),
        False,
    ),
    (
        "an act of another kind",
        ("Guns shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08")}),
        ("Police arrested a printer in Tarn.", {"type_": "coerce", "mode": "arrest", "places": ["tarn"], "time": day("2021-05-08")}),
        False,
    ),
    (
        "two manners exclude each other",
        ("Guns shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08")}),
        ("A gunman shot a baker in Tarn.", {"type_": "assault", "mode": "firearms", "places": ["tarn"], "time": day("2021-05-08")}),
        False,
    ),
    (
        "a dismissal is rare: one town, kindred people, no day",
        ("The ministry sacked 300 police officers in Tarn.", {**SACK, "targets": [people("police officers")], "places": ["tarn"], "figures": [figure(300, "police officers", "sacked")]}),
        ("Some 800 soldiers and policemen were dismissed in Tarn.", {**SACK, "targets": [people("soldiers and policemen")], "places": ["tarn"], "figures": [figure(800, "soldiers and policemen", "dismissed")]}),
        True,
    ),
    (
        "a dismissal elsewhere",
        ("The ministry sacked police officers in Tarn.", {**SACK, "targets": [people("police officers")], "places": ["tarn"]}),
        ("The ministry sacked police officers in Lund.", {**SACK, "targets": [people("police officers")], "places": ["lund"]}),
        False,
    ),
    (
        "both parties differ",
        ("Osland jets bombed the Red Front in Tarn.", {**SHELL, "actors": [actor("osland")], "targets": [actor("red")], "places": ["tarn"], "time": day("2021-05-08")}),
        ("The Verian Army shelled Oma's house in Tarn.", {**SHELL, "actors": [actor("army")], "targets": [actor("oma")], "places": ["tarn"], "time": day("2021-05-08")}),
        False,
    ),
    (
        "what is only supposed did not happen",
        ("Guns shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08")}),
        ("Guns would have shelled Tarn.", {**SHELL, "places": ["tarn"], "time": day("2021-05-08"), "factuality": "hypothetical"}),
        False,
    ),
    (
        "what one denies another asserts",
        ("The Verian Army shelled Tarn.", {**SHELL, "actors": [actor("army")], "places": ["tarn"], "time": day("2021-05-08")}),
        ("The Verian Army did not shell Tarn.", {**SHELL, "actors": [actor("army")], "places": ["tarn"], "time": day("2021-05-08"), "factuality": "denied"}),
        True,
    ),
    (
        "a phrase of every report",
        ("Nobody claimed the blast at the mill.", {"type_": "say"}),
        ("Nobody claimed the blast at the mill.", {"type_": "say"}),
        False,
    ),
    (
        "one speaker in nearly the same words",
        ("The mill was empty that night, Reth said.", {"type_": "say", "chain": [cited("colonel", "official")]}),
        ("That night the mill was quite empty, said Reth.", {"type_": "say", "chain": [cited("colonel", "official")]}),
        True,
    ),
    (
        "two opinions of two people",
        ("Oma called the truce a joke.", {"type_": "say", "places": ["tarn"]}),
        ("Reth called the truce a gift.", {"type_": "say", "places": ["tarn"]}),
        False,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other", "together"), ROWS, ids=[row[0] for row in ROWS])
def test_two_reports(why: str, one: tuple, other: tuple, together: bool) -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    first = room.say("a", one[0], **one[1])
    second = room.say("b", other[0], **other[1])
    filler(room)
    assert (second.id in room.event_of(first).statements) is together, why


def filler(room: Newsroom) -> None:
    """Statements on other things, so that no word of the rows is in every statement."""
    room.article("z", "Evening Mail", "2019-01-01")
    for words in (
        "A choir toured the islands.",
        "Farmers sold wheat to millers.",
        "The lake froze early.",
        "A bank opened late.",
    ):
        room.say("z", words, "say")


def test_one_report_is_never_far_from_itself() -> None:
    """Two shellings of one town in one report, told far apart and on different days, stay two."""
    room = Newsroom()
    room.article("a", "The Courier")
    first = room.say("a", "Guns shelled Tarn on Monday.", **SHELL, places=["tarn"], time=day("2021-05-03"))
    second = room.say("a", "Guns shelled Tarn on Friday.", **SHELL, places=["tarn"], time=day("2021-05-07"), at=4000)
    assert second.id not in room.event_of(first).statements


def test_reason_names_what_agreed() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    first = room.say("a", "Guns shelled Tarn.", **SHELL, places=["tarn"], time=day("2021-05-08"))
    room.say("b", "Mortars shelled Tarn at dawn.", **SHELL, places=["tarn"], time=day("2021-05-08"))
    assert "place Tarn, days" in room.event_of(first).reason


def test_a_toll_counted_in_the_next_sentence_is_the_attacks() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    blast = room.say(
        "a",
        "A bomb went off at the mill in Tarn.",
        "assault",
        "explosives",
        "bomb",
        places=["tarn"],
        time=day("2021-05-08"),
    )
    toll = room.say(
        "a", "Six workers were killed.", "harm", "killed", "killed", figures=[figure(6, "workers", "killed")]
    )
    assert toll.id in room.event_of(blast).statements
    assert [(f.counts, f.best) for f in room.event_of(blast).figures] == [("workers", 6)]


def test_those_who_fell_in_a_fight_are_told_with_it() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    words, when = "Six workers were killed in clashes in Tarn on Saturday.", day("2021-05-08")
    fight = room.say("a", words, "assault", "clash", "clashes", places=["tarn"], time=when, at=0)
    dead = [figure(6, "workers", "killed")]
    toll = room.say("a", words, "harm", "killed", "killed", time=when, figures=dead, at=0)
    other = room.say("a", words, "harm", "killed", "workers", places=["lund"], figures=dead, at=0)
    event = room.event_of(fight)
    assert toll.id in event.statements
    assert other.id not in event.statements  # who died elsewhere
    assert (event.type, event.mode) == ("assault", "clash")


def test_whom_the_same_side_kills_in_a_breath_falls_by_the_attack() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    words = "Guards shelled Tarn, killing six workers."
    guards, dead = [people("guards")], [figure(6, "workers", "killed")]
    attack = room.say("a", words, **SHELL, actors=guards, places=["tarn"], at=0)
    toll = room.say("a", words, "assault", None, "killing", actors=guards, figures=dead, at=0)
    assert room.event_of(attack).statements == tuple(sorted((attack.id, toll.id)))


def test_a_claim_that_goes_on_counting_follows_its_act() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    sacked = room.say(
        "a",
        "The ministry sacked 300 soldiers.",
        **SACK,
        targets=[people("soldiers")],
        figures=[figure(300, "soldiers", "sacked")],
    )
    room.say("a", "Troops came to Lund.", "mobilize", "troops", "came", at=900)
    among = room.say(
        "a",
        "Among those sent home were 20 captains.",
        "state",
        figures=[figure(20, "captains", "dismissed")],
        at=sacked.evidence.end + 1,
    )
    event = room.event_of(sacked)
    assert among.id in event.statements
    assert (event.type, event.mode) == ("defect", "dismiss")
    assert "goes on counting" in event.reason
