"""Places, and where a text names them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named in an article; `place` is the id of the resolved place, None where no one candidate remains."""

    text: str
    start: int
    end: int
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, or a named place that no gazetteer has, inside one that has it.

    `lat` and `lon` are degrees (WGS 84), both None where unknown. `precision` is UCDP's where_prec: 1 exact point or
    named town, 2 within about 25 km of a known point, 3 second-order and 4 first-order administrative unit, 5 larger
    or fuzzy feature, 6 country, 7 international water or air. `within` goes from the smallest surrounding unit to the
    country. `gazetteer` is "geonames:ID", or None.
    """

    id: str
    name: str
    names: tuple[str, ...]
    lat: float | None
    lon: float | None
    precision: int
    within: tuple[str, ...]
    gazetteer: str | None
