"""How two places of statements stand to each other."""

from math import asin, cos, floor, radians, sin, sqrt
from typing import Literal

from rashomon.record import Place

Relation = Literal["same", "near", "inside", "apart"]

NEAR = 25.0
"""Kilometres; UCDP's second precision code, "within about 25 km of a known point", is our measure of one
neighbourhood."""

BELT = 0.25
"""Degrees of latitude, some 28 km: what is near lies in one belt or the next."""

EARTH = 12742.0
"""Diameter of the earth, kilometres."""


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance, None where a place has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    a, b, c, d = map(radians, (one.lat, one.lon, other.lat, other.lon))
    return EARTH * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


def holds(wide: Place, small: Place) -> bool:
    """Whether `wide` is one of the units around `small`; a country of the same name elsewhere is told apart by the
    last unit."""
    names = {wide.name, *wide.names}
    if not names.intersection(small.within):
        return False
    return not wide.within or not small.within or wide.within[-1] == small.within[-1]


def signs(place: Place) -> frozenset[str]:
    """What a place is found by: its names, the units around it, and the belt of latitude that it lies in."""
    found = {f"is {name}" for name in (place.name, *place.names)} | {f"in {name}" for name in place.within}
    return frozenset(found | ({f"at {floor(place.lat / BELT)}"} if place.lat is not None else set()))


def asks(place: Place) -> frozenset[str]:
    """The signs of which every place has one that is not apart from this one."""
    found = {f"in {name}" for name in (place.name, *place.names)} | {f"is {name}" for name in place.within}
    if place.lat is not None:
        found.update(f"at {floor(place.lat / BELT) + step}" for step in (-1, 0, 1))
    return frozenset(found)


def relation(one: Place, other: Place) -> Relation:
    """`same` place, within 25 km (`near`, for places as small as a town), one `inside` the other, or `apart`."""
    if one.id == other.id:
        return "same"
    if holds(one, other) or holds(other, one):
        return "inside"
    if max(one.precision, other.precision) <= 2:
        distance = kilometres(one, other)
        if distance is not None and distance <= NEAR:
            return "near"
    return "apart"
