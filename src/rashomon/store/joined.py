"""What several articles say of one thing, joined so that the order of the articles makes no difference."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import msgspec

from rashomon.record import Corrected, Made, Place, Role, Sayer, Statement, field_of, with_field


def with_actors(statement: Statement, actors: Mapping[str, str]) -> Statement:
    """The statement with the ids of `actors` (local to merged) in its roles and its chain; other ids stay."""

    def role(one: Role) -> Role:
        return replace(one, actor=actors.get(one.actor, one.actor)) if one.actor else one

    def sayer(one: Sayer) -> Sayer:
        return replace(one, actor=actors.get(one.actor, one.actor)) if one.actor else one

    def was(one: Corrected) -> Corrected:
        roles, chain = tuple(map(role, one.was.roles)), tuple(map(sayer, one.was.chain))
        return replace(one, was=replace(one.was, roles=roles, chain=chain))

    return replace(
        statement,
        actors=tuple(map(role, statement.actors)),
        targets=tuple(map(role, statement.targets)),
        chain=tuple(map(sayer, statement.chain)),
        corrected=tuple(map(was, statement.corrected)),
    )


def with_made(statement: Statement, made: Iterable[Made]) -> Statement:
    """The statement with the values that people made, each with who made it and what the reader had read."""
    for one in made:
        was = field_of(statement, one.value.field)
        name = Corrected(was, one.author, one.at, one.reason, one.judgement)
        statement = replace(with_field(statement, one.value), corrected=(*statement.corrected, name))
    return statement


def joined_place(told: Sequence[Place]) -> Place:
    """One place as several articles give it: all its names, and for the rest the first by content."""
    first = min(told, key=msgspec.json.encode)
    return replace(first, names=tuple(sorted({name for place in told for name in place.names})))


def actors_in(statements: Iterable[Statement]) -> set[str]:
    """The ids of everybody in the roles and chains of these statements."""
    told: set[str] = set()
    for one in statements:
        told.update(role.actor for role in (*one.actors, *one.targets) if role.actor)
        told.update(sayer.actor for sayer in one.chain if sayer.actor)
    return told
