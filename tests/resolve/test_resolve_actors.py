import pytest

from rashomon.gazetteer import Gazetteer

from .reports import actors, resolved, told

SAME = [
    ("[Adel Marun|PERSON] spoke. Mr [Marun|PERSON] left.", "Adel Marun", "Marun", "surname"),
    (
        "Prime Minister [Adel al-Marun|PERSON] spoke. [Marun|GPE] left.",
        "Adel al-Marun",
        "Marun",
        "tagged as a place once",
    ),
    ("[Adel Marun|PERSON] spoke. General [Marun|ORG] left.", "Adel Marun", "Marun", "a rank makes a person"),
    ("[Adel Marun|PERSON] met Gen [Adel|PERSON].", "Adel Marun", "Adel", "a forename after a title"),
    (
        "The [Northern River Council|ORG] (NRC) met. The [NRC|ORG] left.",
        "Northern River Council",
        "NRC",
        "acronym in brackets",
    ),
    ("The [Northern River Council|ORG] (NCR) met. [NCR|ORG] left.", "Northern River Council", "NCR", "letters swapped"),
    ("[ISIS|ORG] and [ISIL|NORP] fought.", "ISIS", "ISIL", "known names of one"),
    ("[Agence France Presse|ORG] and [AFP|ORG] told.", "Agence France Presse", "AFP", "an agency"),
    ("The [Mahdi Army|ORG] and the [Mehdi Army|ORG].", "Mahdi Army", "Mehdi Army", "transliteration"),
    ("The [Karsa Front|ORG] and the [Karsa Front's|ORG] men.", "Karsa Front", "Karsa Front", "possessive"),
    ("[Sadrists|NORP] and a [Sadrist|NORP] leader.", "Sadrists", "Sadrist", "one and many"),
    ("[Britain|GPE] and the [UK|GPE].", "Britain", "UK", "a state"),
    (
        "[Adel Marun|PERSON] fell; the [Marun government|ORG], [Marun's government|ORG].",
        "Marun government",
        "Marun's government",
        "a government by its head",
    ),
]


@pytest.mark.parametrize(("text", "one", "other"), [row[:3] for row in SAME])
def test_names_of_one_actor(gazetteer: Gazetteer, text: str, one: str, other: str) -> None:
    found = actors(text, gazetteer)
    assert found[one].id == found[other].id


APART = [
    ("[Adel Marun|PERSON] spoke in [Marun City|GPE].", "Adel Marun", "Marun City", "a person and a place"),
    ("[Hassan Karim|PERSON] met [Omar Karim|PERSON].", "Hassan Karim", "Omar Karim", "one surname"),
    ("The [Iraqi Army|ORG] fought the [Mahdi Army|ORG].", "Iraqi Army", "Mahdi Army", "two armies"),
    ("[Adel Marun|PERSON] leads the [Marun Brigade|ORG].", "Adel Marun", "Marun Brigade", "a leader and his force"),
    ("The [Iraqi Army|ORG] of [Iraq|GPE].", "Iraqi Army", "Iraq", "a force and its state"),
    ("[Iraqis|NORP] left [Iraq|GPE].", "Iraqis", "Iraq", "a people and its state"),
]


@pytest.mark.parametrize(("text", "one", "other"), [row[:3] for row in APART])
def test_different_actors(gazetteer: Gazetteer, text: str, one: str, other: str) -> None:
    found = actors(text, gazetteer)
    assert one in found
    assert other not in found or found[one].id != found[other].id


def test_a_shared_surname_goes_to_the_one_named_last(gazetteer: Gazetteer) -> None:
    text = "[Hassan Karim|PERSON] left. [Omar Karim|PERSON] came. [Karim|PERSON] spoke."
    found = actors(text, gazetteer)
    assert found["Karim"].name == "Omar Karim"


TYPES = [
    ("[Adel Marun|PERSON] spoke.", "Adel Marun", "person"),
    ("The [Karsa Militia|ORG] fled.", "Karsa Militia", "militia"),
    ("The [Freedom Party|ORG] won.", "Freedom Party", "party"),
    ("The [US Army|ORG] left.", "US Army", "force"),
    ("[Reuters|ORG] reported.", "Reuters", "agency"),
    ("The [Washington Post|ORG] reported.", "Washington Post", "outlet"),
    ("[Iraq|GPE] agreed.", "Iraq", "state"),
    ("The [Interior Ministry|ORG] said.", "Interior Ministry", "office"),
    ("[Karsa University|ORG] closed.", "Karsa University", "organisation"),
    ("[Shiites|NORP] marched.", "Shiites", "group"),
]


