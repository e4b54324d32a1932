"""The roll-up rules: figures of several origins -> one row."""

from datetime import date

import pytest

from rashomon.events import RULES, reroll, roll_up, rule_name
from rashomon.events.rollup import Told

from .makers import Newsroom, day, figure


def told(*rows: tuple) -> list[Told]:
    """Rows of (number, qualifier, origin, day of saying)."""
    return [Told(figure(n, "people", "killed", q), o, date.fromisoformat(d) if d else None) for n, q, o, d in rows]


AGREE = told((7, "exact", "A", None), (7, "exact", "B", None), (9, "exact", "C", None))
TIE = told((7, "exact", "A", None), (9, "exact", "B", None))
BOUNDS = told((1500, "at_most", "A", None), (1000, "more_than", "B", None))
ROSE = told((3, "exact", "A", "2021-05-08"), (8, "exact", "A", "2021-05-10"), (7, "exact", "B", "2021-05-09"))

ROWS = [
    ("most origins win", "ucdp-like", AGREE, (7, 7, 9)),
    ("of equals the lower", "ucdp-like", TIE, (7, 7, 9)),
    ("bounds alone give no best", "ucdp-like", BOUNDS, (1001, None, 1500)),
    ("an origin's last word counts", "ucdp-like", ROSE, (7, 7, 8)),
    ("the lowest of all", "acled-lowest", AGREE, (7, 7, 7)),
    ("the lowest of what is given; an upper bound gives none", "acled-lowest", BOUNDS, (1001, 1001, 1001)),
    ("a range without best", "minmax", AGREE, (7, None, 9)),
    ("middle of the origins", "median", AGREE, (7, 7, 9)),
    ("between two", "median", TIE, (7, 8, 9)),
    ("an origin counts once in the middle", "median", ROSE, (3, 6.25, 8)),
    ("said last", "latest", ROSE, (8, 8, 8)),
]


@pytest.mark.parametrize(("why", "rule", "figures", "expected"), ROWS, ids=[f"{r[1]}: {r[0]}" for r in ROWS])
def test_rules(why: str, rule: str, figures: list[Told], expected: tuple) -> None:
    (row,) = roll_up(figures, rule)
    assert (row.low, row.best, row.high) == expected, why
    assert row.rule == rule_name(rule)


def test_latest_without_a_day_gives_no_number() -> None:
    assert roll_up(AGREE, "latest") == ()


def test_dozens_are_twelve_to_acled() -> None:
    dozens = figure(24, "people", "killed", "at_least")
    vague = [Told(type(dozens)(24, None, None, "vague", "people", "killed", "people", "dozens", 0, 6), "A")]
    assert roll_up(vague, "acled-lowest")[0].best == 12


def test_different_things_make_different_rows() -> None:
    rows = roll_up(
        [
            Told(figure(800, "soldiers and policemen", "dismissed"), "A"),
            Told(figure(20, "commanders", "dismissed"), "A"),
            Told(figure(300, "police officers", "fired"), "B"),
            Told(figure(50, "police", "deserted", "more_than", "percent"), "B"),
        ]
    )
    assert [(r.measure, r.counts, r.low, r.high) for r in rows] == [
        ("deserted", "percent of police", 51, None),
        ("dismissed", "commanders", 20, 20),
        ("dismissed", "soldiers and policemen", 300, 800),
    ]


def test_an_unknown_rule_names_those_there_are() -> None:
    with pytest.raises(KeyError, match="ucdp-like 1"):
        roll_up(AGREE, "guess")


@pytest.mark.parametrize("rule", RULES)
def test_low_best_high_stand_in_order(rule: str) -> None:
    for figures in (AGREE, TIE, BOUNDS, ROSE, [*BOUNDS, *TIE]):
        for row in roll_up(figures, rule):
            given = [value for value in (row.low, row.best, row.high) if value is not None]
            assert given == sorted(given)


def test_reroll() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    said = room.say(
        "a", "Guns shelled Tarn, killing 14.", "assault", "heavy-weapons", "shelled",
        places=["tarn"], time=day("2021-05-08"), figures=[figure(14, "people", "killed")],
    )  # fmt: skip
    event = reroll(room.event_of(said), "minmax", {said.id: said}, room.articles)
    assert [(f.low, f.best, f.high, f.rule) for f in event.figures] == [(14, None, 14, "minmax 1")]
