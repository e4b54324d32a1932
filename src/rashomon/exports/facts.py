"""An event with all that its rows are made of: its statements, articles, parties and places."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from rashomon.exports.parties import Party, parties
from rashomon.record import Account, Actor, Article, Event, Place, Statement
from rashomon.store import View

NOT_TOLD = "nobody says that it happened: it is planned, demanded, threatened, supposed or denied"
"""Why an event of which this is so has no row."""

TOGETHER = 200
"""Events whose statements are fetched at once."""

KEPT = 2_000
"""Articles, actors and places in memory at once."""


@dataclass(frozen=True)
class Facts:
    """`statements` are the event's own, by article and in the order of the text; the others look up by id."""

    event: Event
    statements: tuple[Statement, ...]
    article: Callable[[str], Article]
    actor: Callable[[str], Actor | None]
    place: Callable[[str], Place | None]

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that tell of it, by file."""
        return tuple(sorted((self.article(key) for key in {s.article for s in self.statements}), key=lambda a: a.file))

    @cached_property
    def told(self) -> tuple[Statement, ...]:
        """The statements that a row rests on: those that say it happened or, where there are none, all."""
        return tuple(s for s in self.statements if s.factuality == "asserted") or self.statements

    @cached_property
    def actors(self) -> tuple[Party, ...]:
        """Who did it."""
        return parties([(s, role) for s in self.told for role in s.actors], self.actor, self.event.actors)

    @cached_property
    def targets(self) -> tuple[Party, ...]:
        """To whom it was done."""
        return parties([(s, role) for s in self.told for role in s.targets], self.actor, self.event.targets)

    @cached_property
    def happened(self) -> bool:
        """Does anybody say that it happened? What is only planned, feared or denied is no row of a table of events."""
        return any(statement.factuality == "asserted" for statement in self.statements)

    @cached_property
    def where(self) -> Place | None:
        """The place told most precisely; of several the first."""
        places = [place for key in self.event.places if (place := self.place(key))]
        return min(places, key=lambda place: place.precision, default=None)

    def of(self, account: Account) -> tuple[Statement, ...]:
        """The statements of one account."""
        own = set(account.statements)
        return tuple(statement for statement in self.statements if statement.id in own)

    def origin(self, statement: Statement) -> str:
        """Whose account the statement belongs to."""
        return next((a.origin for a in self.event.accounts if statement.id in a.statements), "")


@dataclass(frozen=True)
class Loose:
    """A statement that no event has: it tells how things stand, and not that something happened."""

    statement: Statement
    article: Callable[[str], Article]

    def origin(self, statement: Statement) -> str:
        """Whose text it stands in."""
        article = self.article(statement.article)
        return article.copied_from or article.outlet or article.file


def loose_of(view: View) -> Iterator[Loose]:
    """Every statement that no event has, in order; a few hundred in memory at a time."""
    article = lru_cache(KEPT)(view.article)
    waiting = iter(view.statements())
    while some := tuple(islice(waiting, TOGETHER)):
        held = view.events_of(statement.id for statement in some)
        yield from (Loose(statement, article) for statement in some if statement.id not in held)


def facts_of(view: View, events: Iterable[Event]) -> Iterator[Facts]:
    """The facts of each event, in order; a few hundred events in memory at a time."""
    article = lru_cache(KEPT)(view.article)
    waiting = iter(events)
    while some := tuple(islice(waiting, TOGETHER)):
        told = view.statements_by_id(key for event in some for key in event.statements)
        actors = view.actors_by_id({key for event in some for key in (*event.actors, *event.targets)})
        actors |= view.actors_by_id({key for actor in actors.values() for key in actor.parents} - actors.keys())
        places = view.places_by_id({key for event in some for key in event.places})
        for event in some:
            own = sorted(
                (told[key] for key in event.statements), key=lambda s: (article(s.article).file, s.evidence.start, s.id)
            )
            yield Facts(event, tuple(own), article, actors.get, places.get)
