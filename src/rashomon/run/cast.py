"""The merged actors of a record brought up to date: two of each sort of local actors are joined anew, and the rest
follows; what comes out as it was stays.

Where somebody judged two local actors to be two, or one, all are joined one by one.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from rashomon.record import Actor
from rashomon.run.pipeline import Pipeline
from rashomon.store import View, Writer
from rashomon.store.batches import batches
from rashomon.store.kept import KeptRows

if TYPE_CHECKING:
    from rashomon.resolve.sorts import Joined, Known, Sort

ARTICLES = 500
"""Articles whose local actors are in memory at once."""


def renew_actors(
    view: View,
    writer: Writer,
    kept: KeptRows,
    pipeline: Pipeline,
    came: Collection[str],
    apart: Sequence[tuple[str, str]],
    same: Sequence[tuple[str, str, str]],
) -> set[str]:
    """Bring the merged actors up to date; the local actors that count as another actor than before, or whose actor, or
    one that it belongs to, is not what it was."""
    cast = _Cast(view, writer, kept, pipeline)
    joined_singly = any(each.joined is None for each in cast.before.values())
    by_hand = bool(apart or same)
    if not (came or by_hand or joined_singly):
        return set()
    of = cast.count(came)
    if by_hand or joined_singly:
        return cast.one_by_one(of, apart, same)
    return cast.by_sorts(of)


class _Cast:
    def __init__(self, view: View, writer: Writer, kept: KeptRows, pipeline: Pipeline) -> None:
        # Loaded here, as commands that read have no use for it.
        from rashomon.resolve import sorts  # noqa: PLC0415

        self._view, self._writer, self._kept, self._pipeline, self._sorts = view, writer, kept, pipeline, sorts
        decode = msgspec.json.Decoder(sorts.Known).decode
        self.before: dict[str, Known] = {each.sort.key: each for each in map(decode, kept.sorts())}
        self._now: dict[str, Sort] = {key: each.sort for key, each in self.before.items()}

    def count(self, came: Collection[str]) -> dict[str, str]:
        """Count the local actors of the articles that came; the sort of each."""
        of: dict[str, str] = {}
        for some in batches(sorted(came), ARTICLES):
            for actors in self._kept.local_actors(some).values():
                found = self._sorts.sorts_of(actors)
                of |= {local: sort.key for local, sort in found.items()}
                self._now |= self._sorts.counted(self._now, found.values())
        return of

    def by_sorts(self, of: Mapping[str, str]) -> set[str]:
        """Join two of each sort, and tell the rest by these."""
        merged, joined = self._sorts.join_sorts(self._now)
        old = self._stored({*merged, *(key for each in self.before.values() for key in _ids(each.joined))})
        again = {key for key in self.before if self._is_other(key, joined[key], merged, old)}
        moved, there, members = set(), set(), {key: set[str]() for key in again}
        for row in self._kept.locals_of_sorts(again):
            members[row.sort].add(row.local)
            there.add((row.local, row.actor))
        for local, key in of.items():
            members.setdefault(key, set()).add(local)
        actors = dict(merged)
        was = dict(there)
        for key, locals_ in members.items():
            told = list(self._sorts.spread(self._now[key], joined[key], sorted(locals_)))
            self._kept.put_merges((merge, key) for merge in told)
            moved |= {merge.local for merge in told if was.get(merge.local) != merge.actor}
            like = merged[joined[key].rest[0]]
            actors |= {m.actor: _named(like, m.actor) for m in told if m.actor not in merged}
        old |= self._stored(actors.keys() - old.keys())
        gone = {key for each in self.before.values() for key in _ids(each.joined)} | {actor for _, actor in there}
        other = [actor for key, actor in actors.items() if old.get(key) != actor]
        self._writer.change_actors({key for key in gone if key not in actors} | {a.id for a in other}, other)
        self._save(joined)
        changed = _below({a.id for a in other if _essence(old.get(a.id)) != _essence(a)}, actors)
        scattered = {key for key, each in joined.items() if each.scattered and each.rest[0] in changed}
        moved |= self._kept.locals_of_actors(changed)
        return moved | {row.local for row in self._kept.locals_of_sorts(scattered)}

    def one_by_one(
        self, of: Mapping[str, str], apart: Sequence[tuple[str, str]], same: Sequence[tuple[str, str, str]]
    ) -> set[str]:
        """Join all local actors."""
        old = {actor.id: actor for actor in self._view.merged_actors()}
        was = {merge.local: merge.actor for merge in self._view.merges()}
        sort = {row.local: row.sort for row in self._kept.locals_of_sorts(self.before)} | dict(of)
        actors, merges = self._pipeline.merge(self._view.local_actors(), apart, same)
        self._writer.put_actors(actors, ())
        self._kept.put_merges((merge, sort[merge.local]) for merge in merges)
        self._save({} if apart or same else self._sorts.join_sorts(self._now)[1])
        by_id = {actor.id: actor for actor in actors}
        changed = _below({key for key, a in by_id.items() if _essence(old.get(key)) != _essence(a)}, by_id)
        return {m.local for m in merges if m.actor in changed or was.get(m.local) != m.actor}

    def _is_other(self, key: str, joined: "Joined", merged: Mapping[str, Actor], old: Mapping[str, Actor]) -> bool:
        """Whether not all local actors of a sort are joined as they were."""
        before = self.before[key]
        if before.joined != joined:
            return True
        if joined.scattered and old.get(joined.rest[0]) != merged[joined.rest[0]]:
            return True
        return before.sort.first != self._now[key].first and joined.first != joined.rest

    def _stored(self, keys: Collection[str]) -> dict[str, Actor]:
        return self._view.actors_by_id(sorted(keys))

    def _save(self, joined: "Mapping[str, Joined]") -> None:
        now = {key: self._sorts.Known(sort, joined.get(key)) for key, sort in self._now.items()}
        self._kept.put_sorts({key: _json(each) for key, each in now.items() if self.before.get(key) != each})


def _ids(joined: "Joined | None") -> tuple[str, ...]:
    return (joined.first[0], joined.rest[0]) if joined else ()


def _named(actor: Actor, key: str) -> Actor:
    return Actor(key, actor.name, actor.names, actor.type, actor.parents)


def _essence(actor: Actor | None) -> object:
    """What statements are joined by; other names of somebody who publishes nothing tell nothing more."""
    if actor is None or actor.type in ("outlet", "agency"):
        return actor
    return actor.id, actor.name, actor.type, actor.parents


def _below(changed: set[str], actors: Mapping[str, Actor]) -> set[str]:
    """These actors and all that belong to them."""
    below: dict[str, list[str]] = {}
    for key, actor in actors.items():
        for parent in actor.parents:
            below.setdefault(parent, []).append(key)
    found, todo = set(changed), sorted(changed)
    while todo:
        for child in below.get(todo.pop(), ()):
            if child not in found:
                found.add(child)
                todo.append(child)
    return found


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
