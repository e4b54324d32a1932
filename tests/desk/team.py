"""A desk with a user of each role, for tests."""

from typing import Any

from starlette.testclient import TestClient

from rashomon.desk.roles import Role

BASE = "http://127.0.0.1:8730"
NAMES: dict[Role, str] = {"reader": "Rosa", "coder": "Carl", "reviewer": "Vera", "administrator": "Ana", "blind": "Bea"}


def word(name: str) -> str:
    """The password of somebody."""
    return f"{name} has a long word"


def signed_in(app: Any, name: str, base: str = BASE) -> TestClient:
    """Somebody's browser, with the header that the desk's pages send."""
    client = TestClient(app, base_url=base)
    answer = client.post("/api/session", json={"name": name, "password": word(name)})
    assert answer.status_code == 201, answer.text
    client.headers["x-csrf-token"] = answer.json()["token"]
    return client
