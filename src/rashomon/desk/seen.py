"""One event from one side: only what articles published up to a day tell of it, or what one origin stands behind."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from rashomon.record import Article, Event, Statement
from rashomon.run import Pipeline, seen_from
from rashomon.store import View


class EventView(View):
    """The part of a view that tells of one event: its statements, their articles and everything else as it is."""

    def __init__(self, view: View, statements: Mapping[str, Statement], articles: Mapping[str, Article]) -> None:
        super().__init__(view._connection)
        self._own = tuple(statements.values())
        self._articles = articles

    def articles(self) -> Iterator[Article]:
        """The articles that tell of the event."""
        return iter(self._articles.values())

    def statements(self, **conditions: Any) -> Iterator[Statement]:
        """The statements of the event; `seen_from` asks for all."""
        return iter(self._own)


def seen(view: EventView, pipeline: Pipeline, as_of: date | None, according_to: str | None) -> tuple[Event, ...]:
    """What the event's statements tell from this side, the event that holds most of them first."""
    events = seen_from(view, pipeline, as_of, according_to).events
    return tuple(sorted(events, key=lambda event: (-len(event.statements), event.id)))


def days(articles: Iterable[Article]) -> tuple[date, ...]:
    """The days on which something of the event became known: those of publication, since a report may cite what was
    said before."""
    return tuple(sorted({a.published.latest for a in articles if a.published and a.published.latest}))


def voices(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Everybody who is named as saying something of it."""
    return tuple(sorted({sayer.name for one in statements for sayer in one.chain if sayer.role != "unnamed"}))
