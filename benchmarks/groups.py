"""FA-KES as one record: the event that each report is mainly about; reports of one incident should share one."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

import rashomon
from benchmarks.fakes import ready_page
from benchmarks.rows import Row
from rashomon.events import gather_events, main_statement
from rashomon.events.clues import Clue, clues
from rashomon.events.top import with_lead
from rashomon.models import Linear
from rashomon.record import Actor, Article, Event, Family, Place, PlaceMention, Statement


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "event"} for every report with an act of violence; an event is named by its id in the record of all
    rows."""
    pile = read_pile(rows)
    yield from pile.answers(pile.events, pile.articles)


@dataclass(frozen=True, slots=True)
class Pile:
    """A record of the rows in memory; `told` are the statements of each article."""

    articles: Mapping[str, Article]
    told: Mapping[str, Sequence[Statement]]
    families: tuple[Family, ...]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    named: Mapping[str, Sequence[PlaceMention]]
    events: tuple[Event, ...]

    def clues(self) -> Iterator[tuple[str, Clue]]:
        """The clues of all statements, each with the file of its report."""
        for key, article in self.articles.items():
            for clue in with_lead(article, self._clues(article), self.named.get(key, ()), self.places):
                yield article.file, clue

    def _clues(self, article: Article) -> tuple[Clue, ...]:
        return clues(article, self.told[article.id], self.actors, self.places)

    def predictions(self, files: Collection[str], model: Linear, prefix: str) -> list[Row]:
        """The answers for the reports `files` by themselves, by a model of leads; their events begin with `prefix`."""
        some = {key: article for key, article in self.articles.items() if article.file in files}
        statements = [statement for key in some for statement in self.told[key]]
        families = tuple(family for family in self.families if all(key in some for key in family.articles))
        events = gather_events(statements, some, families, self.actors, self.places, self.named, model=model)
        return [row | {"event": prefix + row["event"]} for row in self.answers(events, some)]

    def answers(self, events: Iterable[Event], articles: Mapping[str, Article]) -> Iterator[Row]:
        """The event of each report's main statement."""
        event_of = {statement: event.id for event in events for statement in event.statements}
        for key, article in articles.items():
            if statement := main_statement(self.told[key]):
                yield {"doc_id": article.file, "event": event_of[statement.id]}


def read_pile(rows: Iterable[Row]) -> Pile:
    """The rows read into one record."""
    with TemporaryDirectory() as folder:
        pile, record = Path(folder) / "pile.jsonl", Path(folder) / "pile.rashomon"
        with pile.open("wb") as out:
            for row in rows:
                out.write(msgspec.json.encode(ready_line(row)) + b"\n")
        rashomon.build([pile], into=record)
        return open_pile(record)


def open_pile(record: Path) -> Pile:
    """A record in memory."""
    with rashomon.open(record) as view:
        told: dict[str, list[Statement]] = defaultdict(list)
        for statement in view.statements():
            told[statement.article].append(statement)
        return Pile(
            {article.id: article for article in view.articles()},
            told,
            tuple(view.families()),
            {actor.id: actor for actor in view.actors()},
            {place.id: place for place in view.places()},
            view.place_mentions(),
            tuple(view.events()),
        )


def ready_line(row: Row) -> Row:
    """The row as a line of a pile of ready articles."""
    page = ready_page(row)
    return {
        "file": page.file,
        "text": page.body.decode(),
        "outlet": page.stated.outlet,
        "title": page.stated.title,
        "published": page.stated.published,
        "language": page.stated.language,
    }
