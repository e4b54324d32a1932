"""Days and figures in words: as precise as they are, and no more."""

from datetime import date

import pytest

from makers import a_statement, an_article
from rashomon.cli.wording import chain, count, number, when
from rashomon.record import Sayer, When


def time(first: str | None, last: str | None) -> When:
    days = [text and date.fromisoformat(text) for text in (first, last)]
    return When(days[0], days[1], "days", "", "stated")


@pytest.mark.parametrize(
    ("value", "words", "why"),
    [
        (None, "time unknown", "nothing known"),
        (time(None, None), "time unknown", "an empty time"),
        (time("2008-03-25", "2008-03-25"), "25 March 2008", "a day"),
        (time("2008-03-25", "2008-03-31"), "25–31 March 2008", "days of one month"),
        (time("2008-03-31", "2008-04-06"), "31 March – 6 April 2008", "days of one year"),
        (time("2007-12-31", "2008-01-06"), "31 December 2007 – 6 January 2008", "over the new year"),
        (time("2008-02-01", "2008-02-29"), "February 2008", "a whole month, of a leap year"),
        (time("2008-02-01", "2008-02-28"), "1–28 February 2008", "a day short of it"),
        (time("2008-03-01", "2008-04-30"), "1 March – 30 April 2008", "two months"),
        (time("2008-01-01", "2008-12-31"), "2008", "a year"),
        (time("2006-01-01", "2008-12-31"), "2006–2008", "years"),
        (time("2008-03-23", None), "since 23 March 2008", "no end told"),
        (time(None, "2008-03-23"), "until 23 March 2008", "no beginning told"),
        (time("9999-12-31", "9999-12-31"), "31 December 9999", "the last day there is"),
        (time("9999-12-01", "9999-12-31"), "December 9999", "the last month there is"),
    ],
)
def test_when(value, words, why):
    assert when(value) == words, why


@pytest.mark.parametrize(
    ("value", "words"), [(None, "–"), (0, "0"), (1500, "1,500"), (1_700_000, "1,700,000"), (12.5, "12.5"), (50.0, "50")]
)
def test_number(value, words):
    assert number(value) == words


def test_count():
    assert (count(0, "origin"), count(1, "origin"), count(2000, "origin")) == ("0 origins", "1 origin", "2,000 origins")


def test_chain():
    article = an_article()
    said = Sayer("Adel Marun", "official", said=time("2021-05-02", "2021-05-02"))
    told = a_statement(article, chain=(Sayer("Hill Courier", "outlet"), said))
    assert chain(told) == "Hill Courier ← Adel Marun, 2 May 2021"
    assert chain(a_statement(article, chain=())) == "no source named"
