"""The situation on a day, drawn from the relations that hold on it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rashomon.record import Actor, Change, Hold, Place, Relation, RelationKind, Situation, Stand, Statement
from rashomon.record.relation import MUTUAL
from rashomon.situation.intervals import first, holds_on, last
from rashomon.situation.join import DEPUTY, SOLE


def draw_situation(
    day: date,
    relations: Iterable[Relation],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
    ceasefires: Iterable[Statement] = (),
) -> Situation:
    """How things stood on `day`; the actors by name, the places by name."""
    told = sorted(relations, key=lambda each: each.id)
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
        truces=tuple(sorted(filter(lambda s: _in_force(s, day), ceasefires), key=lambda s: s.id)),
        disputed=frozenset(_disputed(held)),
        undated=tuple(each for each in told if each.time is None),
    )


def changes(one: Situation, other: Situation) -> tuple[Change, ...]:
    """What is told of one of two situations alone, by subject, kind, object and post; intervals may differ. What is
    told without a day may hold in both, and is compared too."""
    first_, second = ({_same(each): each for each in (*s.undated, *s.relations)} for s in (one, other))
    gone = (Change("only first", first_[key]) for key in sorted(first_.keys() - second.keys()))
    new = (Change("only second", second[key]) for key in sorted(second.keys() - first_.keys()))
    return (*gone, *new)


def _same(relation: Relation) -> tuple[str, ...]:
    figures = repr([(f.low, f.best, f.high) for f in relation.figures])
    return relation.subject, relation.relation, relation.object or "", (relation.what or "").casefold(), figures


def _stand(actor: Actor, mine: Sequence[Relation]) -> Stand:
    def of(*kinds: RelationKind, own: bool) -> tuple[Relation, ...]:
        return tuple(
            each
            for each in mine
            if each.relation in kinds and (each.relation in MUTUAL or (each.subject == actor.id) == own)
        )

    return Stand(
        actor,
        strength=of("strength", own=True),
        leaders=of("leads", own=False),
        parents=of("part-of", "member-of", own=True),
        allies=(*of("allied-with", own=True), *of("backs", own=False)),
        enemies=of("fights", own=True),
        talks=of("talks-with", own=True),
        places=of("controls", "based-in", own=True),
    )


def _in_force(ceasefire: Statement, day: date) -> bool:
    """A truce holds from the day on which it is told to begin; nobody knows for how long."""
    return ceasefire.time is not None and first(ceasefire.time) <= day <= (
        last(ceasefire.time) if ceasefire.time.latest and ceasefire.time.latest != ceasefire.time.earliest else date.max
    )


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
