"""Judgements are appended and read in the order of time; a record made before there were any is brought up."""

from datetime import UTC, datetime, timedelta

from makers import an_article
from rashomon.record import Reading, judged_apart, judged_undone, standing, taken_back
from rashomon.store import Store

NOON = datetime(2021, 5, 3, 12, tzinfo=UTC)


def a_judgement(minutes=0, reason="another Marun\u0000 “é”"):
    at = NOON + timedelta(minutes=minutes, microseconds=7)
    return judged_apart(("local-b", "Marun"), (["local-c", "local-a"], "Adel Marun"), "Ana", at, reason)


def test_what_goes_in_comes_out_in_the_order_of_time(address):
    store = Store(address)
    first = a_judgement()
    second = judged_undone(first, "Ben", NOON + timedelta(hours=1), "the same after all")
    with store.writer() as writer:
        with writer.views():
            pass
        writer.add_judgement(second)
        writer.add_judgement(first)
    with store.view() as view:
        assert list(view.judgements()) == [first, second]
        assert not view.fresh, "the views do not know of it yet"
    assert first.object == ("local-a", "local-c"), "sorted"
    assert (second.undoes, second.subject, second.object) == (first.id, first.subject, first.object)


def test_ids_tell_judgements_apart():
    assert a_judgement().id == a_judgement().id
    assert len({a_judgement().id, a_judgement(1).id, a_judgement(reason="x").id}) == 3


def test_what_is_taken_back_can_be_given_again():
    first, other = a_judgement(), a_judgement(1)
    undone = judged_undone(first, "Ben", NOON, "no")
    given_again = judged_undone(undone, "Ana", NOON, "yes")
    assert standing([first, other]) == (first, other)
    assert standing([first, other, undone]) == (other,)
    assert taken_back([first, other, undone]) == {first.id: undone}
    assert standing([first, other, undone, given_again]) == (first, other)
    assert taken_back([first, other, undone, given_again]) == {undone.id: given_again}


def test_a_new_reading_of_a_page_keeps_the_judgements(address):
    article, judgement = an_article(), a_judgement()
    with Store(address).writer() as writer:
        writer.add(article, Reading(article.id, (), ()), "fingerprint")
        writer.add_judgement(judgement)
        writer.add(article, Reading(article.id, (), ()), "another fingerprint")
    with Store(address).view() as view:
        assert list(view.judgements()) == [judgement]
