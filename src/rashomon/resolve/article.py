"""One report: its places and actors, and their ids in every statement."""

from dataclasses import replace

from rashomon.gazetteer import Gazetteer
from rashomon.record import Actor, Article, PlaceMention, Reading, Role, Sayer, Statement
from rashomon.resolve.actors import Cast, resolve_actors
from rashomon.resolve.own import with_own_names
from rashomon.resolve.places import Placed, resolve_places
from rashomon.resolve.surface import bare, without_title


def resolve_article(article: Article, reading: Reading, gazetteer: Gazetteer) -> Reading:
    """`reading` with its actors (local to this report), its places, and the ids of both in its statements.

    Where no one candidate remains, the id stays None; texts and offsets stay as they are. A role whose actor is found
    takes the actor's full name.
    """
    reading = with_own_names(reading)
    placed = resolve_places(article, reading, gazetteer)
    cast = resolve_actors(article, reading, placed)
    by_id = {actor.id: actor for actor in cast.actors}
    return replace(
        reading,
        statements=tuple(_filled(each, placed, cast, by_id) for each in reading.statements),
        actors=cast.actors,
        places=placed.places,
        place_mentions=placed.mentions,
    )


def _filled(statement: Statement, placed: Placed, cast: Cast, by_id: dict[str, Actor]) -> Statement:
    def role(told: Role) -> Role:
        actor = _actor(told.start, told.end, told.name, cast, by_id)
        return replace(told, actor=actor.id, name=actor.name) if actor else told

    def sayer(told: Sayer) -> Sayer:
        actor = _actor(told.start or 0, told.end or 0, told.name, cast, by_id)
        publisher = cast.publisher(told.name) if actor is None and told.start is None else None
        actor = by_id[publisher] if publisher else actor
        return replace(told, actor=actor.id, name=actor.name) if actor else told

    def place(told: PlaceMention) -> PlaceMention:
        return replace(told, place=placed.ids.get((told.start, told.end)))

    return replace(
        statement,
        actors=tuple(map(role, statement.actors)),
        targets=tuple(map(role, statement.targets)),
        places=tuple(map(place, statement.places)),
        chain=tuple(map(sayer, statement.chain)),
    )


def _actor(start: int, end: int, name: str, cast: Cast, by_id: dict[str, Actor]) -> Actor | None:
    plain = bare(name)
    for form in (plain, without_title(plain).name):
        found = cast.ids.get((start, end, form))
        if found:
            return by_id[found]
    return None
