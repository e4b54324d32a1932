"""Where a claim comes from: each row is a word why it is there, the chains by article, the origins."""

import pytest

from rashomon.events.origins import Origins
from rashomon.record import Sayer

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
