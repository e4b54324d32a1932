"""The statements of a record followed back to their origins."""

from collections.abc import Iterable, Iterator
from itertools import islice

from rashomon.record import Event, Followed
from rashomon.run.pipeline import Pipeline
from rashomon.store import View

TAKEN = 200
"""Events whose statements are in memory at once."""


def follow(view: View, pipeline: Pipeline, events: Iterable[Event] | None = None) -> Iterator[Followed]:
    """Every statement of these events, or of all of the record, in the order of the events."""
    outlets = {article.id: article.outlet or article.file for article in view.articles()}
    families = tuple(view.families())
    actors = {actor.id: actor for actor in view.actors()}
    waiting = iter(view.events() if events is None else events)
    while batch := tuple(islice(waiting, TAKEN)):
        statements = view.statements_by_id(key for event in batch for key in event.statements)
        yield from pipeline.follow(batch, statements, outlets, families, actors)
