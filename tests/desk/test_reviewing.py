"""The routes of review: the queue, verdicts and corrections, two who decide at once, blind coders, joins and splits."""

import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from rashomon.desk import make_app
from rashomon.run import Pipeline, build
from rashomon.settings import Settings
from rashomon.store import Store


@pytest.fixture
def record(tmp_path: Path, pages: Path, lines: Pipeline) -> Path:
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    return record


def desk_of(record: Path, lines: Pipeline, author: str | None) -> TestClient:
    app = make_app(str(record), Settings(cache=record.parent / "cache"), author)
    app.state.desk.pipeline = lines
    return TestClient(app, base_url="http://127.0.0.1:8730")


@pytest.fixture
def mira(record: Path, lines: Pipeline) -> TestClient:
    return desk_of(record, lines, "Mira")


@pytest.fixture
def ben(record: Path, lines: Pipeline) -> TestClient:
    return desk_of(record, lines, "Ben")


def queued(client: TestClient, words: str = "Karsa: 12", **asked: str) -> Any:
    return next(one for one in client.get("/api/queue", params=asked).json()["lines"] if one["text"].startswith(words))


def item(client: TestClient, key: str, **asked: str) -> Any:
    answer = client.get(f"/api/queue/{key}", params=asked)
    assert answer.status_code == 200, answer.text
    return answer.json()


def decide(client: TestClient, key: str, path: str = "verdict", **body: Any) -> Any:
    answer = client.post(f"/api/queue/{key}/{path}", json=body)
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_the_queue_tells_how_far_one_is(mira: TestClient) -> None:
    before = mira.get("/api/queue").json()
    assert (before["author"], before["total"], before["decided"], len(before["lines"])) == ("Mira", 4, 0, 4)
    one = queued(mira)
    decide(mira, one["id"], kind="right")
    after = mira.get("/api/queue").json()
    assert (after["total"], after["decided"], len(after["lines"])) == (4, 1, 3)
    assert one["id"] not in {line["id"] for line in after["lines"]}
    article = item(mira, one["id"])["article"]["id"]
    told = mira.get("/api/queue", params={"article": article}).json()
    assert (told["total"], told["decided"], told["about"]["name"]) == (1, 1, "a.txt")
    assert mira.get("/api/queue", params={"act": "assault"}).json()["total"] == 0


def test_events_are_found_by_how_far_they_are_reviewed(mira: TestClient) -> None:
    def found(review: str) -> set[str]:
        return {one["id"] for one in mira.get("/api/events", params={"review": review}).json()["events"]}

    every = found("none")
    assert (len(every), found("some"), found("all")) == (mira.get("/api/events").json()["total"], set(), set())
    one = queued(mira, "Vell: 3")
    event = item(mira, one["id"])["event"]["id"]
    decide(mira, one["id"], kind="right")
    assert found("all") | found("some") == {event}
    assert found("none") == every - {event}
    assert mira.get("/api/events", params={"review": "half"}).status_code == 422


def test_an_item_has_its_sentence_in_its_place_and_its_history(mira: TestClient) -> None:
    key = queued(mira, "Vell: 3")["id"]
    told = item(mira, key)
    start, text = told["context"]["start"], told["context"]["text"]
    evidence = told["read"]["evidence"]
    assert text[evidence["start"] - start : evidence["end"] - start] == "Vell: 3 deserted, says Adel Marun"
    assert "Karsa: 40" in text, "what stands around it"
    assert (told["state"], told["history"], told["event"]["name"]) == ("open", [], "Desertions in Vell")
    decide(mira, key, kind="comment", reason="is this the same Vell?")
    decide(mira, key, kind="wrong")
    told = item(mira, key)
    assert (told["state"], told["event"]) == ("wrong", None)
    assert [(one["kind"], one["author"]) for one in told["history"]] == [("wrong", "Mira"), ("comment", "Mira")]
    assert all(one["reason"] for one in told["history"])


def test_a_wrong_statement_stays_in_its_article(mira: TestClient) -> None:
    key = queued(mira)["id"]
    article = item(mira, key)["article"]["id"]
    decide(mira, key, kind="wrong", reason="a drill")
    page = mira.get(f"/api/articles/{article}").json()
    assert [one["id"] for one in page["statements"]] == [key]
    assert page["judged"] == [
        {"statement": key, "state": "wrong", "author": "Mira", "reason": "a drill", "differs": []}
    ]
    assert page["events"] == []
    events = mira.get("/api/events").json()["events"]
    assert {event["title"]: event["statements"] for event in events}["Desertions in Karsa"] == 1


def test_a_correction_shows_in_the_event_with_its_maker(mira: TestClient) -> None:
    key = queued(mira)["id"]
    values = [{"text": "120 soldiers", "start": 7, "end": 9}]
    told = decide(mira, key, "fix", field="figures", values=values, reason="a slip of the pen")["decision"]
    assert (told["kind"], told["object_name"], told["value"]["figures"][0]["best"]) == ("field", "figures", 120)
    event = item(mira, key)["event"]["id"]
    rows = mira.get(f"/api/events/{event}").json()["event"]["rows"]
    cells = [value for row in rows if row["field"] == "figure" for cell in row["cells"] for value in cell]
    assert [(value["figure"]["best"], value["makers"]) for value in cells if value["makers"]] == [(120, ["Mira"])]
    told = item(mira, key)
    assert told["shown"]["corrected"][0]["was"]["figures"][0]["best"] == 12
    assert told["read"]["figures"][0]["best"] == 12, "what the reader read stays"


