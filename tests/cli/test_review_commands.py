"""`rashomon review` as somebody calls it: why actors were joined, undoing that, and taking it back."""

import re
import shutil

import pytest

from rashomon.cli import main

NAME = "Moqtada al-Sadr"


@pytest.fixture
def record(example_record, tmp_path):
    return shutil.copy(example_record, tmp_path / "r.record")


@pytest.fixture
def review(capsys, monkeypatch, record):
    """Calls `rashomon review` on a record of the example pages: exit code, stdout, stderr."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("LOGNAME", "ana")

    def run(*arguments, command=("review", record)):
        with pytest.raises(SystemExit) as ended:
            main([*map(str, command), *map(str, arguments)])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return run


def export(review, record):
    return review(command=("export", record, "--format", "jsonl"))[1]


@pytest.mark.parametrize("command", ["list", "actors", "events", "join", "split", "apart", "undo"])
def test_every_help_ends_with_an_example(review, command):
    code, out, _ = review(command, "--help")
    assert code == 0
    assert f"Example:  rashomon review basra.record {command}" in out


def test_actors_tell_why_they_were_joined(review):
    code, out, err = review("actors", "sadr", "moqtada")
    assert (code, err) == (0, "")
    assert out.startswith(f"{NAME}  person\n")
    assert re.search(
        rf"^  [0-9a-f]{{16}}  {NAME}, in gulf-ledger\.html\n    0\.95 full names of one sound: ", out, re.M
    )


def test_nobody_of_that_name(review):
    assert review("actors", "sader")[:2] == (0, "No actor has a name with “sader” in it. Did you mean sadr?\n")
    assert review("actors", "qqqqqq")[:2] == (0, "No actor has a name with “qqqqqq” in it.\n")


def test_apart_then_undo(review, record):
    before = export(review, record)
    assert "No judgements yet. See who was joined" in review("list")[1]
    local = re.search(r"([0-9a-f]{16})  .*gulf-ledger", review("actors", "sadr")[1])[1]
    code, out, err = review("apart", local, "--because", "another [bold]man")
    assert code == 0
    found = re.fullmatch(rf"judgement ([0-9a-f]{{16}}): {NAME} \({local}\) is not the {NAME} it was joined with\n", out)
    assert f"rashomon review {record} undo {found[1]} --because TEXT" in err
    assert export(review, record) != before
    assert review("actors", "sadr")[1].count(f"{NAME}  person\n") == 2
    code, out, _ = review("undo", found[1], "--because", "one man", "--by", "Ben")
    assert code == 0
    assert out.endswith(f": takes back {found[1]}\n")
    assert export(review, record) == before, "byte for byte"
    _, out, _ = review("list")
    assert re.search(
        r"^  ana, \d+ \w+ \d{4}, \d\d:\d\d UTC: another \[bold\]man; taken back by [0-9a-f]{16}$", out, re.M
    )
    assert re.search(r"^  Ben, .*: one man$", out, re.M)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["apart", "Sadr", "--because", "x"], "no local actor has this id; find it with: rashomon review"),
        (["split", "0123", "--because", "x"], "no statement has this id; find it with: rashomon review"),
        (["join", "0123", "4567", "--because", "x"], "no statement has this id; find it with: rashomon review"),
        (["undo", "0123", "--because", "x"], "no judgement has this id; find it with: rashomon review"),
        (["apart", "Sadr"], "Missing option '--because'"),
        (["undo", "0123", "--because", " "], "say why in a few words"),
        (["aprt", "Sadr"], "Did you mean 'apart'"),
        ([], "Missing command"),
    ],
)
def test_a_wrong_call_says_so_and_changes_nothing(review, record, arguments, words):
    before = record.read_bytes()
    code, out, err = review(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("rashomon: ")
    assert err.count("\n") == 1
    assert words in err
    assert record.read_bytes() == before


def test_who_decides_has_a_name(review, record, monkeypatch):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("os.getuid", lambda: 4_000_000_000)
    code, _, err = review("undo", "0123", "--because", "x")
    assert code == 2
    assert "say so with --by NAME" in err


def test_split_join_and_undo(review, record):
    before = export(review, record)
    shown = review("events", "dismissed")[1]
    lines = re.findall(r"^  ([0-9a-f]{16})  (\S+\.html): ", shown, re.M)
    assert re.search(r"^    \d+\.\d\d [0-9a-f]{16} [0-9a-f]{16} \w", shown, re.M), "each join has a score and a reason"
    key = next(key for key, file in lines if file == "gulf-ledger.html")
    code, out, _ = review("split", key, "--because", "another ministry")
    assert code == 0
    assert f"{key} (" in out
    assert "does not tell of: " in out
    apart = export(review, record)
    assert apart != before
    assert "judged to tell of two events by ana: another ministry" in apart
    undone = re.match(r"judgement ([0-9a-f]{16})", out)[1]
    assert review("undo", undone, "--because", "one after all")[0] == 0
    assert export(review, record) == before, "byte for byte"
    other = re.findall(r"^  ([0-9a-f]{16})  ", review("events", "refused")[1], re.M)[0]
    code, out, _ = review("join", key, other, "--because", "one affair")
    assert code == 0
    assert " tells of: " in out
    assert export(review, record) != before
    undone = re.match(r"judgement ([0-9a-f]{16})", out)[1]
    assert review("undo", undone, "--because", "two")[0] == 0
    assert export(review, record) == before
    assert len(re.findall(r"^[0-9a-f]{16}  ", review("list")[1], re.M)) == 4


def test_no_event_answers(review):
    assert review("events", "qqqqqq")[:2] == (0, "No event answers to “qqqqqq”.\n")
