"""What the benchmarks hand on: never an answer, and the head of a scraped report parted from its text."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest
from benchmarks.__main__ import TASKS, app
from benchmarks.heads import split_head
from benchmarks.rows import question, read_lines
from typer.testing import CliRunner

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
