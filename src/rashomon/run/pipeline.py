# ruff: noqa: PLC0415  The imports inside are the point of this module.
"""The stages, in the order in which a page goes through them; each is loaded when it is first needed.

Loading late keeps `import rashomon` and the commands that only read a record quick: the language pipeline alone takes
seconds to load.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.record import (
    Actor,
    Article,
    Diagnostic,
    Dropped,
    Event,
    Family,
    Followed,
    Incident,
    Merge,
    Page,
    Place,
    Reading,
    Rest,
    Spread,
    Statement,
)
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.gazetteer import Gazetteer
    from rashomon.pages import Part
    from rashomon.statements import Reader

LANGUAGES = frozenset({"en"})
"""Languages (ISO 639-1) that the reader reads; reports in others are kept and listed as not read."""


def unread_language(article: Article) -> str | None:
    """Why the article's language keeps it from being read; None where nothing does."""
    if article.language in LANGUAGES:
        return None
    if article.language == "und":
        return "its language could not be told; state it in the manifest"
    return f"language {article.language} is not read yet"


class Pipeline:
    """All stages under one settings object. What a stage raises is described with that stage."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def pages(self, inputs: Sequence[str | Path]) -> Iterator[Page | Dropped]:
        """Bytes in; raises InputError at once where an input can not be opened."""
        from rashomon.pages import read_pages

        return read_pages(inputs, self.settings)

    def parts(self, inputs: Sequence[str | Path]) -> "Iterator[Part | Dropped]":
        """The same in parts that several can read, each by itself; raises as `pages`."""
        from rashomon.pages import find_parts

        return find_parts(inputs, self.settings)

    def extract(self, page: Page) -> Article:
        """One report cut out of its page; raises PageError."""
        from rashomon.articles import extract_article

        return extract_article(page, self.settings)

    def sift_page(self, page: Page) -> str | None:
        """Why a page is not worth cutting a report out of it; None where it may be."""
        if self._is_wanted(page) or not self.settings.cascade:
            return None
        from rashomon.articles import text_in
        from rashomon.sift import judge_page

        return judge_page(text_in(page), markup=page.kind == "html")

    def sift_report(self, page: Page, article: Article) -> str | None:
        """Why the report cut out of a page is not worth reading; None where it is."""
        if self._is_wanted(page):
            return None
        from rashomon.sift import judge_report

        return judge_report(article.title, article.text)

    def _is_wanted(self, page: Page) -> bool:
        return page.chosen or self.settings.everything

    @cached_property
    def reader(self) -> "Reader":
        """The reader of statements, with its language pipeline; raises SettingError."""
        from rashomon.statements import Reader

        return Reader(self.settings)

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """The places of the world."""
        from rashomon.gazetteer import open_gazetteer

        return open_gazetteer(self.settings)

    def resolve(self, article: Article, reading: Reading, gazetteer: "Gazetteer") -> Reading:
        """The same reading with its actors and places told apart; a text in one case is looked at in mixed case."""
        from rashomon.resolve import resolve_article
        from rashomon.statements import printed, truecase

        cased = truecase(article.text)
        if cased == article.text:
            return resolve_article(article, reading, gazetteer)
        resolved = resolve_article(replace(article, text=cased), printed(reading, cased), gazetteer)
        return printed(resolved, article.text)

    def incidents(self, article: Article, reading: Reading) -> tuple[Incident, ...]:
        """The acts of violence that a report tells of, each gathered from all its sentences."""
        from rashomon.incidents import find_incidents

        return find_incidents(article, self.reader.parse(article), reading)

    def families(self, articles: Iterable[Article]) -> tuple[Family, ...]:
        """Which articles are near-copies of one text."""
        from rashomon.articles import find_families

        return find_families(articles)

    def merge(
        self, actors: Iterable[Actor], apart: Collection[tuple[str, str]] = ()
    ) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
        """Local actors joined across articles; `apart` are pairs of local ids that people judged to be two actors."""
        from rashomon.resolve import merge_actors

        return merge_actors(actors, apart=apart)

    def gather(
        self,
        statements: Iterable[Statement],
        articles: Mapping[str, Article],
        families: tuple[Family, ...],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
    ) -> tuple[Event, ...]:
        """What the statements are about."""
        from rashomon.events import gather_events

        return gather_events(statements, articles, families, actors, places)

    def follow(
        self,
        events: Iterable[Event],
        statements: Mapping[str, Statement],
        outlets: Mapping[str, str],
        families: Iterable[Family],
        actors: Mapping[str, Actor],
    ) -> Iterator[Followed]:
        """Each statement of the events followed back to whoever is closest to the fact."""
        from rashomon.events import Origins, follow

        return follow(events, statements, outlets, Origins(families, actors))

    def rests(self, followed: Iterable[Followed]) -> tuple[Rest, ...]:
        """Who rests on whom."""
        from rashomon.events import rests

        return rests(followed)

    def rules(self) -> tuple[str, ...]:
        """The names, with versions, of the rules that roll figures up."""
        from rashomon.events import RULES

        return tuple(RULES)

    def default_rule(self) -> str:
        """The rule that events are built by."""
        from rashomon.events import DEFAULT

        return DEFAULT

    def reroll(self, event: Event, rule: str) -> Event:
        """The event with its figures rolled up by another rule."""
        from rashomon.events import reroll

        return reroll(event, rule)

    def spreads(self, event: Event, statements: Mapping[str, Statement]) -> tuple[Spread, ...]:
        """How far the accounts of one event lie apart, field by field."""
        from rashomon.events import spreads

        return spreads(event, statements)

    def diagnostics(self, events: Iterable[tuple[Event, Mapping[str, Statement]]]) -> tuple[Diagnostic, ...]:
        """The same over many events."""
        from rashomon.events import diagnostics

        return diagnostics(events)
