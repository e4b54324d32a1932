"""What the benchmarks hand on: never an answer, and the head of a scraped report parted from its text."""

import gzip
import json
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from benchmarks.__main__ import TASKS, app
from benchmarks.copies.kinds import KINDS, Chances, Printed, dateline, paragraphs
from benchmarks.cost import measure_cost
from benchmarks.fakes import counts, main_incident
from benchmarks.families import article_of, found_copies
from benchmarks.heads import split_head
from benchmarks.meantime import events
from benchmarks.piles import reports
from benchmarks.rows import GOLD, question, read_lines
from benchmarks.scores import SETS, Score, measure, read_floors
from rich.console import Console
from typer.testing import CliRunner

import rashomon
from rashomon.articles import find_families
from rashomon.statements.parse import load_pipeline

TITLE = "Bridge shelled, two hurt"
BODY = "Two men were hurt when shells hit the bridge."


@pytest.mark.parametrize(
    ("text", "day", "body"),
    [
        (f"Fri 07 Apr 2017 at 0914 {TITLE}. {BODY}", date(2017, 4, 7), BODY),  # a clock between day and headline
        (f"{TITLE} AFP Monday 6 Jun 2016 {BODY}", date(2016, 6, 6), BODY),  # the day behind the headline
        (f"29-07-2015 {TITLE}. {BODY}", date(2015, 7, 29), BODY),  # day before month
        (f"Last updated at Jul 282016 {BODY}", date(2016, 7, 28), BODY),  # day and year run together
        (f"18.10.2014Get short URL {BODY}", date(2014, 10, 18), f"Get short URL {BODY}"),  # no space behind the year
        (f"{TITLE} {BODY}", None, BODY),  # no day at all
        (f"31 June 2016 {TITLE} {BODY}", None, BODY),  # no day of the calendar
    ],
)
def test_head_is_parted_from_the_text(text: str, day: date | None, body: str) -> None:
    assert split_head(text, TITLE) == (day, TITLE, body)


@pytest.mark.parametrize(
    ("task", "kept"),
    [("polnear", {"doc_id", "text", "date"}), ("fakes", {"doc_id", "text"})],  # in fakes the day is asked for
)
def test_answers_are_never_handed_on(task: str, kept: set[str]) -> None:
    row = {"doc_id": "1", "text": BODY, "date": "2016-06-06", "attributions": [], "actor": "nobody", "group": "a|b"}
    assert set(question(row, task)) == kept


def test_sentences_keep_their_offsets_only() -> None:
    row = {"doc_id": "1", "sents": [{"sent_id": 0, "start": 0, "end": 4, "labels": ["KILL"]}]}
    assert question(row, "polnear")["sents"] == [{"sent_id": 0, "start": 0, "end": 4}]


def test_rows_are_read_plain_and_packed(tmp_path: Path) -> None:
    line = json.dumps({"doc_id": "1"}).encode() + b"\n\n"
    (tmp_path / "rows.jsonl").write_bytes(line)
    (tmp_path / "rows.jsonl.gz").write_bytes(gzip.compress(line))
    for path in tmp_path.iterdir():
        assert list(read_lines(path)) == [{"doc_id": "1"}]


