"""The roll-up rules: figures of several origins -> one row (cases/rollups.tsv)."""

from dataclasses import replace
from datetime import date

import pytest

from rashomon.events import RULES, reroll, roll_up, rule_name
from rashomon.events.series import make_series
from rashomon.events.told import Told
from rashomon.record import Figure

from .makers import Newsroom, day, figure
from .tables import rows, sayings

ROWS = rows("rollups.tsv")


def number(text: str) -> int | None:
    return None if text == "-" else int(text)


@pytest.mark.parametrize(("rule", "figures", "low", "best", "high", "why"), ROWS, ids=[f"{r[0]}: {r[5]}" for r in ROWS])
def test_rules(rule: str, figures: str, low: str, best: str, high: str, why: str) -> None:
    expected = tuple(map(number, (low, best, high)))
    found = roll_up(make_series(sayings(figures)), rule)
    assert [(row.low, row.best, row.high) for row in found] == (
        [expected] if any(v is not None for v in expected) else []
    )
    assert {row.rule for row in found} <= {rule_name(rule)}, why


def test_there_are_cases_for_every_rule() -> None:
    assert {rule_name(row[0]) for row in ROWS} == set(RULES)


def test_different_things_make_different_rows() -> None:
    told = [
        Told(figure(800, "soldiers and policemen", "dismissed"), "A"),
        Told(figure(20, "commanders", "dismissed"), "A"),
        Told(figure(300, "police officers", "fired"), "B"),
        Told(figure(50, "police", "deserted", "more_than", "percent"), "B"),
    ]
    assert [(r.measure, r.counts, r.low, r.high) for r in roll_up(make_series(told))] == [
        ("deserted", "percent of police", 51, None),
        ("dismissed", "commanders", 20, 20),
        ("dismissed", "soldiers and policemen", 300, 800),
    ]


def test_an_unknown_rule_names_those_there_are() -> None:
    with pytest.raises(KeyError, match="ucdp-like 1"):
        roll_up((), "guess")


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("figures", sorted({row[1] for row in ROWS}))
def test_low_best_high_stand_in_order(rule: str, figures: str) -> None:
    for row in roll_up(make_series(sayings(figures)), rule):
        given = [value for value in (row.low, row.best, row.high) if value is not None]
        assert given == sorted(given)


def test_reroll() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    said = room.say(
        "a", "Guns shelled Tarn, killing 14.", "assault", "heavy-weapons", "shelled",
        places=["tarn"], time=day("2021-05-08"), figures=[figure(14, "people", "killed")],
    )  # fmt: skip
    built = room.event_of(said)
    event = reroll(built, "minmax")
    assert [(f.low, f.best, f.high, f.rule) for f in event.figures] == [(14, None, 14, "minmax 1")]
    assert reroll(event, "ucdp-like") == built, "nothing is lost on the way"
    assert replace(event, figures=()) == replace(built, figures=())


def test_the_day_of_saying_is_no_later_than_the_print() -> None:
    assert isinstance(sayings("A:3@8")[0].figure, Figure)
    assert sayings("A:3@8")[0].day == date(2021, 5, 8)
