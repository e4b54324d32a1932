"""Numerals as news writes them."""

import re

import pytest

from rashomon.statements.numbers import NUMERAL, value_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1300", 1300),
        ("1,500", 1500),
        ("12,50,000", 1250000),  # Indian grouping
        ("30 000", 30000),  # a space, thin or not
        ("30\u202f000", 30000),
        ("1.5 million", 1500000),
        ("1.1 million", 1100000),  # no dust of floating point
        ("3.2bn", 3200000000),
        ("2.5m", 2500000),
        ("5 lakh", 500000),
        ("seven", 7),
        ("twenty-five", 25),
        ("a hundred and twenty", 120),
        ("two hundred and fifty thousand", 250000),
        ("twenty-five thousand three hundred", 25300),
        ("a million", 1000000),
        ("half a million", 500000),
        ("a million and a half", 1500000),
        ("two and a half million", 2500000),
        ("a quarter of a million", 250000),
        ("three quarters of a million", 750000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("0.5", 0.5),
    ],
)
def test_the_whole_text_is_one_number(text: str, value: float) -> None:
    match = re.fullmatch(NUMERAL, text, re.IGNORECASE)
    assert match is not None
    assert value_of(match.group()) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("five or six", ["five", "six"]),  # an alternative is two numbers
        ("two million three million", ["two million", "three million"]),  # a second million adds nothing to the first
        ("1300, 37", ["1300", "37"]),
        ("AK-47", []),  # behind letters and a hyphen
        ("often or soon", []),  # "ten" and "one" inside words
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, found: list[str]) -> None:
    assert [match.group() for match in re.finditer(NUMERAL, text, re.IGNORECASE)] == found
