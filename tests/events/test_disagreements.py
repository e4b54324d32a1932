# ruff: noqa: E501  Rows of a table stay on one line.
"""What is a disagreement and what is none: two reports of one shelling, the fields that clash, and why the row is there."""

from dataclasses import replace

import pytest

from rashomon.events.disagreements import disagreements
from rashomon.events.figures import same_count
from rashomon.events.origins import Origins
from rashomon.events.positions import Voices

from .makers import ACTORS, PLACES, Newsroom, actor, cited, day, figure, people
from .test_join import filler

BASE = {
    "type_": "assault",
    "mode": "heavy-weapons",
    "trigger": "shelled",
    "places": ["tarn"],
    "time": day("2021-05-08"),
}

BURNT = {"figures": [figure(70, "houses", "burnt", unit="houses")]}
"""What both tell alike."""

ROWS = [
    ("exact numbers", {"figures": [figure(7, "people", "killed")]}, {"figures": [figure(9, "people", "killed")]}, ["figure"]),
    ("a bound that leaves room", {"figures": [figure(7, "people", "killed", "at_least")]}, {"figures": [figure(9, "people", "killed")]}, []),
    ("a bound that leaves none", {"figures": [figure(10, "people", "killed", "at_least")]}, {"figures": [figure(9, "people", "killed")]}, ["figure"]),
    ("bounds that overlap", {"figures": [figure(10, "people", "killed", "more_than")]}, {"figures": [figure(15, "people", "killed", "at_most")]}, []),
    ("a rounded number", {"figures": [figure(150, "people", "killed", "about")]}, {"figures": [figure(148, "people", "killed")]}, []),
    ("killed and wounded", {"figures": [figure(7, "people", "killed")]}, {"figures": [figure(9, "people", "wounded")]}, []),
    ("children among the people", {"figures": [figure(7, "people", "killed")]}, {"figures": [figure(2, "children", "killed")]}, []),
    ("people not named", {"figures": [figure(7, "", "killed")]}, {"figures": [figure(9, "people", "died")]}, ["figure"]),
    ("two days", {}, {"time": day("2021-05-09"), "figures": [figure(70, "people", "killed")]}, []),
    ("one of two days", {}, {"time": day("2021-05-08", "2021-05-09")}, []),
    ("another party did it", {"actors": [actor("red")]}, {"actors": [actor("army")], "targets": [people("a school")]}, ["actor"]),
    ("a unit of the party did it", {"actors": [actor("veria")]}, {"actors": [actor("army")]}, []),
    ("fighters or civilians", {"targets": [people("militants")]}, {"targets": [people("villagers")]}, ["target"]),
    ("one denies it", {"actors": [actor("army")]}, {"actors": [actor("army")], "factuality": "denied"}, ["factuality"]),
    ("two days that do not hold the day", {}, {"time": day("2021-05-06", "2021-05-07"), **BURNT}, ["time"]),
    ("a month that holds the day", {}, {"time": day("2021-05-01", "2021-05-31")}, []),
    ("a quarter of the town", {}, {"places": ["port"]}, []),
    ("the province of the town", {}, {"places": ["tarnprov"]}, []),
    ("one plans it", {"actors": [actor("army")]}, {"actors": [actor("army")], "factuality": "planned"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other", "fields"), ROWS, ids=[row[0] for row in ROWS])
def test_two_reports(why: str, one: dict, other: dict, fields: list) -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    first = room.say("a", "Guns shelled the old mill at Tarn.", **{**BASE, **(one or BURNT)})
    second = room.say("b", "Guns shelled the old mill at Tarn.", **{**BASE, **(other or BURNT)})
    filler(room)
    event = room.event_of(first)
    assert second.id in event.statements
    expected = ["time"] if why == "two days" else fields
    assert [d.field for d in event.disagreements] == expected, why


CLASHING = {
    "freed or occupied": ("control", "gain", "liberated", "overran", "Freed or occupied", ["red"], ["red"]),
    "murdered or killed in fighting": (
        "assault",
        None,
        "clashed",
        "massacred",
        "Killed in fighting or murdered",
        [],
        [],
    ),
    "attack or defence": ("assault", None, "stormed", "defended", "Attack or defence", ["army"], ["army"]),
}


@pytest.mark.parametrize("why", CLASHING)
def test_words_that_take_sides(why: str) -> None:
    type_, mode, one, other, about, doers, others = CLASHING[why]
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    more = {"places": ["tarn"], "time": day("2021-05-08"), "figures": [figure(70, "people", "killed")]}
    first = room.say("a", f"They {one} the old mill at Tarn.", type_, mode, one, actors=map(actor, doers), **more)
    room.say("b", f"They {other} the old mill at Tarn.", type_, mode, other, actors=map(actor, others), **more)
    filler(room)
    (dispute,) = room.event_of(first).disagreements
    assert (dispute.field, dispute.what.partition(":")[0]) == ("act", about)
    assert "The Courier" in dispute.what
    assert " speaks of " in dispute.what


@pytest.mark.parametrize(("number", "clash"), [(1300, True), (900, False)])
def test_one_number_of_deserters_or_of_the_dismissed(number: int, clash: bool) -> None:
    room = Newsroom()
    for name, outlet, count, what in (
        ("a", "The Courier", 1300, "deserted"),
        ("b", "Morning Post", number, "dismissed"),
    ):
        room.article(name, outlet)
        last = room.say(
            name, f"In the Tarn battle {count} soldiers were {what}.", "defect", "desert", "battle", places=["tarn"],
            time=day("2021-05-08"), actors=[people("soldiers")], figures=[figure(count, "soldiers", what)],
        )  # fmt: skip
    filler(room)
    event = room.event_of(last)
    assert len(event.accounts) == 2
    assert [d.what for d in event.disagreements] == (
        ["Deserted or dismissed: The Courier speaks of 1,300 soldiers deserted; Morning Post 1,300 soldiers dismissed."]
        if clash
        else []
    ), "1,300 deserters of whom 900 were dismissed are no disagreement"


def test_who_used_both_words_is_at_odds_with_nobody() -> None:
    room = Newsroom()
    more = {"places": ["tarn"], "time": day("2021-05-08"), "figures": [figure(70, "people", "killed")]}
    for name, outlet, words in (("a", "The Courier", ("liberated", "overran")), ("b", "Morning Post", ("overran",))):
        room.article(name, outlet)
        for word in words:
            last = room.say(name, f"They {word} the old mill at Tarn.", "control", "gain", word, **more)
    filler(room)
    assert len(room.event_of(last).accounts) == 2
    assert room.event_of(last).disagreements == ()


def test_a_denial_is_told_as_one() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    given = {**BASE, "actors": [actor("army")], "figures": [figure(70, "people", "killed")]}
    first = room.say("a", "Guns shelled the old mill at Tarn.", **given)
    room.say(
        "b", "Guns shelled the old mill at Tarn.", **given, factuality="denied", chain=[cited("colonel", "official")]
    )
    filler(room)
    event = room.event_of(first)
    assert [d.what for d in event.disagreements] == [
        "Whether it happened: Morning Post, citing Ilan Reth, denies it; The Courier says that it did."
    ]
    assert event.corroboration is not None
    assert event.corroboration.denied_by == ("Ilan Reth",)


def test_two_places_that_have_nothing_in_common() -> None:
    """Statements of apart places are never joined, so the field is asked directly."""
    room = Newsroom()
    told = []
    for name, outlet, place in (
        ("a", "The Courier", "tarn"),
        ("b", "Morning Post", "lund"),
        ("c", "Harbour News", "port"),
    ):
        room.article(name, outlet)
        told.append(room.say(name, f"Guns shelled {PLACES[place].name}.", "assault", None, "shelled", places=[place]))
    origins = Origins(room.families, ACTORS)
    found = disagreements(room.clues(told), (), Voices(origins, origins.of(told), told), False)
    assert [d.what for d in found] == [
        "Where it happened: Morning Post has Lund; The Courier Tarn; Harbour News Tarn Port."
    ]
    assert disagreements(room.clues(told[::2]), (), Voices(origins, origins.of(told), told), False) == ()


def test_a_toll_that_rises_is_no_disagreement_with_itself() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    first = room.say("a", "Guns shelled the mill, killing 3.", **BASE, figures=[figure(3, "people", "killed")])
    room.say("a", "Guns shelled the mill, killing 8.", **BASE, figures=[figure(8, "people", "killed")])
    assert room.event_of(first).disagreements == ()


def test_two_speakers_of_one_paper_disagree() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    first = room.say(
        "a",
        "Guns shelled the mill, killing 3.",
        **BASE,
        figures=[figure(3, "people", "killed")],
        chain=[cited("oma", "official")],
    )
    room.say(
        "a",
        "Guns shelled the mill, killing 8.",
        **BASE,
        figures=[figure(8, "people", "killed")],
        chain=[cited("colonel", "official")],
    )
    (dispute,) = room.event_of(first).disagreements
    assert dispute.what == (
        "How many killed: The Courier, citing Tomas Oma, has 3 people; The Courier, citing Ilan Reth, 8 people."
    )


def test_people_listed_by_name_are_no_rivals_of_a_number_of_their_kind() -> None:
    names = "Colonel Ilan Reth and his deputy"
    listed = replace(figure(2, names, "dismissed"), text=names)
    told = figure(407, "officers", "dismissed")
    assert not same_count(listed, told)
    assert same_count(listed, listed)
    assert same_count(replace(listed, counts="officers", text="2"), told)
