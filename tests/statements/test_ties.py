"""Ties: the way between two words, and the hints that a sentence gives of how two mentions hang together."""

from dataclasses import replace

import pytest

from rashomon.statements.mentions import Mention, extent
from rashomon.statements.parse import load_pipeline
from rashomon.statements.ties import find_ties, pairs
from rashomon.statements.ties.hints import hints
from rashomon.statements.ties.ways import way
from rows import rows


@pytest.fixture(scope="module")
def nlp():
    return load_pipeline()


def _mention(doc, word, kind):
    head = next(token for token in doc if token.text == word)
    return Mention(head, *extent(head), kind, 1.0)


@pytest.mark.parametrize("case", rows("ties.tsv"), ids=lambda case: f"{case[0][:40]} ({case[-1]})")
def test_hints_are_given(nlp, case):
    sentence, first, second, expected, _why = case
    doc = nlp(sentence)
    a, b = (_mention(doc, *words.split("/")) for words in (first, second))
    told = {name + sign for name, sign in hints(a, b)}
    if expected == "-":
        assert not {hint for hint in told if hint[:1].isupper()}
    else:
        assert set(expected.split()) <= told


def test_joined_words_stand_in_one_place(nlp):
    doc = nlp("Soldiers and policemen were sent to Basra.")
    soldiers, policemen, town = doc[0], doc[2], doc[6]
    assert [how for how, _ in way(policemen, town).up] == [how for how, _ in way(soldiers, town).up]
    assert [how for how, _ in way(soldiers, town).down] == ["p:to"]


def test_pairs_stand_in_one_sentence_and_near(nlp):
    doc = nlp("The army left Basra. The rebels took Mosul.")
    found = [_mention(doc, word, "Organisation") for word in ("Mosul", "army", "Basra", "rebels")]
    assert [(a.head.text, b.head.text) for a, b in pairs(found)] == [("army", "Basra"), ("rebels", "Mosul")]


def test_overlapping_words_are_tied_once(nlp):
    doc = nlp("Troops reached the province of Raqqa in Syria on Monday.")
    town, state, province = (_mention(doc, word, "Location") for word in ("Raqqa", "Syria", "province"))
    whole = replace(province, end=town.end)
    apart, within = (
        [tie for tie in find_ties(doc, (town, state, other)) if state in (tie.source, tie.target)]
        for other in (province, whole)
    )
    assert (len(apart), len(within)) == (2, 1)
