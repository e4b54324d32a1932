"""The sides of a conflict on a day: who stands with whom, as far as somebody tells it.

Who belongs to somebody, or is backed by or allied with them, is of their side, the ties told by most origins first. No
tie joins two that are told to fight each other, nor brings them together by way of others: that is what is contested.
"""

from collections.abc import Collection, Mapping

from rashomon.record import Actor, Relation, RelationKind

FRIENDLY: tuple[RelationKind, ...] = ("part-of", "member-of", "leads", "controls", "allied-with", "backs")
"""Kinds that put both ends on one side, the closest ties first."""


def sides(relations: Collection[Relation], actors: Mapping[str, Actor]) -> dict[str, int]:
    """The side of each actor that stands with or against another, by id; the side of most relations is 0."""
    told = [each for each in relations if each.subject in actors and (each.object or "") in actors]
    foes: dict[str, set[str]] = {}
    for each in told:
        if each.relation == "fights":
            foes.setdefault(each.subject, set()).add(each.object or "")
            foes.setdefault(each.object or "", set()).add(each.subject)
    ties = [(FRIENDLY.index(r.relation), -r.origins, r.subject, r.object or "") for r in told if r.relation in FRIENDLY]
    ends = {*foes} | {key for tie in ties for key in tie[2:]}
    others = {each.subject for each in relations if each.subject in actors} - ends
    ends |= {key for key in others if ends.intersection(actors[key].parents)}
    ties += [(0, 0, key, parent) for key in ends for parent in actors[key].parents if parent in ends]
    groups = {key: {key} for key in ends}
    for _, _, one, other in sorted(ties):
        mine, theirs = groups[one], groups[other]
        if mine is theirs:
            continue
        small, large = (mine, theirs) if len(mine) < len(theirs) else (theirs, mine)
        if not any(foe in large for key in small for foe in foes.get(key, ())):
            large |= small
            groups.update(dict.fromkeys(small, large))
    weights = dict.fromkeys(ends, 0)
    for each in told:
        for key in (each.subject, each.object or ""):
            if key in weights:
                weights[key] += 1
    unique = {min(group): group for group in groups.values()}
    order = sorted(unique, key=lambda least: (-sum(weights[key] for key in unique[least]), least))
    return {key: number for number, least in enumerate(order) for key in unique[least]}
