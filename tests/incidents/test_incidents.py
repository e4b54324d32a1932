"""Incidents of reports of our own: what comes out, and that everything is tied to the characters it stands on."""

import pytest

import rashomon

BOMBING = (
    "San Telmo, 5 January 1990. A car bomb exploded outside the police headquarters in Lima on Thursday, killing two "
    "policemen and wounding a street vendor. The guerrillas of the Shining Path claimed responsibility for the attack. "
    "The explosion destroyed the building."
)
KIDNAPPING = (
    "Bogota, 8 January 1990. Guerrillas of the National Liberation Army kidnapped Senator Luis Vargas at his farm on "
    "Sunday. Vargas was taken to an unknown place. The kidnappers have demanded a ransom."
)
QUIET = (
    "The ministers of trade met in Lima on Thursday. They agreed to lower the price of coffee and to meet again in "
    "May. The talks were friendly, a spokesman said."
)


@pytest.fixture(scope="module")
def bombing():
    return rashomon.read(BOMBING)


def test_a_bombing_with_its_parts(bombing):
    incident = bombing.incidents[0]
    assert (incident.type, incident.stage, incident.by_state) == ("bombing", "accomplished", False)
    told = {(part.share, part.name or part.description) for part in incident.parts}
    assert ("instrument", "car bomb") in told
    assert ("organisation", "Shining Path") in told
    assert ("human", "policemen") in told


def test_a_number_and_an_effect_are_told(bombing):
    policemen = next(p for p in bombing.incidents[0].parts if p.description == "policemen")
    assert (policemen.number, policemen.effect) == ("2", "death")


def test_every_part_stands_in_the_text(bombing):
    parts = [part for incident in bombing.incidents for part in incident.parts]
    ids = {statement.id for statement in bombing.reading.statements}
    assert parts
    assert all(part.spans for part in parts)
    assert all(bombing.article.text[s.start : s.end] == s.text for part in parts for s in part.spans)
    assert all(set(part.statements) <= ids and 0 <= part.chance <= 1 for part in parts)


def test_a_kidnapping_in_capitals_is_read_as_in_mixed_case():
    mixed, capitals = rashomon.read(KIDNAPPING).incidents[0], rashomon.read(KIDNAPPING.upper()).incidents[0]
    assert mixed.type == capitals.type == "kidnapping"
    assert any(p.name == "Luis Vargas" for p in mixed.parts)
    assert any(p.name == "LUIS VARGAS" for p in capitals.parts)


def test_a_report_without_violence_makes_none():
    assert rashomon.read(QUIET).incidents == ()


def test_the_same_report_gives_the_same_incidents(bombing):
    assert rashomon.read(BOMBING).incidents == bombing.incidents