@pytest.mark.parametrize(
    ("path", "body", "status"),
    [
        ("verdict", {"kind": "maybe"}, 422),  # no such verdict
        ("verdict", {"kind": "comment"}, 422),  # a remark without words
        ("fix", {"field": "weather", "values": []}, 422),  # no such field
        ("fix", {"field": "figures", "values": [{"text": "many"}]}, 409),  # no number
        ("fix", {"field": "act", "values": []}, 409),  # an act is never unknown
        ("fix", {"field": "actors", "values": [{"keep": 3}]}, 409),  # there is no such value
    ],
)
def test_what_can_not_be_decided_changes_nothing(mira: TestClient, path: str, body: Any, status: int) -> None:
    key = queued(mira)["id"]
    answer = mira.post(f"/api/queue/{key}/{path}", json=body)
    assert answer.status_code == status, answer.text
    assert answer.json()["error"]
    assert mira.get("/api/judgements").json()["judgements"] == []


def test_nobody_and_nothing(record: Path, lines: Pipeline, mira: TestClient) -> None:
    nobody = desk_of(record, lines, None)
    key = queued(nobody)["id"]
    assert nobody.post(f"/api/queue/{key}/verdict", json={"kind": "right"}).status_code == 409
    assert nobody.get("/api/queue?blind=1").status_code == 409, "nobody's own decisions are none"
    assert mira.get(f"/api/queue/{'0' * 16}").status_code == 404
    assert mira.post(f"/api/queue/{'0' * 16}/verdict", json={"kind": "right"}).status_code == 409


def test_who_decides_second_is_told(mira: TestClient, ben: TestClient) -> None:
    key = queued(mira)["id"]
    seen = [one["id"] for one in item(ben, key)["history"]]
    first = decide(mira, key, kind="right", seen=seen)
    second = decide(ben, key, kind="wrong", reason="a drill", seen=seen)
    assert first["meanwhile"] == []
    assert [(one["author"], one["kind"]) for one in second["meanwhile"]] == [("Mira", "right")]
    assert len(mira.get("/api/judgements").json()["judgements"]) == 2, "both are kept"
    assert item(mira, key)["state"] == "wrong", "the latest holds"
    again = decide(ben, key, kind="comment", reason="so it is", seen=[one["id"] for one in item(ben, key)["history"]])
    assert again["meanwhile"] == []


def test_two_at_the_same_moment_wait_for_each_other(mira: TestClient) -> None:
    keys = [line["id"] for line in mira.get("/api/queue").json()["lines"]]
    answers: list[int] = []

    def judge(key: str) -> None:
        answers.append(mira.post(f"/api/queue/{key}/verdict", json={"kind": "wrong"}).status_code)

    threads = [threading.Thread(target=judge, args=(key,)) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [201] * 4
    assert mira.get("/api/queue").json()["decided"] == 4


def test_who_codes_blind_sees_nothing_of_others(mira: TestClient, ben: TestClient) -> None:
    key = queued(mira)["id"]
    decide(mira, key, "fix", field="figures", values=[{"text": "99"}])
    decide(mira, key, kind="comment", reason="surely 99")
    told = item(ben, key, blind="1")
    assert (told["state"], told["history"], told["shown"]["figures"][0]["best"]) == ("open", [], 12)
    assert queued(ben, blind="1")["id"] == key
    assert decide(ben, key, kind="right", blind=True)["meanwhile"] == []
    assert item(ben, key, blind="1")["state"] == "right"
    assert ben.get("/api/queue?blind=1").json()["decided"] == 1
    page = ben.get("/api/coding").json()
    assert page["authors"] == ["Ben", "Mira"]
    assert (page["units"], page["differing"]) == (1, 1)
    (line,) = page["differs"]
    assert line["fields"] == ["figures"]
    given = [(one["author"], one["statement"]["figures"][0]["best"]) for one in line["coded"]]
    assert given == [("Ben", 12), ("Mira", 99)]
    assert ben.get("/api/coding?author=Ben").json()["units"] == 0


def test_what_was_typed_finds_what_is_known(mira: TestClient) -> None:
    assert [one["name"] for one in mira.get("/api/places?q=kar").json()["places"]] == ["Karsa"]
    assert mira.get("/api/places?q=arsa").json()["places"] == []
    acts = mira.get("/api/acts").json()["acts"]
    assert {"agree", "defect", "defect/desert"} <= set(acts)


def test_actors_are_joined_and_it_is_taken_back(mira: TestClient, record: Path, pipeline: Pipeline) -> None:
    mira.app.state.desk.pipeline = pipeline  # type: ignore[attr-defined]
    before = mira.get("/api/actors").json()
    one, other = (mira.get(f"/api/actors/{line['id']}").json() for line in before["actors"][:2])
    locals_ = {"local": one["joined"][0]["local"], "other": other["joined"][0]["local"]}
    answer = mira.post("/api/judgements/same", json=locals_ | {"reason": "his other name"})
    assert answer.status_code == 201, answer.text
    joined = mira.get(f"/api/actors/{answer.json()['actor']['id']}").json()
    assert {one["actor"]["name"], other["actor"]["name"]} <= set(joined["actor"]["names"])
    assert any("judged to be the same by Mira: his other name" in each["reason"] for each in joined["joined"])
    again = mira.post("/api/judgements/same", json=locals_ | {"reason": "once more"})
    assert (again.status_code, "nothing to join" in again.json()["error"]) == (409, True)
    key = answer.json()["decision"]["id"]
    assert mira.post(f"/api/judgements/{key}/undo", json={"reason": "two men"}).status_code == 201
    with Store(record).view() as view:
        assert {a.name for a in view.actors()} == {line["name"] for line in before["actors"]}
