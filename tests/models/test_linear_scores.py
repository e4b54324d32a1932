"""Many things judged in one go get what each gets by itself."""

import numpy as np
import pytest

from rashomon.models import load_model

MANY = [
    {"w=town": 3.0, "p=the": 1.0, "n=of": 1.0},
    {},
    {"w=karsa": 1.0},
    {"0=said": 1.0, "1=the": 1.0, "12=the police": 1.0, "into=3": 1.0},
]


@pytest.mark.parametrize("name", ["truecase", "commas", "police_acts"])
def test_scores_of_many_are_those_of_each(name: str) -> None:
    model = load_model(name)
    for one, many in zip((model.scores(each) for each in MANY), model.scores_of(MANY), strict=True):
        assert list(one) == list(many)
        assert np.allclose(list(one.values()), list(many.values()), atol=1e-6)


def test_of_nothing_there_is_nothing() -> None:
    assert load_model("commas").scores_of([]) == []
