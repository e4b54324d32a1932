"""What single statements say of standing relations."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from rashomon.record import Actor, Figure, Place, RelationKind, Statement, When
from rashomon.record.relation import MUTUAL
from rashomon.situation.rules import TOLD, Rule, rules_for

SIDES = frozenset(("fights", "allied-with"))
"""Kinds between bodies, never between persons: whoever was hit or praised is no side."""

HELPLESS = frozenset(
    "civilians people residents villagers citizens protesters demonstrators refugees prisoners worshippers pilgrims "
    "children women men workers journalists students patients passengers".split()
)
"""Last words of groups that are attacked and fight nobody."""

SPEAKING = frozenset(("outlet", "agency"))
"""Actors that tell of a conflict and take no part in it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement's word for one relation; `ends` where it says that the relation ended then."""

    subject: str
    relation: RelationKind
    what: str | None
    object: str | None
    time: When | None
    figure: Figure | None
    statement: str
    origin: str
    rule: str
    ends: bool


def claims(
    statements: Iterable[Statement],
    origin: Callable[[Statement], str],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
) -> Iterator[Claim]:
    """The claims of statements whose roles have been told apart; `origin` tells that of a statement."""
    for statement in statements:
        if statement.relation is not None:
            yield from _told(statement, origin(statement), actors, places)
        for rule in rules_for(statement):
            yield from _shown(statement, rule, origin(statement), actors, places)


def _told(
    statement: Statement, origin: str, actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> Iterator[Claim]:
    relation = statement.relation
    what = statement.what
    subject = next((r.actor for r in statement.actors if r.actor in actors), None)
    object_ = next((r.actor for r in statement.targets if r.actor in actors), None)
    object_ = object_ or next((p.place for p in statement.places if p.place in places), None)
    if relation is None or subject is None or subject == object_ or (object_ is None) != (relation == "strength"):
        return
    if relation == "part-of" and object_ and object_ in actors and actors[object_].type == "person":
        subject, relation, object_ = object_, "leads", subject  # A group of a person is led by them.
        what = None
    if relation in MUTUAL and object_ is not None and object_ in actors:
        subject, object_ = sorted((subject, object_))
    figure = statement.figures[0] if statement.figures else None
    yield Claim(subject, relation, what, object_, statement.time, figure, statement.id, origin, TOLD, ends=False)


def _shown(
    statement: Statement, rule: Rule, origin: str, actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> Iterator[Claim]:
    own = [r.actor for r in statement.actors if r.actor and _fits(actors.get(r.actor), rule.relation)]
    if rule.relation == "member-of" and statement.figures:  # Some of them, not all of the force.
        own = [key for key in own if actors[key].type == "person"]
    sides = [r.actor for r in statement.targets if r.actor and _fits(actors.get(r.actor), rule.relation)]
    where = [p.place for p in statement.places if p.place and p.place in places]
    others = {"targets": sides, "places": where, "both": [*sides, *where]}[rule.objects]
    pairs = list(product(own, others))
    if rule.relation in MUTUAL and not others:
        pairs = [(one, other) for at, one in enumerate(own) for other in own[at + 1 :]]
    time = statement.time
    if time is not None and rule.lasts:
        time = When(time.earliest, None, "open", time.text, time.basis) if time.earliest else None
    for one, other in sorted(set(pairs)):
        if one != other:
            subject, object_ = sorted((one, other)) if rule.relation in MUTUAL else (one, other)
            yield Claim(
                subject, rule.relation, None, object_, time, None, statement.id, origin, rule.name, ends=rule.ends
            )


def _fits(actor: Actor | None, relation: RelationKind) -> bool:
    """Can the actor stand in such a relation?"""
    if actor is None or actor.type in SPEAKING:
        return False
    is_side = actor.type != "person" and actor.name.split()[-1].casefold() not in HELPLESS
    return is_side or relation not in SIDES
