"""The desk of the example pages, and one with users, asked without a server."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.desk.team import NAMES, word

from makers import LinePipeline
from rashomon.desk import make_app
from rashomon.desk.people import people_of
from rashomon.run import Pipeline, build
from rashomon.settings import Settings


@pytest.fixture(scope="session")
def desk(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    settings = Settings(cache=tmp_path_factory.mktemp("desk"))
    return TestClient(make_app(str(example_record), settings), base_url="http://127.0.0.1")


@pytest.fixture(scope="session")
def dismissals(desk: TestClient) -> str:
    """The id of the event of the example pages whose figures clash."""
    found = desk.get("/api/events", params={"q": "dismissed", "clash": "figure"}).json()["events"]
    assert [event["title"] for event in found] == ["Dismissals: Interior Ministry and police officers"]
    return str(found[0]["id"])


@pytest.fixture
def record(tmp_path: Path, pages: Path, lines: Pipeline) -> Path:
    """A record of a few lines that a test may change."""
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    return record


@pytest.fixture(scope="session")
def users(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a user of each role, made once since hashing a password takes a while."""
    people = people_of(str(tmp_path_factory.mktemp("users") / "lines.record"), Settings())
    for role, name in NAMES.items():
        people.add(name, role, word(name))
    return people.path


@pytest.fixture
def team(record: Path, users: Path, tmp_path: Path, lines: LinePipeline) -> Any:
    """The application of a desk with a user of each role."""
    shutil.copy(users, people_of(str(record), Settings()).path)
    app = make_app(str(record), Settings(cache=tmp_path / "cache"), "Owner")
    app.state.desk.pipeline = lines
    return app
