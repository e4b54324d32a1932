"""What several statements are about: a view over them that loses none."""

from dataclasses import dataclass
from typing import Literal

from rashomon.record.figure import Figure
from rashomon.record.when import When

Field = Literal["figure", "time", "place", "actor", "target", "act", "factuality"]


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
class Event:
    """`origins` is the number of different origins among the accounts. `reason` says why its statements were joined.
    `acled` is (event type, sub-event type) in ACLED's words, `ucdp_violence` UCDP's type of violence 1, 2, 3; both None
    where the act maps to none."""

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
