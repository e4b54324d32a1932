"""Phrases that may name a part of an incident, and which of them are one thing."""

import pytest

from rashomon.incidents.entities import entities
from rashomon.incidents.phrases import phrases
from rashomon.statements.parse import load_pipeline

TITLED = "Gunmen killed Senator Luis Vargas in his car. Vargas was 60."


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Two unidentified men attacked the fuel depot.", "unidentified men"),  # without its number
        ("Two unidentified men attacked the fuel depot.", "fuel depot"),  # without its article
        (TITLED, "Luis Vargas"),  # a name without its title
        ("A group of hooded men burned three buses.", "hooded men"),  # what is counted
        ("A car bomb destroyed the mill.", "car bomb"),  # two nouns
        ("The mortar attack damaged the bridge.", "mortar"),  # a noun before a noun
        ("Rebels shot Colombian Labour Leader Marta Rincon.", "Marta Rincon"),  # titles taken for a part of the name
        ("They freed the frightened young farmhands.", "farmhands"),  # without what is said of it
        ("They freed the frightened young farmhands.", "young farmhands"),
    ],
)
def test_phrase_is_found(text: str, named: str) -> None:
    doc = load_pipeline()(text)
    assert named in {doc[p.start : p.end].text for p in phrases(doc)}


def test_a_surname_goes_with_the_full_name() -> None:
    doc = load_pipeline()(TITLED)
    person = next(e for e in entities(doc, phrases(doc)) if e.text == "luis vargas")
    assert {doc[m.start : m.end].text for m in person.mentions} >= {"Luis Vargas", "Vargas"}


def test_an_acronym_goes_with_what_it_stands_for() -> None:
    doc = load_pipeline()("The Harbour Liberation Army (HLA) attacked the mill. The HLA burned it.")
    found = entities(doc, phrases(doc))
    army = next(e for e in found if e.text.endswith("harbour liberation army"))
    assert sum(doc[m.start : m.end].text == "HLA" for m in army.mentions) == 2
    assert "hla" not in {e.text for e in found}
