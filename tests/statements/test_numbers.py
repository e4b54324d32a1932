"""Numerals as news writes them."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        (
            "410 220 315 480 190 205 330",
            "410 220 315 480 190 205 330".split(),
        ),  # a row of a table, no number of 21 digits
        ("110,220,330,440,550,660,770", ["110"]),  # nor with commas
        ("in 2008 1 500 fled", ["2008", "1 500"]),  # a year before a number with a space
        ("case 20080325113000417", []),  # a code
    ],
)
def test_numbers_side_by_side_stay_apart(text: str, found: list[str]) -> None:
    assert [match.group() for match in re.finditer(NUMERAL, text, re.IGNORECASE)] == found


@given(
    st.lists(st.sampled_from(("7", "07", "123", "000", "12", "1234", "9" * 15, "9" * 400)), min_size=1, max_size=300),
    st.sampled_from((" ", ",", ".", "\u202f", "-", "")),
    st.sampled_from(("", " million", " hundred trillion", "bn", "%", " and a half million")),
)
def test_no_row_of_digits_is_too_long(cells: list[str], mark: str, scale: str) -> None:
    """Every number that is found can be written down, whatever the run of digits that it stands in."""
    text = mark.join(cells) + scale
    for match in re.finditer(NUMERAL, text, re.IGNORECASE):
        assert 0 <= value_of(match.group()) < 10**28
