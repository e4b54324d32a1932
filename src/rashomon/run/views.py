"""Families, actors and events of a record, after pages came or something was judged.

Families and actors are found anew among all articles. Events are gathered anew only as far as they rest on an article
that is new, or whose family, actors, places or judgements are not what they were (`events/growth.py`); the rest stays.
The outcome is that of making everything anew, which is done where an article was read again or where another version of
the gathering made what is there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rashomon.record import (
    ON_ACTORS,
    ON_EVENTS,
    Actor,
    Article,
    Family,
    Judgement,
    Merge,
    Place,
    PlaceMention,
    Statement,
    standing,
)
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline
from rashomon.run.reviews import changed, find_reviews
from rashomon.run.shelf import RecordShelf
from rashomon.store import View, Writer, joined_place
from rashomon.store.shelf import JUDGED, VERSION, ShelfRows


def make_views(writer: Writer, pipeline: Pipeline, *, joined: bool = True) -> None:
    """Bring the views of the record up to date, in one transaction.

    It makes no difference in which order, and in how many builds, its pages came. Not `joined`: no page came and no
    name was taken out since the views were made, so that families and actors are what they were.
    """
    with writer.views(anew=False) as view:
        rows = writer.shelf()
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
        old = _Views(tuple(view.families()), {a.id: a for a in view.merged_actors()}, tuple(view.merges()))
        new = _joined(view, pipeline, judgements) if joined or anew else old
        came = rows.ungathered()
        touched = set(came)
        if not anew:
            touched |= _other_families(old, new) | rows.articles_of_locals(_other_actors(old, new))
            touched |= _other_places(rows, came)
            touched |= rows.articles_of_statements({key for e in judged for key in (e.subject, *e.object)})
            touched |= rows.articles_of_statements(judged_otherwise)
        if new is not old:
            writer.put_families(new.families)
            writer.put_actors(new.actors.values(), new.merges)
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
            on_events,
        )
        if memory:
            memory.pour(RecordShelf(rows))
        writer.put_events(growth.events, growth.gone)
        writer.put_relations(pipeline.relate(view.statements(), new.families, new.actors, places))
        rows.put_gathered(came)
        rows.put_marks(pipeline.gathering, " ".join(each.id for each in on_events))


def _joined(view: View, pipeline: Pipeline, judgements: Iterable[Judgement]) -> "_Views":
    """Families and actors, found anew among all articles."""
    families = pipeline.families(view.articles())
    apart, same = _on_actors(judgements)
    merged, merges = pipeline.merge(view.local_actors(), apart, same)
    return _Views(families, {actor.id: actor for actor in merged}, merges)


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


class _Views:
    """Families and merged actors, as they were or as they are."""

    def __init__(self, families: tuple[Family, ...], actors: Mapping[str, Actor], merges: Sequence[Merge]) -> None:
        self.families = families
        self.actors = actors
        self.merges = merges
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
