"""Whose dead the columns of UCDP GED tell of (cases/whose_dead.tsv)."""

from dataclasses import replace
from pathlib import Path

import pytest

from events.tables import sayings
from makers import KARSA, a_day, a_mention, a_role, a_statement, an_article, an_event
from rashomon.events import RULES, rule_name
from rashomon.events.rollup import roll_up
from rashomon.events.series import make_series
from rashomon.exports import ucdp
from rashomon.exports.facts import Facts
from rashomon.exports.rows import Row

LINES = (Path(__file__).parent / "cases" / "whose_dead.tsv").read_text("utf-8").splitlines()
CASES = [line.split("\t") for line in LINES if not line.startswith("#")]
COLUMNS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
SHOWN = {*COLUMNS, "low", "best", "high"}


@pytest.mark.parametrize("case", CASES, ids=[f"{c[3]} by {c[4]}: {c[10]}" for c in CASES])
def test_whose_dead(case: list[str]) -> None:
    factuality, one, two, figures, rule, *parts, bounds, why = case
    told = [] if figures == "-" else sayings(figures)
    article = an_article(f"In Karsa {one} attacked {two}, and {', '.join(t.figure.text for t in told)} were killed.")
    starts = [article.text.index(t.figure.text) for t in told]
    statement = a_statement(
        article, type="assault", mode="firearms", trigger="attacked", factuality=factuality, time=a_day("2021-05-03"),
        actors=(a_role(article, one),), targets=(a_role(article, two),),
        places=(a_mention(article, "Karsa", KARSA.id),),
        figures=tuple(
            replace(t.figure, start=at, end=at + len(t.figure.text)) for t, at in zip(told, starts, strict=True)
        ),
    )  # fmt: skip
    series = make_series([replace(t, statements=(statement.id,)) for t in told])
    event = an_event(
        statement, type="assault", mode="firearms", time=a_day("2021-05-03"), places=(KARSA.id,),
        ucdp_violence=3 if two == "villagers" else 1, series=series, figures=roll_up(series, rule),
    )  # fmt: skip
    facts = Facts(event, (statement,), {article.id: article}.__getitem__, {}.get, {KARSA.id: KARSA}.get)
    (row,) = ucdp.rows(facts, rule_name(rule))
    if bounds == "none":
        assert isinstance(row, str), why
        return
    assert isinstance(row, Row), row
    cells = {column: "-" if value is None else f"{value:g}" for column, value in row.cells.items() if column in SHOWN}
    assert [cells[column] for column in COLUMNS] == parts, why
    assert "/".join(cells[column] for column in ("low", "best", "high")) == bounds, why
    assert {column for column in COLUMNS if cells[column] not in ("-", "0")} <= {
        c for c, spans in row.spans.items() if spans
    }


def test_there_is_a_case_of_each_rule_that_differs() -> None:
    assert {rule_name(case[4]) for case in CASES} >= set(RULES) - {"latest 1"}
