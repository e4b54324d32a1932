"""One reader of rules for all tests here, and readers that ask a small server of ours."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.readers.server import Answer, Model, a_model

from makers import a_day, an_article
from rashomon.readers import held, open_reader
from rashomon.readers.openai import ModelReader
from rashomon.record import Article, Reading
from rashomon.settings import Settings
from rashomon.statements import Reader as Rules

PUBLISHED = date(2021, 5, 4)


@pytest.fixture(scope="session")
def rules() -> Rules:
    return Rules(Settings())


@pytest.fixture
def report() -> Callable[..., Article]:
    """An article of the text, out on 4 May 2021."""
    return lambda text, **more: an_article(text, **({"published": a_day(PUBLISHED.isoformat())} | more))


@pytest.fixture
def reader_at(tmp_path: Path, rules: Rules) -> Callable[..., ModelReader]:
    """A reader that asks the model; it waits for nothing between two tries."""

    def make(model: Model, **more: Any) -> ModelReader:
        given = {"cache": tmp_path, "reader": "openai:toy", "endpoint": model.endpoint, "reader_seconds": 10.0}
        reader = open_reader(Settings(**(given | more)))
        assert isinstance(reader, ModelReader)
        reader._rules = rules
        reader._server._sleep = lambda seconds: None
        return reader

    return make


@pytest.fixture
def read(reader_at: Callable[..., ModelReader]) -> Callable[..., Reading]:
    """What is read in an article where a model answers so."""

    def run(article: Article, answer: Answer, **more: Any) -> Reading:
        with a_model(answer) as model:
            return held(article, reader_at(model, **more).read(article))

    return run
