"""The application around the routes: its shield, its errors, its types, and what it says where nothing is built."""

import json
import runpy
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import rashomon.desk.built
from makers import an_article
from rashomon.desk import make_app
from rashomon.desk.desk import Desk
from rashomon.errors import RecordError
from rashomon.record import Reading
from rashomon.run import Pipeline, build
from rashomon.settings import Settings
from rashomon.store import Store

FRONT = Path(__file__).parents[2] / "desk"
"""The sources of the front end."""


def test_types_of_the_front_end_are_those_of_the_routes() -> None:
    written = runpy.run_path(str(FRONT / "write_types.py"))
    assert written["FILE"].read_text("utf-8") == written["types"](), "run: python desk/write_types.py"


def test_lock_of_the_front_end_names_no_registry() -> None:
    """Any mirror serves; a lock that names one would fail for everybody else."""
    lock = json.loads((FRONT / "package-lock.json").read_text("utf-8"))
    packages = {name: told for name, told in lock["packages"].items() if name}
    assert packages
    assert [name for name, told in packages.items() if "resolved" in told or not told["integrity"]] == []
    assert [name for name, told in packages.items() if not told["integrity"].startswith("sha512-")] == []


@pytest.mark.parametrize("path", ["/", "/api/record", "/api/nothing", "/api/events?since=yesterday", "/events/ab"])
def test_every_answer_carries_the_shield(desk: TestClient, path: str) -> None:
    headers = desk.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.7"])
def test_names_of_other_machines_get_nothing(desk: TestClient, host: str) -> None:
    answer = desk.get("/api/record", headers={"host": host})
    assert answer.status_code == 400
    assert "examples" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["/", "/api/record", "/api/events"])
def test_reading_changes_nothing(desk: TestClient, method: str, path: str) -> None:
    assert desk.request(method, path).status_code == 405


@pytest.mark.parametrize(
    "asked",
    ["since=yesterday", "clash=all", "order=best", "offset=-1", "limit=0", "bounds=1,2,3", "actor=x", "q=" + "x" * 301],
)
def test_a_wrong_value_is_named(desk: TestClient, asked: str) -> None:
    answer = desk.get(f"/api/events?{asked}")
    assert answer.status_code == 422
    assert asked.partition("=")[0] in answer.json()["error"]


def test_where_nothing_is_built_it_says_how(desk: TestClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rashomon.desk.built, "STATIC", tmp_path)
    answer = desk.get("/events")
    assert answer.status_code == 503
    assert "make setup" in answer.text
    assert desk.get("/api/record").status_code == 200


def test_a_record_that_is_none_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no such record"):
        make_app(str(tmp_path / "none.record"), Settings(cache=tmp_path))


def test_a_new_build_shows(tmp_path: Path, pages: Path, lines: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rashomon.desk.desk.LOOK_SECONDS", 0)
    record = tmp_path / "lines.record"
    build([pages / "a.txt"], record, lines)
    client = TestClient(make_app(str(record), Settings(cache=tmp_path / "cache")), base_url="http://localhost")
    assert client.get("/api/record").json()["articles"] == 1
    before = client.get("/api/events").json()["total"]
    build([pages], record, lines)
    assert client.get("/api/record").json()["articles"] == 3
    assert client.get("/api/events").json()["total"] > before
    assert len(list((tmp_path / "cache" / "desk").iterdir())) == 1


def test_a_running_build_is_told(tmp_path: Path, pages: Path, lines: Pipeline) -> None:
    record = tmp_path / "lines.record"
    build([pages / "a.txt"], record, lines)
    client = TestClient(make_app(str(record), Settings(cache=tmp_path / "cache")), base_url="http://localhost")
    before = client.get("/api/record").json()
    assert not before["building"]
    with Store(record).writer() as writer:
        article = an_article()
        writer.add(article, Reading(article.id, (), ()), "one more")
        during = client.get("/api/record").json()
        assert (during["building"], during["fresh"], during["articles"]) == (True, False, before["articles"] + 1)
        assert client.get("/api/events").json()["total"] == before["events"]
    assert not client.get("/api/record").json()["building"]


def test_the_catalogue_is_kept_for_the_next_start(
    tmp_path: Path, example_record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(cache=tmp_path)
    first = Desk(str(example_record), settings).record()
    monkeypatch.setattr("rashomon.desk.catalogue.make", lambda *_: pytest.fail("it was made again"))
    assert Desk(str(example_record), settings).record() == first


def test_text_of_pages_is_only_ever_text(tmp_path: Path, lines: Pipeline) -> None:
    """What looks like a page, a script or a command goes out as JSON text and nothing else."""
    folder = tmp_path / "pages"
    folder.mkdir()
    nasty = "<script>alert(1)</script>\nKarsa: 12 deserted, says Adel Marun\n\u202egnp.exe 😀 " + "x " * 50_000
    (folder / "a.txt").write_text(nasty)
    (folder / "manifest.csv").write_text('file,outlet\na.txt,"<img src=x onerror=alert(1)>"\n')
    record = tmp_path / "nasty.record"
    build([folder], record, lines)
    client = TestClient(make_app(str(record), Settings(cache=tmp_path)), base_url="http://localhost")
    line = client.get("/api/articles").json()["articles"][0]
    answer = client.get(f"/api/articles/{line['id']}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["article"]["text"] == nasty
    assert line["outlet"] == "<img src=x onerror=alert(1)>"
