"""Places: each name that may be a place gets the one candidate that context leaves, or none.

A candidate weighs its population, raised where the report speaks of the country or the unit it lies in. It is taken
only where it outweighs the next one by far; two Springfields stay unresolved. One name means one place in a report.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from rashomon.gazetteer import Candidate, Gazetteer, country_of, fold, skeleton
from rashomon.record import Article, Place, PlaceMention, Reading, content_id
from rashomon.resolve.surface import bare
from rashomon.resolve.surroundings import Surroundings, surroundings

LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Entity labels of what may be a place."""

OVERWHELMING = 10.0
"""How many times the next candidate's weight the first must have. London in England has 20 times the people of London
in Ontario, the next largest; Springfield in Missouri 1.1 times those of Springfield in Massachusetts."""

UNKNOWN_PEOPLE = 100_000
"""Weight of a place whose population nobody lists (a district, a base, a region): such places are in our list because
they are in the news."""
SMALLEST = 500
"""Weight of a town listed without people: the packages hold towns from 500 people up."""

MAIN_COUNTRY, OTHER_COUNTRY, NAMED_UNIT, VARIANT = 100.0, 20.0, 30.0, 0.1
"""Factors on the weight: the country that the report names most, another that it names, a province or district that it
names, a spelling that only resembles the name's."""


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
    for mention in mentions:
        place = context.place_of(mention)
        if place:
            chosen[mention.start, mention.end] = place
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

    def place_of(self, mention: PlaceMention) -> Place | None:
        around = surroundings(self.text, mention.start, mention.end)
        key = fold(bare(mention.text)), around
        if key not in self.taken:
            self.taken[key] = self._resolve(bare(mention.text), around)
        return self.taken[key]

    def _resolve(self, name: str, around: Surroundings) -> Place | None:
        name, around = around.parted(name)
        state = country_of(name)
        candidates = self.gazetteer.look_up(name)
        if state and around.sort == "":
            candidates = tuple(each for each in candidates if each.feature == "country") or candidates
        if around.within:
            candidates = tuple(each for each in candidates if _is_within(each, around.within)) or candidates
        best = self._outweighing(_of_sort(candidates, around.sort))
        return _place(best) if best else None

    def _outweighing(self, candidates: tuple[Candidate, ...]) -> Candidate | None:
        candidates = _without_units_of_seats(candidates)
        weighed = sorted(((self._weight(each), each) for each in candidates), key=lambda pair: (-pair[0], pair[1].id))
        if not weighed:
            return None
        if len(weighed) > 1 and weighed[0][0] < OVERWHELMING * weighed[1][0]:
            return None
        return weighed[0][1]

    def _weight(self, place: Candidate) -> float:
        people = place.population or (UNKNOWN_PEOPLE if place.id.startswith("rashomon:") else SMALLEST)
        weight = max(people, SMALLEST) * (1.0 if place.exact else VARIANT)
        main = self.countries.most_common(1)
        if main and place.country == main[0][0]:
            weight *= MAIN_COUNTRY
        elif place.country in self.countries:
            weight *= OTHER_COUNTRY
        if any(skeleton(unit) in self.units for unit in place.within[:-1]):
            weight *= NAMED_UNIT
        return weight


def _is_within(place: Candidate, container: str) -> bool:
    wanted = {skeleton(container), skeleton(country_of(container) or container)}
    return any(skeleton(unit) in wanted for unit in place.within)


def _of_sort(candidates: tuple[Candidate, ...], sort: str) -> tuple[Candidate, ...]:
    """The candidates that are what the text calls them, all where none is."""
    wanted = {"unit": {"admin1", "admin2", "region"}, "town": {"town"}, "district": {"district", "town", "admin2"}}
    features = wanted.get(sort)
    return tuple(each for each in candidates if features is None or each.feature in features) if features else candidates


def _without_units_of_seats(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Without units whose seat bears the same name: "Basra" alone is the city. Of a unit inside another, the larger."""
    exact = tuple(each for each in candidates if each.exact) or candidates
    seats = [each for each in exact if each.feature == "town"]
    units = [each for each in exact if each.feature in {"admin1", "admin2"}]

    def is_told_by_other(unit: Candidate) -> bool:
        names = {skeleton(name) for name in unit.names}
        in_seat = any(
            seat.country == unit.country and names & {skeleton(name) for name in seat.within} for seat in seats
        )
        return in_seat or any(
            other.feature == "admin1" and unit.feature == "admin2" and other.country == unit.country
            and names & {skeleton(name) for name in other.names} for other in units
        )  # fmt: skip

    return tuple(each for each in exact if each not in units or not is_told_by_other(each))


def _place(found: Candidate) -> Place:
    gazetteer = found.id if found.id.startswith("geonames:") else None
    return Place(content_id("place", found.id), found.name, found.names, found.lat, found.lon, found.precision,
                 found.within, gazetteer)  # fmt: skip
