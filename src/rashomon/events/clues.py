"""What a statement offers for comparing it with others, worked out once for each.

A clue holds the statement's matter (data/matters.tsv), the actors of either side with all that they belong to, the
kinds of people named, the places it names and, apart from them, the places of its surroundings, the days that it can
fall in, and its telling words. Surroundings are weak evidence: they can speak for a join, never against it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from rashomon.events.gazette import Gazette, Spot
from rashomon.events.leads import Lead
from rashomon.events.tables import rows
from rashomon.events.words import stems
from rashomon.people import broader, kinds
from rashomon.record import Actor, Article, Figure, Place, Role, Statement, When

NEWS = timedelta(days=45)
"""How far back a report of an act without a date may reach: news is of the last weeks, an anniversary is rare."""

TALK = frozenset({"say", "state"})
"""Types of statements that tell of no act."""

TELLING = 4
"""Precision (UCDP's code) of the coarsest place that tells where something was: a province; a country does not."""

_HAPPENED = ("asserted", "denied")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an act: `ids` of the named, `wider` with all they belong to short of a state, `states` behind them,
    the `kinds` of people and their `broader` kinds."""

    ids: frozenset[str]
    wider: frozenset[str]
    states: frozenset[str]
    kinds: frozenset[str]
    broader: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.ids or self.kinds)


@dataclass(frozen=True, slots=True)
class Clue:
    """`spots` are all places that its sentence names, `around` those of its surroundings. `figures` say what happened
    to what they count, if only by the act. `window` is the days that the act can fall in where the statement has no
    time of its own: the weeks before the report. `said_by` is the key of whoever is closest to the fact, None where
    that is the report itself. `lead` is that of the article where this is what it is mainly about, else None."""

    statement: Statement
    published: When | None
    matter: str
    manner: str | None
    happened: bool
    doers: Side
    sufferers: Side
    places: tuple[Place, ...]
    spots: tuple[Spot, ...]
    around: tuple[Place, ...]
    figures: tuple[Figure, ...]
    window: When | None
    said_by: str | None
    words: frozenset[str]
    lead: Lead | None = None

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.statement.id

    @property
    def time(self) -> When | None:
        """The statement's own time."""
        return self.statement.time


@cache
def _matters() -> dict[tuple[str, str | None], tuple[str, str | None]]:
    return {
        (type_, None if mode == "-" else mode): (matter, None if manner == "-" else manner)
        for type_, mode, matter, manner in rows("matters.tsv")
    }


def matter(type_: str, mode: str | None) -> tuple[str, str | None]:
    """The matter and the manner of an act; a mode that the table lacks goes by its type."""
    table = _matters()
    return table.get((type_, mode)) or table.get((type_, None)) or (type_, None)


def role_key(role: Role) -> str | None:
    """The actor's id, else the name where it is a proper one, else None: "soldiers" are nobody in particular."""
    if role.actor:
        return role.actor
    return f"name:{role.name.casefold()}" if role.name[:1].isupper() else None


def belongings(actor: str, actors: Mapping[str, Actor]) -> frozenset[str]:
    """The actor and all that it belongs to, parents of parents included."""
    seen: set[str] = set()
    todo = [actor]
    while todo:
        one = todo.pop()
        if one not in seen:
            seen.add(one)
            todo += actors[one].parents if one in actors else ()
    return frozenset(seen)


def side(roles: Sequence[Role], actors: Mapping[str, Actor], places: frozenset[str] = frozenset()) -> Side:
    """The clues of one side's roles. A role without an actor that is worded as one of `places` is a place, no
    party."""
    ids = frozenset(key for role in roles if (key := role_key(role)) and (role.actor or role.text not in places))
    wider = frozenset().union(*(belongings(key, actors) for key in ids)) if ids else frozenset()
    states = frozenset(key for key in wider if key in actors and actors[key].type == "state")
    named = frozenset().union(*(kinds(role.text) | kinds(role.name) for role in roles)) if roles else frozenset()
    return Side(ids, wider - states | (ids & states), states, named, broader(named))


def _places(statement: Statement, places: Mapping[str, Place]) -> tuple[Place, ...]:
    ids = sorted({mention.place for mention in statement.places if mention.place})
    return tuple(places[key] for key in ids if key in places)


def _around(told: Sequence[Statement], spots: Mapping[str, tuple[Spot, ...]]) -> dict[str, tuple[Place, ...]]:
    """For each statement of one article the places that its sentence names besides its own; where there are none, the
    place named last before it and the one that the article names most."""
    count: Counter[str] = Counter()
    known: dict[str, Place] = {}
    named = {s.id: {spot.place.id: spot.place for spot in spots[s.id] if spot.place.precision <= TELLING} for s in told}
    for found in named.values():
        count.update(found.keys())
        known |= found
    most = most_common(count)
    around: dict[str, tuple[Place, ...]] = {}
    last: set[str] = set()
    for statement in told:
        here = set(named[statement.id])
        around[statement.id] = tuple(known[key] for key in sorted(here or last | ({most} if most else set())))
        last = here or last
    return around


def most_common(count: Mapping[str, int]) -> str | None:
    """The key with the highest count, None where two share it."""
    ranked = sorted(count, key=lambda key: (-count[key], key))
    return ranked[0] if ranked and (len(ranked) == 1 or count[ranked[0]] > count[ranked[1]]) else None


def _window(statement: Statement, published: When | None) -> When | None:
    if published is None or published.latest is None or statement.factuality not in _HAPPENED:
        return None
    first = (published.earliest or published.latest) - NEWS if published.latest > date.min + 2 * NEWS else None
    return When(first, published.latest, "open", "", "published")


def _telling(statement: Statement) -> frozenset[str]:
    """The telling words of the evidence without those that other clues already speak of: act, places, parties."""
    told = [statement.trigger.text] if statement.trigger else []
    told += [mention.text for mention in statement.places]
    told += [role.text for role in (*statement.actors, *statement.targets)]
    return stems(statement.evidence.text).difference(*map(stems, told))


def _said_by(statement: Statement, actors: Mapping[str, Actor]) -> str | None:
    if len(statement.chain) < 2:
        return None
    last = statement.chain[-1]
    return last.actor or last.name.casefold()


def clues(
    article: Article, statements: Iterable[Statement], actors: Mapping[str, Actor], places: Mapping[str, Place]
) -> tuple[Clue, ...]:
    """A clue for each statement of one article, in the order of the text; they depend on nothing beyond the article."""
    told = sorted(statements, key=lambda s: (s.evidence.start, s.trigger or s.evidence, s.id))
    gazette = Gazette(told, places)
    spots = {statement.id: gazette.spots(statement) for statement in told}
    around = _around(told, spots)
    found = []
    for statement in told:
        worded = frozenset(mention.text for mention in statement.places)
        what, manner = matter(statement.type, statement.mode)
        found.append(
            Clue(
                statement=statement,
                published=article.published,
                matter=what,
                manner=manner,
                happened=statement.factuality in _HAPPENED,
                doers=side(statement.actors, actors, worded),
                sufferers=side(statement.targets, actors, worded),
                places=_places(statement, places),
                spots=spots[statement.id],
                around=around[statement.id],
                figures=statement.figures,
                window=_window(statement, article.published),
                said_by=_said_by(statement, actors),
                words=_telling(statement),
            )
        )
    return tuple(found)
