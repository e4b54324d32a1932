"""`rashomon review` of single statements as somebody calls it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from makers import LinePipeline
from rashomon.cli import main
from rashomon.run import build


@pytest.fixture
def review(capsysbinary: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pages: Path, lines: LinePipeline) -> Any:
    """Calls `rashomon review` on a record of three small pages: exit code, stdout, stderr."""
    record = tmp_path / "r.record"
    build([pages], record, lines)
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("LOGNAME", "ana")
    monkeypatch.setattr("rashomon.cli.judged.Pipeline", lambda settings: lines)

    def run(*arguments: str, command: str = "review", into: Path = record) -> tuple[Any, str, str]:
        with pytest.raises(SystemExit) as ended:
            main([command, str(into), *map(str, arguments)])
        told = capsysbinary.readouterr()
        return ended.value.code or 0, told.out.decode(), told.err.decode()

    return run


def key_of(review: Any, words: str) -> str:
    found = re.search(rf"^([0-9a-f]{{16}})  {words}", review("queue")[1], re.M)
    assert found
    return found[1]


@pytest.mark.parametrize(
    "command", ["queue", "right", "wrong", "fix", "comment", "history", "agreement", "same", "export", "import"]
)
def test_every_help_ends_with_an_example(review: Any, command: str) -> None:
    code, out, _ = review(command, "--help")
    assert code == 0
    assert f"Example:  rashomon review basra.record {command}" in out


def test_a_statement_is_found_corrected_judged_and_taken_back(review: Any) -> None:
    before = review("--format", "jsonl", command="export")[1]
    key = key_of(review, "Karsa: 12")
    code, out, err = review("fix", key, "figures", "120 soldiers", "--words", "12", "--because", "a slip")
    assert code == 0, err
    assert f"{key} (Karsa: 12 deserted, says Adel Marun) is corrected: figures" in out
    told = review("history", key)[1]
    assert "figures: 120 soldiers (deserted)  by ana; read: 12 soldiers (deserted)" in told
    assert re.search(r"^  ana, .* UTC: a slip$", told, re.M)
    assert "1 of 4 decided" in review("queue")[2]
    assert review("wrong", key, "--because", "a drill")[0] == 0
    assert key not in review("queue")[1]
    out = review("--format", "jsonl", command="export")[1]
    assert '"reason":"judged wrong by ana: a drill (Karsa: 12 deserted, says Adel Marun)"' in out
    for found in re.findall(r"^([0-9a-f]{16})  ", review("list")[1], re.M):
        assert review("undo", found, "--because", "as it was")[0] == 0
    assert review("--format", "jsonl", command="export")[1] == before


def test_unknown_and_what_is_no_value(review: Any) -> None:
    key = key_of(review, "Karsa: 12")
    assert review("fix", key, "places", "unknown")[0] == 0
    assert "places: unknown  by ana; read: Karsa" in review("history", key)[1]
    for arguments, words in (
        (("fix", key, "weather", "rain"), "no such field; one of: act, actors"),
        (("fix", key, "figures", "many"), "no number can be read in it"),
        (("fix", key, "figures", "5", "--words", "ninety"), "the article has no such words"),
        (("fix", key, "actors", "A", "B", "--words", "Karsa"), "--words belongs to one VALUE"),
        (("history", "0123"), "no statement has this id"),
        (("comment", key, " "), "say something"),
        (("import", "nothing.jsonl"), "can not be read"),
    ):
        code, out, err = review(*arguments)
        assert (code, out) == (2, ""), arguments
        assert words in err


def test_two_coders(review: Any) -> None:
    assert "No statement was decided by two" in review("agreement")[1]
    keys = [key_of(review, words) for words in ("Karsa: 12", "Karsa: 40", "Vell: 3")]
    for key in keys:
        review("right", key, "--by", "Ana")
    review("right", keys[0], "--by", "Ben")
    review("wrong", keys[1], "--by", "Ben", "--because", "a drill")
    review("fix", keys[2], "figures", "30", "--by", "Ben")
    out = review("agreement", "Ana", "Ben")[1]
    assert "3 statements decided by more than one of Ana, Ben" in out
    assert re.search(r"^kept or wrong +0\.00 +2 +3", out, re.M)
    assert re.search(rf"^{keys[2]}  Vell: 3 .*\n  Ana: figures: 3 soldiers .*\n  Ben: figures: 30 soldiers", out, re.M)
    assert re.search(rf"^{keys[1]}  Karsa: 40.*\n  Ana: kept\n  Ben: wrong", out, re.M)


def test_judgements_go_to_another_record_of_the_pages(
    review: Any, tmp_path: Path, pages: Path, lines: LinePipeline
) -> None:
    key = key_of(review, "Karsa: 12")
    review("wrong", key, "--because", "a drill")
    told = review("export")[1]
    assert [json.loads(line)["kind"] for line in told.splitlines()] == ["wrong"]
    file = tmp_path / "judgements.jsonl"
    file.write_text(told)
    other = tmp_path / "other.record"
    build([pages], other, lines)
    assert "1 of 1 judgements added" in review("import", str(file), into=other)[2]
    assert "0 of 1 judgements added" in review("import", str(file), into=other)[2]
    assert (
        review("--format", "jsonl", command="export")[1] == review("--format", "jsonl", command="export", into=other)[1]
    )
    file.write_text("{}")
    assert "holds no judgements" in review("import", str(file))[2]
