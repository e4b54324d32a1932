"""Families, actors and events, made anew from all that a record holds."""

from rashomon.record import standing
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline
from rashomon.store import Writer


def make_views(writer: Writer, pipeline: Pipeline) -> int:
    """Replace the views of the record, in one transaction; the number of events.

    They are made from the whole record in its own order and from the judgements that stand, so that it makes no
    difference in which order, and in how many builds, its pages came.
    """
    with writer.views() as view:
        families = pipeline.families(view.articles())
        writer.put_families(families)
        apart = [(judgement.subject, other) for judgement in standing(view.judgements()) for other in judgement.object]
        actors, merges = pipeline.merge(view.local_actors(), apart)
        writer.put_actors(actors, merges)
        places = {place.id: place for place in view.places()}
        known = {actor.id: actor for actor in actors}
        events = pipeline.gather(view.statements(), Articles(view), families, known, places)
        writer.put_events(events)
        writer.put_relations(pipeline.relate(view.statements(), families, known, places))
    return len(events)
