"""Where a claim comes from: each row is a word why it is there, the chains by article, the origins."""

import pytest

from rashomon.events.origins import Origins
from rashomon.record import Family, Sayer

from .makers import ACTORS, Newsroom, cited, unnamed

COLONEL = cited("colonel", "official")
WIRE = cited("wna")
OTHER_WIRE = cited("gpa")
SHORT_WIRE = Sayer("WNA", "agency", "WNA", 0, 3)

ROWS = [
    ("the outlet's own word", {"a": ()}, {"The Courier"}),
    ("a cited agency is the origin", {"a": (WIRE,)}, {"World News Agency"}),
    ("two papers citing one agency are one origin", {"a": (WIRE,), "b": (WIRE,)}, {"World News Agency"}),
    ("an agency's short name is the agency", {"a": (SHORT_WIRE,), "b": (WIRE,)}, {"World News Agency"}),
    (
        "three papers quoting one agency's story about one colonel are one origin",
        {"a": (WIRE, COLONEL), "b": (WIRE, COLONEL), "c": (WIRE, unnamed("a colonel"))},
        {"World News Agency"},
    ),
    (
        "a colonel who spoke to two agencies is the origin",
        {"a": (WIRE, COLONEL), "b": (OTHER_WIRE, COLONEL)},
        {"Ilan Reth"},
    ),
    ("a colonel who spoke to two papers is the origin", {"a": (COLONEL,), "b": (COLONEL,)}, {"Ilan Reth"}),
    ("a colonel in one paper belongs to the paper", {"a": (COLONEL,)}, {"The Courier"}),
    (
        "unnamed officials belong to who quotes them",
        {"a": (unnamed("officials"),), "b": (unnamed("officials"),)},
        {"The Courier", "Morning Post"},
    ),
    (
        "unnamed officials who speak to an agency belong to the agency",
        {"a": (WIRE, unnamed("officials")), "b": (WIRE,)},
        {"World News Agency"},
    ),
    (
        "a document is a carrier",
        {"a": (Sayer("Tarn Report", "document", "Tarn Report", 0, 11),)},
        {"Tarn Report"},
    ),
    (
        "a document without a name belongs to who cites it",
        {"a": (Sayer("estimates", "document", "estimates", 0, 9),)},
        {"The Courier"},
    ),
    (
        "an agency of the record that is taken for a speaker carries all the same",
        {"a": (Sayer("The WNA", "official", "The WNA", 0, 7), unnamed("officials"))},
        {"World News Agency"},
    ),
    (
        "an outlet that cites an outlet that cites an agency",
        {"a": (Sayer("Evening Mail", "outlet", "Evening Mail", 0, 12), WIRE)},
        {"World News Agency"},
    ),
]


@pytest.mark.parametrize(("why", "chains", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_origins(why: str, chains: dict, expected: set) -> None:
    room = Newsroom()
    for name, outlet in zip("abc", ("The Courier", "Morning Post", "Harbour News"), strict=True):
        room.article(name, outlet)
    told = [room.say(a, "Shots fell in Tarn.", "assault", "firearms", "Shots", chain=c) for a, c in chains.items()]
    assert set(Origins(room.families, ACTORS).of(told).values()) == expected, why


def test_a_reprint_has_the_origin_of_its_family() -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    room.say("a", "Shots fell in Tarn.", "assault", "firearms", "Shots")
    room.reprint("b", "a", "Morning Post")
    assert set(Origins(room.families, ACTORS).of(room.told).values()) == {"The Courier"}


def test_an_article_without_outlet_goes_by_its_file() -> None:
    room = Newsroom()
    room.article("a", None)
    told = room.say("a", "Shots fell in Tarn.", "assault", "firearms", "Shots")
    assert Origins(room.families, ACTORS).carrier(told) == "a.txt"


def among(room: Newsroom, name: str, *articles: str, outlets: tuple[str, ...]) -> None:
    """Make the articles copies of one text of which nothing shows whose it is."""
    room.families = [family for family in room.families if not set(family.articles) & set(articles)]
    room.families.append(Family(name, " or ".join(outlets), articles, outlets))


CITED_OUTLET = Sayer("Morning Post", "outlet", "Morning Post", 0, 12)


@pytest.mark.parametrize(
    ("unknown", "chains", "expected", "why"),
    [
        ({"ab": ("a", "b")}, {"a": (), "b": ()}, {"Morning Post or The Courier"}, "nothing shows whose text it is"),
        ({"bc": ("b", "c")}, {"a": (), "b": ()}, {"The Courier", "Harbour News or Morning Post"}, "somebody else's"),
        ({"ab": ("a", "b")}, {"a": (), "b": (), "d": ()}, {"The Courier"}, "one of them tells of it besides"),
        (
            {"ab": ("a", "b"), "de": ("d", "e")},
            {"a": (), "d": ()},
            {"The Courier"},
            "two texts that may both be of the one outlet that printed both",
        ),
        ({"ab": ("a", "b")}, {"a": (COLONEL,), "d": (COLONEL,)}, {"The Courier"}, "nor is the colonel heard twice"),
    ],
)
def test_what_does_not_show_adds_no_origin(unknown: dict, chains: dict, expected: set, why: str) -> None:
    room = Newsroom()
    outlets = {"a": "The Courier", "b": "Morning Post", "c": "Harbour News", "d": "The Courier", "e": "Evening Mail"}
    for name, outlet in outlets.items():
        room.article(name, outlet)
    for name, copies in unknown.items():
        among(room, name, *copies, outlets=tuple(sorted(outlets[one] for one in copies)))
    told = [room.say(a, "Shots fell in Tarn.", "assault", "firearms", "Shots", chain=c) for a, c in chains.items()]
    assert set(Origins(room.families, ACTORS).of(told).values()) == expected, why


@pytest.mark.parametrize(
    ("own", "expected", "why"),
    [
        (False, {"World News Agency"}, "the outlet that is cited only prints the agency's text"),
        (True, {"World News Agency", "Morning Post"}, "it also tells of it in its own words"),
    ],
)
def test_citing_a_reprint_leads_to_whom_it_comes_from(own: bool, expected: set, why: str) -> None:
    room = Newsroom()
    for name, outlet in (("a", "The Courier"), ("b", "Morning Post"), ("c", "Morning Post")):
        room.article(name, outlet)
    room.families = [Family(f.id, "WNA", f.articles) if f.articles == ("b",) else f for f in room.families]
    room.say("a", "Shots fell in Tarn.", "assault", "firearms", "Shots", chain=(CITED_OUTLET,))
    room.say("b", "Shots fell in Tarn.", "assault", "firearms", "Shots")
    if own:
        room.say("c", "Shots fell in Tarn.", "assault", "firearms", "Shots")
    assert set(Origins(room.families, ACTORS).of(room.told).values()) == expected, why
