"""Deciding and exporting at the desk: a decision is a judgement of whoever runs it, and no other page may make one."""

import json
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from starlette.testclient import TestClient

from rashomon.desk import make_app
from rashomon.exports import FORMATS
from rashomon.run import Pipeline, build
from rashomon.settings import Settings
from rashomon.store import Store


@pytest.fixture
def record(tmp_path: Path, pages: Path, lines: Pipeline) -> Path:
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    return record


@pytest.fixture
def mine(record: Path, tmp_path: Path, lines: Pipeline) -> TestClient:
    app = make_app(str(record), Settings(cache=tmp_path / "cache"), "Mira")
    app.state.desk.pipeline = lines
    return TestClient(app, base_url="http://127.0.0.1:8730")


def joined(client: TestClient) -> Any:
    """An actor with two names joined in it."""
    pages = [client.get(f"/api/actors/{line['id']}").json() for line in client.get("/api/actors").json()["actors"]]
    return next(page for page in pages if len(page["joined"]) == 2)


def test_a_name_is_taken_out_and_the_judgement_taken_back(mine: TestClient, record: Path) -> None:
    before = mine.get("/api/actors").json()
    local = joined(mine)["joined"][0]["local"]
    answer = mine.post("/api/judgements/apart", json={"local": local, "reason": " another  Adel "})
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert (told["author"], told["reason"], told["kind"], told["subject"]) == ("Mira", "another Adel", "apart", local)
    assert mine.get("/api/actors").json()["total"] == before["total"] + 1

    undone = mine.post(f"/api/judgements/{told['id']}/undo", json={"reason": "one Adel after all"})
    assert undone.status_code == 201
    assert mine.get("/api/actors").json() == before
    decisions = mine.get("/api/judgements").json()
    assert decisions["author"] == "Mira"
    assert [one["undoes"] for one in decisions["judgements"]] == [told["id"], None]
    assert decisions["judgements"][1]["undone_by"] == undone.json()["id"]
    with Store(record).view() as view:
        assert len(list(view.judgements())) == 2


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("/api/judgements/apart", {"local": "0" * 16, "reason": "none there"}, 409),  # no such actor
        ("/api/judgements/apart", {"local": "x", "reason": "no id"}, 422),  # no id at all
        ("/api/judgements/apart", {"local": "0" * 16, "reason": "  "}, 422),  # no reason
        ("/api/judgements/apart", {"local": "0" * 16}, 422),  # not even an empty one
        (f"/api/judgements/{'0' * 16}/undo", {"reason": "none there"}, 409),  # no such judgement
    ],
)
def test_what_can_not_be_decided_changes_nothing(
    mine: TestClient, path: str, body: dict[str, str], status: int
) -> None:
    answer = mine.post(path, json=body)
    assert answer.status_code == status
    assert answer.json()["error"]
    assert mine.get("/api/judgements").json()["judgements"] == []


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:9999"},  # another program of this machine
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_other_pages_decide_nothing(mine: TestClient, headers: dict[str, str]) -> None:
    body = {"local": joined(mine)["joined"][0]["local"], "reason": "because"}
    answer = mine.post("/api/judgements/apart", json=body, headers=headers)
    assert answer.status_code == 403
    assert mine.get("/api/judgements").json()["judgements"] == []


def test_a_form_of_another_page_is_no_decision(mine: TestClient) -> None:
    body = json.dumps({"local": joined(mine)["joined"][0]["local"], "reason": "because"})
    answer = mine.post("/api/judgements/apart", content=body, headers={"content-type": "text/plain"})
    assert answer.status_code == 422
    assert mine.get("/api/judgements").json()["judgements"] == []


def test_without_a_name_nobody_decides(record: Path, tmp_path: Path) -> None:
    client = TestClient(make_app(str(record), Settings(cache=tmp_path)), base_url="http://127.0.0.1")
    answer = client.post("/api/judgements/apart", json={"local": "0" * 16, "reason": "because"})
    assert answer.status_code == 409
    assert "--by" in answer.json()["error"]


def test_every_format_goes_out_as_the_command_writes_it(desk: TestClient, example_record: Path, tmp_path: Path) -> None:
    from rashomon.cli import main

    formats = [one["name"] for one in desk.get("/api/card").json()["formats"]]
    assert formats == [kind.name for kind in FORMATS]
    for name in formats:
        with pytest.raises(SystemExit):
            main(["export", str(example_record), "--format", name, "--out", str(tmp_path / name)])
        answer = desk.get("/api/export", params={"format": name})
        ending = name
        if (tmp_path / name).is_dir():
            ending = f"{name}.zip"
            with ZipFile(BytesIO(answer.content)) as packed:
                told = {Path(each).name: packed.read(each) for each in packed.namelist()}
            assert told == {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        else:
            assert answer.content == (tmp_path / name).read_bytes()
        assert answer.headers["content-disposition"] == f'attachment; filename="examples.{ending}"'


def test_a_rule_brings_the_figures_to_one_row(desk: TestClient) -> None:
    rules = desk.get("/api/card").json()["rules"]
    for rule in rules:
        lines = desk.get("/api/export", params={"format": "jsonl", "rule": rule}).text.splitlines()
        events = [told for told in map(json.loads, lines) if told["kind"] == "event"]
        assert {figure["rule"] for event in events for figure in event["figures"]} == {rule}


@pytest.mark.parametrize("asked", ["format=gold", "format=jsonl&rule=guess"])
def test_what_there_is_none_of_is_named(desk: TestClient, asked: str) -> None:
    answer = desk.get(f"/api/export?{asked}")
    assert answer.status_code == 409
    assert "there is" in answer.json()["error"]


def test_the_card_says_what_is_in_the_record(desk: TestClient, example_record: Path) -> None:
    card = desk.get("/api/card").json()
    with Store(example_record).view() as view:
        articles = list(view.articles())
        assert {key: card[key] for key in view.counts()} == view.counts()
    assert sum(one["events"] for one in card["outlets"]) == len(articles)
    assert card["published_first"] == str(min(a.published.earliest for a in articles if a.published))
    assert card["readers"]


def test_a_record_that_is_gone_is_told(tmp_path: Path, record: Path) -> None:
    copy = tmp_path / "copy.record"
    shutil.copy(record, copy)
    client = TestClient(make_app(str(copy), Settings(cache=tmp_path)), base_url="http://127.0.0.1")
    copy.unlink()
    answer = client.get("/api/record")
    assert answer.status_code == 503
    assert "no such record" in answer.json()["error"]
