"""Weighs the places that a name may mean, and takes one only where it outweighs the next by far.

A candidate weighs its population, raised where the report speaks of the country or the unit that it lies in. Two
Springfields stay unresolved; Basra is the city in the report that names Iraq, not the village in Pakistan.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, inf, radians, sin, sqrt

from rashomon.gazetteer import Candidate, capital_of, skeleton

OVERWHELMING = 5.0
"""How many times the next candidate's weight the first must have. On the towns of 706 public test reports 2 errs in
20 of 100 resolved names, 5 in 16, 10 in 15 but leaves a fifth more of them open."""

ENOUGH = 100_000.0
"""Weight that a candidate must have at all: a town of 100,000 anywhere, of 1,000 in the country the report is about."""

UNKNOWN_PEOPLE, UNKNOWN_CONTINENT = 100_000, 1_000_000
"""Stand for the population where nobody lists one: of a district, base or region of our list, which are there because
they are in the news, and of what no one country holds."""
SMALLEST = 500
"""Stands for the population of a town listed without people: the packages hold towns from 500 people up."""

MAIN_COUNTRY, OTHER_COUNTRY, NAMED_UNIT, CAPITAL = 100.0, 20.0, 30.0, 50.0
"""Factors for what lies in the country that the report names most, in another that it names, in a province or district
that it names; and for a state's capital."""
OTHER_NAME, VARIANT = 0.2, 0.1
"""Factors for a town that goes by that name beside its main one, and for a name that is only spelt alike."""

SEAT_KM, SEAT_SHARE = 75.0, 0.1
"""A town is the seat of a unit of its name within this distance if it holds this share of the unit's people. Basra has
half of its province's; a village with the name of its state is no seat."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a report plays: how often it names each country, and the folded units that it names or whose places it
    names."""

    countries: Counter[str]
    units: frozenset[str]

    def widened(self, places: Iterable[Candidate]) -> "Setting":
        """The setting with what resolved places add: their countries, and the large units they lie in."""
        countries, units = Counter(self.countries), set(self.units)
        for place in places:
            if len(place.within) > 1:
                countries[place.country] += 1
                units.add(skeleton(place.within[-2]))
        return Setting(countries, frozenset(units))

    @property
    def main_country(self) -> str | None:
        """The country named most, the first by alphabet of several; None where none is named."""
        return min(self.countries, key=lambda name: (-self.countries[name], name), default=None)


def outweighing(name: str, candidates: tuple[Candidate, ...], setting: Setting) -> Candidate | None:
    """The candidate that `name` means in this setting, None where none is heavy enough or two come near each other."""
    alone = without_nested(candidates)
    weighed = sorted(((weight(name, each, setting), each) for each in alone), key=lambda pair: (-pair[0], pair[1].id))
    if not weighed or weighed[0][0] < ENOUGH:
        return None
    if len(weighed) > 1 and weighed[0][0] < OVERWHELMING * weighed[1][0]:
        return None
    return weighed[0][1]


def weight(name: str, place: Candidate, setting: Setting) -> float:
    """People of `place` times the factors that speak for or against it."""
    total = float(_people(place))
    if not place.exact:
        total *= VARIANT
    elif place.feature == "town" and skeleton(name) != skeleton(place.name):
        total *= OTHER_NAME
    if place.country == setting.main_country:
        total *= MAIN_COUNTRY
    elif place.country in setting.countries:
        total *= OTHER_COUNTRY
    if any(skeleton(unit) in setting.units for unit in place.within[:-1]):
        total *= NAMED_UNIT
    return total * (CAPITAL if place.feature == "town" and capital_of(name) == place.country else 1.0)


def without_nested(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Without units and regions that lie around another candidate: "Basra" alone is the city, not its province.

    Where no town is left, the large unit stands for the smaller inside it.
    """
    seats = [each for each in candidates if each.feature == "town"]
    units = [each for each in candidates if each.feature in {"admin1", "admin2", "region"}]

    def has_seat(unit: Candidate) -> bool:
        return any(_lies_in(seat, unit) and _people(seat) >= SEAT_SHARE * unit.population for seat in seats)

    def has_larger(unit: Candidate) -> bool:
        return any(
            _lies_in(unit, other) and (other.precision, _people(other)) > (unit.precision, _people(unit))
            for other in units if other is not unit
        )  # fmt: skip

    return tuple(each for each in candidates if each not in units or not (has_seat(each) or has_larger(each)))


def _people(place: Candidate) -> int:
    if place.population or place.id.startswith("geonames:"):
        return max(place.population, SMALLEST)
    return UNKNOWN_PEOPLE if place.country else UNKNOWN_CONTINENT


def _lies_in(place: Candidate, unit: Candidate) -> bool:
    if place.country != unit.country:
        return False
    names = {skeleton(name) for name in unit.names}
    return any(skeleton(name) in names for name in place.within) or _kilometres(place, unit) <= SEAT_KM


def _kilometres(one: Candidate, other: Candidate) -> float:
    """Distance of two places; infinite where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return inf
    return kilometres(one.lat, one.lon, other.lat, other.lon)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Distance on the sphere of two points in degrees."""
    south, north = radians(lat), radians(other_lat)
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord)))
