"""Acts and parties in the words of ACLED, UCDP and CAMEO."""

import pytest

from rashomon.events import cameo_root
from rashomon.events.mappings import acled, party, ucdp_violence
from rashomon.events.tables import rows
from rashomon.events.titles import act_name
from rashomon.record.vocabulary import MODES

from .makers import ACTORS, actor, people

ACTS = [(type_, mode) for type_, modes in MODES.items() for mode in (None, *sorted(modes))]

SUB_EVENTS = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip


@pytest.mark.parametrize("table", ["mappings.tsv", "matters.tsv", "titles.tsv"])
def test_tables_name_only_acts_that_there_are(table: str) -> None:
    named = [(row[0], None if row[1] == "-" else row[1]) for row in rows(table)]
    assert set(named) <= set(ACTS)
    assert len(named) == len(set(named))


def test_the_mapping_knows_every_act() -> None:
    assert {(row[0], None if row[1] == "-" else row[1]) for row in rows("mappings.tsv")} == set(ACTS)


@pytest.mark.parametrize("parties", [("state", "armed"), ("armed", "civilian"), (None, None), ("state", "civilian")])
def test_acled_has_the_names_that_are_given(parties: tuple) -> None:
    for act in ACTS:
        found = acled(*act, *parties)
        assert found is None or found[1] in SUB_EVENTS[found[0]], act


ROWS = [
    (("assault", "aerial"), "state", "civilian", ("Explosions/Remote violence", "Air/drone strike"), 3, "19"),
    (("assault", "clash"), "state", "armed", ("Battles", "Armed clash"), 1, "19"),
    (("assault", "clash"), "armed", "armed", ("Battles", "Armed clash"), 2, "19"),
    (("assault", "firearms"), "armed", "civilian", ("Violence against civilians", "Attack"), 3, "19"),
    (("assault", "firearms"), "armed", "state", ("Battles", "Armed clash"), 1, "19"),
    (("assault", "firearms"), "armed", None, None, None, "19"),
    (("control", "gain"), "state", None, ("Battles", "Government regains territory"), None, "19"),
    (("control", "gain"), None, None, None, None, "19"),
    (("protest", "demo"), None, None, ("Protests", "Peaceful protest"), None, "14"),
    (("agree", None), "state", "armed", ("Strategic developments", "Agreement"), None, "03"),
    (("agree", None), "state", None, None, None, "03"),
    (("agree", None), "civilian", "state", None, None, "03"),
    (("harm", "killed"), None, "civilian", None, None, None),
    (("harm", "killed"), "armed", "civilian", ("Violence against civilians", "Attack"), 3, None),
    (("harm", "killed"), "armed", "state", ("Battles", "Armed clash"), 1, None),
    (("harm", "killed"), "civilian", "civilian", None, None, None),
    (("disaster", "natural"), None, None, None, None, None),
    (("say", None), None, None, None, None, "01"),
]


@pytest.mark.parametrize(("act", "doer", "target", "as_acled", "violence", "cameo"), ROWS)
def test_acts(act: tuple, doer: str, target: str, as_acled: tuple, violence: int, cameo: str) -> None:
    assert acled(*act, doer, target) == as_acled
    assert ucdp_violence(*act, doer, target) == violence
    assert cameo_root(*act) == cameo


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([actor("army")], "state"),
        ([actor("red")], "armed"),
        ([people("gunmen")], "armed"),
        ([people("soldiers")], "state"),
        ([people("two farmers' children")], "civilian"),
        ([people("a convoy")], None),
        ([], None),
    ],
)
def test_parties(roles: list, expected: str) -> None:
    assert party(roles, ACTORS) == expected


def test_every_act_has_a_name() -> None:
    assert all(act_name(*act)[0].isupper() for act in ACTS)
