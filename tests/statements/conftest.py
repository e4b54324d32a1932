"""One loaded pipeline for all tests of the reader."""

import pytest

from rashomon.statements.parse import load_pipeline


@pytest.fixture(scope="session")
def nlp():
    return load_pipeline()
