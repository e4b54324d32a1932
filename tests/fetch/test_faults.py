"""Feeds of a web that fails, watched for a made-up quarter of an hour with rounds that break off: no page is lost or
there twice, and nobody is asked who must not be. `benchmarks/watching.py` watches a larger one for real."""

from itertools import islice
from pathlib import Path
from threading import Lock

import pytest
from benchmarks.watching import judged
from benchmarks.web import BAD, GOOD, at_work, make_web

from rashomon.fetch import Manners, remembered, watch

FEEDS, HOSTS, SECONDS = 40, 5, 900.0
ROUNDS = 8
LIMIT = 50_000


class Clock:
    """Time that passes only while somebody sleeps, for several threads."""

    def __init__(self) -> None:
        self.now, self.lock = 0.0, Lock()

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        with self.lock:
            self.now += seconds


@pytest.fixture
def clock():
    return Clock()


def a_round(web, folder: Path, manners: Manners, stop: int | None = None) -> int:
    """One round, broken off after so many findings where `stop` is given."""
    with remembered(folder / "memory") as memory:
        feeds = [web.url(feed) for feed in web.feeds]
        found = watch(feeds, folder / "kept", memory, manners, LIMIT, manners.allowed)
        return len(list(islice(found, stop)))


def test_no_page_is_lost_or_kept_twice_and_nobody_is_asked_who_must_not_be(tmp_path, clock):
    web = make_web(clock, FEEDS, SECONDS, every=200.0, slow=0)
    with at_work(web, HOSTS):
        allowed = {host.name for host in web.hosts[:-1]}
        manners = Manners(clock, clock.sleep, allowed)
        for number in range(ROUNDS):
            a_round(web, tmp_path, manners, stop=20 if number % 4 == 1 else None)
            clock.now = max(clock.now, (number + 1) * SECONDS / ROUNDS)
        web.calm, clock.now = True, clock.now + 100_000
        for _ in range(2):
            a_round(web, tmp_path, Manners(clock, clock.sleep, allowed))
        outcome = judged(web, tmp_path / "kept")
    assert {page.kind for page in web.pages.values()} == {*GOOD, *BAD} - {"slow"}
    assert outcome.named > 2 * FEEDS
    assert (outcome.lost, outcome.twice, outcome.wrong, outcome.reached) == ((), (), (), ())
    assert outcome.kept == outcome.named


def test_what_must_not_happen_is_seen(tmp_path, clock):
    web = make_web(clock, FEEDS, SECONDS, every=200.0, slow=0)
    web.calm = True
    with at_work(web, HOSTS):
        a_round(web, tmp_path, Manners(clock, clock.sleep, {host.name for host in web.hosts}))
        (file,) = (tmp_path / "kept").iterdir()
        whole = file.read_bytes()
        web.asked[f"{web.hosts[0].name}/private/page/0/0"] += 1
        file.write_bytes(whole + whole)
        doubled = judged(web, tmp_path / "kept")
        file.write_bytes(whole[: len(whole) // 2])
        halved = judged(web, tmp_path / "kept")
    assert doubled.twice
    assert len(doubled.reached) >= 1
    assert halved.lost
