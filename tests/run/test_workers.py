"""Several workers give the record that one gives, whatever happens to them on the way."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from dask.distributed import Client, LocalCluster
from tests.run.test_build import exported, many_pages

from makers import LinePipeline
from rashomon.errors import SettingError
from rashomon.record import Article, Page
from rashomon.run import Crew, Outcome, Watcher, build
from rashomon.store import Store


class Dying(LinePipeline):
    """A page with the word `die` kills the process that reads it."""

    def extract(self, page: Page) -> Article:
        if b"die" in page.body:
            os.kill(os.getpid(), signal.SIGKILL)
        return super().extract(page)


class Seen(Watcher):
    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []

    def page(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)


class Impatient(Watcher):
    """Stops the build after so many pages, as a person at the keyboard does."""

    def __init__(self, pages: int) -> None:
        self.left = pages

    def page(self, outcome: Outcome) -> None:
        self.left -= 1
        if self.left == 0:
            raise KeyboardInterrupt


def test_two_workers_give_the_record_of_one(tmp_path, lines):
    pages = many_pages(tmp_path / "pages", 60)
    (pages / "empty.txt").write_text("")
    (pages / "broken.txt").write_text("fail")
    alone = build([pages], tmp_path / "one", lines)
    report = build([pages], tmp_path / "two", lines, crew=Crew(2))
    assert exported(tmp_path / "two") == exported(tmp_path / "one")
    assert (report.pages, report.articles, report.dropped, report.events) == (62, 60, 2, alone.events)
    assert not list(tmp_path.glob("*.results")), "nothing is left beside the record"
    again = build([pages], tmp_path / "two", lines, crew=Crew(2))
    assert (again.already, again.articles, again.dropped) == (60, 0, 2)
    assert exported(tmp_path / "two") == exported(tmp_path / "one")


def test_a_page_that_kills_its_reader_is_set_aside_and_named_and_the_rest_is_read(tmp_path):
    pages = many_pages(tmp_path / "pages", 20)
    (pages / "010.txt").write_text("Karsa: 3 deserted, says Adel Marun\ndie")
    seen = Seen()
    report = build([pages], tmp_path / "r", Dying(), seen, Crew(2))
    assert (report.articles, report.dropped) == (19, 1)
    (dropped,) = [outcome.dropped for outcome in seen.outcomes if outcome.dropped]
    assert dropped.file == "010.txt"
    assert "reading it failed 3 times" in dropped.reason
    (pages / "010.txt").unlink()
    build([pages], tmp_path / "whole", LinePipeline())
    with Store(tmp_path / "r").view() as view, Store(tmp_path / "whole").view() as whole:
        assert list(view.events()) == list(whole.events())


def test_a_build_that_was_stopped_goes_on_where_it_was(tmp_path, lines):
    pages = many_pages(tmp_path / "pages", 60)
    build([pages], tmp_path / "whole", lines)
    with pytest.raises(KeyboardInterrupt):
        build([pages], tmp_path / "r", lines, Impatient(20), Crew(2))
    report = build([pages], tmp_path / "r", lines, crew=Crew(2))
    assert report.already >= 16
    assert exported(tmp_path / "r") == exported(tmp_path / "whole")


def test_what_is_no_pages_fault_stops_the_build(tmp_path, lines):
    with pytest.raises(SettingError, match="0 workers"):
        Crew(0)
    with pytest.raises(SettingError):
        build([many_pages(tmp_path / "pages", 3)], tmp_path / "r", lines, crew=Crew(cluster="tcp://127.0.0.1:1"))


def test_real_pages_read_by_two(example_pages, tmp_path, pipeline, example_record):
    build([example_pages], tmp_path / "r", pipeline, crew=Crew(2))
    assert exported(tmp_path / "r") == exported(example_record)


def test_results_wait_in_a_folder_of_ones_own(tmp_path, lines):
    pages: Path = many_pages(tmp_path / "pages", 3)
    build([pages], tmp_path / "r", lines, crew=Crew(2, results=tmp_path / "shared"))
    assert (tmp_path / "shared").is_dir()
    assert not list((tmp_path / "shared").iterdir())


class Slow(LinePipeline):
    """Takes its time, so that there is a middle in which a worker can be killed."""

    def extract(self, page: Page) -> Article:
        time.sleep(0.02)
        return super().extract(page)


class Killing(Watcher):
    """Kills a worker of the cluster after some pages."""

    def __init__(self, victim: int) -> None:
        self.victim, self.pages = victim, 0

    def page(self, outcome: Outcome) -> None:
        self.pages += 1
        if self.pages == 40:
            os.kill(self.victim, signal.SIGKILL)


@pytest.fixture
def cluster(tmp_path) -> Iterator[LocalCluster]:
    """A cluster of two processes on this machine, with no page for people to look at."""
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50, local_directory=str(tmp_path)
    ) as cluster:  # fmt: skip
        yield cluster


def test_a_cluster_one_of_whose_workers_is_killed_gives_the_same_record(tmp_path, lines, cluster):
    pages = many_pages(tmp_path / "pages", 200)
    build([pages], tmp_path / "whole", lines)
    with Client(cluster) as client:
        victim = next(iter(client.run(os.getpid).values()))
    killing = Killing(victim)
    crew = Crew(cluster=cluster.scheduler_address, results=tmp_path / "shared")
    report = build([pages], tmp_path / "r", Slow(), killing, crew)
    assert (report.articles, report.dropped) == (200, 0)
    assert exported(tmp_path / "r") == exported(tmp_path / "whole")
