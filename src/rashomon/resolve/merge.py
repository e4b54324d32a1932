"""Actors across reports: local ones that are the same are joined, each with a score and a sentence of reason.

Joins go from sure to less sure: the same entry of a list, the same name by sound, a shared acronym, the same proper part
("Badr Brigade", "Badr Organisation"), a full name told shorter, a slip of the pen, a surname that only one person bears.
A weak join needs exactly one candidate. Only actors that share a key are compared, so the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from rashomon.record import Actor, Merge, content_id
from rashomon.resolve.joins import Join, joins
from rashomon.resolve.spelling import words_of


def merge_actors(local: Iterable[Actor]) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
    """The actors of all reports, and for each local one into which it went and why; both in the order of their ids.

    The result does not depend on the order of `local`; local actors of one id count once.
    """
    by_id = {actor.id: actor for actor in local}
    ordered = sorted(by_id.values(), key=lambda actor: (actor.type, actor.name, actor.id))
    clusters = _Clusters(tuple(actor.id for actor in ordered))
    for join in joins(tuple(ordered)):
        clusters.join(join)
    members: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in ordered:
        members[clusters.root(actor.id)].append(actor)
    named = {root: _name_and_type(tuple(group)) for root, group in members.items()}
    ids = {actor.id: content_id("actor", *named[root]) for root, group in members.items() for actor in group}
    merged: dict[str, Actor] = {}
    for root, group in members.items():
        name, kind = named[root]
        id_ = ids[group[0].id]
        names = {each for actor in group for each in actor.names} | set(merged[id_].names if id_ in merged else ())
        parents = {ids[parent] for actor in group for parent in actor.parents if parent in ids} - {id_}
        parents |= set(merged[id_].parents if id_ in merged else ())
        merged[id_] = Actor(id_, name, tuple(sorted({name, *names})), kind, tuple(sorted(parents)))
    told = tuple(
        Merge(actor.id, ids[actor.id], *clusters.why(actor.id, merged[ids[actor.id]].name)) for actor in ordered
    )
    return tuple(merged[id_] for id_ in sorted(merged)), tuple(sorted(told, key=lambda each: each.local))


class _Clusters:
    """Union-find that remembers the weakest join on the way and the reason of the join that brought an actor in."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._parent = {id_: id_ for id_ in ids}
        self._why: dict[str, Join] = {}

    def root(self, id_: str) -> str:
        while self._parent[id_] != id_:
            self._parent[id_] = self._parent[self._parent[id_]]
            id_ = self._parent[id_]
        return id_

    def join(self, join: Join) -> None:
        one, other = self.root(join.one), self.root(join.other)
        for id_ in (join.one, join.other):
            self._why.setdefault(id_, join)
        if one != other:
            low, high = sorted((one, other))
            self._parent[high] = low

    def why(self, id_: str, name: str) -> tuple[float, str]:
        join = self._why.get(id_)
        return (join.score, join.reason) if join else (1.0, f"stands alone as {name}")


def _name_and_type(group: tuple[Actor, ...]) -> tuple[str, str]:
    """The fullest name that is common, and the commonest type; ties go to the first by alphabet.

    Fullest counts words, up to four: a longer name is as often a description glued to the name.
    """
    names = Counter(actor.name for actor in group)
    kinds = Counter(actor.type for actor in group)
    name = min(names, key=lambda each: (-min(len(words_of(each)), 4), -names[each], each))
    return name, min(kinds, key=lambda each: (-kinds[each], each))
