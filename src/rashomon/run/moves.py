"""Flows and truces of a record, made anew from the few statements that tell of people who moved or of a truce, and from
those of the operations that these are part of."""

from collections.abc import Callable, Mapping

from rashomon.record import Actor, Family, Place, Statement
from rashomon.run.lookup import Lookup
from rashomon.run.pipeline import Pipeline
from rashomon.store import View, Writer, actors_in


def renew_moves(
    view: View,
    writer: Writer,
    pipeline: Pipeline,
    origin: Callable[[Statement], str],
    families: Lookup[Family],
    actors: Lookup[Actor],
    places: Mapping[str, Place],
) -> None:
    """Put the flows and truces that the record tells now in the place of those that are there."""
    told = {each.id: each for each in view.statements_of_acts(pipeline.moving)}
    parts = view.events_by_id(view.events_of(told).values())
    wholes = view.events_by_id(event.part_of for event in parts.values() if event.part_of)
    told |= view.statements_by_id(key for event in wholes.values() for key in event.statements)
    families.fetch(sorted({each.article for each in told.values()}))
    actors.fetch(sorted(actors_in(told.values())))
    read = view.articles_by_id({each.article for each in told.values()})
    published = {key: article.published for key, article in read.items()}
    events = (parts | wholes).values()
    writer.put_flows(*pipeline.flows(told.values(), origin, actors, places, published, events))
