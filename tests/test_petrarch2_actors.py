"""The dictionaries of actors and agents that stand beside a PETRARCH set, in lines of our own."""

from datetime import date
from pathlib import Path

import pytest
from benchmarks.petrarch2 import Coder
from benchmarks.petrarch2_actors import Dictionaries, read_dictionaries, words_of

from rashomon.statements.parse import load_pipeline

ACTORS = """# a remark
VELDEN [VEL]
+VELDENER
ADEL_MARUN [VEL] # always
	[VELREB <19950601>]
	[VELGOV 19950601-19990815]
THE_TWINS [ONE/TWO]
NOBODY [---]
"""
AGENTS = """!PERSON! = MAN, WOMAN
POLICE {} [ ~COP]
MINISTRY [~GOV]
RELIEF_BODY [NGO~]
CONGRESS!PERSON! [~LEG]
"""


@pytest.fixture
def known(tmp_path: Path) -> Dictionaries:
    (tmp_path / "actors.txt").write_text(ACTORS, "utf-8")
    (tmp_path / "agents.txt").write_text(AGENTS, "utf-8")
    return read_dictionaries(tmp_path)


@pytest.mark.parametrize(
    ("name", "day", "codes"),
    [
        ("Veldener", date(1995, 1, 1), ("VEL",)),  # another name of the same actor
        ("Adel Marun", date(1995, 1, 1), ("VELREB",)),  # before a day
        ("Adel Marun", date(1996, 1, 1), ("VELGOV",)),  # between two days
        ("Adel Marun", date(2001, 1, 1), ("VEL",)),  # no day bounds the last code
        ("The Twins", date(1995, 1, 1), ("ONE", "TWO")),  # one name, two actors
        ("Nobody", date(1995, 1, 1), ()),  # known and not coded
        ("Karsa", date(1995, 1, 1), None),  # unknown
    ],
)
def test_actors(known: Dictionaries, name: str, day: date, codes: tuple[str, ...] | None) -> None:
    assert known.actor(words_of(name), day) == codes


def test_agents_in_plural_and_with_sets(known: Dictionaries) -> None:
    assert known.agents[words_of("ministries")] == "~GOV"
    assert known.agents[words_of("congresswoman")] == "~LEG"
    assert words_of("polices") not in known.agents


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Velden police met.", ["VELCOP"]),  # an agent behind an actor
        ("The ministry of Velden met.", ["VELGOV"]),  # an agent of an actor
        ("Velden's relief body met.", ["NGOVEL"]),  # an agent that goes in front
        ("Farmers met.", []),  # nobody known
    ],
)
def test_phrases_are_coded(known: Dictionaries, text: str, codes: list[str]) -> None:
    doc = load_pipeline()(text)
    head = next(token for token in doc if token.dep_ == "nsubj")
    assert Coder(doc, known, date(1995, 1, 1)).coded(doc[head.i : head.i + 1]) == codes
