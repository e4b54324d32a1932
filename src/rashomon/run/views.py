"""Families, actors and events of a record, after pages came or something was judged.

Families and actors are found anew among all articles. Events are gathered anew only as far as they rest on an article
that is new, or whose family, actors, places or judgements are not what they were (`events/growth.py`); the rest stays.
The outcome is that of making everything anew, which is done where an article was read again or where another version of
the gathering made what is there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from rashomon.record import Actor, Article, Family, Merge, Place, PlaceMention, Statement, standing
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline
from rashomon.run.shelf import RecordShelf
from rashomon.store import View, Writer, joined_place
from rashomon.store.shelf import JUDGED, VERSION, ShelfRows


def make_views(writer: Writer, pipeline: Pipeline) -> None:
    """Bring the views of the record up to date, in one transaction.

    It makes no difference in which order, and in how many builds, its pages came.
    """
    with writer.views(anew=False) as view:
        rows = writer.shelf()
        marks = rows.marks()
        anew = not rows.any_gathered() or marks.get(VERSION) != pipeline.gathering
        if anew:
            writer.empty_views()
        old = _Views(tuple(view.families()), {a.id: a for a in view.merged_actors()}, tuple(view.merges()))
        judgements = standing(view.judgements())
        on_statements = tuple(each for each in judgements if each.kind != "apart")
        families = pipeline.families(view.articles())
        apart = [(each.subject, other) for each in judgements if each.kind == "apart" for other in each.object]
        merged, merges = pipeline.merge(view.local_actors(), apart)
        new = _Views(families, {actor.id: actor for actor in merged}, merges)
        came = rows.ungathered()
        touched = set(came)
        if not anew:
            touched |= _other_families(old, new) | rows.articles_of_locals(_other_actors(old, new))
            touched |= _other_places(rows, came)
            before = frozenset(filter(None, marks.get(JUDGED, "").split()))
            judged = [e for e in view.judgements() if (e.id in before) != (e in on_statements)]
            touched |= rows.articles_of_statements({key for e in judged for key in (e.subject, *e.object)})
        writer.put_families(families)
        writer.put_actors(merged, merges)
        places = {place.id: place for place in view.places()}
        memory = pipeline.shelf() if anew else None
        growth = pipeline.grow(
            memory or RecordShelf(rows),
            frozenset(touched),
            _Reader(view),
            Articles(view),
            new.families,
            new.actors,
            places,
            on_statements,
        )
        if memory:
            memory.pour(RecordShelf(rows))
        writer.put_events(growth.events, growth.gone)
        _put_situations(writer, view, pipeline, new, places)
        rows.put_gathered(came)
        rows.put_marks(pipeline.gathering, " ".join(each.id for each in on_statements))


def _put_situations(writer: Writer, view: View, pipeline: Pipeline, new: "_Views", places: Mapping[str, Place]) -> None:
    """Relations, flows and truces, and the places that they name."""
    relations = pipeline.relate(view.statements(), new.families, new.actors, places)
    published = {article.id: article.published for article in view.articles()}
    flows, truces = pipeline.flows(view.statements(), new.families, new.actors, places, published, view.events())
    named = {each.object for each in relations} | {each.to for each in flows}
    writer.put_relations(relations)
    writer.put_flows(flows, truces)
    writer.put_grounds(places[key] for key in sorted(key for key in named if key and key in places))


class _Views:
    """Families and merged actors, as they were or as they are."""

    def __init__(self, families: tuple[Family, ...], actors: Mapping[str, Actor], merges: Sequence[Merge]) -> None:
        self.families = families
        self.actors = actors
        self.merged = {merge.local: merge.actor for merge in merges}


class _Reader:
    """Reads what some articles of a record tell."""

    def __init__(self, view: View) -> None:
        self._view = view

    def __call__(
        self, articles: Collection[str]
    ) -> Iterator[tuple[Article, Sequence[Statement], Sequence[PlaceMention]]]:
        told: dict[str, list[Statement]] = {}
        acts = (each for each in self._view.statements_of(articles) if each.relation is None)
        for statement in acts:
            told.setdefault(statement.article, []).append(statement)
        named = self._view.place_mentions(told)
        for key in sorted(told):
            yield self._view.article(key), told[key], named.get(key, ())


def _other_families(old: _Views, new: _Views) -> set[str]:
    """The articles whose family is not what it was; that of a new article is new."""
    both = {*old.families, *new.families} - {*old.families}.intersection(new.families)
    return set(chain.from_iterable(family.articles for family in both))


def _other_actors(old: _Views, new: _Views) -> set[str]:
    """The local actors that count as another actor than before, or whose actor, or one that it belongs to, is not what
    it was."""
    changed = {key for key, actor in new.actors.items() if old.actors.get(key) != actor}
    below: dict[str, list[str]] = {}
    for key, actor in new.actors.items():
        for parent in actor.parents:
            below.setdefault(parent, []).append(key)
    todo = sorted(changed)
    while todo:
        for child in below.get(todo.pop(), ()):
            if child not in changed:
                changed.add(child)
                todo.append(child)
    return {local for local, actor in new.merged.items() if actor in changed or old.merged.get(local) != actor}


def _other_places(rows: ShelfRows, came: Collection[str]) -> set[str]:
    """The articles that name a place which the new articles `came` know under another name."""
    told: dict[str, tuple[list[Place], list[Place], list[str]]] = {}
    new = frozenset(came)
    for row in rows.tellings(rows.places_of(came)):
        before, after, articles = told.setdefault(row.id, ([], [], []))
        after.append(row.body)
        if row.article not in new:
            before.append(row.body)
            articles.append(row.article)
    return {
        article
        for before, after, articles in told.values()
        if before and joined_place(before) != joined_place(after)
        for article in articles
    }
