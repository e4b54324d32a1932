# ruff: noqa: E501  Rows of a table stay on one line.
"""What is a disagreement and what is none: two reports of one shelling, the fields that clash, and why the row is there."""

import pytest

from .makers import Newsroom, actor, cited, day, figure, people
from .test_join import filler

BASE = {
    "type_": "assault",
    "mode": "heavy-weapons",
    "trigger": "shelled",
    "places": ["tarn"],
    "time": day("2021-05-08"),
}

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
    ("one plans it", {"actors": [actor("army")]}, {"actors": [actor("army")], "factuality": "planned"}, []),
]  # fmt: skip


@pytest.mark.parametrize(("why", "one", "other", "fields"), ROWS, ids=[row[0] for row in ROWS])
def test_two_reports(why: str, one: dict, other: dict, fields: list) -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.article("b", "Morning Post")
    shared = {"figures": [figure(70, "houses", "burnt", unit="houses")]}
    first = room.say("a", "Guns shelled the old mill at Tarn.", **{**BASE, **(one or shared)})
    second = room.say("b", "Guns shelled the old mill at Tarn.", **{**BASE, **(other or shared)})
    filler(room)
    event = room.event_of(first)
    assert second.id in event.statements
    expected = ["time"] if why == "two days" else fields
    assert [d.field for d in event.disagreements] == expected, why


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
