"""The commands as somebody calls them: what they print, where, and with which exit code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from rashomon.cli import main

COMMANDS = ("build", "read", "show", "situation", "origins", "export", "review", "demo")


@pytest.fixture
def call(capsys, monkeypatch):
    """Calls the command line in this process: exit code, stdout, stderr."""
    monkeypatch.setenv("COLUMNS", "100")

    def run(*arguments):
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return run


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_ends_with_an_example(call, command):
    code, out, _ = call(command, "--help")
    assert code == 0
    assert re.fullmatch(rf"Example:  rashomon {command}( .*)?", out.strip().splitlines()[-1].strip())


def test_the_help_names_every_command(call):
    for arguments in (("--help",), ()):
        _, out, err = call(*arguments)
        assert all(command in out for command in COMMANDS)
        assert err == ""


def test_the_version(call):
    code, out, _ = call("--version")
    assert code == 0
    assert re.fullmatch(r"rashomon \d+\.\d+\.\d+\n", out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bild"], "Did you mean 'build'"),
        (["build", "pages"], "Missing option '--into'"),
        (["build", "no-such-page.html", "--into", "RECORD.new"], "no-such-page.html: there is no such file or folder"),
        (["build", ".", "--into", "nowhere/r"], "nowhere/r: there is no folder to make the record in"),
        (["show", "nowhere.record"], "make it with: rashomon build PAGES --into nowhere.record"),
        (["show", "RECORD", "--from", "March"], "March is no day; write it as 2008-03-31"),
        (["export", "RECORD"], "Missing option '--format'"),
        (["export", "RECORD", "--format", "jsnol"], "no such format; did you mean jsonl?"),
        (["export", "RECORD", "--format", "jsonl", "--rule", "minmx"], "no such roll-up; did you mean minmax?"),
        (["export", "RECORD", "--format", "jsonl", "--out", "nowhere/out"], "nowhere/out: can not be written"),
        (["export", "RECORD", "--format", "ucdp", "--out", "RECORD"], "this is a record, or another database"),
        (["build", ".", "--into", "r", "--acts", "nowhere.tsv"], "'nowhere.tsv' does not exist. (see: rashomon build"),
        (["show"], "Missing argument 'RECORD'. (see: rashomon show --help)"),
        (["user", "RECORD", "add", "A", "--role", "king"], "'--role': 'king' is not one of"),
        (["compare", "RECORD", "nowhere"], "nowhere: there is no such record"),
        (["watch", "nowhere.txt", "--into", "r"], "nowhere.txt: no address (http://, https://) and no such file"),
        (["watch", "/dev/null", "--into", "r"], "/dev/null: no address stands in it; write one a line"),
        (["watch", __file__, "--into", "r"], "test_commands.py, line 1: "),
        (["watch", "RECORD", "--into", "r"], "can not be read as a text with one address a line"),
        (["watch", "http://a.example/f", "--into", "nowhere/r"], "nowhere/r: there is no folder to make the record in"),
        (["watch", "http://a.example/f", "--into", __file__], "this file is no record of rashomon"),
        (["watch", "http://a.example/f", "--into", "postgresql://x/y"], "it must be a file; take it to a database"),
    ],
)
def test_a_wrong_call_says_so_in_one_line(call, example_record, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    before = example_record.read_bytes()
    code, out, err = call(*(str(example_record) if word == "RECORD" else word for word in arguments))
    assert (code, out) == (2, "")
    assert err.startswith("rashomon: ")
    assert err.count("\n") == 1
    assert words in err
    assert not list(tmp_path.iterdir()), "nothing was made"
    assert example_record.read_bytes() == before, "nothing was changed"


def test_build_then_export(call, tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "good.txt").write_text("The militia shelled Basra on Monday and killed 12 people, the mayor said.")
    (pages / "empty.html").write_text("<html><body></body></html>")
    record = tmp_path / "a.record"
    code, out, err = call("build", pages, "--into", record)
    assert (code, out) == (1, ""), "done, but a page was dropped"
    assert re.search(r"^dropped empty\.html: .+ \[\w+\]$", err, re.M)
    assert re.search(
        r"^2 pages: 1 read, 1 dropped; \d+ statements? added, \d+ events? in the record; [\d.]+ s$", err, re.M
    )
    code, _, err = call("build", pages / "good.txt", "--into", record)
    assert code == 0
    assert "1 there already; nothing added" in err
    code, out, err = call("export", record, "--format", "jsonl")
    assert (code, err) == (0, "")
    target = tmp_path / "out.jsonl"
    code, shown, err = call("export", record, "--format", "jsonl", "--out", target)
    assert (code, shown) == (0, "")
    assert re.fullmatch(rf"\d+ lines in {re.escape(str(target))}\n", err)
    assert target.read_text("utf-8") == out


def test_show_puts_account_beside_account(call, example_record):
    code, out, err = call("show", example_record, "desert")
    assert (code, err) == (0, "")
    assert re.match(r"\d+ of \d+ events for “desert”\n", out)
    assert all(len(line) <= 100 for line in out.splitlines())
    assert "“Up to 1,500”" in out, "the figure as it is worded"
    assert " ← " in out, "the chain"
    assert "Up to 1,500 Iraqi soldiers deserted or refused to fight" in out, "the sentence"
    assert re.search(r"evening-lantern\.html \d+–\d+", out), "the place in the file"
    assert "low" in out


@pytest.mark.parametrize("width", [40, 60, 80, 140, 200])
def test_show_fits_the_window(call, example_record, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    _, out, _ = call("show", example_record, "basra", "--all")
    assert max(map(len, out.splitlines())) <= width


def test_a_situation_is_drawn_compared_and_written(call, example_record):
    code, out, _ = call("situation", example_record, "--on", "2008-04-05")
    assert code == 0
    assert "5 April 2008" in out
    document = json.loads(call("situation", example_record, "--on", "2008-04-05", "--format", "json")[1])
    assert document["day"] == "2008-04-05"
    named = {(r["subject_name"], r["relation"]) for r in document["relations"] + document["undated"]}
    assert ("Kevin Bergner", "leads") in named
    for format, tag in (("graphml", "edge"), ("gexf", "edges/{*}edge")):
        root = ElementTree.fromstring(call("situation", example_record, "--on", "2008-04-05", "--format", format)[1])
        edges = root.findall(f"{{*}}graph/{{*}}{tag}")
        nodes = {node.get("id") for node in root.iter() if node.tag.endswith("}node")}
        assert edges
        assert {edge.get(end) for edge in edges for end in ("source", "target")} <= nodes
    same = ("situation", example_record, "--on", "2008-04-05", "--format", "json", "--against")
    alike = json.loads(call(*same, "2008-04-05")[1])
    assert {told["how"] for kind in alike.values() for told in kind} == {"both"}
    assert any(told["how"] == "only first" for told in json.loads(call(*same, "1990-01-01")[1])["changes"])
    code, out, _ = call("situation", example_record, "--on", "2008-03-20", "--against", "2008-04-05")
    assert code == 0
    assert "only second" in out


def test_origins_of_the_record_grow_to_those_who_tell_them(call, example_record):
    code, out, err = call("origins", example_record)
    assert (code, err) == (0, "")
    first, *rest = out.splitlines()
    assert re.fullmatch(r"\d+ origins", first)
    assert rest[0].startswith("Harbour Wire  "), "whoever is behind most statements comes first"
    assert "printed by North Quay Courier" in out
    assert "1 reprint: The Gulf Ledger" in out, "reprints are folded and counted"
    assert "cited by Tidewater Review" in out
    assert all(len(line) <= 100 for line in out.splitlines())


def test_origins_of_events_are_as_many_as_the_events_count(call, example_record):
    code, out, _ = call("origins", example_record, "dismissed")
    assert code == 0
    head = next(line for line in out.splitlines() if re.search(r", [2-9] origins$", line))
    under = out.partition(head)[2].splitlines()[1:]
    trees = [line for line in under if re.match(r"[├└]── ", line)]
    number = int(re.search(r"(\d+) origins$", head)[1])
    assert trees[number - 1].startswith("└── "), "a tree for each"


def test_origins_where_nothing_answers(call, example_record):
    assert call("origins", example_record, "zebra") == (0, "0 events for “zebra”\n", "")


def test_show_without_words_lists_the_events(call, example_record):
    code, out, _ = call("show", example_record)
    assert code == 0
    assert re.match(r"\d+ events\n", out)
    assert "origins" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["zebra"], "No events for “zebra”. The record holds"),
        (["--place", "Atlantis"], "No events in Atlantis. The record holds"),
        (["--to", "1900-01-01"], "No events to 1 January 1900. The record holds"),
        (["--according-to", "Nobody"], "Nobody called Nobody says anything here. Who says most: "),
        (["--as-of", "1900-01-01"], "No events as known on 1 January 1900. The record holds"),
    ],
)
def test_nothing_found_says_what_there_is(call, example_record, arguments, words):
    code, out, _ = call("show", example_record, *arguments)
    assert code == 0
    assert out.startswith(words)


def test_undated_reports_are_left_out_with_a_word(call, example_record):
    _, _, err = call("show", example_record, "--as-of", "2008-04-16")
    assert "left out: 1 article without a day of publication" in err


def test_show_by_another_rule(call, example_record):
    _, out, _ = call("show", example_record, "dismissed", "--rule", "minmax")
    assert "together, by minmax 1" in out
    assert "ucdp-like" not in out
    code, out, err = call("show", example_record, "dismissed", "--rule", "minmx")
    assert (code, out) == (2, "")
    assert "no such roll-up; did you mean minmax?" in err


def test_show_as_of_a_day_knows_nothing_said_later(call, example_record):
    _, later, _ = call("show", example_record, "dismissed", "--as-of", "2008-04-15")
    _, then, _ = call("show", example_record, "dismissed", "--as-of", "2008-04-05")
    assert "1,300" in later, "the New York Times of the 14th"
    assert "1,300" not in then
    assert "≠" not in then, "nobody was at odds yet"
    assert "407" in then


def test_show_says_what_it_knows_from_later_reports(call, example_record):
    _, out, err = call("show", example_record, "--as-of", "2008-04-03")
    assert re.search(r"^\d+ events? as known on 3 April 2008", out)
    assert re.search(r"^\d+ statements? known from later reports, which cite who had it by then$", err, re.M)


def test_show_narrows_down(call, example_record):
    _, everything, _ = call("show", example_record)
    for arguments in (["--place", "Iraq"], ["--from", "2008-03-01"], ["--according-to", "Associated Press"]):
        _, some, _ = call("show", example_record, *arguments)
        assert 0 < len(some.splitlines()) < len(everything.splitlines())


def test_what_others_wrote_steers_nothing(call, tmp_path):
    """A page can not recolour the window, and its brackets are no markup."""
    page = tmp_path / "a\x1b[31mb.txt"
    page.write_text(
        "The militia [bold]shelled\x1b[31m the port[/bold] on Monday and killed 12 people :boom:, the mayor said."
    )
    _, _, told = call("build", page, "--into", tmp_path / "r")
    _, out, err = call("show", tmp_path / "r", "port")
    _, nothing, _ = call("show", tmp_path / "r", "[/bold]zebra\x07")
    assert "[bold]shelled" in out
    assert ":boom:" in out
    assert "No events for “[/bold]zebra”" in nothing
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", told + out + err + nothing)


def outside(*arguments, stdout=subprocess.PIPE, **environment):
    """Calls the command line in a process of its own."""
    command = [sys.executable, "-c", "from rashomon.cli import main; main()", *map(str, arguments)]
    return subprocess.run(
        command, stdout=stdout, stderr=subprocess.PIPE, check=False, env=os.environ | environment, text=True
    )


def test_a_terminal_that_knows_few_characters(example_record):
    done = outside("show", example_record, "desert", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Up to 1,500" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_an_output_without_room(example_record):
    with Path("/dev/full").open("wb") as full:
        done = outside("export", example_record, "--format", "jsonl", stdout=full)
    assert done.returncode == 2
    assert done.stderr.startswith("rashomon: output: No space left on device")
    assert done.stderr.count("\n") == 1


def test_a_reader_who_has_seen_enough(example_record, tmp_path):
    command = f"'{sys.executable}' -c 'from rashomon.cli import main; main()' export '{example_record}' --format jsonl"
    done = subprocess.run(["bash", "-c", f"{command} | head -c 1"], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_demo_shows_the_example_pages(call, tmp_path):
    record = tmp_path / "demo.record"
    code, out, err = call("demo", "--into", record)
    assert code == 0
    assert "1,500" in out
    assert f"rashomon show {record}" in err
    assert Path(record).exists()
