"""Who rests on whom: the way back of a statement, the edges of the graph, and what holds for every record."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rashomon.events import Origins, follow, gather_events, rests
from rashomon.record import Family, Followed, Sayer

from .makers import ACTORS, PLACES, Newsroom, cited, unnamed
from .test_properties import ACTS, WORDS, claims, newsroom

COLONEL, WIRE = cited("colonel", "official"), cited("wna")
OTHER_PAPER = Sayer("Evening Mail", "outlet", "Evening Mail", 0, 12)


def followed(room: Newsroom) -> list[Followed]:
    outlets = {key: article.outlet or article.file for key, article in room.articles.items()}
    statements = {statement.id: statement for statement in room.told}
    return list(follow(room.events(), statements, outlets, Origins(room.families, ACTORS)))


@pytest.mark.parametrize(
    ("chain", "text_of", "way", "why"),
    [
        ((), None, "The Courier", "its own word"),
        ((), "WNA", "The Courier prints World News Agency", "an agency's text"),
        ((WIRE,), None, "The Courier cites World News Agency", "an agency cited"),
        ((WIRE,), "WNA", "The Courier prints World News Agency", "an agency's text that names the agency"),
        ((COLONEL,), "WNA", "The Courier prints World News Agency quotes Ilan Reth", "whom the agency quotes"),
        (
            (OTHER_PAPER, WIRE, unnamed("a colonel")),
            None,
            "The Courier cites Evening Mail cites World News Agency unnamed a colonel",
            "four steps",
        ),
        (
            (Sayer("estimates", "document", "estimates", 0, 9),),
            None,
            "The Courier unnamed estimates",
            "a document without a name",
        ),
        ((Sayer("The Courier", "outlet", "The Courier", 0, 11),), None, "The Courier", "a paper that names itself"),
    ],
)
def test_the_way_back(chain: tuple, text_of: str | None, way: str, why: str) -> None:
    room = Newsroom()
    room.article("a", "The Courier")
    if text_of:
        room.families = [Family("f", text_of, ("a",))]
    room.say("a", "Shots fell in Tarn.", "assault", "firearms", "Shots", chain=chain)
    (one,) = followed(room)
    assert " ".join(filter(None, (word for link in one.links for word in (link.how, link.name)))) == way, why


def test_three_papers_that_quote_one_agency_on_one_colonel_rest_on_one() -> None:
    room = Newsroom()
    for name, outlet in (("a", "The Courier"), ("b", "Morning Post"), ("c", "Harbour News")):
        room.article(name, outlet)
        room.say(name, "Shots fell in Tarn on Monday.", "assault", "firearms", "Shots", places=("tarn",),
                 chain=(WIRE, COLONEL))  # fmt: skip
    graph = rests(followed(room))
    edges = {(rest.of, rest.how, rest.on): len(rest.statements) for rest in graph}
    assert edges == {
        ("The Courier", "cites", "World News Agency"): 1,
        ("Morning Post", "cites", "World News Agency"): 1,
        ("Harbour News", "cites", "World News Agency"): 1,
        ("World News Agency", "quotes", "Ilan Reth"): 3,
    }
    assert {one.origin for one in followed(room)} == {"World News Agency"}


def test_copies_are_marked_and_the_text_is_told_once() -> None:
    room = Newsroom()
    room.article("b", "The Courier")
    room.say("b", "Shots fell in Tarn.", "assault", "firearms", "Shots")
    room.reprint("a", "b", "Morning Post")
    assert [(one.article, one.copy) for one in followed(room)] == [("a", True), ("b", False)]


@settings(max_examples=30, deadline=None)
@given(st.lists(claims, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_the_graph_holds_every_statement_and_no_order(rows: list, random: Random) -> None:
    room = newsroom(rows)
    before = followed(room)
    assert sorted(one.statement for one in before) == sorted({s.id for s in room.told})
    for one in before:
        assert len({link.name for link in one.links}) == len(one.links)
        assert [link.how is None for link in one.links] == [True, *[False] * (len(one.links) - 1)]
    edges = {(rest.of, rest.on) for rest in rests(before)}
    assert edges == {(a.name, b.name) for one in before for a, b in pairwise(one.links)}
    random.shuffle(room.told)
    random.shuffle(room.families)
    assert followed(room) == before
    random.shuffle(before)
    assert rests(before) == rests(followed(room))


@settings(max_examples=30, deadline=None)
@given(st.lists(claims, min_size=1, max_size=12), st.integers(0, 3))
def test_removing_an_article_removes_exactly_its_voice_from_the_graph(rows: list, gone: int) -> None:
    room = newsroom(rows)
    before = followed(room)
    away = f"a{gone}"
    room.told = [s for s in room.told if s.article != away]
    room.families = [family for family in room.families if away not in family.articles]
    ways = {one.statement: one.links for one in before if one.article != away}
    assert {one.statement: one.links for one in followed(room)} == ways
    assert rests(followed(room)) == rests(one for one in before if one.article != away)


UNDATED = [
    (0, ACTS[2], WORDS[0], (), None, ("army",), (), None, "asserted"),
    (3, ACTS[2], WORDS[0], (), None, ("red",), (), None, "asserted"),
]
"""Two claims that would be one event if both were known to be of the same weeks; the second report has no day."""


@settings(max_examples=30, deadline=None)
@given(st.lists(claims, min_size=1, max_size=10), st.integers(0, 3), st.booleans())
@example(UNDATED, 3, True)
@example(UNDATED, 3, False)
def test_a_reprint_adds_reach_and_no_origin(rows: list, of: int, shown: bool) -> None:
    room = newsroom(rows)
    old = {s.id for s in room.told}
    before = {tuple(e.statements): e.origins for e in room.events()}
    room.reprint("zz", f"a{of}", "The Reprinter", "2021-05-30")
    if not shown:  # Both copies of one day: nothing shows which outlet was the first.
        names = tuple(sorted((room.articles[f"a{of}"].outlet or "", "The Reprinter")))
        room.families = [
            Family(f.id, " or ".join(names), f.articles, names) if "zz" in f.articles else f for f in room.families
        ]
    events = gather_events(room.told, room.articles, tuple(room.families), ACTORS, PLACES)
    for event in events:
        assert event.origins <= before[tuple(key for key in event.statements if key in old)]
    copied = [one for one in followed(room) if one.article == "zz"]
    assert {link.name for one in copied for link in one.links[:1]} <= {"The Reprinter"}
    assert bool(copied) == any(s.article == f"a{of}" for s in room.told)
