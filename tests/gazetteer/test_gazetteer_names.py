import pytest

from rashomon.gazetteer import adjective_of, capital_of, countries, country_of

STATES = [
    ("US", "United States", "abbreviation"),
    ("U.S.", "United States", "abbreviation with full stops"),
    ("us", None, "a pronoun"),
    ("the United Kingdom", "United Kingdom", "article"),
    ("Britons", "United Kingdom", "people"),
    ("Iraqi", "Iraq", "adjective"),
    ("UAE", "United Arab Emirates", "abbreviation"),
    ("Washington", None, "a capital is no state"),
    ("Kurdistan", None, "no state of the list"),
    ("", None, "nothing"),
]


@pytest.mark.parametrize(("word", "state"), [row[:2] for row in STATES])
def test_country_of(word: str, state: str | None) -> None:
    assert country_of(word) == state


def test_adjectives_and_capitals() -> None:
    assert adjective_of("Syrian") == "Syria"
    assert adjective_of("Syria") is None
    assert capital_of("Tehran") == "Iran"
    assert capital_of("Mosul") is None


def test_no_word_means_two_states() -> None:
    told: dict[str, str] = {}
    for state in countries():
        for word in (state.name, *state.names, *state.people):
            assert told.setdefault(word.lower(), state.name) == state.name, word
