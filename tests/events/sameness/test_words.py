from pathlib import Path

import pytest

from rashomon.events.sameness.words import base, meaning, opposed, plain

CASES = Path(__file__).parents[1] / "cases" / "senses.tsv"
ROWS = [line.split("\t") for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]


def of(wording: str) -> frozenset[str]:
    words = tuple(wording.split())
    return meaning(words[0], words).senses


@pytest.mark.parametrize(("one", "other", "expected", "why"), ROWS)
def test_senses(one: str, other: str, expected: str, why: str) -> None:
    assert of(one), why
    assert of(other), why
    assert bool(of(one) & of(other)) is (expected == "shared"), why


def test_a_word_that_the_table_lacks_has_no_sense() -> None:
    assert not of("zorble")
    assert not meaning("zorble", ("zorble",)).fields


def test_a_phrase_goes_before_its_words() -> None:
    assert of("step down") != of("step")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("acquire", "acquired", True),
        ("bombing", "bombed", True),
        ("shelling", "shells", True),
        ("raid", "rally", False),
    ],
)
def test_base(one: str, other: str, expected: bool) -> None:
    assert (base(one) == base(other)) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("dies", "die"),  # a verb that capitals made a name
        ("seized", "seize"),
        ("launching", "launch"),
        ("karsa", "karsa"),  # a name stays
        ("witness", "witness"),  # known as it stands
    ],
)
def test_plain(word: str, expected: str) -> None:
    assert plain(word) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("check in", "check out", True),
        ("check into", "check out", True),
        ("check out", "check in", True),
        ("check in", "check into", False),
        ("check", "check out", False),
    ],
)
def test_opposed(one: str, other: str, expected: bool) -> None:
    assert opposed(one.split(), other.split()) is expected
