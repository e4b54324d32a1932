"""Who takes part in an event, as a table names them: those who are known by name, or else the words that reports have.

A report that tells of "criminals" without a name has told who it was, so the cell is not empty; a house that was bombed
or a town that was shelled is nobody.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from rashomon.exports.behind import Spans, roles
from rashomon.people import kinds
from rashomon.record import Actor, Role, Statement
from rashomon.record.actor import ActorType

THINGS = frozenset({"home", "vehicle", "rocket", "job"})
"""Kinds of what is no party (people/data/kinds.tsv)."""

PEOPLE = frozenset({"people"})
"""The kind of words that stand for anybody: nothing beside "civilians"."""


Side = Literal["state", "armed"]
"""What fights: a state with its forces, or an organised group that is no state's."""

STATE = frozenset({"soldier", "police", "force", "officer", "government"})
"""Kinds of people who stand for a state."""

ARMED = frozenset({"fighter", "criminal"})
"""Kinds of people who stand for a group that fights and is no state's."""

_STATE_TYPES = frozenset({"state", "force", "office"})


@dataclass(frozen=True, slots=True)
class Party:
    """`type` is None for whoever is not known by name. `words` are those that stand for it, `spans` where. `of` are the
    types of those that it belongs to: a minister is a person of a state."""

    name: str
    type: ActorType | None
    words: tuple[str, ...]
    spans: Spans
    of: frozenset[ActorType] = frozenset()


def parties(
    told: Sequence[tuple[Statement, Role]], known: Callable[[str], Actor | None], order: Iterable[str] = ()
) -> tuple[Party, ...]:
    """The parties of one side: those known by name, first these by id, then in the order of the text; where there are
    none the others by their words."""
    named: dict[str, list[tuple[Statement, Role]]] = {key: [] for key in order}
    unnamed: dict[str, list[tuple[Statement, Role]]] = {}
    for statement, role in told:
        if role.actor:
            named.setdefault(role.actor, []).append((statement, role))
        elif kinds(role.name) - THINGS and not _is_place(statement, role):
            unnamed.setdefault(role.name, []).append((statement, role))
    if any(kinds(name) != PEOPLE for name in unnamed):
        unnamed = {name: these for name, these in unnamed.items() if kinds(name) != PEOPLE}
    found = [
        _party(actor.name, actor.type, these, frozenset(other.type for key in actor.parents if (other := known(key))))
        for key, these in named.items()
        if these and (actor := known(key))
    ]
    return tuple(found or [_party(name, None, these) for name, these in unnamed.items()])


def side(these: Iterable[Party]) -> Side | None:
    """What the parties of one side are; None where they are of both sorts or of neither."""
    found = {_sort(party) for party in these}
    return found.pop() if len(found) == 1 else None


def _sort(party: Party) -> Side | None:
    if party.type == "militia":
        return "armed"
    told = frozenset().union(*(kinds(words) for words in (party.name, *party.words)))
    if (party.of | {party.type}) & _STATE_TYPES or told & STATE:
        return "state"
    return "armed" if told & ARMED or "militia" in party.of else None


def _party(
    name: str, type_: ActorType | None, these: Sequence[tuple[Statement, Role]], of: frozenset[ActorType] = frozenset()
) -> Party:
    return Party(name, type_, tuple(role.text for _, role in these), roles(these), of)


def _is_place(statement: Statement, role: Role) -> bool:
    return any(place.start <= role.start and role.end <= place.end for place in statement.places)
