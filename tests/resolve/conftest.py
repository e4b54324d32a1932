"""One gazetteer for the whole run: built in the run's own folder at first use, and shared with tests/gazetteer."""

from collections.abc import Iterator

import pytest

from rashomon.gazetteer import Gazetteer, open_gazetteer
from rashomon.settings import Settings


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    with open_gazetteer(Settings(cache=tmp_path_factory.getbasetemp() / "gazetteer")) as opened:
        yield opened
