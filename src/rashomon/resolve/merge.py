"""Actors across reports: local ones that are the same are joined, each with a score and a sentence of reason.

Joins go from sure to less sure: the same entry of a list, the same name by sound, a shared acronym, the same proper
name ("Badr Brigade", "Badr Organisation"), a slip of the pen, a surname that only one person bears. A weak join needs
exactly one candidate. Only actors that share a key are compared, so the work grows with their number.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import chain

from rashomon.publishers import find_publisher
from rashomon.record import Actor, ActorType, Merge, content_id
from rashomon.resolve.joins import PUBLISHERS, Join, joins
from rashomon.resolve.kinds import described
from rashomon.resolve.known import known_actor
from rashomon.resolve.spelling import words_of

FULL = 4
"""Words up to which a longer name is taken for a fuller one; beyond, it is as often a description glued to a name."""


def merge_actors(
    local: Iterable[Actor],
    *,
    apart: Collection[tuple[str, str]] = (),
    same: Collection[tuple[str, str, str]] = (),
) -> tuple[tuple[Actor, ...], tuple[Merge, ...]]:
    """The actors of all reports, and for each local one into which it went and why; each in the order of the ids.

    `apart` are pairs of local ids: a person judged the first to be another actor than the second, so no join brings
    them together. `same` are pairs judged to be one, with the reason.

    The result does not depend on the order of `local`; local actors of one id count once.
    """
    merged, told = join_actors(local, {}, apart, same)
    return tuple(merged[id_] for id_ in sorted(merged)), tuple(sorted(told, key=lambda each: each.local))


def join_actors(
    local: Iterable[Actor],
    stands_for: Mapping[str, int],
    apart: Collection[tuple[str, str]] = (),
    same: Collection[tuple[str, str, str]] = (),
) -> tuple[dict[str, Actor], list[Merge]]:
    """The same without an order; a local actor counts as often as `stands_for` says, or once."""
    judged = {one for one, _ in apart}
    # Those judged apart come last: whoever answers to several of one name goes to those that nobody set apart.
    ordered = sorted(
        {actor.id: actor for actor in local}.values(),
        key=lambda each: (each.id in judged, each.type, each.name, each.id),
    )
    clusters = _Clusters(tuple(actor.id for actor in ordered), apart)
    known = {actor.id for actor in ordered}
    by_hand = (Join(one, other, 1.0, why) for one, other, why in same if one in known and other in known)
    for join in chain(by_hand, joins(tuple(ordered))):
        clusters.join(join)
    members: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in ordered:
        members[clusters.root(actor.id)].append(actor)
    titles = {root: _title(tuple(group), stands_for) for root, group in members.items()}
    twins = Counter(titles.values())
    ids = {
        actor.id: named_id(titles[root], root if twins[titles[root]] > 1 else None)
        for root, group in members.items()
        for actor in group
    }
    merged = {}
    for root, group in members.items():
        name, kind = titles[root]
        parents = {ids[parent] for actor in group for parent in actor.parents if parent in ids} - {ids[root]}
        names = {name, *(each for actor in group for each in actor.names)}
        merged[ids[root]] = Actor(ids[root], name, tuple(sorted(names)), kind, tuple(sorted(parents)))
    return merged, [Merge(actor.id, ids[actor.id], *clusters.why(actor)) for actor in ordered]


def named_id(title: tuple[str, ActorType], root: str | None) -> str:
    """The id of an actor of this name and type; `root` tells it from others that have both."""
    return content_id("actor", *title, *((root,) if root else ()))


class _Clusters:
    """Union-find whose root is the smallest id, and which keeps the join that first brought each actor in.

    The two of a pair in `apart` never come together. Whom a join would have brought together through the first of such
    a pair comes together without it.
    """

    def __init__(self, ids: tuple[str, ...], apart: Collection[tuple[str, str]]) -> None:
        self._parent = {id_: id_ for id_ in ids}
        self._why: dict[str, Join] = {}
        self._others: defaultdict[str, list[str]] = defaultdict(list)
        for judged, other in apart:
            if judged in self._parent and other in self._parent:
                self._others[judged].append(other)
        self._judged = {judged: (judged,) for judged in self._others}
        """Of each root: those of its cluster that were judged to be another than somebody."""
        self._beside: dict[str, str] = {}
        """Of each judged one: the first that was not joined with it."""
        self._parted: set[str] = set()

    def root(self, id_: str) -> str:
        """The smallest id of the cluster that holds `id_`."""
        while self._parent[id_] != id_:
            self._parent[id_] = self._parent[self._parent[id_]]
            id_ = self._parent[id_]
        return id_

    def join(self, join: Join) -> None:
        """Bring two clusters together; a join inside one cluster changes nothing."""
        one, other = join.one, join.other
        passed: set[str] = set()
        while judged := self._between(one, other):
            if judged in passed:
                return
            passed.add(judged)
            self._parted.update((one, other))
            left = other if self.root(judged) == self.root(one) else one
            one, other = self._beside.setdefault(judged, left), left
        first, last = sorted((self.root(one), self.root(other)))
        if first == last:
            return
        self._parent[last] = first
        if last in self._judged:
            self._judged[first] = (*self._judged.get(first, ()), *self._judged.pop(last))
        for id_ in (one, other):
            self._why.setdefault(id_, join)

    def _between(self, one: str, other: str) -> str | None:
        """Who keeps the clusters of the two apart: the judged one, which is in either of them."""
        if not self._judged:
            return None
        roots = self.root(one), self.root(other)
        for here, there in (roots, roots[::-1]):
            for judged in self._judged.get(here, ()):
                if any(self.root(each) == there for each in self._others[judged]):
                    return judged
        return None

    def why(self, actor: Actor) -> tuple[float, str]:
        """Score and reason of the join that brought an actor in; 1.0 for one that stands alone."""
        if join := self._why.get(actor.id):
            return join.score, join.reason
        if actor.id in self._parted:
            return 1.0, "judged to be another than those it would be joined with"
        return 1.0, f"nobody else goes by {actor.name}"


def _title(group: tuple[Actor, ...], stands_for: Mapping[str, int]) -> tuple[str, ActorType]:
    """The fullest name that is common, and the commonest type; ties go to the first by alphabet.

    A publisher has the name that its pages or manifest state, a description of a state's part the commonest one.
    """
    kinds: Counter[ActorType] = Counter()
    for actor in group:
        kinds[actor.type] += stands_for.get(actor.id, 1)
    names = _names(group, stands_for)
    publisher = [actor for actor in group if actor.type in PUBLISHERS]
    if publisher:
        listed = {each.name: find_publisher(each.name) for each in publisher}
        stated = [each for each in publisher if (of := listed[each.name]) is None or of.name != each.name]
        names = _names(stated or publisher, stands_for)
        name = min(names, key=lambda each: (-names[each], each))
        return name, min(publisher, key=lambda each: (each.name != name, each.type)).type
    if all(described(name) for name in names):
        name = min(names, key=lambda each: (-names[each], len(each), each))
        return name, min(kinds, key=lambda each: (-kinds[each], each))
    name = min(names, key=lambda each: (-min(len(words_of(each)), FULL), -names[each], each))
    known = known_actor(name)
    return known.name if known else name, min(kinds, key=lambda each: (-kinds[each], each))


def _names(actors: Iterable[Actor], stands_for: Mapping[str, int]) -> Counter[str]:
    """How often each name is borne."""
    names: Counter[str] = Counter()
    for actor in actors:
        names[actor.name] += stands_for.get(actor.id, 1)
    return names
