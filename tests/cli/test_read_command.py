"""`rashomon read`: one report, sentence by sentence, with the reasons on demand."""

import io
import sys

import pytest

from rashomon.cli import main
from rashomon.cli.wording import bounds
from rashomon.record import Figure

TEXT = (
    "Rebel spokesman Adel Marun said that more than 40 soldiers had deserted. "
    "The comedy bombed at the box office. "
    "Police collared two men near the port."
)


@pytest.fixture
def read(capsys, monkeypatch):
    """Calls the command with the text on stdin: exit code, stdout, stderr."""
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments, text=TEXT):
        monkeypatch.setattr(sys, "stdin", io.StringIO(text))
        with pytest.raises(SystemExit) as ended:
            main(["read", *map(str, arguments)])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return run


def test_statements_stand_under_their_sentences(read):
    code, out, err = read("-")
    assert (code, err) == (0, "")
    assert "more than 40 soldiers deserted [41 or more]" in out
    assert "Adel Marun" in out
    assert "comedy" not in out  # nothing was read there, so the sentence is not shown


def test_reasons_are_told_on_demand(read):
    _, out, _ = read("-", "--explain")
    assert "acts.tsv line" in out
    line = next(line for line in out.splitlines() if line.strip().startswith("bombed"))
    assert "passed over: no act of conflict, as in:" in line


def test_rows_of_ones_own_stand_above_the_packages(read, tmp_path):
    own = tmp_path / "own.tsv"
    own.write_text("coerce\tarrest\tv\tcollar\tobj:@people\tsubj\tobj\tPolice collared a man.\n")
    _, before, _ = read("-")
    assert "coerce, arrest" not in before
    _, after, _ = read("-", "--explain", "--acts", own)
    assert "coerce, arrest" in after
    assert "own.tsv line 1" in after


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"coerce\tarrest\tv\tcollar\n", "own.tsv line 1: a row has 4 columns, not 8"),
        (b"# mine\ncoerce\tsing\tv\tcollar\t-\tsubj\tobj\tX.\n", "own.tsv line 2: no such act or mode: coerce sing"),
        (b"\xff\xfe\x00", "own.tsv can not be read as a table of acts"),
    ],
)
def test_rows_that_do_not_fit_are_named(read, tmp_path, content, words):
    own = tmp_path / "own.tsv"
    own.write_bytes(content)
    code, out, err = read("-", "--acts", own)
    assert (code, out) == (2, "")
    assert words in " ".join(err.split())


@pytest.mark.parametrize("text", ["", " \n "])
def test_an_empty_text_is_told(read, text):
    code, out, err = read("-", text=text)
    assert (code, out) == (2, "")
    assert err.startswith("rashomon: ")


@pytest.mark.parametrize(
    ("low", "best", "high", "told"),
    [
        (3, 3, 3, "3"),
        (41, None, None, "41 or more"),
        (None, None, 1500, "1,500 or fewer"),
        (30, None, 40, "30 to 40"),
        (None, 150, None, "about 150"),
        (None, None, None, "no number"),
    ],
)
def test_bounds_in_words(low, best, high, told):
    assert bounds(Figure(low, best, high, "vague", "men", "", "people", "men", 0, 3)) == told
