"""The second look: each thing is held against what else the report names."""

import pytest

from rashomon.incidents.context import odds, things, whole
from rashomon.incidents.entities import entities
from rashomon.incidents.phrases import phrases
from rashomon.statements.parse import load_pipeline

REPORT = {"any": 0.5}


@pytest.fixture(scope="module")
def looked_at():
    doc = load_pipeline()("Gunmen burned the wooden bridge. The mayor slept.")
    found = entities(doc, phrases(doc))
    likely = {"wooden bridge": 0.9, "bridge": 0.5, "gunmen": 0.2}
    chances = [{"physical": likely.get(entity.text, 0.001)} for entity in found]
    return dict(zip((e.text for e in found), things(doc, REPORT, found, chances), strict=True))


def test_a_likelier_wording_of_the_same_place_is_a_rival(looked_at):
    assert "physical rival>2.0" in looked_at["bridge"]
    assert not any("rival" in name for name in looked_at["wooden bridge"])


def test_what_else_stands_in_the_sentence_is_company(looked_at):
    assert "physical beside>2.0" in looked_at["gunmen"]
    assert "physical beside>0.0" not in looked_at["wooden bridge"]  # a wording of the same place is no company


def test_the_likeliest_of_the_report_is_known_to_all(looked_at):
    assert "physical at best>2.0" in looked_at["gunmen"]
    assert "physical best>3.0" in looked_at["gunmen"]


def test_what_is_unlikely_gets_no_second_look(looked_at):
    assert looked_at["mayor"] == {}


def test_a_report_that_names_nothing_is_told_by_its_words():
    assert set(whole(REPORT, [])) == {f"any>{step}" for step in (-7.0, -6.0, -5.0, -4.5, -4.0, -3.5, -3.0, -2.5)} | {
        f"any>{step}" for step in (-2.0, -1.5, -1.0, -0.5, 0.0)
    }


def test_log_odds_stay_finite():
    _, table = odds([{"any": 0.0}, {"any": 1.0}])
    assert table.min() > -12
    assert table.max() < 12
