"""Commas for texts that have lost theirs: where they are set, and what is never touched."""

import pytest

from rashomon.statements.commas import gaps, with_commas

REST = (
    " The road to the port has been closed since Monday and few trucks go through. Traders in the old town said that"
    " flour was scarce and that prices had doubled within a week. Nobody was at hand to comment on the report."
)


def commas(sentence: str) -> str:
    """The sentence as it comes back from a longer text without commas."""
    return with_commas(sentence + REST)[: len(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # who said it, at the end of the sentence
        ("Shells fell on the market killing nine people the governor said.", "people,the governor"),
        ("Four boats sank near the border with Karsa an aid group said on Friday.", "Karsa,an aid group"),
        ("The bridge was blown up by rebels according to the governor.", "rebels,according"),
        ("Shells fell on the market in the old town of Karsa residents and a war monitor said.", "Karsa,residents and"),
        ("A bomb killed six people in Karsa the Harbour Times reported on Monday without giving details.", "Karsa,the"),
        ('"The guns were heard all night long" Adel Marun the mayor said.', '",Adel Marun the mayor said'),
        (
            "Fighters of the group took the bridge two days after the army had left it said the monitoring group.",
            "it,said",
        ),
        # two tolls of a headline
        ("Eight farmers killed 25 injured in a blast in Karsa.", "killed,25"),
        # a clause in front, a contrast behind
        ("Meanwhile the army went on shelling the hills.", "Meanwhile,the army"),
        ("The talks began on Tuesday but the guns did not fall silent.", "Tuesday,but"),
    ],
)
def test_commas_are_set_where_the_clauses_part(sentence: str, expected: str) -> None:
    assert expected in commas(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels attacked the convoy with two bombs.",  # nothing to part
        "The mayor said that the siege was over.",  # the speaker stands in front
    ],
)
def test_plain_clauses_stay_whole(sentence: str) -> None:
    assert commas(sentence) == sentence


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "Nine people died two doctors said.",  # too short to tell that commas were lost
        "On Friday, nine people died two doctors said." + REST,  # a text that has commas
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert with_commas(text) == text


def test_length_and_letters_stay() -> None:
    text = "Shells fell on the market killing nine people two doctors said." + REST
    mended = with_commas(text)
    assert len(mended) == len(text)
    assert mended.replace(",", " ") == text


def test_numbers_are_never_joined() -> None:
    text = "The group counted 29 201 dead in the town since 2011 350 of them children." + REST
    assert all(not (text[g.at - 1].isdigit() and text[g.at + 1].isdigit()) for g in gaps(text))
