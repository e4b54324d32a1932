"""Places: each name that may be a place gets the one candidate that context leaves, or none.

A candidate weighs its population, raised where the report speaks of the country or the unit it lies in. It is taken
only where it outweighs the next one by far; two Springfields stay unresolved. One name means one place in a report.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import asin, cos, inf, radians, sin, sqrt

from rashomon.gazetteer import Candidate, Gazetteer, capital_of, country_of, fold, skeleton
from rashomon.record import Article, Place, PlaceMention, Reading, content_id
from rashomon.resolve.surface import bare
from rashomon.resolve.surroundings import Surroundings, surroundings

LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Entity labels of what may be a place."""

OVERWHELMING = 5.0
"""How many times the next candidate's weight the first must have. Among the towns of public test texts 3 resolves more
but errs more often, 10 leaves one in four open that 5 gets right nine times in ten."""

ENOUGH = 100_000.0
"""Weight that a candidate must have at all: a town of 100,000 anywhere, of 1,000 in the country the report is about."""

UNKNOWN_PEOPLE, UNKNOWN_CONTINENT = 100_000, 1_000_000
"""Stand for the population where nobody lists one: of a district, base or region of our list, which are there because
they are in the news, and of what no one country holds."""
SMALLEST = 500
"""Stands for the population of a town listed without people: the packages hold towns from 500 people up."""

MAIN_COUNTRY, OTHER_COUNTRY, NAMED_UNIT, CAPITAL, OTHER_NAME, VARIANT = 100.0, 20.0, 30.0, 5.0, 0.2, 0.1
"""Factors on the weight: lies in the country that the report names most, in another that it names, in a province or
district that it names; is a state's capital; goes by that name beside its main one; only resembles the name."""

SEAT_KM, SEAT_SHARE = 75.0, 0.1
"""A town is the seat of a unit of its name within this distance if it holds this share of the unit's people. Basra has
half of its province's; a village of the name of its state is no seat."""

PASSES = 2
"""The second pass knows where the places of the first lie; a third changes next to nothing."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The places of a report, and by the offsets of a mention the id of its place; `mentions` in the text's order."""

    places: tuple[Place, ...]
    ids: dict[tuple[int, int], str]
    mentions: tuple[PlaceMention, ...]

    def named(self, name: str) -> bool:
        """Whether some mention of that spelling was resolved as a place."""
        key = fold(name)
        return any(mention.place and fold(bare(mention.text)) == key for mention in self.mentions)


def resolve_places(article: Article, reading: Reading, gazetteer: Gazetteer) -> Placed:
    """Places of all names with a label of `LABELS` (by majority over the report) and of the statements' mentions."""
    mentions = _mentions(reading)
    context = _Context.of(article, mentions, gazetteer)
    chosen: dict[tuple[int, int], Place] = {}
    for _ in range(PASSES):
        for mention in mentions:
            place = chosen.get((mention.start, mention.end)) or context.place_of(mention)
            if place:
                chosen[mention.start, mention.end] = place
        context = context.widened(chosen.values())
    places = {place.id: place for place in chosen.values()}
    told = tuple(
        replace(mention, place=chosen[mention.start, mention.end].id if (mention.start, mention.end) in chosen else None)
        for mention in mentions
    )
    names: dict[str, set[str]] = {}
    for mention in told:
        if mention.place:
            names.setdefault(mention.place, set()).add(bare(mention.text))
    full = tuple(
        replace(place, names=tuple(sorted({*place.names, *names.get(place.id, ())})))
        for place in sorted(places.values(), key=lambda place: place.id)
    )
    return Placed(full, {span: place.id for span, place in chosen.items()}, told)


def _mentions(reading: Reading) -> tuple[PlaceMention, ...]:
    """Every span that may be a place, once, in the order of the text."""
    votes: dict[str, Counter[str]] = {}
    for name in reading.names:
        votes.setdefault(fold(bare(name.text)), Counter())[name.label] += 1
    spans = {(place.start, place.end): place.text for each in reading.statements for place in each.places}
    for name in reading.names:
        labels = votes[fold(bare(name.text))]
        if sum(labels[label] for label in LABELS) * 2 > labels.total():
            spans.setdefault((name.start, name.end), name.text)
    return tuple(PlaceMention(text, start, end) for (start, end), text in sorted(spans.items()))


