# ruff: noqa: PLC0415  The imports inside are the point of this module.
"""The last stages of the pipeline: who rests on whom, and what stands between forces on a day."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from rashomon.record import (
    Actor,
    Differences,
    Event,
    Family,
    Flow,
    Place,
    Relation,
    Situation,
    Statement,
    Truce,
    When,
)

if TYPE_CHECKING:
    from rashomon.events import Origins
    from rashomon.situation import Claim
    from rashomon.situation.join import Key


class Standing:
    """The part of the pipeline that tells what stands."""

    def origins(
        self, families: Mapping[str, Family], actors: Mapping[str, Actor], publishers: Iterable[Actor]
    ) -> "Origins":
        """Who rests on whom; `families` are by article."""
        from rashomon.events import Origins

        return Origins(families, actors, publishers)

    def renamed(self, before: Iterable[Actor], now: Iterable[Actor]) -> "Callable[[Actor], bool]":
        """Tells of an actor whether one of its names is that of another outlet or agency than before, of one or of
        none."""
        from rashomon.events.origins import plain, published_by

        old, new = published_by(before), published_by(now)
        other = {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}
        return lambda actor: not other.isdisjoint(map(plain, actor.names))

    def claims(
        self,
        statements: Iterable[Statement],
        origin: Callable[[Statement], str],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
    ) -> "Iterator[Claim]":
        """What single statements say of what holds for a while."""
        from rashomon.situation import claims

        return claims(statements, origin, actors, places)

    def relations(self, claims: "Iterable[Claim]", keys: "Collection[Key]") -> "dict[Key, tuple[Relation, ...]]":
        """The relations that claims make, by what their claims have in common; only those of these keys."""
        from rashomon.situation import relations_of

        return relations_of(claims, keys)

    def relate(
        self,
        statements: Iterable[Statement],
        families: tuple[Family, ...],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
    ) -> tuple[Relation, ...]:
        """What holds for a while, as the statements tell it."""
        from rashomon.situation import join_relations

        told = tuple(statements)
        carrier = self.carrier(families, actors)
        return join_relations(told, {each.id: carrier(each) for each in told}, actors, places)

    @property
    def moving(self) -> tuple[tuple[str, str | None], ...]:
        """Type and mode of the acts that tell of flows and truces."""
        from rashomon.situation import MOVING

        return MOVING

    def flows(
        self,
        statements: Iterable[Statement],
        origin: "Callable[[Statement], str]",
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        published: Mapping[str, When | None],
        events: Iterable[Event],
    ) -> tuple[tuple[Flow, ...], tuple[Truce, ...]]:
        """Who left which force, or came to it, and the truces told of; what is undated lies within the operation among
        the events that it is part of."""
        from rashomon.situation import bounds_within, flows, parts_of, truces

        told = tuple(statements)
        origins = {each.id: origin(each) for each in told}
        within = bounds_within(told, origins, published, *parts_of(events))
        return flows(told, origins, actors, places, within), truces(told, origins, within)

    def situation(
        self,
        day: date,
        relations: Iterable[Relation],
        actors: Mapping[str, Actor],
        places: Mapping[str, Place],
        truces: Iterable[Truce],
    ) -> Situation:
        """How things stood on a day."""
        from rashomon.situation import draw_situation

        return draw_situation(day, relations, actors, places, truces)

    def differences(
        self, one: Situation, other: Situation, flows: Sequence[Flow], others: Sequence[Flow]
    ) -> Differences:
        """What differs between two situations, with the flows of each."""
        from rashomon.situation import differences

        return differences(one, other, flows, others)

    def sides(self, relations: Collection[Relation], actors: Mapping[str, Actor]) -> dict[str, int]:
        """The side of each actor that stands with or against another."""
        from rashomon.situation import sides

        return sides(relations, actors)

    def carrier(self, families: tuple[Family, ...], actors: Mapping[str, Actor]) -> "Callable[[Statement], str]":
        """Tells the origin of a statement, taken by itself."""
        from rashomon.events import Origins

        return Origins(families, actors).carrier
