"""Confidence is a chance, and follows what was found."""

from dataclasses import replace

import pytest

import rashomon
from rashomon.statements.confidence import confidence, features


@pytest.fixture(scope="module")
def statement():
    return rashomon.read("Rebels attacked the depot near Karsa on 3 May 2021.").reading.statements[0]


def test_it_is_a_chance(statement):
    assert 0 < statement.confidence < 1
    assert statement.confidence == confidence(statement)


def test_a_pronoun_is_told_from_a_name(statement):
    he = replace(statement, actors=(replace(statement.actors[0], name="he", text="he"),))
    assert "actors=pronoun" in features(he)
    assert "actors=none" in features(replace(statement, actors=()))


def test_the_text_of_a_name_does_not_count(statement):
    other = replace(statement, actors=(replace(statement.actors[0], name="Marun", text="Marun"),))
    named = replace(statement, actors=(replace(statement.actors[0], name="Horn", text="Horn"),))
    assert features(other) == features(named)
