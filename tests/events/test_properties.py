"""What holds for every record: small records made at random, of a few acts, towns, days and sayers."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import gather_events

from .makers import ACTORS, OUTLETS, PLACES, Newsroom, actor, cited, day, figure, people, unnamed

ACTS = (
    ("assault", "heavy-weapons", "shelled"),
    ("assault", None, "offensive"),
    ("defect", "refuse", "refused"),
    ("defect", "dismiss", "dismissed"),
    ("say", None, "claimed"),
)
WORDS = ("before dawn", "with heavy guns", "near the mill", "after a week of rain", "in the Tarn offensive")

claims = st.tuples(
    st.integers(0, 3),
    st.sampled_from(ACTS),
    st.sampled_from(WORDS),
    st.sampled_from([(), ("tarn",), ("port",), ("lund",)]),
    st.sampled_from([None, "2021-05-03", "2021-05-04", "2021-05-09"]),
    st.sampled_from([(), ("army",), ("red",)]),
    st.sampled_from([(), (cited("wna"),), (unnamed("officials"),), (cited("wna"), cited("colonel", "official"))]),
    st.sampled_from([None, 7, 12, 300]),
    st.sampled_from(["asserted", "asserted", "denied", "planned"]),
)


def newsroom(rows: list) -> Newsroom:
    room = Newsroom()
    for number, outlet in enumerate(OUTLETS):
        room.article(f"a{number}", outlet, None if number == 3 else f"2021-05-1{number}")
    for article, (type_, mode, trigger), words, places, when, parties, chain, number, factuality in rows:
        where = f" at {PLACES[places[0]].name}" if places else ""
        room.say(
            f"a{article}", f"They {trigger} {words}{where}.", type_, mode, trigger, places=places,
            time=day(when) if when else None, actors=[actor(p) for p in parties], targets=[people("soldiers")],
            figures=[figure(number, "soldiers", "killed")] if number else (), chain=chain, factuality=factuality,
        )  # fmt: skip
    return room


@settings(max_examples=40, deadline=None)
@given(st.lists(claims, min_size=1, max_size=14), st.randoms(use_true_random=False))
def test_the_order_of_statements_does_not_matter(rows: list, random: Random) -> None:
    room = newsroom(rows)
    before = room.events()
    random.shuffle(room.told)
    random.shuffle(room.families)
    room.articles = dict(sorted(room.articles.items(), key=lambda item: random.random()))
    assert room.events() == before


@settings(max_examples=40, deadline=None)
@given(st.lists(claims, min_size=1, max_size=14))
def test_every_statement_is_in_one_event_and_in_one_of_its_accounts(rows: list) -> None:
    room = newsroom(rows)
    events = room.events()
    assert Counter(key for e in events for key in e.statements) == Counter({s.id: 1 for s in room.told})
    ids = {e.id for e in events}
    for event in events:
        assert sorted(key for a in event.accounts for key in a.statements) == list(event.statements)
        assert event.origins == len({a.origin for a in event.accounts}) == len(event.accounts)
        assert event.part_of is None or event.part_of in ids - {event.id}
        assert len(event.statements) <= 40
        for dispute in event.disagreements:
            assert len(dispute.positions) > 1
            assert {key for p in dispute.positions for key in p.statements} <= set(event.statements)
            for position in dispute.positions:
                assert position.origins


@settings(max_examples=40, deadline=None)
@given(st.lists(claims, min_size=1, max_size=10), st.integers(0, 3), st.sampled_from(["zz", "0"]))
def test_a_reprint_never_raises_the_number_of_origins(rows: list, of: int, name: str) -> None:
    room = newsroom(rows)
    before = {e.statements: e for e in room.events()}
    old = {s.id for s in room.told}
    room.reprint(name, f"a{of}", "The Reprinter", "2021-05-30" if of < 3 else None)
    for event in room.events():
        same = before[tuple(key for key in event.statements if key in old)]
        assert (event.origins, event.figures) == (same.origins, same.figures)
        assert [d.what for d in event.disagreements] == [d.what for d in same.disagreements]
    reach = sum(a.reprints for e in room.events() for a in e.accounts)
    assert (reach > 0) == any(s.article == name for s in room.told)


@settings(max_examples=40, deadline=None)
@given(st.lists(claims, min_size=1, max_size=14), st.integers(0, 3))
def test_removing_an_article_removes_its_voice(rows: list, gone: int) -> None:
    room = newsroom(rows)
    room.told = [s for s in room.told if s.article != f"a{gone}"]
    articles = {key: article for key, article in room.articles.items() if key != f"a{gone}"}
    families = tuple(f for f in room.families if f"a{gone}" not in f.articles)
    for event in gather_events(room.told, articles, families, ACTORS, PLACES):
        assert all(f"a{gone}" not in a.articles for a in event.accounts)
        assert OUTLETS[gone] not in {a.origin for a in event.accounts}


def test_a_statement_of_an_unknown_article_is_an_error() -> None:
    room = newsroom([(0, ACTS[0], WORDS[0], (), None, (), (), None, "asserted")])
    stray = replace(room.told[0], article="nowhere")
    with pytest.raises(KeyError, match="nowhere"):
        gather_events([stray], room.articles, tuple(room.families), ACTORS, PLACES)


def test_no_statements_no_events() -> None:
    assert Newsroom().events() == ()
