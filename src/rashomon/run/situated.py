"""The situation on a day, out of a record: as all tell it, as one side tells it, as it could be known on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.record import Actor, Differences, Flow, Place, Relation, Situation, Truce
from rashomon.run.pipeline import Pipeline
from rashomon.run.scope import statements_seen
from rashomon.store import View

HELD = 3000
"""Relations that a situation has at most; where more hold, those told by most origins. No graph shows so many."""

MOST = 300
"""Relations told without a day, flows and truces that are listed with a situation: more than anybody reads. Those told
by most origins, and the latest, come first."""


@dataclass(frozen=True, slots=True)
class Situated:
    """A situation with the flows that had begun by its day and those without a day, and the actors and places that both
    name. `held` is how many relations hold in all, of which there are at most `HELD`; `undated` how many are told
    without a day, of which at most `MOST` are listed."""

    situation: Situation
    flows: tuple[Flow, ...]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    held: int
    undated: int


def situated(
    view: View, pipeline: Pipeline, day: date, as_of: date | None = None, according_to: str | None = None
) -> Situated:
    """How things stood on `day`. Without a side, what the last build made is asked for by day; with one, it is made
    anew from what that side tells."""
    held: int | None
    if as_of is None and according_to is None:
        undated, total = view.undated_relations(MOST)
        told, held = view.most_told(day, HELD)
        relations: tuple[Relation, ...] = (*told, *undated)
        flows, truces = view.flows(day, MOST), view.truces(day, MOST)
        ends = {key for relation in relations for key in (relation.subject, relation.object) if key}
        ends |= {key for flow in flows for key in (flow.of, flow.to) if key}
        actors: Mapping[str, Actor] = view.actors_by_id(sorted(ends))
        actors = {**view.actors_by_id(sorted({p for each in actors.values() for p in each.parents} - ends)), **actors}
        places = view.places_by_id(ends - actors.keys())
    else:
        held = None
        seen = statements_seen(view, pipeline, as_of, according_to)
        actors = seen.actors
        places = {place.id: place for place in view.places()}
        relations = pipeline.relate(seen.statements, seen.families, actors, places)
        total = sum(relation.time is None for relation in relations)
        published = {article.id: article.published for article in view.articles()}
        origin = pipeline.carrier(seen.families, actors)
        made = pipeline.flows(seen.statements, origin, actors, places, published, view.events())
        flows, truces = (_begun(made[0], day), _begun(made[1], day))
    situation = pipeline.situation(day, relations, actors, places, truces)
    return Situated(situation, flows, actors, places, held if held is not None else len(situation.relations), total)


def differing(pipeline: Pipeline, one: Situated, other: Situated) -> Differences:
    """What differs between two situations."""
    return pipeline.differences(one.situation, other.situation, one.flows, other.flows)


def _begun(told: Iterable[Flow] | Iterable[Truce], day: date) -> tuple:  # type: ignore[type-arg]
    return tuple(t for t in told if t.time is None or t.time.earliest is None or t.time.earliest <= day)
