"""Local actors that are told of in the same way, counted: what is kept of them from one build to the next.

Ten thousand reports that name one ministry in the same words make one sort. All local actors of a sort are joined with
the same others for the same reasons, but for the first of them (by id), as it is what others are joined with. So it is
enough to join two of each sort, and to tell the rest by the second: actors and reasons are then those that
`merge_actors` finds among all. A sort that no key holds together ("police" of nobody in particular) may come out as
actors of one member each.

Where one that no key holds together has others below it, each of them is a sort of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from rashomon.record import Actor, ActorType, Merge, content_id
from rashomon.resolve.joins import is_keyed
from rashomon.resolve.merge import join_actors, named_id


@dataclass(frozen=True, slots=True)
class Sort:
    """`parents` are keys of sorts; `number` is how many local actors there are of the sort, `first` and `second` the
    smallest ids among these ("" where there is one alone)."""

    key: str
    type: ActorType
    name: str
    names: tuple[str, ...]
    parents: tuple[str, ...]
    number: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Actor, score and reason of the first of a sort, and of the second, by which the rest is told."""

    first: tuple[str, float, str]
    rest: tuple[str, float, str]

    @property
    def scattered(self) -> bool:
        """Is each local actor of the sort an actor of its own?"""
        return self.first[0] != self.rest[0]


@dataclass(frozen=True, slots=True)
class Known:
    """A sort and how its local actors were joined, None where they were joined one by one."""

    sort: Sort
    joined: Joined | None


def sorts_of(actors: Iterable[Actor]) -> dict[str, Sort]:
    """The sort of each local actor of one article, by its id."""
    by_id = {actor.id: actor for actor in actors}
    above = {parent for actor in by_id.values() for parent in actor.parents}
    found: dict[str, Sort] = {}

    def sort(actor: Actor, below: tuple[str, ...] = ()) -> Sort:
        if actor.id not in found:
            way = (*below, actor.id)
            # Whoever is met again on the way up stands for itself alone.
            parents = [by_id[key] for key in actor.parents if key in by_id]
            keys = tuple(sorted({each.id if each.id in way else sort(each, way).key for each in parents}))
            alone = actor.id in above and not is_keyed(actor, by_id)
            told = ("|".join(actor.names), "|".join(keys), *((actor.id,) if alone else ()))
            key = content_id("sort", actor.type, actor.name, *told)
            found[actor.id] = Sort(key, actor.type, actor.name, actor.names, keys, 1, actor.id, "")
        return found[actor.id]

    for actor in by_id.values():
        sort(actor)
    return found


def counted(sorts: Mapping[str, Sort], more: Iterable[Sort]) -> dict[str, Sort]:
    """The sorts that are no longer what they were when more of them came."""
    found: dict[str, Sort] = {}
    for each in more:
        known = found.get(each.key) or sorts.get(each.key)
        if known is None:
            found[each.key] = each
            continue
        ids = sorted({known.first, known.second, each.first, each.second} - {""})
        number = known.number + each.number
        found[each.key] = replace(known, number=number, first=ids[0], second=ids[1])
    return found


def join_sorts(sorts: Mapping[str, Sort]) -> tuple[dict[str, Actor], dict[str, Joined]]:
    """The actors of all local actors of these sorts, and how those of each sort were joined, by its key. Where each
    local actor of a sort is an actor of its own, two of these are among the actors; for the others see `spread`."""
    number = {each.second: each.number - 1 for each in sorts.values() if each.second}
    merged, told = join_actors(_two_of_each(sorts), number)
    by_local = {merge.local: (merge.actor, merge.score, merge.reason) for merge in told}
    return merged, {
        key: Joined(by_local[each.first], by_local[each.second or each.first]) for key, each in sorts.items()
    }


def _two_of_each(sorts: Mapping[str, Sort]) -> Iterator[Actor]:
    for each in sorts.values():
        parents = tuple(sorts[key].first for key in each.parents if key in sorts)
        for local in filter(None, (each.first, each.second)):
            yield Actor(local, each.name, each.names, each.type, parents)


def spread(sort: Sort, joined: Joined, locals_: Iterable[str]) -> Iterator[Merge]:
    """How these local actors of a sort were joined."""
    for local in locals_:
        if local == sort.first:
            yield Merge(local, *joined.first)
        elif joined.scattered and local != sort.second:
            yield Merge(local, named_id((sort.name, sort.type), local), *joined.rest[1:])
        else:
            yield Merge(local, *joined.rest)
