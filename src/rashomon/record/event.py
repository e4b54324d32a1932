"""What several statements are about: a view over them that loses none."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rashomon.record.figure import Figure
from rashomon.record.when import When

Field = Literal["figure", "time", "place", "actor", "target", "act", "factuality"]
SourceKind = Literal["outlet", "agency", "witness", "document", "official", "unnamed", "party"]
Grade = Literal["none", "single", "one-side", "alike", "independent", "against-interest"]


@dataclass(frozen=True, slots=True)
class Account:
    """What one origin says about one event. `reprints` counts copies beyond the first; they add reach, no origin."""

    origin: str
    articles: tuple[str, ...]
    reprints: int
    statements: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class RolledFigure:
    """The accounts' figures of one measure brought to one row by a named, versioned rule ("ucdp-like 1")."""

    counts: str
    measure: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    rule: str


@dataclass(frozen=True, slots=True)
class Position:
    """One of the values that accounts hold on a field, with the statements that hold it and their origins."""

    value: str
    statements: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field on which the accounts can not all be right; `what` is a sentence for the reader."""

    field: Field
    what: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Saying:
    """One figure as one voice gave it, in as many `statements` as print it. `day` is the day on which it was said, else
    that of the first print, None where neither is known. `updated` tells that the same origin gave another figure
    later, so that this one no longer stands."""

    origin: str
    voice: str
    day: date | None
    figure: Figure
    updated: bool
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Another series of the same event that is no rival of this one: this one is `part of` it (children among people,
    killed among killed and injured) or `holds` it, counts an `other outcome` (injured beside killed), or `may overlap`
    with it (deserted and dismissed may be the same people)."""

    counts: str
    measure: str
    how: Literal["part of", "holds", "other outcome", "may overlap"]


@dataclass(frozen=True, slots=True)
class Series:
    """One thing counted: who gave which number for it when, by day of saying. `counts` and `measure` are worded as in
    the rolled figure of the same thing."""

    counts: str
    measure: str
    unit: str
    sayings: tuple[Saying, ...]
    related: tuple[Related, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """An origin that says that the event happened. `kind` is what it rests on at its best: its own word (`outlet`,
    `agency`), a `witness`, a `document`, an `official` who is no party, somebody `unnamed`, or a `party` to the event.
    `side` names the party that the speaker belongs to, None for other kinds; `against_interest` tells that the party
    would rather not say it."""

    origin: str
    kind: SourceKind
    side: str | None
    against_interest: bool


@dataclass(frozen=True, slots=True)
class Corroboration:
    """Who says that the event happened (`sources`, one for each origin), who denies it (`denied_by`, by name), and the
    `grade` that follows by the written `rule`. A grade is a class with a reason, no probability."""

    grade: Grade
    rule: str
    sources: tuple[Source, ...]
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """`origins` is the number of different origins among the accounts. `reason` says why its statements were joined.
    `acled` is (event type, sub-event type) in ACLED's words, `ucdp_violence` UCDP's type of violence 1, 2, 3; both None
    where the act maps to none. `corroboration` is None in a record built before there was any."""

    id: str
    part_of: str | None
    type: str
    mode: str | None
    title: str
    time: When | None
    places: tuple[str, ...]
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    statements: tuple[str, ...]
    accounts: tuple[Account, ...]
    figures: tuple[RolledFigure, ...]
    disagreements: tuple[Disagreement, ...]
    origins: int
    acled: tuple[str, str] | None
    ucdp_violence: int | None
    reason: str = ""
    series: tuple[Series, ...] = ()
    corroboration: Corroboration | None = None
