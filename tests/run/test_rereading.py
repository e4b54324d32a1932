"""A better reader reads the same pages again, and what people decided still holds where it can."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from functools import cached_property
from types import SimpleNamespace
from typing import Any

import pytest
from tests.run.test_build import Stopped, exported, killed_after, many_pages

from makers import LinePipeline
from rashomon.record import Article, Reading
from rashomon.run import Crew, build, judge_apart, judge_split
from rashomon.store import Store

NOON = datetime(2021, 5, 3, 12, tzinfo=UTC)


class Better(LinePipeline):
    """Reads every line, and says who it is."""

    @cached_property
    def reader(self) -> Any:
        return SimpleNamespace(read=self._better, version="lines 2")

    def _better(self, article: Article) -> Reading:
        if "worse" in article.text:
            raise ValueError("the better reader fails")
        return self._read(article)


class Poorer(LinePipeline):
    """Reads the first line alone."""

    def _read(self, article: Article) -> Reading:
        reading = super()._read(article)
        return Reading(article.id, reading.statements[:1], reading.names[:1])


@pytest.mark.parametrize("crew", [Crew(), Crew(2)])
def test_the_record_is_what_the_present_reader_makes_of_the_pages(tmp_path, crew):
    pages = many_pages(tmp_path / "pages", 20)
    build([pages], tmp_path / "r", Poorer())
    report = build([pages], tmp_path / "r", Better(), crew=crew, reread=True)
    assert (report.articles, report.already, report.statements, report.older) == (20, 0, 80, 0)
    build([pages], tmp_path / "fresh", Better())
    assert exported(tmp_path / "r") == exported(tmp_path / "fresh")
    assert build([pages], tmp_path / "r", Better(), crew=crew, reread=True).already == 20, "once is enough"
    assert not list(tmp_path.glob("*.results*"))


def test_a_build_that_reads_says_how_many_are_older(pages, tmp_path, lines):
    build([pages], tmp_path / "r", lines)
    assert build([pages], tmp_path / "r", Better()).older == 0, "nothing was read, so no reader is known"
    late = many_pages(tmp_path / "late", 2)
    assert build([late], tmp_path / "r", Better()).older == 3
    report = build([late], tmp_path / "r", Better(), reread=True)
    assert (report.already, report.older) == (2, 3), "their pages were not given"
    assert build([pages], tmp_path / "r", Better(), reread=True).older == 0


def test_one_that_was_stopped_or_killed_goes_on_where_it_was(tmp_path):
    pages = many_pages(tmp_path / "pages", 40)
    build([pages], tmp_path / "fresh", Better())
    build([pages], tmp_path / "r", Poorer())
    with pytest.raises(KeyboardInterrupt):
        build([pages], tmp_path / "r", Better(), Stopped(), reread=True)
    read = 1
    for ticks in (9, 17, 25):
        # What is there already ticks as well.
        assert killed_after(ticks, pages, tmp_path / "r", Better(), reread=True)
        with Store(tmp_path / "r").view() as view:
            done = view.read_by()["lines 2"]
            assert done >= read
            read = done
    assert 24 <= read < 40
    report = build([pages], tmp_path / "r", Better(), reread=True)
    assert (report.already, report.articles) == (read, 40 - read)
    assert exported(tmp_path / "r") == exported(tmp_path / "fresh")


def test_what_workers_left_of_another_build_is_not_taken_for_reading_again(tmp_path):
    pages = many_pages(tmp_path / "pages", 40)
    build([pages], tmp_path / "r", Poorer())
    with pytest.raises(KeyboardInterrupt):
        build([pages], tmp_path / "r", Poorer(), Stopped(), Crew(2))
    report = build([pages], tmp_path / "r", Better(), crew=Crew(2), reread=True)
    assert (report.articles, report.already) == (40, 0)


def test_judgements_hold(pages, tmp_path):
    build([pages], tmp_path / "r", Poorer())
    with Store(tmp_path / "r").view() as view:
        local = next(actor.id for actor in view.local_actors() if actor.name == "Adel Marun")
        assert len([actor for actor in view.actors() if actor.name == "Adel Marun"]) == 1
    (pages / "d.txt").write_text("Vell: 8 deserted, says Adel Marun\n")
    build([pages], tmp_path / "r", Poorer())
    judge_apart(tmp_path / "r", Poorer(), local, author="Ana", at=NOON, reason="a namesake")
    build([pages], tmp_path / "r", Better(), reread=True)
    with Store(tmp_path / "r").view() as view:
        assert [judgement.subject for judgement in view.judgements()] == [local]
        assert len([actor for actor in view.actors() if actor.name == "Adel Marun"]) == 2, "still two"


def test_a_page_that_the_better_reader_fails_on_stays_as_it_was_and_is_named(pages, tmp_path, lines):
    (pages / "d.txt").write_text("Vell: 8 deserted, says worse\n")
    build([pages], tmp_path / "r", lines)
    report = build([pages], tmp_path / "r", Better(), reread=True)
    assert (report.articles, report.dropped, report.older) == (3, 1, 1)
    with Store(tmp_path / "r").view() as view:
        assert view.counts()["articles"] == 4
        assert [dropped.file for dropped in view.dropped()] == ["d.txt"]


def test_real_pages_read_again_keep_a_judgement_on_a_statement(example_pages, example_record, tmp_path, pipeline):
    record = tmp_path / "r"
    shutil.copy(example_record, record)
    with Store(record).view() as view:
        event = next(event for event in view.events() if len(event.statements) > 2)
    stranger = event.statements[0]
    judge_split(record, pipeline, stranger, author="Ana", at=NOON, reason="another one")
    judged = exported(record)
    assert judged != exported(example_record)
    with closing(sqlite3.connect(record, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("UPDATE articles SET reader = 'rules 0'")
        connection.execute("DELETE FROM statements WHERE type = 'say'")
    report = build([example_pages], record, pipeline, reread=True)
    assert (report.articles, report.older) == (6, 0)
    assert exported(record) == judged, "the same as before, with what was judged"
