"""Every line of the tables in docs/what-is-read.md, read again."""

from datetime import date
from pathlib import Path

import pytest

from rashomon.record import Article, When, content_id
from rashomon.resolve import resolve_article
from rashomon.settings import Settings
from rashomon.statements import Reader

PAGE = Path(__file__).parents[1] / "docs" / "what-is-read.md"
DAY = date(2021, 6, 9)
SPEECH = ("agree", "request", "threaten", "reject", "accuse", "say")


def tables():
    section = ""
    for line in PAGE.read_text("utf-8").splitlines():
        if line.startswith("## "):
            section = line[3:]
        elif line.startswith("| ") and not line.startswith(("| the words", "| ---")):
            words, expected = (cell.strip() for cell in line.strip("| ").split(" | ", 1))
            yield section, words, expected


@pytest.fixture(scope="module")
def read(gazetteer):
    reader = Reader(Settings())

    def statements(text):
        when = When(DAY, DAY, "day", "9 June 2021", "stated")
        article = Article(content_id(text), "a.txt", None, "0" * 64, "Outlet", None, (), when, "en", text, None)
        return resolve_article(article, reader.read(article), gazetteer).statements

    return statements


def chain(told):
    return " ← ".join(sayer.name for sayer in told.chain[1:]) or "nobody but the outlet"


def days(told):
    if told.time is None:
        return "unknown"
    first, last = told.time.earliest, told.time.latest
    return str(first) if first == last else f"{first} to {last}"


def figure(told):
    shown = [
        ", ".join("–" if n is None else str(n) for n in (f.low, f.best, f.high)) + f"; {f.counts}; {f.measure}"
        for f in told.figures
    ]
    return shown[0] if shown else "none"


def place(told):
    return ", ".join(p.text for p in told.places) or "unknown"


def who(told):
    return (*told.targets, *told.actors)[0].name


SHOWN = {
    "Chains": chain, "Times": days, "Figures": figure, "Places": place, "Names": who,
    "Factuality": lambda told: told.factuality,
}  # fmt: skip


@pytest.mark.parametrize(("section", "words", "expected"), list(tables()), ids=lambda cell: cell[:45])
def test_the_page_tells_what_is_read(read, section, words, expected):
    told = read(words)
    acts = [s for s in told if s.type not in SPEECH] or list(told)
    assert SHOWN[section](acts[-1]) == expected


def test_every_section_has_its_table():
    assert {section for section, _, _ in tables()} == set(SHOWN)
