"""How things stood on a day: forces and those who lead, back and fight them, places and who holds them, truces."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.record.actor import Actor
from rashomon.record.figure import Figure
from rashomon.record.place import Place
from rashomon.record.relation import Relation
from rashomon.record.when import When

FlowKind = Literal["deserted", "refused", "crossed over", "dismissed", "withdrawn", "reinforced"]


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor on that day, with the relations that hold: how strong it is, who leads it, what it belongs to, who
    backs it or is allied with it, whom it fights and talks with, what it holds and where it is. What it leads or backs
    stands with the other one."""

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
class Flow:
    """People who left a force or came to it: `of` is whose they were (an actor), `to` where they went (an actor or, for
    a withdrawal or a reinforcement, a place), None where it is not told. `figures` are all that are given, each with
    its bounds and whom it counts. `time` is the interval of the earliest to the latest day told, None where none is;
    `within` is the operation (an event) whose beginning bounds it where the acts have no day of their own."""

    id: str
    kind: FlowKind
    of: str | None
    to: str | None
    figures: tuple[Figure, ...]
    time: When | None
    within: str | None
    statements: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Truce:
    """A ceasefire that an origin tells of in one sentence, in however many copies. `time` is when it began, None where
    no day is known; `within` is the operation whose beginning bounds it, with the day of telling, where the text gives
    no day."""

    id: str
    statements: tuple[str, ...]
    time: When | None
    within: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything that held on `day`: `relations` sorted by id, and the same by actor and by place. `undated` are
    relations of which no day is known, so that they may have held. `truces` are in force, as far as is told;
    `undated_truces` began on a day that is not known, or perhaps before and perhaps after this one.

    `disputed` are ids of relations that can not all be right (two holders of a sole post or of a place, two strengths,
    allies who fight)."""

    day: date
    relations: tuple[Relation, ...]
    actors: tuple[Stand, ...]
    places: tuple[Hold, ...]
    truces: tuple[Truce, ...]
    undated_truces: tuple[Truce, ...]
    disputed: frozenset[str]
    undated: tuple[Relation, ...]


Told = Literal["only first", "only second", "both"]


@dataclass(frozen=True, slots=True)
class Change:
    """A relation that holds in one situation, or in both."""

    how: Told
    relation: Relation


@dataclass(frozen=True, slots=True)
class FlowChange:
    """A flow, with its figures, that one of two situations tells of, or both."""

    how: Told
    flow: Flow


@dataclass(frozen=True, slots=True)
class TruceChange:
    """A truce that is in force in one of two situations, or told without a day there, or in both."""

    how: Told
    truce: Truce


@dataclass(frozen=True, slots=True)
class Differences:
    """Two situations beside each other: what only the first tells, only the second, or both, in this order."""

    relations: tuple[Change, ...]
    flows: tuple[FlowChange, ...]
    truces: tuple[TruceChange, ...]
