"""What kind of act a text tells of: classes of words, features, and what the two models say of our own texts."""

import pytest
from benchmarks.indiapolice import TOLD

from rashomon.statements.kinds import of_report, police_acts, sub_events
from rashomon.statements.kinds.features import acts, joined, order, put, stretches
from rashomon.statements.kinds.police import CORE
from rashomon.statements.kinds.words import classes, load_classes
from rows import rows


@pytest.mark.parametrize("case", rows("kinds_sub_events.tsv"), ids=lambda case: f"{case[1]} ({case[-1]})")
def test_sub_event_is_told(nlp, case):
    text, label, _why = case
    chances = sub_events(nlp(text))
    assert max(chances, key=chances.get) == label
    assert sum(chances.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("case", rows("kinds_police.tsv"), ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_acts_of_police_are_told(nlp, case):
    text, labels, others, _why = case
    (chances,) = police_acts(nlp(text), [(0, len(text))])
    told = {label for label, chance in chances.items() if chance >= TOLD[label]}
    assert told >= set(labels.split()) - {"-"}
    assert not told & set(others.split())


def test_each_sentence_is_judged(nlp):
    text = "the shops are closed. police arrested four men. they were taken to the court."
    ends = [text.index(".") + 1, text.index("men.") + 4, len(text)]
    chances = police_acts(nlp(text), list(zip([0, *ends[:-1]], ends, strict=True)))
    assert len(chances) == 3
    assert chances[1]["arrest"] > chances[0]["arrest"]


def test_no_sentence_no_chance(nlp):
    assert police_acts(nlp("nothing"), []) == []
    assert of_report([]) == {}


@pytest.mark.parametrize(
    ("sentences", "least", "most"),
    [
        ([0.4], 0.4, 0.4),  # one sentence speaks for all
        ([0.4, 0.4], 0.4, 0.64),  # two say more than one, less than if they were independent
        ([0.0, 0.0], 0.0, 0.0),
        ([1.0, 0.0], 1.0, 1.0),
    ],
)
def test_report_lies_between_its_surest_sentence_and_all_together(sentences, least, most):
    chance = of_report([{"kill": each} for each in sentences])["kill"]
    assert chance == pytest.approx((least + most) / 2)


@pytest.mark.parametrize(
    ("text", "name", "met"),
    [
        ("A suicide bomber struck.", "suicide", True),  # two words in a row
        ("The bomber knew of the suicide pact.", "aircraft", True),  # one word may stand in the wrong class alone
        ("Police tear-gassed them.", "force_used", True),  # a hyphen
        ("â€˜lathicharge''", "force_used", True),  # quotes decoded wrongly
        ("They blew themselves up.", "suicide", True),  # by its lemma
        ("The tea was strong.", "suicide", False),
    ],
)
def test_classes_are_met(nlp, text, name, met):
    assert (name in {found for _, found in classes(list(nlp(text)))}) is met


def test_table_of_classes_is_whole():
    assert len({name for expressions in load_classes().values() for _, name in expressions}) > 50
    assert {name for expressions in load_classes().values() for _, name in expressions} >= CORE


def test_order_and_distance_of_classes(nlp):
    text = "The police were absent, and two men died."
    (one,) = stretches(nlp(text), [(0, len(text))])
    found = order(one, frozenset(("police", "absence", "death")))
    assert found == ["n:police>absence:beside", "n:police>death:apart", "n:absence>death:near"]


def test_acts_come_with_their_roles_and_how_they_are_put(nlp):
    text = "Police will arrest the leader."
    (one,) = stretches(nlp(text), [(0, len(text))])
    assert {"t:coerce/arrest", "t:coerce/arrest:planned", "tc:actor:coerce/arrest:police"} <= set(acts(one))
    assert "p:taking:planned" in put(one, CORE)


def test_a_block_weighs_the_same_however_long():
    for names in (["a"], ["a", "b", "c", "c"]):
        assert sum(value**2 for value in joined((2.0, names)).values()) == pytest.approx(4.0)
