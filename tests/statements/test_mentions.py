"""Mentions and the ties between them, on sentences of our own."""

import pytest

from rashomon.statements.mentions import find_mentions
from rashomon.statements.ties import find_ties


@pytest.mark.parametrize(
    ("sentence", "phrase", "type"),
    [
        ("The army shelled the town of Karsa on Monday.", "The army", "Organisation"),  # a noun alone
        ("The army shelled the town of Karsa on Monday.", "Monday", "Temporal"),  # a day
        ("General Adel Marun left the capital.", "General Adel Marun", "Person"),  # a rank and a name
        ("Rebels fired rockets at the convoy.", "rockets", "Weapon"),  # a weapon
        ("Fighters of the Islamic State left Mosul.", "Mosul", "Location"),  # a town
    ],
)
def test_mentions_are_phrases_with_a_type(nlp, sentence, phrase, type):
    found = {sentence[m.start : m.end]: m.type for m in find_mentions(nlp(sentence))}
    assert found.get(phrase) == type


@pytest.mark.parametrize("text", ["", "\n\n", "Yes.", "and of the"])
def test_little_text_has_no_ties(nlp, text):
    doc = nlp(text)
    assert find_ties(doc, find_mentions(doc)) == ()


def test_a_province_and_its_state_lie_together(nlp):
    doc = nlp("Troops reached the province of Raqqa in Syria on Monday.")
    ties = {(doc.text[t.source.start : t.source.end], t.type) for t in find_ties(doc, find_mentions(doc))}
    assert any(kind == "CoLocated" for _, kind in ties)


def test_nobody_is_tied_to_themselves(nlp):
    doc = nlp("Iraqi troops and their allies fought rebels near Mosul, General Adel Marun of the army said on Friday.")
    assert all(t.source != t.target and t.chance > 0 for t in find_ties(doc, find_mentions(doc)))
