"""Who may call what: every route of the application for each role and for a stranger; and sessions over the wire."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from starlette.routing import BaseRoute, Mount
from starlette.testclient import TestClient
from tests.desk.team import BASE, NAMES, signed_in, word

from rashomon.desk import make_app
from rashomon.desk.people import people_of
from rashomon.desk.roles import ROUTES, Least, Role, may
from rashomon.desk.tries import FREE_OF_NAME
from rashomon.settings import Settings

KEY = "0" * 16

TO_THE_BLIND = {
    ("GET", "/api/session"), ("POST", "/api/session"), ("DELETE", "/api/session"), ("POST", "/api/session/password"),
    ("GET", "/api/record"), ("GET", "/api/articles"), ("GET", "/api/articles/{key}"), ("GET", "/api/judgements"),
    ("POST", "/api/judgements/{key}/undo"), ("GET", "/api/queue"), ("GET", "/api/queue/{key}"),
    ("POST", "/api/queue/{key}/verdict"), ("POST", "/api/queue/{key}/fix"), ("GET", "/api/acts"),
    ("GET", "/api/places"),
}  # fmt: skip
"""All that whoever codes blind may call: each of them is looked at below for what others decided."""


def routes_of(routes: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every method and path that the application answers to, however they were put into it."""
    for route in routes:
        if isinstance(route, Mount):
            continue  # The front end, which is looked at by itself below.
        if hasattr(route, "original_router"):
            yield from routes_of(route.original_router.routes, prefix + route.include_context.prefix)
            continue
        assert isinstance(route, BaseRoute)
        methods, path = route.methods, route.path  # type: ignore[attr-defined]
        for method in methods - {"HEAD"}:
            yield method, prefix + path


def test_every_route_has_a_row_and_every_row_a_route(team: Any) -> None:
    there = set(routes_of(team.routes))
    described = {(method.upper(), path) for path, told in team.openapi()["paths"].items() for method in told}
    assert described < there
    assert there == set(ROUTES)


@pytest.mark.parametrize("who", ["stranger", *get_args(Role)])
def test_the_table_holds_for_every_route(team: Any, who: Least) -> None:
    client = TestClient(team, base_url=BASE) if who == "stranger" else signed_in(team, NAMES[who])
    role = None if who == "stranger" else who
    for (method, path), least in ROUTES.items():
        if (method, path) == ("DELETE", "/api/session") and role:
            continue  # It would end the walk.
        answer = client.request(method, path.replace("{key}", KEY), json={} if method == "POST" else None)
        allowed = (method, path) in TO_THE_BLIND if who == "blind" else may(role, least)
        if allowed:
            assert answer.status_code not in (401, 403), (method, path, answer.text)
        else:
            assert answer.status_code == (403 if role else 401), (method, path, answer.text)
            assert set(answer.json()) == {"error"}


def test_the_roles_are_what_they_are_called() -> None:
    least = {row: role for row, role in ROUTES.items() if role != "reader"}
    strangers = {row for row, role in least.items() if role == "stranger"}
    assert strangers == {("GET", "/api/session"), ("POST", "/api/session")}
    changing = {(method, path) for method, path in ROUTES if method not in ("GET",) and "session" not in path}
    assert {row for row in changing if ROUTES[row] == "reader"} == set(), "a reader decides nothing"
    users = {row for row in ROUTES if "/users" in row[1]}
    assert {ROUTES[row] for row in users} == {"administrator"}


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/api"), ("GET", "/api/"), ("GET", "/api/nothing"), ("GET", "/api/record/"), ("POST", "/api/record"),
        ("GET", "/api/%65vents"), ("GET", "/%61pi/events"), ("GET", "/api/events/../record"), ("HEAD", "/api/record"),
        ("OPTIONS", "/api/record"), ("GET", "/api/openapi.json"), ("PATCH", "/api/users"),
    ],
)  # fmt: skip
def test_a_stranger_gets_nothing_by_any_way(team: Any, method: str, path: str) -> None:
    answer = TestClient(team, base_url=BASE).request(method, path)
    assert answer.status_code == 401
    assert method == "HEAD" or set(answer.json()) == {"error"}


@pytest.mark.parametrize("path", ["//api/events", "/./api/events", "/assets/../../desk.py", "/x/../api/events"])
def test_a_way_around_the_doors_leads_to_the_front_end_alone(team: Any, path: str, record: Path) -> None:
    answer = TestClient(team, base_url=BASE).get(path)
    assert answer.status_code in (200, 401, 404, 503)
    assert answer.headers["content-type"].startswith(("text/html", "application/json"))
    for secret in ("Karsa", "Adel", "lines.record", "import "):
        assert secret not in answer.text


