"""The routes against their own description: Schemathesis asks what it allows and what it does not, of a record of
hostile text, as everybody who may ask; each answer has to be one that is described."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from argon2 import PasswordHasher
from hypothesis import HealthCheck, given, settings
from schemathesis import checks
from schemathesis.specs.openapi import checks as openapi
from tests.desk.hostile import HostilePipeline, hostile_record
from tests.desk.team import NAMES, signed_in

from rashomon.desk import make_app
from rashomon.desk.people import people_of
from rashomon.desk.roles import ROUTES, Role
from rashomon.desk.tries import Tries
from rashomon.settings import Settings

EXAMPLES = 12
"""Calls of each route by each role: enough to meet each value's bounds."""

CHECKS = [
    checks.not_a_server_error,
    openapi.status_code_conformance,
    openapi.content_type_conformance,
    openapi.response_headers_conformance,
    openapi.response_schema_conformance,
    openapi.negative_data_rejection,
]

DESCRIBED = sorted(row for row in ROUTES if row[1] != "/api/openapi.json")


@pytest.fixture(scope="module")
def app(users: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("hostile")
    pipeline = HostilePipeline()
    record = hostile_record(folder, pipeline)
    shutil.copy(users, people_of(str(record), Settings()).path)
    app = make_app(str(record), Settings(cache=folder / "cache"))
    app.state.desk.pipeline = pipeline
    # Passwords are checked in hundreds here; how well they are hashed is looked at elsewhere.
    app.state.desk.people._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    return app


@pytest.fixture(scope="module")
def schema(app: Any) -> Any:
    return schemathesis.openapi.from_dict(app.openapi())


@pytest.mark.parametrize("role", ["administrator", "reader", None])
@pytest.mark.parametrize(("method", "path"), DESCRIBED)
def test_every_answer_is_described(app: Any, schema: Any, method: str, path: str, role: Role | None) -> None:
    from starlette.testclient import TestClient
    from tests.desk.team import BASE

    app.state.desk.tries = Tries()
    client = signed_in(app, NAMES[role]) if role else TestClient(app, base_url=BASE)

    @settings(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(schema[path][method].as_strategy())
    def ask(case: Any) -> None:
        told = {name: value for name, value in case.as_transport_kwargs(base_url=BASE).items() if value is not None}
        client.cookies.update(told.pop("cookies", {}))
        case.validate_response(client.request(**told), checks=CHECKS)

    ask()