@dataclass(slots=True)
class _Context:
    """What a report says about where it plays; remembers what each name was taken for."""

    text: str
    gazetteer: Gazetteer
    countries: Counter[str]
    units: frozenset[str]
    taken: dict[tuple[str, Surroundings], Place | None]

    @classmethod
    def of(cls, article: Article, mentions: tuple[PlaceMention, ...], gazetteer: Gazetteer) -> "_Context":
        countries: Counter[str] = Counter()
        for word in re.findall(r"\b[A-Z][\w.'’]*(?: [A-Z][\w.]*)?", article.text):
            for part in {word, word.split()[0]}:
                state = country_of(bare(part))
                if state:
                    countries[state] += 1
                    break
        units = frozenset(skeleton(bare(mention.text)) for mention in mentions)
        return cls(article.text, gazetteer, countries, units, {})

    def widened(self, places: Iterable[Place]) -> "_Context":
        """The context with what the resolved places add: their countries, and the large units they lie in."""
        countries, units = Counter(self.countries), set(self.units)
        for place in places:
            if len(place.within) > 1:
                countries[place.within[-1]] += 1
                units.add(skeleton(place.within[-2]))
        return _Context(self.text, self.gazetteer, countries, frozenset(units), {})

    def place_of(self, mention: PlaceMention) -> Place | None:
        around = surroundings(self.text, mention.start, mention.end)
        key = fold(bare(mention.text)), around
        if key not in self.taken:
            self.taken[key] = self._resolve(bare(mention.text), around)
        return self.taken[key]

    def _resolve(self, name: str, around: Surroundings) -> Place | None:
        name, around = around.parted(name)
        state = country_of(name)
        candidates = self.gazetteer.look_up(state or name)
        candidates = tuple(each for each in candidates if each.exact) or candidates
        if state and not (around.sort and _of_sort(candidates, around.sort)):
            candidates = tuple(each for each in candidates if each.feature == "country")
        candidates = _of_sort(candidates, around.sort) or candidates
        if around.within:
            candidates = tuple(each for each in candidates if _is_within(each, around.within)) or candidates
        best = self._outweighing(name, candidates)
        return _place(best) if best else None

    def _outweighing(self, name: str, candidates: tuple[Candidate, ...]) -> Candidate | None:
        alone = without_nested(candidates)
        weighed = sorted(((self._weight(name, each), each) for each in alone), key=lambda pair: (-pair[0], pair[1].id))
        if not weighed or weighed[0][0] < ENOUGH:
            return None
        if len(weighed) > 1 and weighed[0][0] < OVERWHELMING * weighed[1][0]:
            return None
        return weighed[0][1]

    def _weight(self, name: str, place: Candidate) -> float:
        weight = float(_people(place))
        if not place.exact:
            weight *= VARIANT
        elif skeleton(name) != skeleton(place.name) and place.feature == "town":
            weight *= OTHER_NAME
        main = self.countries.most_common(1)
        if main and place.country == main[0][0]:
            weight *= MAIN_COUNTRY
        elif place.country in self.countries:
            weight *= OTHER_COUNTRY
        if any(skeleton(unit) in self.units for unit in place.within[:-1]):
            weight *= NAMED_UNIT
        return weight * (CAPITAL if place.feature == "town" and capital_of(name) == place.country else 1.0)


def _people(place: Candidate) -> int:
    if place.population or place.id.startswith("geonames:"):
        return max(place.population, SMALLEST)
    return UNKNOWN_PEOPLE if place.country else UNKNOWN_CONTINENT


def _is_within(place: Candidate, container: str) -> bool:
    wanted = {skeleton(container), skeleton(country_of(container) or container)}
    return any(skeleton(unit) in wanted for unit in place.within)


def _of_sort(candidates: tuple[Candidate, ...], sort: str) -> tuple[Candidate, ...]:
    """The candidates that are what the text calls them, all where it does not tell."""
    wanted = {"unit": {"admin1", "admin2", "region"}, "town": {"town"}, "district": {"district", "town", "admin2"}}
    return tuple(each for each in candidates if not sort or each.feature in wanted[sort])


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


def _lies_in(place: Candidate, unit: Candidate) -> bool:
    names = {skeleton(name) for name in unit.names}
    if place.country != unit.country:
        return False
    return bool(names & {skeleton(name) for name in place.within}) or _kilometres(place, unit) <= SEAT_KM


def _kilometres(one: Candidate, other: Candidate) -> float:
    """Distance in a straight line, on the sphere; infinite where either has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return inf
    south, north = radians(one.lat), radians(other.lat)
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(chord)))


def _place(found: Candidate) -> Place:
    gazetteer = found.id if found.id.startswith("geonames:") else None
    return Place(content_id("place", found.id), found.name, found.names, found.lat, found.lon, found.precision,
                 found.within, gazetteer)  # fmt: skip