def test_a_stranger_gets_the_page_and_what_it_is_told_holds_nothing(team: Any) -> None:
    client = TestClient(team, base_url=BASE)
    for path in ("/", "/events", "/users", "/sign-in"):
        answer = client.get(path)
        assert answer.status_code in (200, 503)  # 503 where the pages are not built
        assert "Karsa" not in answer.text
    assert client.get("/api/session").json() == {
        "asks": True, "name": None, "role": None, "token": None, "decides": False, "blind": False,
        "overrules": False, "administers": False,
    }  # fmt: skip


def test_a_forgotten_row_closes_a_route(team: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from rashomon.desk import roles

    fewer = tuple(row for row in roles._PATTERNS if not row[1].match("/api/card"))
    monkeypatch.setattr(roles, "_PATTERNS", fewer)
    assert signed_in(team, "Ana").get("/api/card").status_code == 404


def test_the_cookie_is_kept_from_scripts_and_from_other_sites(team: Any) -> None:
    client = TestClient(team, base_url=BASE)
    answer = client.post("/api/session", json={"name": "Rosa", "password": word("Rosa")})
    told = answer.headers["set-cookie"]
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in told.split(";")}
    assert "Secure" not in told
    assert "Domain" not in told
    value = told.split(";")[0].partition("=")[2]
    assert value not in answer.text
    safe = TestClient(team, base_url="https://127.0.0.1:8730")
    told = safe.post("/api/session", json={"name": "Rosa", "password": word("Rosa")}).headers["set-cookie"]
    assert told.startswith("__Host-")
    assert "Secure" in told
    assert safe.get("/api/record").status_code == 200


def test_a_token_that_was_brought_along_is_not_taken(team: Any) -> None:
    client = TestClient(team, base_url=BASE)
    name = f"rashomon-{team.state.desk.key}"
    client.cookies.set(name, "mine")
    client.post("/api/session", json={"name": "Rosa", "password": word("Rosa")})
    assert client.get("/api/session", headers={"cookie": f"{name}=mine"}).json()["name"] is None


