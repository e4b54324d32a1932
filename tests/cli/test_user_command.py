"""`rashomon user`: adds, lists and changes users, with no password as an argument; and what `serve` refuses."""

import io
import sys
from pathlib import Path

import pytest

from rashomon.cli import main
from rashomon.desk.people import people_of
from rashomon.run import Pipeline, build
from rashomon.settings import Settings

WORD = "a long enough one"


@pytest.fixture
def record(tmp_path: Path, pages: Path, lines: Pipeline) -> str:
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    return str(record)


def call(*arguments: str, stdin: str = "", monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
    with pytest.raises(SystemExit) as left:
        main(["user", *arguments])
    return left.value.code


def test_a_user_is_added_listed_changed_and_removed(
    record: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    people = people_of(record, Settings())
    assert call(record, "list", monkeypatch=monkeypatch) in (0, None)
    assert "No users" in capsys.readouterr().out
    added = call(record, "add", "Mira", "--role", "coder", stdin=f"{WORD}\nmore\n", monkeypatch=monkeypatch)
    assert added in (0, None)
    assert people.sign_in("Mira", WORD)
    assert call(record, "role", "mira", "--role", "reviewer", monkeypatch=monkeypatch) in (0, None)
    assert call(record, "list", monkeypatch=monkeypatch) in (0, None)
    told = capsys.readouterr()
    assert "Mira  reviewer" in told.out
    assert WORD not in told.out + told.err
    assert call(record, "password", "Mira", stdin=f"{WORD} more\n", monkeypatch=monkeypatch) in (0, None)
    assert people.sign_in("Mira", f"{WORD} more")
    assert call(record, "remove", "Mira", monkeypatch=monkeypatch) in (0, None)
    assert people.users() == ()
    assert "nobody is left" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "stdin", "words"),
    [
        (("add", "Mira", "--role", "coder"), "short\n", "12 to 1,000 characters"),  # too short
        (("add", "Mira", "--role", "coder"), "", "12 to 1,000 characters"),  # nothing at all
        (("add", "Mira", "--role", "king"), WORD, "king"),  # no such role
        (("add", "Mira"), WORD, "--role"),  # no role
        (("remove", "Mira"), "", "no such user"),
        (("role", "Mira", "--role", "coder"), "", "no such user"),
        (("password", "Mira"), WORD, "no such user"),
    ],
)
def test_what_can_not_be_done_is_told(
    record: str, arguments: tuple[str, ...], stdin: str, words: str, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert call(record, *arguments, stdin=stdin, monkeypatch=monkeypatch) == 2
    assert words in capsys.readouterr().err
    assert people_of(record, Settings()).users() == ()


def test_users_of_no_record_are_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    none = str(tmp_path / "none.record")
    assert call(none, "add", "Mira", "--role", "coder", stdin=WORD, monkeypatch=monkeypatch) == 2
    assert "no such record" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--host", "0.0.0.0", "--name", "desk.example.org"), "rashomon user"),  # all addresses, and no users
        (("--name", "desk.example.org"), "rashomon user"),  # behind a web server, and no users
        (("--host", "0.0.0.0"), "--name"),  # no name that a browser could call it by
        (("--host", "no.such.host.invalid"), "no such address"),
    ],
)
def test_serving_to_others_takes_users(
    record: str, arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main(["serve", record, "--port", "0", *arguments])
    assert left.value.code == 2
    assert words in capsys.readouterr().err
