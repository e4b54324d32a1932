"""A record seen from one side: as one origin tells it, or as it could be known on a day.

The events are gathered anew from the statements that are left, so that no figure and no disagreement rests on what
this side does not know. Nothing is written.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.record import Actor, Article, Event, Family, Statement, standing
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline
from rashomon.store import View
from rashomon.store.words import meant

Told = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """The events of one side. `undated` counts the articles left out because no day of publication is known; `names`
    are the names in the record that were taken to mean the origin asked for."""

    events: tuple[Event, ...]
    undated: int
    names: frozenset[str]


def seen_from(view: View, pipeline: Pipeline, as_of: date | None = None, according_to: str | None = None) -> Scope:
    """The events that articles published up to `as_of` tell, in statements that `according_to` stands behind.

    Somebody stands behind a statement by standing in its chain, under any of their names, and behind every copy of a
    text that comes from them. None lifts the condition.
    """
    kept = {article.id for article in view.articles() if as_of is None or _known(article, as_of)}
    undated = 0 if as_of is None else sum(article.published is None for article in view.articles())
    families = pipeline.families(article for article in view.articles() if article.id in kept)
    actors = {actor.id: actor for actor in view.actors()}
    names: frozenset[str] = frozenset()
    conditions: list[Told] = [lambda statement: statement.article in kept]
    if as_of is not None:
        conditions.append(lambda statement: _said_by(statement, as_of))
    if according_to is not None:
        names = meant(according_to, _names(view, families, actors))
        conditions.append(_behind(names, families, actors))
    told = (statement for statement in view.statements() if all(holds(statement) for holds in conditions))
    places = {place.id: place for place in view.places()}
    judged = [each for each in standing(view.judgements()) if each.kind != "apart"]
    return Scope(
        pipeline.gather(told, Articles(view), families, actors, places, view.place_mentions(), judged), undated, names
    )


def _known(article: Article, day: date) -> bool:
    last = article.published.latest if article.published else None
    return last is not None and last <= day


def _said_by(statement: Statement, day: date) -> bool:
    """Could all of its chain have been said by then? A report may carry the day of an update that came later."""
    said = (sayer.said.earliest for sayer in statement.chain if sayer.said)
    return all(first is None or first <= day for first in said)


def _names(view: View, families: tuple[Family, ...], actors: Mapping[str, Actor]) -> Iterator[str]:
    """Every name of everybody who says anything, and every origin of a text."""
    yield from (family.origin for family in families)
    for statement in view.statements():
        for sayer in statement.chain:
            yield sayer.name
            yield from actors[sayer.actor].names if sayer.actor else ()


def _behind(names: frozenset[str], families: tuple[Family, ...], actors: Mapping[str, Actor]) -> Told:
    texts = {article for family in families if family.origin in names for article in family.articles}
    speakers = {actor.id for actor in actors.values() if names.intersection(actor.names)}

    def holds(statement: Statement) -> bool:
        return statement.article in texts or any(
            sayer.name in names or sayer.actor in speakers for sayer in statement.chain
        )

    return holds
