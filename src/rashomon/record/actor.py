"""Persons, groups, forces, organisations, offices and states."""

from dataclasses import dataclass
from typing import Literal

ActorType = Literal[
    "state", "force", "militia", "party", "person", "organisation", "outlet", "agency", "group", "office"
]


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name as it stands in one article; `label` is the entity label of the language pipeline
    (OntoNotes: PERSON, ORG, NORP, GPE, LOC, FAC, EVENT, ...)."""

    text: str
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor with all the names it goes by; `name` is one of `names`, which are sorted.

    Within one article an actor is local (its id is made from the article's and its name); across articles the local
    ones are joined, each with its reason. `parents` are ids of the actors that it belongs to.
    """

    id: str
    name: str
    names: tuple[str, ...]
    type: ActorType
    parents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Merge:
    """A local actor counted as the actor `actor`, with a score (0 to 1) and a sentence saying which values agreed."""

    local: str
    actor: str
    score: float
    reason: str
