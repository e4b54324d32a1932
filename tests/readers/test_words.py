"""Quotations found in a text, and numbers and days of languages that the package has no rules for."""

from datetime import date
from pathlib import Path

import pytest

from makers import an_article
from rashomon.readers.openai.other import OtherWords
from rashomon.readers.openai.quotes import Quotes

CASES = Path(__file__).parent / "cases"


def rows(name):
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


def quoted(text):
    """The text without the brackets, and where the quotation stands."""
    before, rest = text.split("[[")
    inside, after = rest.split("]]")
    return before + inside + after, len(before), len(before + inside)


@pytest.mark.parametrize(("text", "quote", "found", "why"), rows("quotes.tsv"))
def test_quotations(text, quote, found, why):
    spans = [text[start:end] for start, end in Quotes(text).find(quote)]
    assert spans[:1] == ([] if found == "-" else [found]), why


def test_a_quotation_is_found_within_bounds_and_as_often_as_it_stands():
    text = "Rebels fled. Rebels fought. Rebels won."
    assert [start for start, _ in Quotes(text).find("Rebels")] == [0, 13, 28]
    assert [start for start, _ in Quotes(text).find("Rebels", 13, 27)] == [13]


@pytest.mark.parametrize(("language", "text", "value", "why"), rows("figures.tsv"))
def test_numbers_of_other_languages(language, text, value, why):
    text, start, end = quoted(text)
    figures = list(OtherWords(an_article(text, language=language)).figures(start, end, "", True))
    told = [f"{figure.best}; {figure.unit}" for figure in figures]
    assert told == ([] if value == "-" else [value]), why
    for figure in figures:
        assert (figure.low, figure.high, figure.qualifier) == (None, None, "about"), (
            "nothing bounds what is not understood"
        )
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(("language", "text", "day", "why"), rows("days.tsv"))
def test_days_of_other_languages(language, text, day, why):
    text, start, end = quoted(text)
    when = OtherWords(an_article(text, language=language)).when(start, end, date(2021, 5, 4), ahead=False)
    assert (when and str(when.earliest)) == (None if day == "-" else day), why
    assert when is None or (when.earliest == when.latest and when.text == text[start:end])


def test_sentences_of_other_languages():
    text = "Murieron 12 soldados. El jefe lo negó.\n\nHuyó ayer"
    words = OtherWords(an_article(text, language="es"))
    assert [span.text for span in words.sentences] == ["Murieron 12 soldados.", "El jefe lo negó.", "Huyó ayer"]
    assert all(text[span.start : span.end] == span.text for span in words.sentences)
