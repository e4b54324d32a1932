"""What several articles say of one thing, joined so that the order of the articles makes no difference."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from rashomon.record import Place, Role, Sayer, Statement


def with_actors(statement: Statement, actors: Mapping[str, str]) -> Statement:
    """The statement with the ids of `actors` (local to merged) in its roles and its chain; other ids stay."""

    def role(one: Role) -> Role:
        return replace(one, actor=actors.get(one.actor, one.actor)) if one.actor else one

    def sayer(one: Sayer) -> Sayer:
        return replace(one, actor=actors.get(one.actor, one.actor)) if one.actor else one

    return replace(
        statement,
        actors=tuple(map(role, statement.actors)),
        targets=tuple(map(role, statement.targets)),
        chain=tuple(map(sayer, statement.chain)),
    )


def joined_place(told: Sequence[Place]) -> Place:
    """One place as several articles give it: all its names, and for the rest the first by content."""
    first = min(told, key=msgspec.json.encode)
    return replace(first, names=tuple(sorted({name for place in told for name in place.names})))
