"""A record read by a model: from pages to an export, several requests at a time, and what the commands say."""

import json
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from tests.readers.server import Asked, Handler, a_model, tells
from tests.readers.texts import DESERTED, GOOD, TEXT

import rashomon
from rashomon.cli import main
from rashomon.errors import SettingError
from rashomon.record import Refused
from rashomon.run import Crew, Watcher
from rashomon.settings import Settings

CHECK = Path(__file__).parents[3] / "shared" / "check_export.py"
SPANISH = (
    "El ejército perdió el control de Basora el 25 de marzo de 2008, dijo el general Tomás Reck a los periodistas. "
    "Más de 600 soldados desertaron de sus unidades en la ciudad, según el portavoz del gobierno regional."
)
DESERTARON = {
    "evidence": "Más de 600 soldados desertaron de sus unidades en la ciudad, según el portavoz del gobierno regional.",
    "trigger": "desertaron",
    "type": "defect",
    "mode": "desert",
    "factuality": "asserted",
    "actors": [{"words": "soldados", "name": None}],
    "targets": [],
    "places": ["Basora"],
    "time": None,
    "figures": [{"words": "Más de 600 soldados", "counts": "soldados", "of": "people"}],
    "sayers": [{"words": "el portavoz del gobierno regional", "name": None, "role": "official", "time": None}],
}


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "pages"
    made.mkdir()
    (made / "a.txt").write_text(TEXT)
    (made / "b.txt").write_text(SPANISH)
    rows = "file,outlet,published,language\na.txt,Hill Courier,2021-05-04,en\nb.txt,Delta Post,2008-03-27,es\n"
    (made / "manifest.csv").write_text(rows)
    return made


def by_language(handler: Handler, asked: Asked) -> None:
    tells(*((DESERTARON,) if "desertaron" in asked.piece else (*GOOD, DESERTED | {"evidence": "Made up."})))(
        handler, asked
    )


def export_of(record: Path, capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        main(["export", str(record), "--format", "jsonl"])
    return capsys.readouterr().out


def test_from_pages_to_an_export(folder, tmp_path, capsys):
    record = tmp_path / "r.record"
    with a_model(by_language) as model:
        settings = Settings(reader="openai:toy", endpoint=model.endpoint, cache=tmp_path / "cache")
        report = rashomon.build([folder], into=record, settings=settings)
    assert (report.articles, report.dropped, report.statements) == (2, 0, 5)
    assert report.refused == (Refused("evidence not in the text", 1),)
    rows = [json.loads(line) for line in export_of(record, capsys).splitlines()]
    statements = [row for row in rows if row["kind"] == "statement"]
    assert {row["reader"] for row in statements} == {"openai toy prompt 1"}
    (spanish,) = [row for row in statements if row["trigger"]["text"] == "desertaron"]
    assert [(f["best"], f["qualifier"], f["measure"], f["text"]) for f in spanish["figures"]] == [
        (600, "about", "deserted", "600")
    ]
    assert [sayer["name"] for sayer in spanish["chain"]] == ["Delta Post", "el portavoz del gobierno regional"]
    assert any(row["kind"] == "event" and "defect" in row["type"] for row in rows)
    if CHECK.exists():
        (tmp_path / "r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        done = subprocess.run(
            [sys.executable, CHECK, tmp_path / "r.jsonl"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


def test_the_same_again_costs_nothing_and_gives_the_same(folder, tmp_path, capsys):
    with a_model(by_language) as model:
        settings = Settings(reader="openai:toy", endpoint=model.endpoint, cache=tmp_path / "cache")
        for record in ("r1", "r2"):
            rashomon.build([folder], into=tmp_path / record, settings=settings)
        assert len(model.asked) == 2
    assert export_of(tmp_path / "r1", capsys) == export_of(tmp_path / "r2", capsys)


def test_a_text_of_another_language_is_not_taken_for_english(tmp_path):
    with a_model(tells(DESERTARON)) as model:
        settings = Settings(reader="openai:toy", endpoint=model.endpoint, cache=tmp_path)
        told = rashomon.read(SPANISH, settings)
    assert told.article.language == "es"
    assert [(f.low, f.best, f.high) for s in told.reading.statements for f in s.figures] == [(None, 600, None)]


class Seen(Watcher):
    def __init__(self):
        self.files = []

    def page(self, outcome):
        self.files.append((outcome.file, outcome.result))


def test_several_are_asked_at_a_time_and_told_in_order(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(12):
        (pages / f"{number:02}.txt").write_text(f"Report {number}. {TEXT}")

    def slower_first(handler: Handler, asked: Asked) -> None:
        time.sleep(0.3 if "Report 0." in asked.piece else 0.05)
        if "Report 5." in asked.piece:
            handler.say(400, b"too long")
        else:
            tells(DESERTED)(handler, asked)

    seen = Seen()
    with a_model(slower_first) as model:
        settings = Settings(reader="openai:toy", endpoint=model.endpoint, cache=tmp_path / "cache", reader_calls=3)
        report = rashomon.build([pages], into=tmp_path / "r", settings=settings, watcher=seen)
        assert model.most == 3
    assert seen.files == [(f"{n:02}.txt", "dropped" if n == 5 else "article") for n in range(12)]
    assert (report.articles, report.dropped) == (11, 1)


def test_one_process_asks(folder, tmp_path):
    settings = Settings(reader="openai:toy", endpoint="http://127.0.0.1:9/v1", cache=tmp_path / "cache")
    with pytest.raises(SettingError, match="one process reads with it; see --calls"):
        rashomon.build([folder], into=tmp_path / "r", settings=settings, crew=Crew(workers=2))


@pytest.fixture
def call(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr("rashomon.settings.user_cache_path", lambda *_, **__: tmp_path / "cache")

    def run(*arguments, text=""):
        monkeypatch.setattr(sys, "stdin", StringIO(text))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        told = capsys.readouterr()
        return ended.value.code or 0, told.out, told.err

    return run


def test_where_texts_go_is_said_before_the_first_one_does(folder, tmp_path, call):
    with a_model(by_language) as model:
        where = ("--reader", "openai:toy", "--endpoint", model.endpoint)
        code, _, err = call("build", folder, "--into", tmp_path / "r", *where)
        lines = err.splitlines()
        assert code == 0
        assert lines[0] == f"the text of each report that is read is sent to {model.endpoint.removesuffix('/v1')}"
        assert lines[-1] == "left out, as the text does not bear it out: evidence not in the text: 1"


def test_no_text_leaves_unasked(folder, tmp_path, call):
    away = ("--reader", "openai:toy", "--endpoint", "https://model.example.org/v1")
    code, _, err = call("build", folder, "--into", tmp_path / "r", *away)
    assert code == 2
    assert "would go to https://model.example.org, which is not this machine; if that is meant: --yes" in err
    assert not (tmp_path / "r").exists()


def test_one_report_is_shown(call):
    with a_model(tells(*GOOD, DESERTED | {"type": "massacre"})) as model:
        code, out, err = call("read", "-", "--reader", "openai:toy", "--endpoint", model.endpoint, text=TEXT)
    assert code == 0
    assert "more than 40 soldiers deserted [41 or more]" in out
    assert "4 statements" in out
    assert err.splitlines()[-1] == "left out, as the text does not bear it out: no such act: 1"
    with a_model(tells()) as model:
        where = ("--reader", "openai:toy", "--endpoint", model.endpoint)
        code, _, err = call("read", "-", "--explain", *where, text=TEXT)
        assert (code, model.asked) == (2, []), "no reasons, and nothing is sent for them"
    assert "gives no reasons" in err