@pytest.mark.parametrize("token", [None, "", "x", "another's"])
def test_a_call_without_the_token_changes_nothing(team: Any, token: str | None) -> None:
    client, other = signed_in(team, "Ana"), signed_in(team, "Vera")
    del client.headers["x-csrf-token"]
    if token is not None:
        told = other.headers["x-csrf-token"] if token == "another's" else token
        client.headers["x-csrf-token"] = told
    body = {"name": "Nina", "role": "coder", "password": word("Nina")}
    assert client.post("/api/users", json=body).status_code == 403
    assert len(client.get("/api/users").json()["users"]) == len(NAMES)


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}])
def test_no_other_page_signs_anybody_in(team: Any, headers: dict[str, str]) -> None:
    client = TestClient(team, base_url=BASE)
    answer = client.post("/api/session", json={"name": "Rosa", "password": word("Rosa")}, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_signing_out_ends_it(team: Any) -> None:
    client = signed_in(team, "Rosa")
    kept = dict(client.cookies)
    assert client.get("/api/record").status_code == 200
    assert client.delete("/api/session").json()["name"] is None
    assert client.get("/api/record").status_code == 401
    client.cookies.update(kept)
    assert client.get("/api/record").status_code == 401, "a kept cookie is of no use"


def test_wrong_passwords_and_unknown_names_are_told_alike(team: Any) -> None:
    client = TestClient(team, base_url=BASE)
    answers = [client.post("/api/session", json={"name": n, "password": "no"}) for n in ("Rosa", "Nobody")]
    assert [answer.status_code for answer in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()

    def quickest(name: str) -> float:
        times = []
        for _ in range(3):
            team.state.desk.tries.right(name, "testclient")
            begun = time.perf_counter()
            assert team.state.desk.people.sign_in(name, "not this one") is None
            times.append(time.perf_counter() - begun)
        return min(times)

    # Without a hash to check a name that nobody has would be told at once: in a hundredth of the time.
    assert quickest("Nobody") > quickest("Rosa") / 3


def test_after_a_few_wrong_tries_one_waits(team: Any) -> None:
    client = TestClient(team, base_url=BASE)
    wrong = {"name": "Rosa", "password": "not this one"}
    assert [client.post("/api/session", json=wrong).status_code for _ in range(FREE_OF_NAME)] == [401] * FREE_OF_NAME
    answer = client.post("/api/session", json={"name": "rosa", "password": word("Rosa")})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) >= 1
    assert "wait" in answer.json()["error"]
    assert signed_in(team, "Carl").get("/api/record").status_code == 200


def test_on_ones_own_machine_it_opens_at_once_until_there_is_a_user(record: Path, tmp_path: Path) -> None:
    app = make_app(str(record), Settings(cache=tmp_path / "cache"), "Owner")
    client = TestClient(app, base_url=BASE)
    told = client.get("/api/session").json()
    assert (told["asks"], told["decides"], told["overrules"], told["administers"]) == (False, True, True, False)
    assert client.get("/api/record").status_code == 200
    assert client.get("/api/users").status_code == 403
    assert client.post("/api/session", json={"name": "x", "password": "y"}).status_code == 409
    people = people_of(str(record), Settings())
    people.add("Ana", "administrator", word("Ana"))
    assert client.get("/api/record").status_code == 401
    os.remove(people.path)
    assert client.get("/api/record").status_code == 401, "a file that is gone opens no door"


def test_what_others_can_reach_is_closed_even_without_users(record: Path, tmp_path: Path) -> None:
    app = make_app(str(record), Settings(cache=tmp_path / "cache"), "Owner", ["desk.example.org"])
    client = TestClient(app, base_url="https://desk.example.org")
    assert client.get("/api/record").status_code == 401
    assert TestClient(app, base_url="https://other.example.org").get("/api/session").status_code == 400


def test_decisions_are_made_under_the_name_of_who_is_signed_in(team: Any) -> None:
    carl, rosa = signed_in(team, "Carl"), signed_in(team, "Rosa")
    told = carl.post("/api/judgements/apart", json={"local": joined(carl), "reason": "two men"})
    assert (told.status_code, told.json()["author"]) == (201, "Carl")
    assert carl.get("/api/judgements").json()["author"] == "Carl"
    assert rosa.get("/api/judgements").json()["author"] is None
    assert len(rosa.get("/api/judgements").json()["judgements"]) == 1


def test_of_two_who_join_and_split_one_event_the_second_is_told(team: Any) -> None:
    carl, vera = signed_in(team, "Carl"), signed_in(team, "Vera")
    known = {"x-known-judgements": str(vera.get("/api/record").json()["judgements"])}
    lines = {line["text"]: line["id"] for line in carl.get("/api/queue").json()["lines"]}
    one = next(key for text, key in lines.items() if "Vell" in text)
    other = next(key for text, key in lines.items() if "Karsa" in text)
    asked = {"statement": one, "other": other, "reason": "one wave"}
    first = carl.post("/api/judgements/together", json=asked, headers=known)
    assert (first.status_code, first.json()["decision"]["meanwhile"]) == (201, [])
    second = vera.post("/api/judgements/split", json={"statement": one, "reason": "two towns"}, headers=known)
    assert second.status_code == 201
    assert [(each["author"], each["reason"]) for each in second.json()["decision"]["meanwhile"]] == [
        ("Carl", "one wave")
    ]
    assert len(vera.get("/api/judgements").json()["judgements"]) == 2, "both are kept"


def test_a_coder_takes_back_what_is_theirs_and_a_reviewer_what_is_anybodys(team: Any) -> None:
    carl, vera = signed_in(team, "Carl"), signed_in(team, "Vera")
    theirs = vera.post("/api/judgements/apart", json={"local": joined(vera), "reason": "two men"}).json()["id"]
    refused = carl.post(f"/api/judgements/{theirs}/undo", json={"reason": "one man"})
    assert (refused.status_code, "Vera" in refused.json()["error"]) == (403, True)
    assert vera.post(f"/api/judgements/{theirs}/undo", json={"reason": "one man"}).status_code == 201
    own = carl.post("/api/judgements/apart", json={"local": joined(carl), "reason": "two men"}).json()["id"]
    assert carl.post(f"/api/judgements/{own}/undo", json={"reason": "one man"}).status_code == 201
    other = carl.post("/api/judgements/apart", json={"local": joined(carl), "reason": "two after all"}).json()["id"]
    assert vera.post(f"/api/judgements/{other}/undo", json={"reason": "one man"}).status_code == 201


def test_an_administrator_adds_changes_and_removes(team: Any) -> None:
    ana = signed_in(team, "Ana")
    body = {"name": "Nina", "role": "reader", "password": word("Nina")}
    key = ana.post("/api/users", json=body).json()["id"]
    assert ana.post("/api/users", json=body).status_code == 409
    nina = signed_in(team, "Nina")
    assert ana.post(f"/api/users/{key}/role", json={"role": "coder"}).json()["role"] == "coder"
    assert nina.get("/api/session").json()["decides"]
    assert ana.post(f"/api/users/{key}/password", json={"password": "another long word"}).status_code == 204
    assert nina.get("/api/record").status_code == 401
    listed = ana.get("/api/users").json()["users"]
    assert [(one["name"], one["own"]) for one in listed][:2] == [("Ana", True), ("Bea", False)]
    assert ana.delete(f"/api/users/{key}").status_code == 204
    assert ana.delete(f"/api/users/{key}").status_code == 409
    me = next(one["id"] for one in listed if one["own"])
    assert ana.delete(f"/api/users/{me}").status_code == 409
    assert ana.post(f"/api/users/{me}/role", json={"role": "reader"}).status_code == 409


def test_ones_own_password_takes_the_old_one(team: Any) -> None:
    rosa = signed_in(team, "Rosa")
    new = "quite another long word"
    assert rosa.post("/api/session/password", json={"old": "wrong", "password": new}).status_code == 403
    assert rosa.post("/api/session/password", json={"old": word("Rosa"), "password": new}).status_code == 204
    assert rosa.get("/api/record").status_code == 401
    client = TestClient(team, base_url=BASE)
    assert client.post("/api/session", json={"name": "Rosa", "password": new}).status_code == 201


def test_nothing_of_it_is_kept_by_a_browser(team: Any) -> None:
    client = signed_in(team, "Rosa")
    assert client.get("/api/events").headers["cache-control"] == "no-store"


def test_who_codes_blind_learns_nothing_of_what_others_decided(team: Any) -> None:
    carl, vera, bea = signed_in(team, "Carl"), signed_in(team, "Vera"), signed_in(team, "Bea")
    lines = carl.get("/api/queue").json()["lines"]
    keys = [line["id"] for line in lines[:3]]
    secret = {"field": "actors", "values": [{"text": "Quillon Brigade"}], "reason": "a secret reason"}
    fixed = carl.post(f"/api/queue/{keys[0]}/fix", json=secret)
    wrong = carl.post(f"/api/queue/{keys[1]}/verdict", json={"kind": "wrong", "reason": "a secret reason"})
    vera.post(f"/api/queue/{keys[2]}/verdict", json={"kind": "comment", "reason": "a secret remark"})
    assert (fixed.status_code, wrong.status_code) == (201, 201)
    assert "Quillon" in vera.get(f"/api/queue/{keys[0]}").text, "others see it"

    def looked_at() -> list[str]:
        article = bea.get(f"/api/queue/{keys[0]}").json()["article"]["id"]
        paths = [path for method, path in TO_THE_BLIND if method == "GET" and "{key}" not in path]
        paths += [f"/api/articles/{article}", *(f"/api/queue/{key}" for key in keys), "/api/places?q=Q"]
        answers = [bea.get(path) for path in paths]
        assert {answer.status_code for answer in answers} == {200}
        return [answer.text for answer in answers]

    queue = bea.get("/api/queue").json()
    assert (queue["author"], queue["decided"], queue["total"]) == ("Bea", 0, len(lines))
    assert [line["id"] for line in queue["lines"]] == [line["id"] for line in lines]
    own = bea.post(f"/api/queue/{keys[0]}/verdict", json={"kind": "right"})
    assert (own.status_code, own.json()["meanwhile"]) == (201, [])
    mine = own.json()["decision"]["id"]
    back = bea.post(f"/api/judgements/{mine}/undo", json={"reason": "no"}, headers={"x-known-judgements": "0"})
    assert (back.status_code, back.json()["meanwhile"]) == (201, [])
    again = bea.post(f"/api/queue/{keys[1]}/verdict", json={"kind": "right"})
    fix = bea.post(f"/api/queue/{keys[2]}/fix", json={"field": "actors", "values": [], "reason": "nobody"})
    told = [own.text, back.text, again.text, fix.text, *looked_at()]
    for theirs in ("Quillon", "secret", "Carl", "Vera"):
        assert not [text for text in told if theirs in text], theirs
    assert len(bea.get("/api/judgements").json()["judgements"]) == 4
    assert bea.get(f"/api/queue/{keys[1]}").json()["state"] == "right"
    refused = bea.post(f"/api/judgements/{fixed.json()['decision']['id']}/undo", json={"reason": "no"})
    assert (refused.status_code, "Carl" in refused.text) == (403, False)
    event = carl.get("/api/events").json()["events"][0]["id"]
    for path in (f"/api/queue?event={event}", f"/api/events/{event}", "/api/export?format=jsonl", "/api/coding"):
        answer = bea.get(path)
        assert (answer.status_code, "codes blind" in answer.json()["error"]) == (403, True), path
    assert vera.get("/api/coding").json()["units"] == 1, "what they decide is compared"


def joined(client: TestClient) -> str:
    """A local actor that is joined with another."""
    pages = [client.get(f"/api/actors/{line['id']}").json() for line in client.get("/api/actors").json()["actors"]]
    return str(next(page for page in pages if len(page["joined"]) == 2)["joined"][0]["local"])
