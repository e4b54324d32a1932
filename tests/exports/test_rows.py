"""One record under each rule of rolling up: the rows that the rule's own codebook demands (cases/rows.tsv)."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from events.tables import sayings
from makers import KARSA, a_mention, a_statement, an_article, an_event
from rashomon.events import RULES, reroll, roll_up, rule_name
from rashomon.events.series import make_series
from rashomon.events.told import Told
from rashomon.exports import find_format
from rashomon.exports.sink import Sink
from rashomon.record import Article, Event, Reading, Statement, When
from rashomon.store import Store


def table(name: str) -> list[list[str]]:
    lines = (Path(__file__).parent / "cases" / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


CASES = table("rows.tsv")
UNDER_EACH = [
    (format, rule, time, figures, rows, f"{case}: {why}")
    for case, time, figures, rule, ucdp, acled, why in table("rules.tsv")
    for format, rows in (("ucdp", ucdp), ("acled", acled))
]
"""The cases that are rolled up under every rule."""


KINDS = sorted({(case[2], case[3]) for case in (*CASES, *UNDER_EACH)})


def a_time(text: str) -> When:
    days, _, words = text.partition(" ")
    first, _, last = days.partition("..")
    ends = date.fromisoformat(first), date.fromisoformat(last or first)
    return When(*ends, "days" if last else "day", words or days, "stated")


def reports(number: int, figures: str) -> Iterator[tuple[Article, Statement, Told | None]]:
    """A report of one statement for each figure, or one that tells none."""
    for part, told in enumerate([None] if figures == "-" else sayings(figures)):
        words = told.figure.text if told else "nobody"
        text = f"Two militias clashed in Karsa, and {words} were killed."
        outlet = told.origin if told else "A"
        article = an_article(text, file=f"{number}-{part}.txt", outlet=outlet, sha256=f"{number:032}{part:032}")
        start = text.index(words)
        at = (replace(told.figure, start=start, end=start + len(words)),) if told else ()
        places = (a_mention(article, "Karsa", KARSA.id),)
        yield (
            article,
            a_statement(article, type="assault", mode="clash", trigger="clashed", places=places, figures=at),
            told,
        )


def an_event_of(number: int, time: str, told: list[tuple[Article, Statement, Told | None]]) -> Event:
    series = make_series([replace(said, statements=(s.id,)) for _, s, said in told if said])
    return an_event(
        *(statement for _, statement, _ in told), type="assault", mode="clash", title=f"{number}", time=a_time(time),
        places=(KARSA.id,), acled=("Battles", "Armed clash"), ucdp_violence=2, series=series, figures=roll_up(series),
    )  # fmt: skip


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every time with its figures in one record, each as the event of that title."""
    path = tmp_path_factory.mktemp("rows") / "rows.record"
    events = []
    with Store(path).writer() as writer:
        for number, (time, figures) in enumerate(KINDS):
            told = list(reports(number, figures))
            for article, statement, _ in told:
                writer.add(article, Reading(article.id, (statement,), (), (), (KARSA,)), article.file, "lines 1")
            events.append(an_event_of(number, time, told))
        with writer.views():
            writer.put_events(events)
    return path


def shown(format: str, row: dict[str, str]) -> str:
    """A row as the table writes it; what the row's own columns must hold together is checked on the way."""
    filled = {column: value or "-" for column, value in row.items()}
    if format == "acled":
        assert row["event_date"].startswith(row["year"])
        return f"{row['event_date'][5:]} p{row['time_precision']} {filled['fatalities']}"
    if format == "reports":
        return f"{row['source']} {'/'.join(filled[f'deaths_{bound}'] for bound in ('low', 'best', 'high'))}"
    parts = [row[column] for column in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
    assert sum(map(float, filter(None, parts))) == float(row["best"] or 0), "the parts belong to the best"
    bounds = "/".join(filled[bound] for bound in ("low", "best", "high"))
    return f"{row['date_start'][5:]}..{row['date_end'][5:]} p{row['date_prec']} {bounds}"


@pytest.fixture(scope="module")
def events(record: Path) -> dict[tuple[str, str], Event]:
    with Store(record).view() as view:
        return {KINDS[int(event.title)]: event for event in view.events()}


@pytest.mark.parametrize(
    "case", [*CASES, *UNDER_EACH], ids=[f"{c[0]} by {c[1]}: {c[3]}: {c[5]}" for c in (*CASES, *UNDER_EACH)]
)
def test_rows(record: Path, events: dict[tuple[str, str], Event], case: list[str]) -> None:
    format, rule, time, figures, expected, why = case
    event = reroll(events[time, figures], rule)
    with Store(record).view() as view:
        sink = Sink(BytesIO(), rule=rule_name(rule))
        find_format(format).write(view, [event], sink)
        sink.finish()
    rows = list(csv.DictReader(StringIO(sink.out.getvalue().decode())))  # type: ignore[attr-defined]
    if expected.startswith("none"):
        assert rows == []
        assert next(iter(sink.left_out)).startswith(expected.removeprefix("none").removeprefix(": ")), why
    else:
        assert "; ".join(shown(format, row) for row in rows) == expected, why
        ids = [row.get("id") or row["event_id_cnty"] for row in rows]
        assert len(set(ids)) == len(ids)


def test_there_are_cases_for_every_rule_in_every_format() -> None:
    assert {(case[0], rule_name(case[1])) for case in CASES} == {
        (format, rule) for format in ("ucdp", "acled", "reports") for rule in RULES
    }
    assert len(CASES) >= 30


def test_each_of_thirty_cases_is_rolled_up_under_every_rule() -> None:
    cases: dict[str, list[str]] = {}
    for case, _, _, rule, *_ in table("rules.tsv"):
        cases.setdefault(case, []).append(rule_name(rule))
    assert len(cases) >= 30
    assert all(rules == list(RULES) for rules in cases.values())
