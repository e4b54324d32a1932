"""Who takes part in an event, as a table names them: those who are known by name, or else the words that reports have.

A report that tells of "criminals" without a name has told who it was, so the cell is not empty; a house that was bombed
or a town that was shelled is nobody.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rashomon.exports.behind import Spans, roles
from rashomon.people import kinds
from rashomon.record import Actor, Role, Statement
from rashomon.record.actor import ActorType

THINGS = frozenset({"home", "vehicle", "rocket", "job"})
"""Kinds of what is no party (people/data/kinds.tsv)."""


@dataclass(frozen=True, slots=True)
class Party:
    """`type` is None for whoever is not known by name. `spans` are the words that stand for it."""

    name: str
    type: ActorType | None
    spans: Spans


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
    found = [Party(actor.name, actor.type, roles(these)) for key, these in named.items() if (actor := known(key))]
    return tuple(found or [Party(name, None, roles(these)) for name, these in unnamed.items()])


def _is_place(statement: Statement, role: Role) -> bool:
    return any(place.start <= role.start and role.end <= place.end for place in statement.places)
