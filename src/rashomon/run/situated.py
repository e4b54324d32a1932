"""The situation on a day, out of a record: as all tell it, as one side tells it, as it could be known on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.record import Actor, Flow, Place, Relation, Situation, Statement
from rashomon.run.pipeline import Pipeline
from rashomon.run.scope import statements_seen
from rashomon.store import View

MOVING = ("defect", "retreat", "mobilize")
"""Types of acts that a flow may be told by."""


@dataclass(frozen=True, slots=True)
class Situated:
    """A situation with the flows up to its day and those without a day, and the actors and places that both name."""

    situation: Situation
    flows: tuple[Flow, ...]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]


def situated(
    view: View, pipeline: Pipeline, day: date, as_of: date | None = None, according_to: str | None = None
) -> Situated:
    """How things stood on `day`. Without a side, the relations of the last build are asked for by day; with one, they
    are joined anew from what that side tells."""
    if as_of is None and according_to is None:
        relations: Iterable[Relation] = tuple(view.relations(on=day))
        moving: tuple[Statement, ...] = tuple(s for kind in MOVING for s in view.statements(type=kind))
        families = tuple(view.families())
        actors: Mapping[str, Actor] = _actors(view, relations, moving)
        places = view.places_by_id(_place_ids(relations, moving))
    else:
        seen = statements_seen(view, pipeline, as_of, according_to)
        moving = tuple(s for s in seen.statements if s.type in MOVING)
        families, actors = seen.families, seen.actors
        places = {place.id: place for place in view.places()}
        relations = pipeline.relate(seen.statements, families, actors, places)
    ceasefires = [s for s in moving if s.mode == "ceasefire" and s.factuality == "asserted"]
    situation = pipeline.situation(day, relations, actors, places, ceasefires)
    flows = tuple(f for f in pipeline.flows(moving, families, actors, places) if _until(f, day))
    return Situated(situation, flows, actors, places)


def _until(flow: Flow, day: date) -> bool:
    return flow.time is None or flow.time.earliest is None or flow.time.earliest <= day


def _actors(view: View, relations: Iterable[Relation], moving: Iterable[Statement]) -> dict[str, Actor]:
    keys = {key for relation in relations for key in (relation.subject, relation.object) if key}
    for statement in moving:
        keys |= {role.actor for role in (*statement.actors, *statement.targets) if role.actor}
        keys |= {sayer.actor for sayer in statement.chain if sayer.actor}
    return view.actors_by_id(sorted(keys))


def _place_ids(relations: Iterable[Relation], moving: Iterable[Statement]) -> list[str]:
    keys = {relation.object for relation in relations if relation.object}
    return sorted(keys | {mention.place for s in moving for mention in s.places if mention.place})
