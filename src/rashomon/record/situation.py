"""How things stood on a day: forces and those who lead, back and fight them, places and who holds them, truces."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.record.actor import Actor
from rashomon.record.place import Place
from rashomon.record.relation import Relation
from rashomon.record.statement import Statement


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor on that day, with the relations that hold: who leads it, what it belongs to, who backs it or is allied
    with it, whom it fights, how strong it is, where it is, what it holds. What it leads or backs stands with the
    other one."""

    actor: Actor
    strength: tuple[Relation, ...]
    leaders: tuple[Relation, ...]
    parents: tuple[Relation, ...]
    allies: tuple[Relation, ...]
    enemies: tuple[Relation, ...]
    talks: tuple[Relation, ...]
    places: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """A place that somebody holds; `contested` where more than one is told to."""

    place: Place
    holders: tuple[Relation, ...]
    contested: bool


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that held on `day`: `relations` sorted by id, and the same by actor and by place. `truces` are the
    statements of ceasefires in force. `disputed` are ids of relations that can not all be right (two holders of a sole
    post, of a place; allies who fight)."""

    day: date
    relations: tuple[Relation, ...]
    actors: tuple[Stand, ...]
    places: tuple[Hold, ...]
    truces: tuple[Statement, ...]
    disputed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """A relation that holds in one situation and not in the other."""

    how: Literal["only first", "only second"]
    relation: Relation
