"""How far the accounts of events lie apart, in numbers: by event, and over many events."""

from dataclasses import dataclass

from rashomon.record.event import Field


@dataclass(frozen=True, slots=True)
class Tally:
    """A value of a field, with the origins that hold it."""

    value: str
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """How the values of one field of one event lie apart; each origin counts once for each value that it holds.

    `what` is what a figure counts, "" for other fields. `values` come most held first. `divergence` is the number of
    different values less one. `modal_share` is the share that holds the first value. `entropy` is that of the shares in
    bits: 0 where all agree, 1 where two values are held alike. `range` (highest less lowest) and `deviation` (the
    sample standard deviation) are of numbers given, and of first days; None for other fields, and where fewer than two
    are given.
    """

    field: Field
    what: str
    values: tuple[Tally, ...]
    divergence: int
    modal_share: float
    entropy: float
    range: float | None
    deviation: float | None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One field over many events: the means of their spreads. `events` is how many events two origins or more give a
    value for; `normalized` is the mean divergence over the number of different values that all of them give;
    `share_disagreement` is the share of events in which there is more than one value."""

    field: Field
    events: int
    divergence: float
    normalized: float
    share_disagreement: float
    modal_share: float
    entropy: float
    range: float | None
    deviation: float | None
