"""Several processes at one record: one builds, others are told so, and whoever reads is never kept waiting."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic, sleep

import pytest
from tests.store.test_store import an_added_article, put_views

from makers import an_article, an_event
from rashomon.errors import RecordError
from rashomon.record import Reading
from rashomon.store import Store, Writer

PATIENCE_SECONDS = 20.0
"""How long the other process may take for what it does in an instant on a machine that is not busy."""


@contextmanager
def another_process(address: str, work: Callable[[Writer, int], None]) -> Iterator[int]:
    """A process that holds the record as its builder and works on until it is killed; a pipe that it writes to."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            with Store(address).writer() as writer:
                work(writer, telling)
        finally:
            # Whatever happens: the tests go on in the other process alone.
            os._exit(0)
    os.close(telling)
    try:
        yield told
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)


def hold(writer: Writer, telling: int) -> None:
    os.write(telling, b".")
    signal.pause()


def add_for_ever(writer: Writer, telling: int) -> None:
    """Adds an article of two statements again and again, and makes the views of them now and then."""
    for n in range(1_000_000):
        article, reading = an_added_article(file=f"{n}.txt")
        writer.add(article, reading, f"page {n}", "lines 1")
        if n % 5 == 0:
            with writer.views():
                writer.put_events([an_event(*reading.statements)])
        os.write(telling, b".")


def stay_in_the_middle(writer: Writer, telling: int) -> None:
    """Stays within a transaction that has emptied the views."""
    with writer.views():
        os.write(telling, b".")
        signal.pause()


def free_again(store: Store) -> Writer:
    """The writer, as soon as the system has noticed that the other process is gone."""
    until = monotonic() + PATIENCE_SECONDS
    while True:
        try:
            with store.writer() as writer:
                return writer
        except RecordError:
            assert monotonic() < until
            sleep(0.05)


def test_a_second_builder_is_told_and_has_its_turn_when_the_first_is_gone(address):
    store = Store(address)
    with another_process(address, hold) as told:
        os.read(told, 1)
        assert store.building()
        with pytest.raises(RecordError, match="another build is adding to this record; wait"), store.writer():
            pass
    free_again(store)
    with store.writer() as writer:
        article = an_article()
        writer.add(article, Reading(article.id, (), ()), "fingerprint")
    with store.view() as view:
        assert view.counts()["articles"] == 1


def test_readers_see_whole_articles_while_a_builder_adds(address):
    store = Store(address)
    with another_process(address, add_for_ever) as told:
        os.read(told, 1)
        seen = []
        until = monotonic() + PATIENCE_SECONDS
        while len(set(seen)) < 5:
            assert monotonic() < until
            with store.view() as view, store.view() as other:
                counts = view.counts()
                assert counts["statements"] == 2 * counts["articles"], "each with all that was read in it"
                assert len(list(view.statements())) == counts["statements"], "and as it was when the view was opened"
                assert other.counts()["articles"] >= counts["articles"]
                seen.append(counts["articles"])
            os.read(told, 1)
        assert seen == sorted(seen)


def test_readers_do_not_wait_for_a_transaction_that_lasts(address):
    store = Store(address)
    article, reading = an_added_article()
    with store.writer() as writer:
        writer.add(article, reading, "fingerprint")
        _, _, event = put_views(writer, reading)
    with another_process(address, stay_in_the_middle) as told:
        os.read(told, 1)
        with store.view() as view:
            assert list(view.events()) == [event], "those of the build before"
            assert view.counts()["statements"] == 2
    free_again(store)
    with store.view() as view:
        assert list(view.events()) == [event], "and they stay, as the process was killed"
