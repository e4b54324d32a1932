"""Values with good defaults for tests, and a pipeline of tiny stages for tests of what joins them.

`LinePipeline` reads the text of a page line by line: `Karsa: 12 deserted, says Adel Marun` becomes one statement. It is
quick and has no rules of language, so it shows what the joining does and nothing else. A line `fail` fails.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from types import MappingProxyType, SimpleNamespace
from typing import Any

from rashomon.errors import PageError
from rashomon.events.shelf import MemoryShelf
from rashomon.record import (
    Account,
    Actor,
    Article,
    Cut,
    Event,
    Family,
    Figure,
    Judgement,
    Name,
    Page,
    Place,
    PlaceMention,
    Reading,
    Role,
    RolledFigure,
    Sayer,
    Span,
    Statement,
    When,
    content_id,
)  # fmt: skip
from rashomon.run import Pipeline
from rashomon.settings import Settings

KARSA = Place("place-karsa", "Karsa", ("Karsa",), 12.5, 41.25, 1, ("Upper Province", "Norland"), "geonames:1")


def a_day(text: str) -> When:
    return When(date.fromisoformat(text), date.fromisoformat(text), "day", text, "stated")


def a_figure(number: int = 12, text: str = "12", start: int = 0, **more: Any) -> Figure:
    given = {
        "low": number,
        "best": number,
        "high": number,
        "qualifier": "exact",
        "counts": "soldiers",
        "unit": "people",
    }
    given |= {"measure": "deserted", "text": text, "start": start, "end": start + len(text)}
    return Figure(**given | more)


def an_article(text: str = "In Karsa 12 soldiers deserted.", **more: Any) -> Article:
    given = {
        "file": "karsa.txt",
        "url": None,
        "sha256": "0" * 64,
        "outlet": "Hill Courier",
        "title": None,
        "byline": (),
    }
    given |= {"published": a_day("2021-05-03"), "language": "en", "copied_from": None}
    given |= more
    return Article(id=content_id(given["sha256"], given["file"]), text=text, **given)


def a_statement(article: Article, **more: Any) -> Statement:
    """A statement on the whole text; `trigger` may be given as the words themselves."""
    given: dict[str, Any] = {
        "evidence": Span.of(article.text, 0, len(article.text)),
        "type": "defect",
        "mode": "desert",
    }
    given |= {"trigger": "deserted", "factuality": "asserted", "actors": (), "targets": (), "places": (), "time": None}
    given |= {"figures": (), "confidence": 0.5, "reader": "lines 1"}
    given |= {"chain": (Sayer(article.outlet, "outlet"),) if article.outlet else ()}
    given |= more
    if isinstance(given["trigger"], str):
        start = article.text.index(given["trigger"])
        given["trigger"] = Span.of(article.text, start, start + len(given["trigger"]))
    return Statement(id=content_id(article.id, *map(repr, given.values())), article=article.id, **given)


def a_role(article: Article, text: str, actor: str | None = None) -> Role:
    start = article.text.index(text)
    return Role(text, text, start, start + len(text), actor)


def a_mention(article: Article, text: str, place: str | None = None) -> PlaceMention:
    start = article.text.index(text)
    return PlaceMention(text, start, start + len(text), place)


def an_event(*statements: Statement, **more: Any) -> Event:
    """An event with one account for each outlet that begins a chain."""
    told: dict[str, list[Statement]] = {}
    for statement in statements:
        told.setdefault(statement.chain[0].name if statement.chain else statement.article, []).append(statement)
    accounts = tuple(
        Account(
            origin,
            tuple(sorted({s.article for s in ones})),
            0,
            tuple(s.id for s in ones),
            tuple(f for s in ones for f in s.figures),
        )
        for origin, ones in sorted(told.items())
    )
    given: dict[str, Any] = {"part_of": None, "type": "defect", "mode": "desert", "title": "Desertions in Karsa"}
    given |= {
        "time": None,
        "places": (),
        "actors": (),
        "targets": (),
        "figures": (),
        "disagreements": (),
        "acled": None,
    }
    given |= {"ucdp_violence": None, "reason": "the same act"}
    given |= {"statements": tuple(s.id for s in statements), "accounts": accounts, "origins": len(accounts)}
    given |= more
    return Event(id=content_id("event", *given["statements"]), **given)


class LinePipeline(Pipeline):
    """Stages that take a page line by line."""

    LINE = re.compile(r"(?P<place>\w+): (?P<figure>\d+) (?P<act>deserted), says (?P<who>[\w ]+)")

    def __init__(self, settings: Settings | None = None) -> None:
        super().__init__(Settings())

    def extract(self, page: Page) -> Article:
        text = page.body.decode()
        if text.startswith("no report"):
            raise PageError(page.file, "article", "there is no report on it")
        stated = page.stated
        published = stated.published and a_day(stated.published.isoformat())
        return an_article(
            text,
            file=page.file,
            sha256=page.sha256,
            outlet=stated.outlet,
            published=published,
            language="de" if "gefallen" in text else "en",
            cuts=(Cut("Menu", "menu"),),
        )

    @cached_property
    def reader(self) -> Any:
        return SimpleNamespace(read=self._read, version="lines 1")

    @cached_property
    def gazetteer(self) -> Any:
        return None

    def _read(self, article: Article) -> Reading:
        if "fail" in article.text:
            raise ValueError("this line\ncan not be read")
        return Reading(article.id, tuple(self._statements(article)), tuple(self._names(article)))

    def _statements(self, article: Article) -> Iterator[Statement]:
        for found in self.LINE.finditer(article.text):
            start = found.start("who")
            said = Sayer(found["who"], "official", found["who"], start, found.end("who"))
            yield a_statement(
                article,
                evidence=Span.of(article.text, found.start(), found.end()),
                trigger=Span.of(article.text, found.start("act"), found.end("act")),
                figures=(a_figure(int(found["figure"]), found["figure"], found.start("figure")),),
                places=(PlaceMention(found["place"], found.start("place"), found.end("place")),),
                chain=(*((Sayer(article.outlet, "outlet"),) if article.outlet else ()), said),
            )

    def _names(self, article: Article) -> Iterator[Name]:
        for found in self.LINE.finditer(article.text):
            yield Name(found["who"], found.start("who"), found.end("who"), "PERSON")

    def resolve(self, article: Article, reading: Reading, gazetteer: Any) -> Reading:
        who = {
            name.text: Actor(content_id(article.id, name.text), name.text, (name.text,), "person")
            for name in reading.names
        }

        def resolved(statement: Statement) -> Statement:
            chain = tuple(replace(s, actor=who[s.name].id) if s.name in who else s for s in statement.chain)
            places = tuple(replace(m, place=KARSA.id) if m.text in KARSA.names else m for m in statement.places)
            return replace(statement, chain=chain, places=places)

        statements = tuple(map(resolved, reading.statements))
        there = any(mention.place for statement in statements for mention in statement.places)
        return replace(reading, statements=statements, actors=tuple(who.values()), places=(KARSA,) if there else ())

    def gather(
        self,
        statements: Iterable[Statement],
        articles: Mapping[str, Article],
        families: tuple[Family, ...],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        named: Mapping[str, Sequence[PlaceMention]] = MappingProxyType({}),
        judgements: Sequence[Judgement] = (),
    ) -> tuple[Event, ...]:
        together: dict[str, list[Statement]] = {}
        for statement in statements:
            place = statement.places[0].text if statement.places else "nowhere"
            together.setdefault(place, []).append(statement)
        return tuple(
            an_event(
                *ones,
                title=f"Desertions in {place}",
                places=tuple(sorted({m.place for s in ones for m in s.places if m.place})),
                figures=(
                    (RolledFigure("soldiers", "deserted", *self._row(ones), "lowest 1"),)
                    if any(s.figures for s in ones)
                    else ()
                ),
            )
            for place, ones in sorted(together.items())
        )

    gathering = "lines 1"

    def shelf(self) -> MemoryShelf:
        return MemoryShelf()

    def grow(
        self,
        shelf: Any,
        touched: frozenset[str],
        read: Any,
        articles: Mapping[str, Article],
        origins: Any,
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        judgements: Sequence[Judgement],
    ) -> Any:
        told = [statement for _, statements, _ in read(list(articles)) for statement in statements]
        events = self.gather(told, articles, (), actors, places)
        return SimpleNamespace(gone=frozenset(s.id for s in told), events=events)

    def _row(self, statements: list[Statement]) -> tuple[Any, Any, Any]:
        told = [f.best for s in statements for f in s.figures if f.best is not None]
        return (min(told), min(told), max(told)) if told else (None, None, None)
