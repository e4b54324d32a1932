"""Where a text is about: the places it names vote, by nearness and by the units that they share, on each other's sense.

Several rounds: each name takes the candidate that weighs most beside what the others were taken for in the round
before. This always gives an answer where there is a candidate; the record asks `weigh` instead, which may give none.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import exp, log10

from rashomon.gazetteer import Candidate, Gazetteer, adjective_of, countries, country_of, fold, region_of, skeleton
from rashomon.resolve.weigh import kilometres

ROUNDS = 3
"""Rounds of voting; a fourth changes one sense in five hundred."""

NEAR_KM = 100.0
"""Distance at which a neighbour's vote has fallen to a third: a county and those around it."""

NEARNESS, SAME_UNIT, SAME_COUNTRY, SAID_WITHIN = 3.0, 2.0, 2.0, 6.0
"""Points for lying near all that is named, in its commonest first-order unit, in its commonest country, and in what
the text puts behind a comma. A point is a tenfold population."""

OTHER_NAME, CAPITAL_NAME = -1.5, 1.0
"""Points for a name that is not the place's main one, and for a state or first-order unit."""

SMALLEST, LISTED = 300, 100_000
"""People of a town without a count, and of a place of our own list, which is there because it is in the news."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name is taken for; `point` is degrees north and east, a state's near its middle."""

    place: Candidate
    point: Point


@dataclass(frozen=True, slots=True)
class Focus:
    """Points, first-order units and countries with their votes, which add up to one each."""

    points: tuple[tuple[Point, float], ...] = ()
    units: Mapping[tuple[str, str], float] = field(default_factory=dict)
    countries: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(cls, senses: Iterable[tuple[Sense, float]]) -> "Focus":
        """The focus of places with their weights; states vote for themselves alone."""
        points: defaultdict[Point, float] = defaultdict(float)
        units: defaultdict[tuple[str, str], float] = defaultdict(float)
        named: defaultdict[str, float] = defaultdict(float)
        for sense, votes in senses:
            named[sense.place.country] += votes
            unit = unit_of(sense.place)
            if unit:
                units[sense.place.country, unit] += votes
            if sense.place.feature not in {"country", "admin1"}:
                points[sense.point] += votes
        return cls(
            tuple((point, votes / sum(points.values())) for point, votes in points.items()),
            {unit: votes / sum(units.values()) for unit, votes in units.items()},
            {name: votes / sum(named.values()) for name, votes in named.items()},
        )

    def nearness(self, point: Point) -> float:
        """From 0 to 1: the share of the votes that lie near, a vote fading over `NEAR_KM`."""
        return sum(votes * exp(-distance(point, other) / NEAR_KM) for other, votes in self.points)

    def points_for(self, place: Candidate, point: Point) -> float:
        """What speaks for a place in this focus."""
        unit = unit_of(place)
        return (
            NEARNESS * min(1.0, 2 * self.nearness(point)) * (place.feature not in {"country"})
            + SAME_UNIT * (self.units.get((place.country, unit), 0.0) if unit else 0.0)
            + SAME_COUNTRY * self.countries.get(place.country, 0.0)
        )


def unit_of(place: Candidate) -> str:
    """The first-order unit that a place lies in or is, "" for a state."""
    if place.feature == "admin1":
        return skeleton(place.name)
    return skeleton(place.within[-2]) if len(place.within) > 1 else ""


def distance(one: Point, other: Point) -> float:
    """Kilometres between two points."""
    return kilometres(*one, *other)


def senses_of(name: str, gazetteer: Gazetteer) -> tuple[tuple[Sense, float], ...]:
    """All that a name may mean, each with its points before any focus: its size, and whether it is its main name."""
    region = region_of(name)
    if region and region.point:
        place = Candidate("", region.name, (name,), "region", *region.point, 0, 5, (), "", exact=True)
        return ((Sense(place, region.point), log10(LISTED)),)
    name = region.name if region else name
    state = country_of(name)
    found = gazetteer.look_up(state or name)
    found = tuple(each for each in found if each.exact) or found
    if state and adjective_of(name):
        found = tuple(each for each in found if each.feature == "country") or found
    told = []
    for place in found:
        point = point_of(place)
        if point is None:
            continue
        points = log10(max(place.population, SMALLEST if place.id.startswith("geonames:") else LISTED))
        points += OTHER_NAME * (fold(place.name) != fold(name) and place.feature in {"town", "district"})
        points += CAPITAL_NAME * (place.feature in {"country", "admin1"})
        told.append((Sense(place, point), points))
    return tuple(told)


def point_of(place: Candidate) -> Point | None:
    """The place's own point, a state's near its middle; None where nobody knows one."""
    if place.lat is not None and place.lon is not None:
        return place.lat, place.lon
    return next((each.point for each in countries() if place.feature == "country" and each.name == place.name), None)


def best_senses(
    names: Mapping[str, tuple[int, str]], gazetteer: Gazetteer, outside: Focus | None = None, weight: float = 0.0
) -> tuple[dict[str, Sense], Focus]:
    """The best sense of each name that has any, and the focus of them all.

    `names` tells how often a name stands in the text and what the text says that it lies in ("" where nothing);
    `outside` is a focus known beforehand (of other reports of the outlet), which counts `weight`.
    """
    options = {name: senses_of(name, gazetteer) for name in names}
    focus, taken = Focus(), dict[str, Sense]()
    for _ in range(ROUNDS):
        chosen = {}
        for name, senses in options.items():
            others = Focus.of((sense, names[other][0] ** 0.5) for other, sense in taken.items() if other != name)
            best = max(
                senses,
                key=lambda each: (
                    each[1]
                    + others.points_for(each[0].place, each[0].point)
                    + (weight * outside.points_for(each[0].place, each[0].point) if outside else 0.0)
                    + SAID_WITHIN * _lies_in(each[0].place, names[name][1]),
                    each[0].place.id,
                ),
                default=None,
            )
            if best:
                chosen[name] = best[0]
        taken = chosen
    focus = Focus.of((sense, names[name][0] ** 0.5) for name, sense in taken.items())
    return taken, focus


def _lies_in(place: Candidate, container: str) -> bool:
    if not container:
        return False
    inside = {skeleton(unit) for unit in place.within}
    return skeleton(country_of(container) or container) in inside
