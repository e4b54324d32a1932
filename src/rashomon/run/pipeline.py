# ruff: noqa: PLC0415  The imports inside are the point of this module.
"""The stages, in the order in which a page goes through them; each is loaded when it is first needed.

Loading late keeps `import rashomon` and the commands that only read a record quick: the language pipeline alone takes
seconds to load.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from rashomon.errors import SettingError
from rashomon.record import (
    Actor,
    Article,
    Diagnostic,
    Dropped,
    Event,
    Family,
    Followed,
    Incident,
    Judgement,
    Merge,
    Page,
    Place,
    PlaceMention,
    Reading,
    Rest,
    Spread,
    Statement,
)
from rashomon.run.standing import Standing
from rashomon.settings import Settings

if TYPE_CHECKING:
    from rashomon.articles import Kinship
    from rashomon.articles.near import Sketch
    from rashomon.events import Origins
    from rashomon.events.growth import Growth, Read
    from rashomon.events.shelf import MemoryShelf, Shelf
    from rashomon.gazetteer import Gazetteer
    from rashomon.pages import Part
    from rashomon.readers import Reader
    from rashomon.statements import Reader as Rules

RULES = "rules"
"""Name of the reader of the package."""

ENGLISH = frozenset({"en"})
"""Languages (ISO 639-1) that the package's own rules read; reports in others are kept and listed as not read."""


def unread_language(article: Article, languages: Collection[str] | None) -> str | None:
    """Why the article's language keeps it from being read by a reader of these; None where nothing does. None for
    `languages` are all."""
    if languages is None or article.language in languages:
        return None
    if article.language == "und":
        return "its language could not be told; state it in the manifest"
    return f"language {article.language} is not read by this reader; mend: --reader openai:MODEL"


class Pipeline(Standing):
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
        if self._is_wanted(page):
            return None
        from rashomon.articles import decode
        from rashomon.sift import judge_page

        return judge_page(
            decode(page.body, page.charset), markup=page.kind == "html", english=self.languages is not None
        )

    def sift_report(self, page: Page, article: Article) -> str | None:
        """Why the report cut out of a page is not worth reading; None where it is."""
        if self._is_wanted(page):
            return None
        from rashomon.sift import judge_report

        return judge_report(article.title, article.text, english=self.languages is not None)

    def _is_wanted(self, page: Page) -> bool:
        return page.chosen or self.settings.everything

    @cached_property
    def reader(self) -> "Reader":
        """The reader of statements that the settings name; raises SettingError."""
        from rashomon.readers import open_reader

        return open_reader(self.settings)

    @property
    def languages(self) -> Collection[str] | None:
        """The languages that the reader reads, None for all; the package's own need not be loaded to tell."""
        return ENGLISH if self.settings.reader == RULES else getattr(self.reader, "languages", None)

    @property
    def own_reader(self) -> "Rules":
        """The package's own reader, for what no other one gives: the parse, and reasons. Raises SettingError where the
        settings name another."""
        from rashomon.statements import Reader as Rules

        if not isinstance(self.reader, Rules):
            raise SettingError(f"reader {self.settings.reader} gives no reasons and no parse; only {RULES} does")
        return self.reader

    def read(self, article: Article) -> Reading:
        """What the reader reads in an article; each word that another than the package's own gives is held against the
        text. Raises PageError, SettingError."""
        reading = self.reader.read(article)
        if self.settings.reader == RULES:
            return reading
        from rashomon.readers import held

        return held(article, reading)

    @cached_property
    def gazetteer(self) -> "Gazetteer":
        """The places of the world."""
        from rashomon.gazetteer import open_gazetteer

        return open_gazetteer(self.settings)

    def resolve(self, article: Article, reading: Reading, gazetteer: "Gazetteer") -> Reading:
        """The same reading with its actors and places told apart; a text in one case is looked at in mixed case."""
        from rashomon.resolve import resolve_article
        from rashomon.statements import printed, truecase

        # Only English is brought to another case: the guess knows no other words.
        cased = truecase(article.text) if article.language in ENGLISH else article.text
        if cased == article.text:
            return resolve_article(article, reading, gazetteer)
        resolved = resolve_article(replace(article, text=cased), printed(reading, cased), gazetteer)
        return printed(resolved, article.text)

    def incidents(self, article: Article, reading: Reading) -> tuple[Incident, ...]:
        """The acts of violence that a report tells of, each gathered from all its sentences; none by other readers than
        the package's own, as they are gathered over its parse."""
        if self.settings.reader != RULES:
            return ()
        from rashomon.incidents import find_incidents

        return find_incidents(article, self.own_reader.parse(article), reading)

    def families(self, articles: Iterable[Article]) -> tuple[Family, ...]:
        """Which articles are near-copies of one text."""
        from rashomon.articles import find_families

        return find_families(articles)

    def first_families(self, articles: Iterable[Article]) -> "Kinship":
        """The same, with what is kept for articles that come later."""
        from rashomon.articles import first_families

        return first_families(articles)

    def more_families(
        self,
        known: "Mapping[str, Sketch]",
        heads: Mapping[str, str],
        came: Collection[Article],
        read: Callable[[Collection[str]], Mapping[str, Article]],
    ) -> "Kinship":
        """What becomes of the families when some articles came to those that are known."""
        from rashomon.articles import more_families

        return more_families(known, heads, came, read)

    def merge(
        self,
        actors: Iterable[Actor],
        apart: Collection[tuple[str, str]] = (),
        same: Collection[tuple[str, str, str]] = (),
    ) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
        """Local actors joined across articles; `apart` are pairs of local ids that people judged to be two actors,
        `same` those judged to be one, with the reason."""
        from rashomon.resolve import merge_actors

        return merge_actors(actors, apart=apart, same=same)

    def gather(
        self,
        statements: Iterable[Statement],
        articles: Mapping[str, Article],
        families: tuple[Family, ...],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        named: Mapping[str, Sequence[PlaceMention]],
        judgements: Sequence[Judgement],
    ) -> tuple[Event, ...]:
        """What the statements are about; `named` are the places that each article names, `judgements` those on
        statements that stand. Those of standing relations are about no event."""
        from rashomon.events import gather_events

        acts = (statement for statement in statements if statement.relation is None)
        return gather_events(acts, articles, families, actors, places, named, judgements)

    @property
    def gathering(self) -> str:
        """The version of the gathering; what another version kept is not gone on with."""
        from rashomon.events import GATHERING

        return GATHERING

    def shelf(self) -> "MemoryShelf":
        """An empty shelf in memory, for making all events anew."""
        from rashomon.events.shelf import MemoryShelf

        return MemoryShelf()

    def grow(
        self,
        shelf: "Shelf",
        touched: frozenset[str],
        read: "Read",
        articles: Mapping[str, Article],
        origins: "Origins",
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        judgements: Sequence[Judgement],
    ) -> "Growth":
        """What becomes of the events when these articles are new or not what they were."""
        from rashomon.events import Stock, grow

        return grow(shelf, touched, read, Stock(articles, origins, actors, places), judgements)

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