@pytest.mark.parametrize(("text", "name", "kind"), TYPES)
def test_types(gazetteer: Gazetteer, text: str, name: str, kind: str) -> None:
    assert actors(text, gazetteer)[name].type == kind


ROLES = [
    ("British troops left.", "British troops", "British troops", "force", "United Kingdom"),
    ("Some 40 senior US officials met.", "senior US officials", "senior US officials", "office", "United States"),
    ("The Iraqi government fell.", "Iraqi government", "Iraqi government", "office", "Iraq"),
    ("The government of Iraq fell.", "government of Iraq", "government of Iraq", "office", "Iraq"),
]


@pytest.mark.parametrize(("text", "words", "name", "kind", "state"), ROLES)
def test_descriptions_that_hang_on_a_state(
    gazetteer: Gazetteer, text: str, words: str, name: str, kind: str, state: str
) -> None:
    reading = told(text, gazetteer, who=words)
    (role,) = reading.statements[0].actors
    actor = next(actor for actor in reading.actors if actor.id == role.actor)
    assert (role.name, role.text, actor.type) == (name, words, kind)
    assert [parent.name for parent in reading.actors if parent.id in actor.parents] == [state]


WITHIN = [
    ("[Adel Marun|PERSON] left. Oil Board president Adel Marun spoke.", "Oil Board president Adel Marun", "Adel Marun"),
    ("The [Mahdi Army|ORG] fled.", "Mahdi Army", "Mahdi Army"),
    ("Iran-backed Mahdi Army fighters fled.", "Iran-backed Mahdi Army fighters", "Mahdi Army"),
    ("The US left.", "US", "United States"),
    ("Shiite militiamen fled.", "Shiite militiamen", "Shiite militiamen"),
    ("Iraq's second city fell.", "Iraq's second city", None),
    ("Several Kurdish fighters fled.", "Several Kurdish fighters", "Kurdish fighters"),
    ("[Basra|GPE] slept. All of [Basra|GPE] did. The local police fled.", "local police", "Basrah police"),
    ("[Basra|GPE] and [Mosul|GPE] slept. The local police fled.", "local police", None),
    ("The [Mahdi Army|ORG] came. The militia fled.", "militia", "Mahdi Army"),
    ("The [Mahdi Army|ORG] came. A militia fled.", "militia", None),
]


@pytest.mark.parametrize(("text", "words", "name"), WITHIN)
def test_a_role_takes_the_actor_inside_its_words(gazetteer: Gazetteer, text: str, words: str, name: str | None) -> None:
    role = told(text, gazetteer, who=words).statements[0].actors[0]
    assert (role.name if role.actor else None) == name


@pytest.mark.parametrize("words", ["They", "a lieutenant", "gunmen", "residents", "Civilians", "us"])
def test_nobody_is_made_of_bare_words(gazetteer: Gazetteer, words: str) -> None:
    assert told(f"{words} spoke.", gazetteer, who=words).statements[0].actors[0].actor is None


def test_a_capital_that_speaks_is_its_state_and_else_a_place(gazetteer: Gazetteer) -> None:
    reading = told("[Washington|GPE] denied it. A storm hit [Washington|GPE].", gazetteer, by="Washington")
    assert reading.statements[0].chain[0].name == "United States"
    assert "Washington" not in {name for actor in reading.actors for name in actor.names}
    assert "Washington" in {place.name for place in reading.places}


def test_parents_are_local_actors(gazetteer: Gazetteer) -> None:
    reading = resolved("The [US Army|ORG] came.", gazetteer)
    army = next(actor for actor in reading.actors if actor.name == "US Army")
    (state,) = [actor for actor in reading.actors if actor.id in army.parents]
    assert (state.name, state.type) == ("United States", "state")


def test_a_sayer_and_the_outlet_get_their_actor(gazetteer: Gazetteer) -> None:
    text = "[Adel Marun|PERSON] came. Then [Marun|PERSON] spoke."
    (statement,) = told(text, gazetteer, by="Marun", outlet="NYT").statements
    assert statement.chain[0].name == "NYT"
    assert all(sayer.actor for sayer in statement.chain)


def test_nothing_depends_on_a_second_run(gazetteer: Gazetteer) -> None:
    text = "[Adel Marun|PERSON] of the [Karsa Front|ORG] met [Iraqi|NORP] troops in [Mosul|GPE]."
    assert resolved(text, gazetteer) == resolved(text, gazetteer)
