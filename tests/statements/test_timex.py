"""TIMEX3 types and values of times, against the guidelines of TimeML."""

from datetime import date

import pytest
from spacy.language import Language

from rashomon.statements.times import find_times, leaves, resolve_time, timex

TODAY = date(2014, 10, 16)  # a Thursday


@pytest.mark.parametrize(
    ("sentence", "words", "kind", "value"),
    [
        ("It opened on March 25, 2008.", "March 25, 2008", "DATE", "2008-03-25"),
        ("It opened in March 2008.", "March 2008", "DATE", "2008-03"),
        ("It opened in 2008.", "2008", "DATE", "2008"),
        ("It grew in the 1990s.", "the 1990s", "DATE", "199"),
        ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
        ("It grew in recent weeks.", "recent weeks", "DATE", "PAST_REF"),
        ("It grew in the past few weeks.", "the past few weeks", "DURATION", "PXW"),
        ("The blast came at 10:30 a.m. near a market.", "10:30 a.m.", "TIME", "2014-10-16T10:30"),
        ("They fled in the spring of 1997.", "the spring of 1997", "DATE", "1997-SP"),
        ("Exports fell in the third quarter of 2012.", "the third quarter of 2012", "DATE", "2012-Q3"),
        ("It opened on Tuesday.", "Tuesday", "DATE", "2014-10-14"),
        ("It opened yesterday.", "yesterday", "DATE", "2014-10-15"),
        ("It will open next week.", "next week", "DATE", "2014-W43"),
        ("It opened last month.", "last month", "DATE", "2014-09"),
        ("It opened two weeks ago.", "two weeks ago", "DATE", "2014-W40"),
        ("It opened on Tuesday night.", "Tuesday night", "TIME", "2014-10-14TNI"),
        ("It opened at 10:30 a.m. on Tuesday.", "10:30 a.m. on Tuesday", "TIME", "2014-10-14T10:30"),
        ("It has rained since March 23.", "March 23", "DATE", "2014-03-23"),  # the preposition is left out
        ("A three-month pause followed.", "three-month", "DURATION", "P3M"),
        ("They waited for half an hour.", "half an hour", "DURATION", "PT30M"),
        ("They fought for years.", "years", "DURATION", "PXY"),
        ("Patrols go out every morning.", "every morning", "SET", "P1D"),
        ("They meet every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("There are now signs of war.", "now", "DATE", "PRESENT_REF"),
        ("It was recently closed.", "recently", "DATE", "PAST_REF"),
        ("These days few people come.", "These days", "DATE", "PRESENT_REF"),
        ("A few days later it closed.", "A few days later", "DATE", "FUTURE_REF"),
        ("The 47-year-old guard ran.", "47-year-old", "DURATION", "P47Y"),
        ("The guard was 47 years old.", "47 years old", "DURATION", "P47Y"),
        ("It took decades.", "decades", "DURATION", "PXDE"),
        ("It stood for half a century.", "half a century", "DURATION", "P50Y"),
        ("It lasted a quarter-century.", "a quarter-century", "DURATION", "P25Y"),
        ("A weeklong truce followed.", "weeklong", "DURATION", "P1W"),
        ("It rained all day.", "all day", "DURATION", "P1D"),
        ("It fell over the first nine months.", "the first nine months", "DURATION", "P9M"),
        ("It gives 300 barrels a day.", "a day", "SET", "P1D"),
        ("It is open 24 hours a day.", "24 hours a day", "SET", "P1D"),
        ("Convoys leave on Sundays.", "Sundays", "SET", "XXXX-WXX-7"),
        ("It floods each winter.", "each winter", "SET", "XXXX-WI"),
        ("It opens tonight.", "tonight", "TIME", "2014-10-16TNI"),
        ("It closed at midnight tonight.", "midnight tonight", "TIME", "2014-10-16T24:00"),
        ("It closed at noon.", "noon", "TIME", "2014-10-16T12:00"),
        ("It closed at about 9.30pm on Tuesday.", "about 9.30pm on Tuesday", "TIME", "2014-10-14T21:30"),
        ("It rained over the weekend.", "the weekend", "DATE", "2014-W41-WE"),
        ("It was the coldest day of the year.", "the year", "DATE", "2014"),
        ("It closed in the second half of 2012.", "the second half of 2012", "DATE", "2012-H2"),
        ("It closed in the spring of last year.", "the spring of last year", "DATE", "2013-SP"),
        ("It closed in fiscal 2012.", "fiscal 2012", "DATE", "2012"),
        ("It grew in the 1980s and 1990s.", "1990s", "DATE", "199"),
        ("The war of 1980-88 was long.", "1980", "DATE", "1980"),
        ("It closed two days after April 5.", "two days", "DURATION", "P2D"),
    ],
)
def test_timex(nlp: Language, sentence: str, words: str, kind: str, value: str) -> None:
    found = {leaf.text: leaf for time in find_times(nlp(sentence)) for leaf in leaves(time)}
    assert timex(found[words], TODAY, tense="past") == (kind, value)


def test_a_year_before_a_month_is_a_month(nlp: Language) -> None:
    sales, before = find_times(nlp("Sales rose in February 2014 from a year earlier."))
    told = resolve_time(sales, today=TODAY)
    assert timex(before, TODAY, told=told) == ("DATE", "2013-02")


def test_without_today_what_hangs_on_it_is_unknown(nlp: Language) -> None:
    (time,) = find_times(nlp("It opened on Tuesday."))
    assert timex(time, None) == ("DATE", "XXXX-WXX-2")
