"""The desk of the example pages, asked without a server."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from rashomon.desk import make_app
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
