"""Actors across reports: local ones that are the same are joined, each with a score and a sentence of reason.

Joins go from sure to less sure: the same entry of a list, the same name by sound, a shared acronym, the same proper
name ("Badr Brigade", "Badr Organisation"), a slip of the pen, a surname that only one person bears. A weak join needs
exactly one candidate. Only actors that share a key are compared, so the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from rashomon.record import Actor, ActorType, Merge, content_id
from rashomon.resolve.joins import Join, joins
from rashomon.resolve.known import known_actor
from rashomon.resolve.spelling import words_of

FULL = 4
"""Words up to which a longer name is taken for a fuller one; beyond, it is as often a description glued to a name."""


def merge_actors(local: Iterable[Actor]) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
    """The actors of all reports, and for each local one into which it went and why; each in the order of the ids.

    The result does not depend on the order of `local`; local actors of one id count once.
    """
    ordered = sorted({actor.id: actor for actor in local}.values(), key=lambda each: (each.type, each.name, each.id))
    clusters = _Clusters(tuple(actor.id for actor in ordered))
    for join in joins(tuple(ordered)):
        clusters.join(join)
    members: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in ordered:
        members[clusters.root(actor.id)].append(actor)
    titles = {root: _title(tuple(group)) for root, group in members.items()}
    twins = Counter(titles.values())
    ids = {
        actor.id: content_id("actor", *titles[root], *((root,) if twins[titles[root]] > 1 else ()))
        for root, group in members.items() for actor in group
    }  # fmt: skip
    merged = {}
    for root, group in members.items():
        name, kind = titles[root]
        parents = {ids[parent] for actor in group for parent in actor.parents if parent in ids} - {ids[root]}
        names = {name, *(each for actor in group for each in actor.names)}
        merged[ids[root]] = Actor(ids[root], name, tuple(sorted(names)), kind, tuple(sorted(parents)))
    told = (Merge(actor.id, ids[actor.id], *clusters.why(actor)) for actor in ordered)
    return tuple(merged[id_] for id_ in sorted(merged)), tuple(sorted(told, key=lambda each: each.local))


class _Clusters:
    """Union-find whose root is the smallest id, and which keeps the join that first brought each actor in."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._parent = {id_: id_ for id_ in ids}
        self._why: dict[str, Join] = {}

    def root(self, id_: str) -> str:
        """The smallest id of the cluster that holds `id_`."""
        while self._parent[id_] != id_:
            self._parent[id_] = self._parent[self._parent[id_]]
            id_ = self._parent[id_]
        return id_

    def join(self, join: Join) -> None:
        """Bring two clusters together; a join inside one cluster changes nothing."""
        one, other = self.root(join.one), self.root(join.other)
        if one != other:
            self._parent[max(one, other)] = min(one, other)
            for id_ in (join.one, join.other):
                self._why.setdefault(id_, join)

    def why(self, actor: Actor) -> tuple[float, str]:
        """Score and reason of the join that brought an actor in; 1.0 for one that stands alone."""
        join = self._why.get(actor.id)
        return (join.score, join.reason) if join else (1.0, f"nobody else goes by {actor.name}")


def _title(group: tuple[Actor, ...]) -> tuple[str, ActorType]:
    """The fullest name that is common, and the commonest type; ties go to the first by alphabet."""
    names = Counter(actor.name for actor in group)
    kinds = Counter(actor.type for actor in group)
    name = min(names, key=lambda each: (-min(len(words_of(each)), FULL), -names[each], each))
    known = known_actor(name)
    return known.name if known else name, min(kinds, key=lambda each: (-kinds[each], each))
