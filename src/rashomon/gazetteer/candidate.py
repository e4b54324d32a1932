"""One place of the gazetteer, as a look-up hands it out."""

from dataclasses import dataclass
from typing import Literal

Feature = Literal["country", "admin1", "admin2", "town", "district", "base", "airport", "region", "water", "site"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    `id` is "geonames:ID", or "rashomon:NAME" for a place of our own list. `lat` and `lon` are degrees (WGS 84), both
    None where unknown; those of an administrative unit lie near its middle or halfway between its
    outermost towns. `population` of a unit
    is the sum over its towns, 0 where unknown.
    `precision` is UCDP's where_prec. `within` goes from the smallest surrounding unit to the country. `exact` tells
    whether one of `names` is spelt as asked, apart from case, accents and hyphens.
    """

    id: str
    name: str
    names: tuple[str, ...]
    feature: Feature
    lat: float | None
    lon: float | None
    population: int
    precision: int
    within: tuple[str, ...]
    country: str
    exact: bool
