import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.record import Place

from .reports import resolved, told

RESOLVED = [
    (
        "Troops in [Iraq|GPE] reached [Basra|GPE].",
        "Basra",
        "Basrah",
        1,
        "the city, not its province or Pakistan's village",
    ),
    ("Troops in [Iraq|GPE] hold [Basra|GPE] province.", "Basra", "Basra Governorate", 4, "called a province"),
    ("[Iraq|GPE] lost [Anbar|GPE].", "Anbar", "Al-Anbar Governorate", 4, "only a province bears the name"),
    ("A bomb went off in [London|GPE].", "London", "London", 1, "overwhelmingly the largest"),
    ("It hit [Alexandria|GPE], [Louisiana|GPE].", "Alexandria", "Alexandria", 1, "the unit after the comma"),
    ("The mayor of [Georgia|GPE]'s capital [Tbilisi|GPE] left.", "Tbilisi", "Tbilisi", 1, "a capital"),
    ("[Washington|GPE] was quiet; the [US|GPE] said so.", "Washington", "Washington", 1, "the capital, not the state"),
    ("Shells hit the [Green Zone|LOC] of [Baghdad|GPE].", "Green Zone", "Green Zone", 1, "our own list"),
    ("Fighting in [Iraq|GPE] spread to [Faluja|GPE].", "Faluja", "Al Fallūjah", 1, "an odd spelling"),
    ("[Kyiv|GPE], [Ukraine|GPE]: quiet.", "Kyiv", "Kyiv", 1, "dateline"),
    (
        "Crowds left [Baghdad|GPE] in [Iraq|GPE]. In [Baghdda|ORG] they met.",
        "Baghdda",
        "Baghdad",
        1,
        "a slip of the pen",
    ),
    ("[Iraq|GPE] is at war.", "Iraq", "Iraq", 6, "a country"),
]


def place_of(text: str, name: str, gazetteer: Gazetteer) -> Place | None:
    reading = resolved(text, gazetteer)
    ids = {mention.place for mention in reading.place_mentions if mention.text == name}
    return next((place for place in reading.places if place.id in ids), None)


@pytest.mark.parametrize(("text", "name", "full", "precision"), [row[:4] for row in RESOLVED])
def test_one_candidate_remains(gazetteer: Gazetteer, text: str, name: str, full: str, precision: int) -> None:
    place = place_of(text, name, gazetteer)
    assert place is not None
    assert (place.name, place.precision) == (full, precision)
    assert name in place.names


OPEN = [
    ("A fire broke out in [Springfield|GPE].", "Springfield", "many of one size"),
    ("Soldiers in [Basra|GPE], [Iraq|GPE], entered the [Karmat Bani|GPE] area.", "Karmat Bani", "no gazetteer has it"),
    ("They met in [Zzyxland|GPE].", "Zzyxland", "no such place"),
    ("Votes in the [EU|GPE] rose.", "EU", "a village of that name is no candidate"),
]


@pytest.mark.parametrize(("text", "name"), [row[:2] for row in OPEN])
def test_among_equals_and_unknown_stays_open(gazetteer: Gazetteer, text: str, name: str) -> None:
    assert place_of(text, name, gazetteer) is None


def test_alexandria_lies_in_the_named_unit(gazetteer: Gazetteer) -> None:
    place = place_of("It hit [Alexandria|GPE], [Louisiana|GPE].", "Alexandria", gazetteer)
    assert place is not None
    assert "Louisiana" in place.within


def test_a_country_has_no_point(gazetteer: Gazetteer) -> None:
    place = place_of("[Iraq|GPE] is at war.", "Iraq", gazetteer)
    assert place is not None
    assert (place.lat, place.lon) == (None, None)


def test_an_unknown_district_of_a_known_town_lies_in_it(gazetteer: Gazetteer) -> None:
    place = place_of(
        "In [Iraq|GPE], the [Karmat Bani|GPE] district of [Basra|GPE] was shelled.", "Karmat Bani", gazetteer
    )
    assert place is not None
    assert place.gazetteer is None
    assert place.within[0] == "Basrah"
    assert place.precision == 2


def test_a_statement_takes_the_id_of_its_place(gazetteer: Gazetteer) -> None:
    statement = told("Shells fell on [Mosul|GPE] in [Iraq|GPE].", gazetteer, where="Mosul").statements[0]
    assert statement.places[0].place is not None
    assert statement.places[0].text == "Mosul"


def test_a_person_is_no_place(gazetteer: Gazetteer) -> None:
    reading = resolved(
        "[Omar Sadr|PERSON] spoke in [Sadr City|GPE], [Iraq|GPE]. [Sadr|GPE] left; [Sadr|PERSON] said [Sadr|PERSON].",
        gazetteer,
    )
    assert {place.name for place in reading.places} == {"Sadr City", "Iraq"}
