"""Factuality: a table of sentences of our own."""

import pytest

from rashomon.statements.factuality import factuality
from rashomon.statements.triggers import find_triggers
from rows import rows


@pytest.mark.parametrize(("sentence", "word", "expected", "why"), rows("factuality.tsv"))
def test_factuality(nlp, sentence, word, expected, why):
    found = {t.head.text: factuality(t.head) for t in find_triggers(nlp(sentence))}
    assert found.get(word) == expected, why


def test_the_table_is_long_enough_to_mean_something():
    assert len(rows("factuality.tsv")) >= 80
