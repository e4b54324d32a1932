import pytest

from rashomon.gazetteer import Gazetteer
from rashomon.record import Reading, Role, Span, Statement
from rashomon.resolve.focus import best_senses
from rashomon.resolve.own import with_own_names
from rashomon.resolve.toponyms import toponyms

from .reports import marked, resolved, told

SPOTTED = [
    ("Police in Gainesville, Florida, said so.", {"Gainesville", "Florida"}, "without any label"),
    ("A deputy of [Marion County|PERSON] fell.", {"Marion County"}, "a unit called a person"),
    ("It rained in [Mosul|PERSON], [Iraq|GPE].", {"Mosul", "Iraq"}, "a town called a person"),
    ("The trial in [the United States|GPE] began.", {"United States"}, "without the article"),
    ("[Ann Jordan|PERSON] left. [Jordan|PERSON] spoke.", set(), "a surname that is a state"),
    ("Morale is low.", set(), "a common word at the start of a sentence"),
    ("They met on Monday in April.", set(), "days and months"),
    ("", set(), "nothing"),
]


@pytest.mark.parametrize(("text", "names"), [row[:2] for row in SPOTTED])
def test_spotted(gazetteer: Gazetteer, text: str, names: set[str]) -> None:
    plain, labelled = marked(text)
    spots = toponyms(plain, labelled, gazetteer)
    assert {spot.text for spot in spots} == names
    assert all(plain[spot.start : spot.end] == spot.text for spot in spots)


FOCUS = [
    ({"Paris": "", "Dallas": "", "Texas": ""}, "Paris", "Texas", "the towns and the state around it"),
    ({"Paris": "", "Lyon": "", "France": ""}, "Paris", "France", "the state that is named"),
    ({"Georgia": "", "Atlanta": "", "Macon": "", "Savannah": ""}, "Georgia", "United States", "a state's own towns"),
    ({"Georgia": "", "Tbilisi": "", "Gori": "", "Batumi": ""}, "Georgia", "Georgia", "the other one's"),
    ({"Springfield": "Ohio"}, "Springfield", "Ohio", "what the text says it lies in"),
]


@pytest.mark.parametrize(("names", "name", "around"), [row[:3] for row in FOCUS])
def test_focus(gazetteer: Gazetteer, names: dict[str, str], name: str, around: str) -> None:
    senses, _ = best_senses({each: (1, within) for each, within in names.items()}, gazetteer)
    place = senses[name].place
    assert around in {place.name, *place.within} or around == place.country


def test_a_place_that_the_pipeline_called_a_person_is_resolved(gazetteer: Gazetteer) -> None:
    reading = resolved("Shells fell in [Mosul|PERSON]. [Iraqi|NORP] guns in [Iraq|GPE] fired.", gazetteer)
    assert "Mosul" in {mention.text for mention in reading.place_mentions if mention.place}


def test_an_antecedent_never_takes_the_words_of_a_body() -> None:
    role = Role("Adel Marun", "British army", 0, 12)
    post = Role("Adel Marun", "Iraqi commander", 0, 15)
    statement = Statement(
        "s", "a", Span(0, 0, ""), None, "say", None, "asserted", (role, post), (), (), None, (), (), 1.0, "test"
    )
    told_again = with_own_names(Reading("a", (statement,), ())).statements[0]
    assert [each.name for each in told_again.actors] == ["British army", "Adel Marun"]


@pytest.mark.parametrize("words", ["US", "British army", "Iraqi police"])
def test_a_role_that_names_a_body_keeps_it(gazetteer: Gazetteer, words: str) -> None:
    role = told(f"[Adel Marun|PERSON] spoke. The {words} left.", gazetteer, who=words).statements[0].actors[0]
    assert role.actor is not None
    assert role.name != "Adel Marun"
