import pytest

from rashomon.gazetteer import adjective_of, capital_of, countries, country_of, outlet_or_agency, source_names

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


PUBLISHERS = [
    ("AP", ("Associated Press", "agency")),
    ("Agence France Presse", ("Agence France-Presse", "agency")),
    ("NYT", ("New York Times", "outlet")),
    ("the Guardian", ("The Guardian", "outlet")),
    ("*Los Angeles Times*", ("Los Angeles Times", "outlet")),
    ("time", None),
    ("Nobody's Gazette", None),
]


@pytest.mark.parametrize(("name", "known"), PUBLISHERS)
def test_outlet_or_agency(name: str, known: tuple[str, str] | None) -> None:
    assert outlet_or_agency(name) == known


def test_every_name_of_a_publisher() -> None:
    assert {"Agence France-Presse", "AFP"} <= set(source_names("Agence France-Presse"))
    assert source_names("Nobody's Gazette") == ()


def test_no_word_means_two_states() -> None:
    told: dict[str, str] = {}
    for state in countries():
        for word in (state.name, *state.names, *state.people):
            assert told.setdefault(word.lower(), state.name) == state.name, word
