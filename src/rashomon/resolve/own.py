"""Roles that name a state or a body of one themselves keep that name, whoever the reader took them for.

The reader gives a role the name that its words stand for: a pronoun, an office or a description goes to somebody named
before. Words such as "British army" or "US" name somebody of their own, and can stand for nobody else.
"""

from dataclasses import replace

from rashomon.record import Reading, Role, Statement
from rashomon.resolve.kinds import is_body
from rashomon.resolve.known import known_actor
from rashomon.resolve.surface import bare


def with_own_names(reading: Reading) -> Reading:
    """`reading` with the names of such roles as their words have them."""
    return replace(reading, statements=tuple(map(_statement, reading.statements)))


def _statement(statement: Statement) -> Statement:
    return replace(statement, actors=tuple(map(_role, statement.actors)), targets=tuple(map(_role, statement.targets)))


def _role(role: Role) -> Role:
    words = bare(role.text)
    if words == bare(role.name) or not words:
        return role
    known = known_actor(words)
    return replace(role, name=role.text) if is_body(words) or (known and known.type != "group") else role
