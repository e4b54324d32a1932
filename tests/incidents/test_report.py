"""What a whole report tells of: acts count by who, to whom, and how long before."""

import pytest

import rashomon
from rashomon.incidents.report import report_features
from rashomon.statements.parse import load_pipeline

TEXT = "San Telmo, 5 January 1990. Gunmen killed a judge on Thursday. In 1985 gunmen killed a priest."


@pytest.fixture(scope="module")
def features():
    read = rashomon.read(TEXT)
    return report_features(read.article, load_pipeline()(read.article.text), read.reading)


@pytest.mark.parametrize(
    "name",
    [
        "w=judge",  # a word
        "early=kill a",  # a pair of words of the beginning
        "target=assault:judge",  # to whom
        "actor=assault:gunmen",  # by whom
    ],
)
def test_feature(features: dict[str, float], name: str) -> None:
    assert name in features
