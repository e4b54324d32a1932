import pytest

from rashomon.resolve.acronyms import acronyms_of, is_acronym
from rashomon.resolve.kinds import described, is_generic, type_of
from rashomon.resolve.known import known_actor, known_actors
from rashomon.resolve.spelling import slips, sounds
from rashomon.resolve.surface import bare, title_before, without_title

BARE = [
    ("the Karsa Front's", "Karsa Front", "article and possessive"),
    ("*Los Angeles Times", "Los Angeles Times", "a mark of the page"),
    ("about 100 members of the Free Syrian Army", "Free Syrian Army", "members of a body"),
    ("U.S.", "U.S.", "full stops of an abbreviation"),
    ("Iraqi Special Forces and", "Iraqi Special Forces", "a word too many"),
    ("Adel Marun 4", "Adel Marun", "a number too many"),
    ("officials'", "officials", "possessive of many"),
    ("", "", "nothing"),
]


@pytest.mark.parametrize(("text", "name"), [row[:2] for row in BARE])
def test_bare(text: str, name: str) -> None:
    assert bare(text) == name


TITLES = [
    ("Prime Minister Adel al-Marun", "Prime Minister", "Adel al-Marun"),
    ("US Vice President Jane Roe", "US Vice President", "Jane Roe"),
    ("Mr Marun", "Mr", "Marun"),
    ("Lieutenant General Lloyd Marun III", "Lieutenant General", "Lloyd Marun"),
    ("Adel Marun", "", "Adel Marun"),
    ("Iraqi troops", "", "Iraqi troops"),
]


@pytest.mark.parametrize(("text", "title", "name"), TITLES)
def test_titles(text: str, title: str, name: str) -> None:
    parted = without_title(text)
    assert (parted.title, parted.name) == (title, name)


def test_title_before_a_name() -> None:
    text = "Later US Brigadier General Marun spoke"
    assert title_before(text, text.index("Marun")) == "US Brigadier General"
    assert title_before(text, text.index("spoke")) == ""


ALIKE = [("Mehdi", "Mahdi"), ("Nouri", "Nuri"), ("Moqtada", "Muqtada"), ("Fadilla", "Fadhila"), ("Qassem", "Kassem")]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_sounds_alike(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize(("one", "other"), [("Mahdi", "Mahmud"), ("Hasan", "Husayn"), ("Badr", "Bader al-Din")])
def test_sounds_apart(one: str, other: str) -> None:
    assert sounds(one) != sounds(other)


@pytest.mark.parametrize(
    ("one", "other", "count"), [("abc", "abc", 0), ("abcd", "abdc", 1), ("abc", "xyz", 3), ("a", "abcd", 3)]
)
def test_slips(one: str, other: str, count: int) -> None:
    assert slips(one, other, 2) == count


ACRONYMS = [
    ("the Northern River Council (NRC) met", {"NRC": "Northern River Council"}, "plain"),
    ("Adel Marun's Northern River Council (NCR)", {"NCR": "Northern River Council"}, "letters swapped, a name before"),
    ("Council of the River (CR)", {"CR": "Council of the River"}, "small words between"),
    ("Adel Marun (UK)", {}, "no initials"),
    ("he left (AP)", {}, "no name before"),
]


@pytest.mark.parametrize(("text", "found"), [row[:2] for row in ACRONYMS])
def test_acronyms(text: str, found: dict[str, str]) -> None:
    assert acronyms_of(text) == found


@pytest.mark.parametrize(("name", "acronym"), [("NRC", True), ("U.N.", True), ("Nato", False), ("A", False)])
def test_is_acronym(name: str, acronym: bool) -> None:
    assert is_acronym(name) is acronym


def test_described() -> None:
    british, uk = described("British troops"), described("UK troops")
    assert british is not None
    assert uk is not None
    assert british.key == uk.key
    assert described("US and Iraqi forces") is None
    assert described("gunmen") is None


@pytest.mark.parametrize(("name", "generic"), [("Interior Ministry", True), ("Air Force", True), ("Karsa Army", False)])
def test_generic(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


def test_type_by_head_noun() -> None:
    assert type_of("Council of Elders") == "office"
    assert type_of("Karsa") is None


def test_a_known_name_means_one_actor() -> None:
    told: dict[str, str] = {}
    for actor in known_actors():
        for name in actor.names:
            assert told.setdefault(name, actor.name) == actor.name, name
    assert known_actor("is") is None