def test_unknown_task_names_the_known_ones(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").touch()
    result = CliRunner().invoke(app, ["predict", "nothing", str(tmp_path / "in.jsonl"), str(tmp_path / "out.jsonl")])
    assert result.exit_code == 2
    assert all(task in result.output for task in TASKS)
    assert not (tmp_path / "out.jsonl").exists()


@pytest.mark.parametrize(
    ("text", "word", "certainty", "polarity", "time"),
    [
        ("The mill closed in May .", "closed", "CERTAIN", "POS", "NON_FUTURE"),  # a plain past
        ("The mill will close in May .", "close", "CERTAIN", "POS", "FUTURE"),  # what is to come is certain here
        ("The mill did not close .", "close", "CERTAIN", "NEG", "NON_FUTURE"),  # denied
        ("The mayor told the mill not to close .", "close", "CERTAIN", "NEG", "FUTURE"),  # forbidden
        ("The mill may close in May .", "close", "POSSIBLE", "POS", "FUTURE"),  # possible
        ("The mayor wants to close the mill .", "close", "UNDERSPECIFIED", "UNDERSPECIFIED", "FUTURE"),  # wished
        ("The mayor is considering closing the mill .", "closing", "POSSIBLE", "UNDERSPECIFIED", "NON_FUTURE"),
        ("Prices rose on fears of a strike .", "strike", "POSSIBLE", "POS", "NON_FUTURE"),  # a noun under a noun
    ],
)
def test_events_are_valued_as_the_set_does(text: str, word: str, certainty: str, polarity: str, time: str) -> None:
    found = {text[e["start"] : e["end"]]: e for e in events(load_pipeline()(text))}
    assert [found[word][key] for key in ("certainty", "polarity", "time")] == [certainty, polarity, time]


@pytest.mark.parametrize(
    ("text", "killed", "children"),
    [
        # the report begins with a part of the dead
        (
            "Shells killed seven children in Karsa.\n\nTwelve civilians among them seven children were killed.",
            12,
            7,
        ),
        ("Four civilians were among nine people killed in the raid on Karsa.", 9, 0),
        # one list of the dead
        ("Three children and four women were killed in the raid on Karsa.", 7, 3),
        # another toll that nothing joins to the first
        ("A shell killed two women in Karsa.\n\nOn Monday, 30 civilians were killed in the north.", 2, 0),
    ],
)
def test_part_of_the_dead_is_not_taken_for_all(text: str, killed: int, children: int) -> None:
    reading = rashomon.read(text).reading
    found = counts(main_incident(reading), reading)
    assert (found["nb_civilians"] + found["nb_noncivilians"], found["nb_children"]) == (killed, children)


def test_helpers_and_things_are_no_events() -> None:
    text = "The government has been told of the closure ."
    assert [text[e["start"] : e["end"]] for e in events(load_pipeline()(text))] == ["told", "closure"]


def test_every_scored_value_has_its_floors() -> None:
    floors = read_floors()
    for each in SETS:
        assert set(floors["all"][each.task]) == set(each.values)
        assert set(floors["sample"][each.task]) == set(list(each.values)[: each.sampled])


@pytest.mark.parametrize(("value", "floor", "ok"), [(0.5, 0.5, True), (0.49, 0.5, False), (0.1, None, True)])
def test_value_holds_at_its_floor(value: float, floor: float | None, ok: bool) -> None:
    assert Score("fakes", "place", value, floor).ok is ok


def test_without_test_sets_nothing_fails(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["scores", "--gold", str(tmp_path)])
    assert result.exit_code == 0
    assert "no test set there" in result.output


@pytest.mark.skipif(
    not GOLD.exists(), reason=f"the test sets are not here: {GOLD.name} beside the repository is missing"
)
def test_no_value_of_the_sample_falls_below_its_floor() -> None:
    """Half a minute; all rows take ten: `python -m benchmarks scores`."""
    assert [score for score in measure(GOLD, "sample") if not score.ok] == []


KARSA = (
    "Soldiers of the 9th brigade left two posts near Karsa on Tuesday evening, people of the town said.\n\n"
    "A shopkeeper named Adel Marun saw about forty men walk down to the river without their weapons.\n\n"
    "“They asked for bread and water and nothing else, and then they went on to the mill and sat there,” he said.\n\n"
    "The ministry denied that anybody had left his post and spoke of a change of the guard that was planned.\n\n"
    "Two buses took the men to the capital before dawn, according to a driver who did not want to be named.\n\n"
    "It was the third time this spring that posts on that road were found empty by those who came to relieve them.\n"
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_of_each_kind_differs_from_its_source_and_is_of_its_family(kind: str) -> None:
    chances = Chances(Random(3), ["lamp", "river", "seven", "under"], "AP", "KARSA")
    first, *rest = paragraphs(KARSA)
    source = Printed("Posts left empty", None, (dateline(chances) + first, *rest))
    copied = KINDS[kind](source, chances)
    assert copied != source
    made = [article_of(source, "a", "The Courier", date(2021, 5, 3)), article_of(copied, "b", "Post", date(2021, 5, 4))]
    assert len(find_families(made)) == 1


@pytest.mark.skipif(
    not GOLD.exists(), reason=f"the test sets are not here: {GOLD.name} beside the repository is missing"
)
def test_copies_of_real_reports_are_found_and_nothing_else() -> None:
    reports = [row["text"] for row in read_lines(GOLD / "fakes" / "dev.jsonl.gz")][::14]
    found = found_copies(reports, Random(1))
    assert found["recall"] >= 0.97, found["by_kind"]
    assert found["precision"] >= 0.995


def test_a_pile_is_the_same_each_time_and_growing_it_is_timed(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(islice(reports(), 30)) == list(islice(reports(), 30))
    measure_cost(Console(width=300), (20, 40), 5)
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("20 articles, ")
    assert "by the clock" in first
    assert " times as long; 5 more: " in second
