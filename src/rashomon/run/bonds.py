"""The relations of a record brought up to date: those that a claim of a touched article speaks of, or could end."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Row

from rashomon.record import Actor, Place, Statement
from rashomon.run.pipeline import Pipeline
from rashomon.store import View
from rashomon.store.batches import batches
from rashomon.store.kept import KeptRows

ARTICLES, KEYS = 500, 200
"""Articles read, and relations made, at a time."""


def renew_relations(
    view: View,
    kept: KeptRows,
    pipeline: Pipeline,
    touched: Collection[str],
    origin: Callable[[Statement], str],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
) -> None:
    """Bring the relations up to date where these articles are new, or what they name or rest on is not what it was."""
    keys: set[str] = set()
    for some in batches(sorted(touched), ARTICLES):
        rows = list(_rows(view, pipeline, some, origin, actors, places))
        before = {(row.statement, row.body): (row.key, row.bond, row.post, row.ends) for row in kept.claims_of(some)}
        after = {(row["statement"], row["body"]): (row["key"], row["bond"], row["post"], row["ends"]) for row in rows}
        kept.put_claims(some, rows)
        changed = [told[at] for told in (before, after) for at in before.keys() ^ after.keys() if at in told]
        keys |= {key for key, *_ in changed}
        ended = {bond for _, bond, _, ends in changed if ends}
        taken = {post for *_, post, _ in changed if post}
        keys |= {row.key for row in kept.claims_by("bond", ended)}
        keys |= {row.key for row in kept.claims_by("post", taken)}
    for some in batches(sorted(keys), KEYS):
        _relate(kept, pipeline, some)


def _rows(
    view: View,
    pipeline: Pipeline,
    articles: list[str],
    origin: Callable[[Statement], str],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
) -> Iterator[dict[str, Any]]:
    from rashomon.situation import bond_of, key_of, post_of  # noqa: PLC0415  As commands that read have no use for it.

    for statement in view.statements_of(articles):
        for position, claim in enumerate(pipeline.claims((statement,), origin, actors, places)):
            post = post_of(claim)
            yield {
                "statement": statement.id,
                "position": position,
                "article": statement.article,
                "key": _json(key_of(claim)),
                "bond": _json(bond_of(claim)),
                "post": _json(post) if post else None,
                "ends": claim.ends,
                "body": _json(claim),
            }


def _relate(kept: KeptRows, pipeline: Pipeline, keys: list[str]) -> None:
    """Make the relations of these keys anew."""
    from rashomon.situation import Claim  # noqa: PLC0415

    told = {(row.statement, row.body): row for row in kept.claims_by("key", keys)}
    bonds = {row.bond for row in told.values()}
    posts = {row.post for row in told.values() if row.post}
    beside: Iterable[Row[Any]] = (*kept.claims_by("bond", bonds, ends=True), *kept.claims_by("post", posts, ends=False))
    told.update(((row.statement, row.body), row) for row in beside)
    decode = msgspec.json.Decoder(Claim).decode
    asked = {msgspec.json.decode(key, type=tuple[str, str, str, str, str]): key for key in keys}
    found = pipeline.relations((decode(row.body) for row in told.values()), asked)
    kept.put_relations(keys, ((one, asked[key]) for key, some in found.items() for one in some))


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()
