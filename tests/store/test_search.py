"""Words find events by other forms and by the act; places and days narrow them down."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select, text
from tests.store.test_migrations import connected

from makers import KARSA, a_day, a_mention, a_role, a_statement, an_article, an_event
from rashomon.record import Actor, FieldValue, Made, Place, Reading, Review, Role, Sayer, When
from rashomon.store import Store, tables
from rashomon.store.filters import at_place, between
from rashomon.store.search import search
from rashomon.store.worded import worded
from rashomon.store.words import meant, stem


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("desert deserts deserted deserting desertion desertions deserter deserters", "endings of verb and noun"),
        ("kill kills killed killing killings", "a doubled letter that belongs to the word"),
        ("stop stops stopped stopping", "a doubled letter that an ending brings"),
        ("army armies", "-ies"),
        ("bomb bombed bombing bombings", "a short word"),
        ("attack attacked attackers", "-ers"),
        ("dismiss dismissed dismissing dismissals dismissal", "-als"),
    ],
)
def test_forms_of_one_word(words, why):
    assert len({stem(word) for word in words.split()}) == 1, why


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("war", "warned", "a beginning is not enough"),
        ("port", "portrait", "nor a longer one"),
        ("arms", "army", "short words keep their letters"),
    ],
)
def test_different_words(one, other, why):
    assert stem(one) != stem(other), why


@pytest.fixture
def view(address):
    told = [
        ("In Karsa 12 soldiers deserted.", "desert", "deserted"),
        ("The 4th brigade refused to march on Karsa.", "refuse", "refused"),
        ("The desert road to Vell is closed.", None, None),
    ]
    marun = Actor("marun", "Adel Marun", ("Adel Marun", "the Lion of Vell"), "person")
    with Store(address).writer() as writer:
        events = []
        for n, (text, mode, trigger) in enumerate(told):
            article = an_article(text, file=f"{n}.txt")
            chain = (Sayer("Hill Courier", "outlet"), *((Sayer("Márun", "official", actor="marun"),) if n == 1 else ()))
            places = (a_mention(article, "Karsa", KARSA.id),) if "Karsa" in text else ()
            act = {"type": "defect"} if mode else {"type": "coerce", "mode": "restrict"}
            more = {"mode": mode} if mode else {}
            actors = (a_role(article, "brigade"),) if n == 1 else ()
            statement = a_statement(article, trigger=trigger, chain=chain, places=places, actors=actors, **act | more)
            actor = (marun,) if n == 1 else ()
            writer.add(article, Reading(article.id, (statement,), (), actor, (KARSA,) if places else ()), article.id)
            events += [an_event(statement, title=f"Event {n}", **act | more)]
        with writer.views():
            writer.put_events(events)
    with Store(address).view() as view:
        yield view


@pytest.mark.parametrize(
    ("words", "titles", "why"),
    [
        ("desert", ["Event 0", "Event 1", "Event 2"], "the act, then the act's kin, then only a word of the sentence"),
        ("Desertions", ["Event 0", "Event 1", "Event 2"], "other forms and cases"),
        ("desert Karsa", ["Event 0", "Event 1"], "every word has to be met"),
        ("karsa refuse", ["Event 1"], "in any order"),
        ("norland", ["Event 0", "Event 1"], "a place lies within others"),
        ("lion", ["Event 1"], "another name of an actor"),
        ("marun", ["Event 1"], "accents make no difference"),
        ("brigade", ["Event 1"], "who took part"),
        ("mutiny", ["Event 0", "Event 1"], "a word that stands for an act"),
        ("restrict", ["Event 2"], "the act's own name, though the text says `closed`"),
        ("event 2", ["Event 2"], "the title"),
        ("zebra", [], "nothing"),
        ("?!", [], "no word at all"),
    ],
)
def test_search(view, words, titles, why):
    assert [hit.event.title for hit in search(view.events(), view, words)] == titles, why


def test_a_hit_knows_what_its_statements_are_worth(view):
    hits = search(view.events(), view, "desert")
    assert [sum(hit.statements.values()) for hit in hits] == [hit.worth for hit in hits]
    assert hits[0].worth > hits[1].worth > hits[2].worth


OPEN = When(date(2021, 3, 1), None, "open", "since March", "stated")


@pytest.mark.parametrize(
    ("time", "since", "until", "inside", "why"),
    [
        (a_day("2021-05-03"), date(2021, 5, 3), date(2021, 5, 3), True, "both days count"),
        (a_day("2021-05-03"), date(2021, 5, 4), None, False, "too early"),
        (a_day("2021-05-03"), None, date(2021, 5, 2), False, "too late"),
        (OPEN, date(2022, 1, 1), None, True, "it may go on"),
        (OPEN, None, date(2021, 2, 28), False, "it had not begun"),
        (None, None, date(2021, 5, 3), False, "an unknown time lies between no days"),
    ],
)
def test_between(time, since, until, inside, why):
    article = an_article()
    event = an_event(a_statement(article), time=time)
    assert list(between([event], since, until)) == ([event] if inside else []), why


@pytest.mark.parametrize(
    ("name", "found", "why"),
    [
        ("Karsa", True, "its name"),
        ("karsa", True, "whatever the case"),
        ("Norland", True, "what it lies within"),
        ("Province", True, "a part of a name, where nothing has just that name"),
        ("Vell", False, "a place elsewhere"),
        ("Kars", False, "half a word is no name"),
        ("", False, "no name"),
    ],
)
def test_at_place(name, found, why):
    event = an_event(a_statement(an_article()), places=(KARSA.id,))
    vell = Place("vell", "Vell", ("Vell",), None, None, 5, (), None)
    assert list(at_place([event], [KARSA, vell], name)) == ([event] if found else []), why


def test_an_equal_name_wins_over_one_that_holds_it():
    names = ["The Courier", "Hill Courier", "Courier Service"]
    assert meant("courier", names) == {"The Courier"}
    assert meant("the hill courier", names) == {"Hill Courier"}
    assert meant("service", names) == {"Courier Service"}


@pytest.fixture
def wordy(new_address):
    """A record with words that an index may not like, and a statement that a person corrected."""
    address = new_address()
    long = "y" * 100_000
    told = [
        f"In Karsa {long} fell; it's 'so' & | ! \\ (:*) said he.",
        "Ünïted Fröñt won in Vell.",
        "Nobody_else in 2nd place.",
        "The market was quiet.",
    ]
    with Store(address).writer() as writer:
        events, kept = [], []
        for n, text in enumerate(told):
            article = an_article(text, file=f"{n}.txt")
            kept.append(a_statement(article, trigger=None))
            writer.add(article, Reading(article.id, (kept[-1],), (), (), ()), article.id)
            events.append(an_event(kept[-1], title=f"Event {n}"))
        brigade = FieldValue("actors", roles=(Role("Hill Brigade", "market", 4, 10),))
        made = Made(brigade, "Mira", datetime(2026, 1, 1, tzinfo=UTC), "it was them", "0" * 16)
        with writer.views():
            writer.put_events(events)
            writer.put_reviews([Review(kept[3].id, "corrected", (made,), (made.judgement,), ())])
    return address


@pytest.mark.parametrize(
    ("words", "titles", "why"),
    [
        ("y" * 100_000, ["Event 0"], "a word too long for an index"),
        ("y" * 90_000, [], "another that begins like it"),
        ("it's so & | !", ["Event 0"], "marks of a query are none"),
        ("united front", ["Event 1"], "without accents"),
        ("nobody_else", ["Event 2"], "an underscore is part of a word"),
        ("2nd", ["Event 2"], "a word that begins with a digit"),
        ("hill brigade", ["Event 3"], "whom a person put in"),
    ],
)
def test_both_stores_find_the_same(wordy, words, titles, why):
    with Store(wordy).view() as view:
        assert [hit.event.title for hit in search(view.events(), view, words)] == titles, why


def test_a_server_looks_words_up_in_its_index(server):
    address = server.new()
    with Store(address).writer():
        pass
    with connected(address) as connection:
        connection.execute(text("SET LOCAL enable_seqscan = off"))
        asked = select(tables.statements.c.id).where(worded({"desert", "karsa"}, connection.dialect))
        sql = asked.compile(dialect=connection.dialect)
        plan = [row[0] for row in connection.exec_driver_sql(f"EXPLAIN {sql}", sql.params)]
    assert any("Bitmap Index Scan on statements_by_words" in line for line in plan), plan
