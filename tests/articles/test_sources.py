"""Whom a text is credited to, and whom a family of copies comes from: tables of cases, each with why it is there."""

from pathlib import Path

import pytest

from rashomon.articles import find_families
from rashomon.articles.credits import AGENCIES, shares_credit
from rashomon.record import Article

from .makers import FIRST, SECOND, THIRD, article, read

CASES = Path(__file__).parent / "cases"
LONG = " ".join((FIRST, SECOND, THIRD))


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("where", "words", "credit", "shared", "why"), rows("credits.tsv"))
def test_whom_a_page_credits(where: str, words: str, credit: str, shared: str, why: str) -> None:
    first = words.format(FIRST) if where == "first" else FIRST
    last = words.format(THIRD) if where == "last" else THIRD
    byline = (words,) if where == "byline" else ()
    found = read("\n\n".join((first, SECOND, last)), "article", byline=byline, outlet="The Courier")
    assert (found.copied_from or "", shares_credit(found)) == (credit, shared == "yes"), why


@pytest.mark.parametrize(("copies", "origin", "why"), rows("sources.tsv"))
def test_the_origin_of_a_family_is_what_shows(copies: str, origin: str, why: str) -> None:
    made = [copy(str(number), told) for number, told in enumerate(copies.split("; "))]
    for order in (made, made[::-1]):
        (family,) = find_families(order)
        assert family.origin == origin, why
        assert family.among == (tuple(origin.split(" or ")) if " or " in origin else ()), why


def copy(name: str, told: str) -> Article:
    """An article of a row: `Courier 2008-04-04 =AP +`."""
    outlet, *more = told.split()
    day = next((part for part in more if part[0].isdigit()), None)
    credit = next((part[1:] for part in more if part[0] == "="), None)
    text = f"{LONG}\n\nwith agencies" if "+" in more else LONG
    named = AGENCIES.get(credit.casefold(), credit) if credit else None
    return article(name, text, None if outlet == "?" else outlet, day, named)
