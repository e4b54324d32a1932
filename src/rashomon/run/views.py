"""Families, actors and events of a record, after pages came or something was judged.

Families, actors and relations grow by the articles that came. Events are gathered anew only as far as they rest on an
article that is new, or whose family, actors, places or judgements are not what they were (`events/growth.py`); the rest
stays. The outcome is that of making everything anew, which is done where an article was read again or where another
version of the gathering made what is there.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from rashomon.record import ON_ACTORS, ON_EVENTS, Actor, Article, Judgement, PlaceMention, Statement, standing
from rashomon.run.bonds import renew_relations
from rashomon.run.cast import renew_actors
from rashomon.run.kin import renew_families
from rashomon.run.lookup import Articles, Lookup
from rashomon.run.memory import put_aside
from rashomon.run.moves import renew_moves
from rashomon.run.pipeline import Pipeline
from rashomon.run.reviews import changed, find_reviews
from rashomon.run.shelf import RecordShelf
from rashomon.store import View, Writer, joined_place
from rashomon.store.batches import batches
from rashomon.store.kept import KeptRows
from rashomon.store.shelf import JUDGED, VERSION, ShelfRows

AT_ONCE = 500
"""Articles whose statements are in memory at once."""

MANY = 0.1
"""The share of new articles from which on the database takes stock: the one at which PostgreSQL does so by itself."""


def make_views(writer: Writer, pipeline: Pipeline, *, joined: bool = True) -> None:
    """Bring the views of the record up to date, in one transaction.

    It makes no difference in which order, and in how many builds, its pages came. Not `joined`: no page came and no
    name was taken out since the views were made, so that families and actors are what they were.
    """
    with put_aside(), writer.views(anew=False) as view:
        rows, kept = writer.shelf(), writer.kept()
        marks = rows.marks()
        before = tuple(view.reviewed.all())
        reviews = find_reviews(view)
        judged_otherwise = changed(before, reviews)
        writer.put_reviews(reviews)
        judgements = standing(view.judgements())
        on_events = tuple(each for each in judgements if each.kind in ON_EVENTS)
        made_with = frozenset(filter(None, marks.get(JUDGED, "").split()))
        judged = [e for e in view.judgements() if (e.id in made_with) != (e in on_events)]
        if not (joined or judged_otherwise or judged):
            return
        anew = not rows.any_gathered() or marks.get(VERSION) != pipeline.gathering
        if anew:
            writer.empty_views()
            writer.put_reviews(reviews)
        came = rows.ungathered()
        many = anew or (bool(came) and len(came) > MANY * view.counts()["articles"])
        if many:
            writer.take_stock()
        touched = {*came, *renew_families(view, writer, kept, pipeline, came, anew=anew)}
        publishers = kept.publishers()
        if joined or anew:
            told = renew_actors(view, writer, kept, pipeline, came, *_on_actors(judgements))
            touched |= rows.articles_of_locals(told)
        if not anew:
            touched |= rows.articles_of_locals(_renamed(view, kept, pipeline, publishers))
            touched |= _other_places(rows, came)
            touched |= rows.articles_of_statements({key for e in judged for key in (e.subject, *e.object)})
            touched |= rows.articles_of_statements(judged_otherwise)
        writer.put_places(view.places() if anew else view.places_told(rows.tellings_of(came)))
        families = Lookup(kept.families, lambda: (a.id for a in view.articles()))
        actors = Lookup(view.actors_by_id, lambda: (actor.id for actor in view.merged_actors()))
        places = Lookup(view.places_by_id, lambda: (place.id for place in view.places()))
        families.fetch(sorted(touched))
        origins = pipeline.origins(families, actors, kept.publishers())
        memory = pipeline.shelf() if anew else None
        growth = pipeline.grow(
            memory or RecordShelf(rows),
            frozenset(touched),
            _Reader(view),
            Articles(view),
            origins,
            actors,
            places,
            on_events,
        )
        if memory:
            memory.pour(RecordShelf(rows))
        writer.put_events(growth.events, growth.gone)
        renew_relations(view, kept, pipeline, touched, origins.carrier, actors, places)
        renew_moves(view, writer, pipeline, origins.carrier, families, actors, places)
        rows.put_gathered(came)
        rows.put_marks(pipeline.gathering, " ".join(each.id for each in on_events))
        if many:
            writer.take_stock()


def _on_actors(judgements: Iterable[Judgement]) -> tuple[list[tuple[str, str]], list[tuple[str, str, str]]]:
    """The pairs of local actors judged to be two, and those judged to be one; of two on one pair the later holds."""
    apart: dict[frozenset[str], tuple[str, str]] = {}
    same: dict[frozenset[str], tuple[str, str, str]] = {}
    for each in (each for each in judgements if each.kind in ON_ACTORS):
        for other in each.object:
            both = frozenset((each.subject, other))
            if each.kind == "apart":
                apart[both] = each.subject, other
                same.pop(both, None)
            else:
                same[both] = each.subject, other, f"judged to be the same by {each.author}: {each.reason}"
                apart.pop(both, None)
    return list(apart.values()), list(same.values())


class _Reader:
    """Reads what some articles of a record tell."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __call__(
        self, articles: Collection[str]
    ) -> Iterator[tuple[Article, Sequence[Statement], Sequence[PlaceMention]]]:
        for some in batches(sorted(articles), AT_ONCE):
            told: dict[str, list[Statement]] = {}
            for statement in self._view.statements_of(some):
                if statement.relation is None:
                    told.setdefault(statement.article, []).append(statement)
            named = self._view.place_mentions(told)
            read = self._view.articles_by_id(told)
            for key in sorted(told):
                yield read[key], told[key], named.get(key, ())


def _renamed(view: View, kept: KeptRows, pipeline: Pipeline, before: list[Actor]) -> set[str]:
    """The local actors who go by the name of an outlet or agency, where that name was another's or nobody's before."""
    now = kept.publishers()
    if before == now:
        return set()
    is_renamed = pipeline.renamed(before, now)
    return kept.locals_of_actors({actor.id for actor in view.merged_actors() if is_renamed(actor)})


def _other_places(rows: ShelfRows, came: Collection[str]) -> set[str]:
    """The articles that name a place which the new articles `came` know under another name."""
    found: set[str] = set()
    for key, told in rows.tellings_of(came).items():
        new = [place for place in told if not rows.is_told(place)]
        before = rows.told_before(key) if new else []
        if before and joined_place(before) != joined_place([*before, *new]):
            found |= rows.articles_naming_place(key)
    return found
