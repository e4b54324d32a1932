"""Relations joined across reports: what has the same subject, kind and object is one relation for as long as the
intervals in which it is told to hold touch each other.

Ends count for whoever tells them: that a place was lost, or that somebody else has the post since, ends the relation in
the account of the origin that says so, and in no other's. What all say is therefore the union of what each says, and
where they differ both stand.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from rashomon.record import Actor, Figure, Place, Relation, Statement, When, content_id
from rashomon.situation.claims import Claim, claims
from rashomon.situation.intervals import DAY, first, last, touch, united
from rashomon.situation.rules import TOLD

SOLE = frozenset(
    "minister premier president chancellor king queen emir sultan governor mayor ambassador secretary chairman "
    "chairwoman secretary-general director-general commander-in-chief".split()
)
"""Last words of posts that one person holds at a time."""

DEPUTY = frozenset(("deputy", "vice", "assistant", "under"))
"""Words that make a post one of several."""

Key = tuple[str, str, str, str, str]
Bond = tuple[str, str, str]
Post = tuple[str, str]


def join_relations(
    statements: Iterable[Statement],
    origins: Mapping[str, str],
    actors: Mapping[str, Actor],
    places: Mapping[str, Place],
) -> tuple[Relation, ...]:
    """The relations of these statements, sorted by id; `origins` has the origin of each statement by id."""
    found = relations_of(claims(statements, lambda told: origins[told.id], actors, places))
    return tuple(sorted((one for some in found.values() for one in some), key=lambda relation: relation.id))


def relations_of(claimed: Iterable[Claim], keys: Collection[Key] | None = None) -> dict[Key, tuple[Relation, ...]]:
    """The relations that these claims make, by what their claims have in common; only those of some `keys`, for which
    it is enough to know the claims that have one of these and those that may end one of them (`bond_of`, `post_of`)."""
    told: dict[str, list[Claim]] = {}
    for claim in sorted(claimed, key=lambda claim: (claim.statement, claim.rule, repr(claim))):
        told.setdefault(claim.origin, []).append(claim)
    groups: dict[Key, list[Claim]] = {}
    for claim in (claim for origin in sorted(told) for claim in _ended(told[origin])):
        if keys is None or key_of(claim) in keys:
            groups.setdefault(key_of(claim), []).append(claim)
    return {key: tuple(_relations(groups[key])) for key in sorted(groups)}


def key_of(claim: Claim) -> Key:
    """What the claims on one relation have in common."""
    figure = repr((claim.figure.low, claim.figure.best, claim.figure.high)) if claim.figure else ""
    return claim.subject, claim.relation, (claim.what or "").casefold(), claim.object or "", figure


def bond_of(claim: Claim) -> Bond:
    """What a claim has in common with those that tell of its end."""
    return claim.subject, claim.relation, claim.object or ""


def post_of(claim: Claim) -> Post | None:
    """The post that nobody else holds while the claim holds; None where it is no such claim."""
    return _post(claim) if _is_sole(claim) else None


def _ended(claimed: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of one origin that begin something, each with an end where that origin tells of one."""
    ends: dict[Bond, list[date]] = {}
    posts: dict[Post, set[tuple[date, str]]] = {}
    for claim in claimed:
        if claim.time is None:
            continue
        if claim.ends:
            ends.setdefault(bond_of(claim), []).append(last(claim.time))
        elif claim.relation == "leads" and _is_sole(claim) and claim.time.earliest:
            posts.setdefault(_post(claim), set()).add((claim.time.earliest, claim.subject))
    for claim in claimed:
        if claim.ends:
            continue
        if claim.time is None or claim.time.latest is not None:
            yield claim
            continue
        begin = first(claim.time)
        over = [day for day in ends.get(bond_of(claim), ()) if day >= begin]
        if _is_sole(claim):
            over += [
                day - DAY for day, holder in posts.get(_post(claim), ()) if day > begin and holder != claim.subject
            ]
        end = min(over, default=None)
        yield claim if end is None or end == date.max else replace(claim, time=_until(claim.time, end))


def _until(when: When, end: date) -> When:
    return replace(when, latest=end, precision="days" if when.earliest else "open")


def _is_sole(claim: Claim) -> bool:
    words = (claim.what or "").casefold().split()
    return claim.relation == "leads" and bool(SOLE & set(words)) and not DEPUTY & set(words)


def _post(claim: Claim) -> Post:
    return (claim.what or "").casefold(), claim.object or ""


def _relations(told: Sequence[Claim]) -> Iterator[Relation]:
    """The relations that claims on the same make: one for each run of intervals that touch, and one for those of which
    no day is known."""
    dated = sorted((c for c in told if c.time), key=lambda c: (first(_time(c)), last(_time(c)), c.statement))
    runs: list[list[Claim]] = []
    for claim in dated:
        if runs and touch(united([_time(each) for each in runs[-1]]), _time(claim)):
            runs[-1].append(claim)
        else:
            runs.append([claim])
    undated = [claim for claim in told if claim.time is None]
    for run in [*runs, *([undated] if undated else [])]:
        yield _relation(run)


def _time(claim: Claim) -> When:
    assert claim.time is not None
    return claim.time


def _relation(run: Sequence[Claim]) -> Relation:
    head = run[0]
    time = united([_time(claim) for claim in run]) if head.time else None
    figures: dict[tuple[object, ...], Figure] = {}
    for claim in sorted(run, key=lambda c: c.statement):
        if claim.figure:
            figures.setdefault((claim.figure.low, claim.figure.best, claim.figure.high), claim.figure)
    names = sorted({claim.rule for claim in run}, key=lambda name: (name != TOLD, name))
    key = (head.subject, head.relation, (head.what or "").casefold(), head.object, *figures)
    return Relation(
        id=content_id("relation", *map(repr, key), repr(time and (time.earliest, time.latest))),
        subject=head.subject,
        relation=head.relation,
        what=min((claim.what for claim in run if claim.what), default=None),
        object=head.object,
        time=time,
        figures=tuple(figures.values()),
        statements=tuple(sorted({claim.statement for claim in run})),
        sources=tuple(sorted({claim.origin for claim in run})),
        rule="; ".join(names),
    )
