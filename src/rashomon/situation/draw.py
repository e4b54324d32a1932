"""The situation on a day, drawn from the relations that hold on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from rashomon.record import (
    Actor,
    Change,
    Differences,
    Figure,
    Flow,
    FlowChange,
    Hold,
    Place,
    Relation,
    RelationKind,
    Situation,
    Stand,
    Told,
    Truce,
    TruceChange,
)
from rashomon.situation.intervals import first, holds_on
from rashomon.situation.join import DEPUTY, SOLE


def draw_situation(
    day: date,
    relations: Iterable[Relation],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    truces: Iterable[Truce] = (),
) -> Situation:
    """How things stood on `day`; the actors by name, the places by name."""
    told = sorted(relations, key=lambda each: each.id)
    agreed = sorted(truces, key=lambda each: each.id)
    held = tuple(each for each in told if holds_on(each, day))
    parts: dict[str, list[Relation]] = {}
    for each in held:
        for key in filter(None, dict.fromkeys((each.subject, each.object))):
            if key in actors:
                parts.setdefault(key, []).append(each)
    stands = (_stand(actors[key], mine) for key, mine in parts.items())
    holders: dict[str, list[Relation]] = {}
    for each in held:
        if each.object and each.object in places and each.relation == "controls":
            holders.setdefault(each.object, []).append(each)
    holds = (Hold(places[key], tuple(mine), len({each.subject for each in mine}) > 1) for key, mine in holders.items())
    return Situation(
        day=day,
        relations=held,
        actors=tuple(sorted(stands, key=lambda stand: (stand.actor.name, stand.actor.id))),
        places=tuple(sorted(holds, key=lambda hold: (hold.place.name, hold.place.id))),
        truces=tuple(each for each in agreed if each.time and _in_force(each, day)),
        undated_truces=tuple(each for each in agreed if each.time is None or _perhaps(each, day)),
        disputed=frozenset(_disputed(held)),
        undated=tuple(each for each in told if each.time is None),
    )


def differences(one: Situation, other: Situation, flows: Sequence[Flow], others: Sequence[Flow]) -> Differences:
    """Two situations beside each other. Relations are the same by subject, kind, object and post, whatever
    their intervals; flows by whose people went where, and by figures; a truce by its statement. What is told without a
    day may hold in both, and is compared too."""
    relations = _apart(_by(one, _relation_key), _by(other, _relation_key))
    moved = _apart({_flow_key(f): f for f in flows}, {_flow_key(f): f for f in others})
    agreed = _apart(*({t.id: t for t in (*s.undated_truces, *s.truces)} for s in (one, other)))
    return Differences(
        tuple(Change(how, each) for how, each in relations),
        tuple(FlowChange(how, each) for how, each in moved),
        tuple(TruceChange(how, each) for how, each in agreed),
    )


Key = TypeVar("Key", bound=tuple[str, ...] | str)
Thing = TypeVar("Thing")


def _apart(one: Mapping[Key, Thing], other: Mapping[Key, Thing]) -> Iterator[tuple[Told, Thing]]:
    yield from (("only first", one[key]) for key in sorted(one.keys() - other.keys()))
    yield from (("only second", other[key]) for key in sorted(other.keys() - one.keys()))
    yield from (("both", other[key]) for key in sorted(one.keys() & other.keys()))


def _by(situation: Situation, key: Callable[[Relation], tuple[str, ...]]) -> dict[tuple[str, ...], Relation]:
    return {key(each): each for each in (*situation.undated, *situation.relations)}


def _relation_key(relation: Relation) -> tuple[str, ...]:
    what = (relation.what or "").casefold()
    return relation.subject, relation.relation, relation.object or "", what, _figures_key(relation.figures)


def _flow_key(flow: Flow) -> tuple[str, ...]:
    return flow.kind, flow.of or "", flow.to or "", _figures_key(flow.figures)


def _figures_key(figures: Iterable[Figure]) -> str:
    return repr(sorted(repr((f.low, f.best, f.high)) for f in figures))


OWN: Mapping[RelationKind, str] = MappingProxyType(
    {
        "strength": "strength", "part-of": "parents", "member-of": "parents", "allied-with": "allies",
        "fights": "enemies", "talks-with": "talks", "controls": "places", "based-in": "places",
    }
)  # fmt: skip
OTHERS: Mapping[RelationKind, str] = MappingProxyType(
    {"leads": "leaders", "backs": "allies", "allied-with": "allies", "fights": "enemies", "talks-with": "talks"}
)
"""What a relation is to its subject, and to its object; nothing where it stands with the other one."""


def _stand(actor: Actor, mine: Sequence[Relation]) -> Stand:
    told: dict[str, list[Relation]] = {}
    for each in mine:
        role = (OWN if each.subject == actor.id else OTHERS).get(each.relation)
        if role:
            told.setdefault(role, []).append(each)

    def of(role: str) -> tuple[Relation, ...]:
        return tuple(told.get(role, ()))

    return Stand(
        actor, of("strength"), of("leaders"), of("parents"), of("allies"), of("enemies"), of("talks"), of("places")
    )


def _in_force(truce: Truce, day: date) -> bool:
    """A truce holds from the last day on which it may have begun; nobody knows for how long."""
    return truce.time is not None and (truce.time.latest or first(truce.time)) <= day


def _perhaps(truce: Truce, day: date) -> bool:
    """May it have begun, or not yet?"""
    return truce.time is not None and first(truce.time) <= day < (truce.time.latest or first(truce.time))


def _disputed(held: Sequence[Relation]) -> Iterator[str]:
    """Ids of relations that can not all be right."""
    rivals: dict[tuple[str, ...], list[Relation]] = {}
    for each in held:
        words = set((each.what or "").casefold().split())
        if each.relation == "leads" and words & SOLE and not words & DEPUTY:
            rivals.setdefault(("leads", (each.what or "").casefold(), each.object or ""), []).append(each)
        if each.relation in ("allied-with", "fights"):
            rivals.setdefault(("sides", *sorted((each.subject, each.object or ""))), []).append(each)
        if each.relation == "controls":
            rivals.setdefault(("controls", each.object or ""), []).append(each)
        if each.relation == "strength":
            rivals.setdefault(("strength", each.subject), []).append(each)
    for kind, group in rivals.items():
        if kind[0] == "sides":
            clash = len({each.relation for each in group}) > 1
        elif kind[0] == "strength":
            clash = len({repr([(f.low, f.best, f.high) for f in each.figures]) for each in group}) > 1
        else:
            clash = len({each.subject for each in group}) > 1
        if clash:
            yield from (each.id for each in group)
