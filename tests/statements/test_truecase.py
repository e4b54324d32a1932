"""Texts in one case: brought to mixed case for reading, quoted as they are printed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.record import Article, content_id
from rashomon.settings import Settings
from rashomon.statements import Reader, truecase
from rows import rows


@pytest.mark.parametrize(("text", "expected", "why"), rows("truecase.tsv"))
def test_text_is_brought_to_mixed_case(text: str, expected: str, why: str) -> None:
    assert truecase(text) == expected, why


@given(st.text(max_size=80))
def test_no_character_moves(text: str) -> None:
    shout = "".join(c.upper() if len(c.upper()) == 1 else c for c in text) + " THE REBELS ATTACKED THE TOWN"
    cased = truecase(shout)
    assert len(cased) == len(shout)
    assert cased.casefold() == shout.casefold()


def test_one_paragraph_in_capitals_is_enough() -> None:
    text = "Two men were hurt.\n\nREBELS ATTACKED THE BARRACKS ON MONDAY.\n\nThe army is silent."
    assert truecase(text).split("\n\n")[1] == "Rebels attacked the barracks on Monday."
    assert truecase(text).split("\n\n")[::2] == text.split("\n\n")[::2]


def test_what_is_quoted_is_what_is_printed() -> None:
    text = "REBELS ATTACKED THE BARRACKS OF KARSA ON MONDAY. THE ARMY SAID THAT 12 SOLDIERS HAD BEEN KILLED."
    article = Article(content_id(text), "a.txt", None, "0" * 64, None, None, (), None, "en", text, None)
    reading = Reader(Settings()).read(article)
    assert {"assault", "harm"} & {told.type for told in reading.statements}
    spans = [
        span
        for told in reading.statements
        for span in (told.evidence, told.trigger, *told.actors, *told.targets, *told.places, *told.figures)
        if span is not None
    ]
    assert any(span.text == "REBELS" for span in spans)
    assert all(text[span.start : span.end] == span.text for span in (*spans, *reading.names))
