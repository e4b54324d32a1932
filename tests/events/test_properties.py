"""What holds for every record: small records made at random, of a few acts, towns, days and sayers."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.events import RULES, gather_events, roll_up
from rashomon.events.accounts import accounts
from rashomon.events.corroboration import Corroborating
from rashomon.events.disagreements import disagreements
from rashomon.events.origins import Origins
from rashomon.events.positions import Voices
from rashomon.events.series import make_series
from rashomon.events.told import told_figures

from .makers import ACTORS, OUTLETS, PLACES, Newsroom, actor, cited, day, figure, people, unnamed
from .tables import sayings

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
    room.reprint(name, f"a{of}", "The Reprinter", "2021-05-30")
    for event in room.events():
        same = before[tuple(key for key in event.statements if key in old)]
        assert (event.origins, event.figures) == (same.origins, same.figures)
        assert event.corroboration == same.corroboration
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


def told_of(room: Newsroom, statements: list) -> tuple:
    """Accounts, series, disagreements and corroboration of statements taken as one event."""
    origins = Origins(room.families, ACTORS)
    origin = origins.of(statements)
    published = {key: article.published for key, article in room.articles.items()}
    series = make_series(told_figures(statements, origin, published, origins))
    disputes = disagreements(room.clues(statements), series, Voices(origins, origin, statements), campaign=False)
    return (
        origin,
        accounts(statements, origin, origins),
        series,
        disputes,
        Corroborating(origins, ACTORS).of(statements, origin, False),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(claims, min_size=2, max_size=10), st.integers(0, 3))
def test_removing_an_article_removes_exactly_its_voice(rows: list, gone: int) -> None:
    """Whatever is told of the others stays as it was: their accounts, their figures, whom they rest on."""
    room = newsroom(rows)
    everything = list({s.id: s for s in room.told}.values())
    left = [s for s in everything if s.article != f"a{gone}"]
    origin, before, series, _, graded = told_of(room, everything)
    kept, after, fewer, disputes, again = told_of(room, left)
    here = {s.id for s in left}
    if any(kept[key] != origin[key] for key in here):
        return  # A speaker whom only one carrier is left to bring is the carrier's again.
    known = {a.origin: a for a in before}
    for account in after:
        assert set(account.statements) == set(known[account.origin].statements) & here
        assert set(account.figures) <= set(known[account.origin].figures)
    assert {a.origin for a in after} == {a.origin for a in before if set(a.statements) & here}
    figures = {key: s.figure for one in series for s in one.sayings for key in s.statements if key in here}
    assert {key: s.figure for one in fewer for s in one.sayings for key in s.statements} == figures
    assert {key for d in disputes for p in d.positions for key in p.statements} <= here
    sources = {source.origin for source in graded.sources}
    asserting = {origin[s.id] for s in left if s.factuality == "asserted" and s.type != "say"}
    assert {source.origin for source in again.sources} == sources & asserting or all(s.type == "say" for s in left)


NUMBERS = st.tuples(
    st.sampled_from(["A", "B", "C"]),
    st.sampled_from(["3", "7", "40", "about 30", "at least 9", "more than 12", "up to 20", "5 to 8", "dozens", "many"]),
    st.sampled_from([None, 8, 9, 10]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=6), st.sampled_from(sorted(RULES)))
def test_a_roll_up_lies_within_what_was_told(told: list, rule: str) -> None:
    cases = sayings("; ".join(f"{who}:{words}{f'@{on}' if on else ''}" for who, words, on in told))
    numbers = [n for t in cases for n in (t.figure.low, t.figure.best, t.figure.high) if n is not None]
    if rule.startswith("acled"):
        numbers += [12] * any("dozens" in words for _, words, _ in told) + [3] * any("many" in w for _, w, _ in told)
    for row in roll_up(make_series(cases), rule):
        for value in (row.low, row.best, row.high):
            assert value is None or min(numbers) <= value <= max(numbers)


@settings(max_examples=40, deadline=None)
@given(st.lists(claims, min_size=1, max_size=14))
def test_every_figure_that_is_asserted_stands_in_one_series(rows: list) -> None:
    room = newsroom(rows)
    for event in room.events():
        there = Counter(key for one in event.series for s in one.sayings for key in s.statements)
        told = {s.id: len(s.figures) for s in room.told if s.id in event.statements and s.factuality == "asserted"}
        assert there == Counter({key: n for key, n in told.items() if n})
        assert {name for one in event.series for s in one.sayings for name in [s.origin]} <= {
            a.origin for a in event.accounts
        }


def test_a_statement_of_an_unknown_article_is_an_error() -> None:
    room = newsroom([(0, ACTS[0], WORDS[0], (), None, (), (), None, "asserted")])
    stray = replace(room.told[0], article="nowhere")
    with pytest.raises(KeyError, match="nowhere"):
        gather_events([stray], room.articles, tuple(room.families), ACTORS, PLACES)


def test_no_statements_no_events() -> None:
    assert Newsroom().events() == ()
