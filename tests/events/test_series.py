"""Figures as series: what is counted together, what is an update, what hangs together (cases/series.tsv)."""

import re
from dataclasses import replace

import pytest

from rashomon.record import Figure

from .makers import ACTORS, Newsroom, cited, day, figure, unnamed
from .tables import rows, worded
from .test_join import filler

CASE = re.compile(r"(?P<number>\D*\d*)\s(?P<counts>[^|]+?) \| (?P<measure>[^|]+) \| (?P<who>[^@]+)(?:@(?P<day>\d+))?")
OUTLETS = {"A": "The Courier", "B": "Morning Post"}


def say(room: Newsroom, case: str, number: int):
    found = CASE.fullmatch(case)
    assert found, case
    outlet, _, speaker = found["who"].strip().partition("/")
    name = f"{outlet}{number}"
    room.article(name, OUTLETS[outlet], f"2021-05-{int(found['day']):02}" if found["day"] else "2021-05-10")
    chain = () if not speaker else (cited(speaker, "official") if speaker in ACTORS else unnamed(speaker),)
    unit = "houses" if found["counts"] == "houses" else "people"
    figure = worded(found["number"].strip(), found["counts"], found["measure"], unit)
    words = f"Guns shelled the mill at Tarn before dawn, {figure.text} {figure.counts} {figure.measure}."
    return room.say(
        name, words, "assault", "heavy-weapons", "shelled", places=["tarn"], time=day("2021-05-07"), chain=chain,
        figures=[figure],
    )  # fmt: skip


ROWS = rows("series.tsv")


@pytest.mark.parametrize(("one", "other", "together", "how", "disagree", "why"), ROWS, ids=[row[-1] for row in ROWS])
def test_two_figures(one: str, other: str, together: str, how: str, disagree: str, why: str) -> None:
    room = Newsroom()
    first, second = say(room, one, 1), say(room, other, 2)
    filler(room)
    event = room.event_of(first)
    assert second.id in event.statements
    told = [series for series in event.series if any(first.id in s.statements for s in series.sayings)]
    assert len(event.series) == (1 if together == "one" else 2), why
    assert [kin.how for series in told for kin in series.related] == ([how] if how != "-" else []), why
    assert [d.field for d in event.disagreements] == (["figure"] if disagree == "yes" else []), why


@pytest.mark.parametrize(
    ("words", "number", "counts", "rows"),
    [
        pytest.param("two of them badly", "two", "workers", [40], id="a part of the same people has no row"),
        pytest.param("including two clerks", "two", "clerks", [2, 40], id="a part of another kind has one"),
        pytest.param("and two clerks", "two", "clerks", [2, 40], id="others"),
    ],
)
def test_a_part_is_no_rival_of_the_whole(words: str, number: str, counts: str, rows: list[int]) -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    whole = f"Guns shelled the mill at Tarn and hurt 40 workers, {words}."

    def told(text: str, value: int, what: str) -> Figure:
        start = whole.index(text)
        return replace(figure(value, what, "injured"), text=text, start=start, end=start + len(text))

    figures = [told("40", 40, "workers"), told(number, 2, counts)]
    statement = room.say("a", whole, "assault", "heavy-weapons", "shelled", places=["tarn"], figures=figures, at=0)
    event = room.event_of(statement)
    assert [row.best for row in event.figures] == rows
    is_part = not words.startswith("and")
    assert sorted(kin.how for series in event.series for kin in series.related) == (
        ["holds", "part of"] if is_part else []
    )
