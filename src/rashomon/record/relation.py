"""What holds for a while between an actor and an actor, a place or a number, joined from all who tell it."""

from dataclasses import dataclass

from rashomon.record.figure import Figure
from rashomon.record.statement import RelationKind
from rashomon.record.when import When

MUTUAL: frozenset[RelationKind] = frozenset(("allied-with", "fights", "talks-with"))
"""Kinds that hold for the object as they do for the subject."""


@dataclass(frozen=True, slots=True)
class Relation:
    """`subject` is an actor, `object` an actor or a place, None for a `strength`. `what` is the post held, None where
    none is told.

    `time` is the interval in which it holds, None where no day is known. `statements` (ids, sorted) tell it; `sources`
    are their origins, sorted. `rule` is how it follows from them: "told" where a text says so, else the rule by which
    an act shows it.
    """

    id: str
    subject: str
    relation: RelationKind
    what: str | None
    object: str | None
    time: When | None
    figures: tuple[Figure, ...]
    statements: tuple[str, ...]
    sources: tuple[str, ...]
    rule: str

    @property
    def origins(self) -> int:
        """How many origins tell it."""
        return len(self.sources)
