"""A record seen from one side: as one origin tells it, or as it could be known on a day.

The events are gathered anew from the statements that are left, so that no figure, no disagreement and no grade rests
on what this side does not know. Nothing is written.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.record import ON_EVENTS, Actor, Event, Family, Sayer, Statement, When, standing
from rashomon.run.lookup import Articles
from rashomon.run.pipeline import Pipeline
from rashomon.store import View
from rashomon.store.words import meant

CARRIERS = frozenset({"outlet", "agency", "document"})
"""Sayers whose word is out for everybody once said; what an official says is out when somebody brings it."""

Told = Callable[[Statement], bool]


@dataclass(frozen=True, slots=True)
class Scope:
    """The events of one side.

    `undated` counts the articles without a day of publication of which something was left out for it; `quoted` the
    statements known only because later reports cite who had said them by then; `names` are the names in the record that
    were taken to mean the origin asked for.
    """

    events: tuple[Event, ...]
    undated: int
    quoted: int
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Seen:
    """The statements of one side, with the families and the actors that it knows; the rest as in `Scope`."""

    statements: tuple[Statement, ...]
    families: tuple[Family, ...]
    actors: Mapping[str, Actor]
    undated: int
    quoted: int
    names: frozenset[str]


def seen_from(view: View, pipeline: Pipeline, as_of: date | None = None, according_to: str | None = None) -> Scope:
    """The events that could be known on the day `as_of`, in statements that `according_to` stands behind."""
    seen = statements_seen(view, pipeline, as_of, according_to)
    places = {place.id: place for place in view.places()}
    judged = [each for each in standing(view.judgements()) if each.kind in ON_EVENTS]
    events = pipeline.gather(
        seen.statements, Articles(view), seen.families, seen.actors, places, view.place_mentions(), judged
    )
    return Scope(events, seen.undated, seen.quoted, seen.names)


def statements_seen(view: View, pipeline: Pipeline, as_of: date | None = None, according_to: str | None = None) -> Seen:
    """The statements that could be known on the day `as_of`, and that `according_to` stands behind.

    A statement could be known on a day when its report was out, or when an outlet, agency or document that it cites
    with a day had brought it by then, and when nobody in its chain said it later. What a later report adds in its own
    name could not.

    Somebody stands behind a statement by standing in its chain, under any of their names, and behind every copy of a
    text that comes from them. None lifts the condition.
    """
    published = {article.id: article.published for article in view.articles()}
    out = {key for key, when in published.items() if as_of is None or _out(when, as_of)}
    families = pipeline.families(article for article in view.articles() if article.id in out)
    actors = {actor.id: actor for actor in view.actors()}
    names: frozenset[str] = frozenset()
    behind: Told = _anybody
    if according_to is not None:
        names = meant(according_to, _names(view, families, actors))
        behind = _behind(names, families, actors)
    kept: list[Statement] = []
    undated: set[str] = set()
    quoted = 0
    for statement in filter(behind, view.statements()):
        known = as_of is None or _known(statement, as_of, statement.article in out)
        if known:
            kept.append(statement)
            quoted += statement.article not in out
        elif published[statement.article] is None:
            undated.add(statement.article)
    return Seen(tuple(kept), families, actors, len(undated), quoted, names)


def _anybody(statement: Statement) -> bool:
    return True


def _out(published: When | None, day: date) -> bool:
    last = published.latest if published else None
    return last is not None and last <= day


def _known(statement: Statement, day: date, out: bool) -> bool:
    """Whether the statement could be known on a day, by which its report was `out` or was not."""
    later = any(s.said and s.said.earliest and s.said.earliest > day for s in statement.chain)
    return not later and (out or any(_brought(sayer, day) for sayer in statement.chain[1:]))


def _brought(sayer: Sayer, day: date) -> bool:
    """Whether a cited outlet, agency or document had brought it by then."""
    last = sayer.said.latest if sayer.said else None
    return sayer.role in CARRIERS and last is not None and last <= day


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
