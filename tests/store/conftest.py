"""A record to be made, in each of the stores."""

from collections.abc import Callable, Iterator
from itertools import count

import pytest
from benchmarks.server import Server, programs, running


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server of PostgreSQL for all tests; each takes a database of its own."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed")
    with running(safe=False) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request, tmp_path) -> Callable[[], str]:
    """Gives the address of one place after the other where a record can be made."""
    if request.param == "postgresql":
        return request.getfixturevalue("server").new
    paths = (tmp_path / f"a b%20ü? {n}.record" for n in count())
    return lambda: str(next(paths))


@pytest.fixture
def address(new_address) -> str:
    """Where a record can be made."""
    return new_address()
