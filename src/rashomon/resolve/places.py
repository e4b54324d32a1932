"""Places: each name that may be a place gets the one candidate that the report leaves, or none.

A name means one place throughout a report. A name that no gazetteer knows becomes a place only where the text says
what it lies in; otherwise it stays open, and so does a name among equals.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from rashomon.gazetteer import Candidate, Gazetteer, country_of, fold, skeleton
from rashomon.record import Article, Place, PlaceMention, Reading, content_id
from rashomon.resolve.districts import quarters
from rashomon.resolve.near import near_places
from rashomon.resolve.spelling import slips
from rashomon.resolve.surface import bare
from rashomon.resolve.surroundings import Sort, Surroundings, surroundings
from rashomon.resolve.toponyms import SURE, toponyms
from rashomon.resolve.weigh import Setting, outweighing

LABELS = frozenset({"GPE", "LOC", "FAC"})
"""Entity labels of what may be a place."""

PASSES = 2
"""The second pass knows where the places of the first lie; a third changes next to nothing."""

FEATURES: dict[Sort, frozenset[str]] = {
    "unit": frozenset({"admin1", "admin2", "region"}),
    "town": frozenset({"town"}),
    "district": frozenset({"district", "town", "admin2", "site"}),
}
"""What of the gazetteer can be called a province, a city, a district."""

SMALL: frozenset[Sort] = frozenset({"town", "district"})
"""Sorts so small that the text's own word for where one lies counts more than a namesake in another country."""

NEARBY_PRECISION = 2
"""UCDP's where_prec for a place known only to lie in or by a known one."""

SLIP_FROM, TWO_SLIPS_FROM = 6, 7
"""Letters from which on a name may be another with one slip of the pen, and with two if the report has that other."""

_LOCATIVE = re.compile(
    r"\b(?:in|near|around|outside|inside|into|across|outskirts of|city of|town of|district of)\s$", re.I
)
"""Words that a place follows, whatever the language pipeline makes of its name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The places of a report, by the offsets of a mention the id of its place, and the mentions in the text's order."""

    places: tuple[Place, ...]
    ids: dict[tuple[int, int], str]
    mentions: tuple[PlaceMention, ...]
    names: frozenset[str] = frozenset()
    """The folded names that some mention was resolved by."""

    def named(self, name: str) -> bool:
        """Whether some mention of that spelling was resolved as a place."""
        return fold(name) in self.names


def resolve_places(article: Article, reading: Reading, gazetteer: Gazetteer) -> Placed:
    """Places of all names with a label of `LABELS` (by majority over the report) and of the statements' mentions."""
    sure, likely = _mentions(article, reading, gazetteer)
    atlas = _Atlas(
        article.text, gazetteer, Setting(countries_in(article.text), frozenset(skeleton(bare(m.text)) for m in sure))
    )
    taken = [(each.start, each.end) for each in (*sure, *likely)]
    taken += [(name.start, name.end) for name in reading.names]
    told_of = tuple(
        each for each in quarters(article.text) if not any(_across((each.start, each.end), t) for t in taken)
    )
    likely = (*likely, *told_of)
    chosen: dict[tuple[int, int], Place] = {}
    for _ in range(PASSES):
        for mention in (*sure, *told_of):
            place = chosen.get((mention.start, mention.end)) or atlas.place_of(mention)
            if place:
                chosen[mention.start, mention.end] = place
        atlas.widen()
    for mention in (*sure, *likely):
        place = chosen.get((mention.start, mention.end)) or atlas.misspelt(mention, likely=mention in likely)
        if place:
            chosen[mention.start, mention.end] = place
    told = [
        replace(each, place=chosen[each.start, each.end].id if (each.start, each.end) in chosen else None)
        for each in (*sure, *likely) if each in sure or (each.start, each.end) in chosen
    ]  # fmt: skip
    names: dict[str, set[str]] = {}
    for mention in told:
        if mention.place:
            names.setdefault(mention.place, set()).add(bare(mention.text))
    places = {
        place.id: replace(place, names=tuple(sorted({*place.names, *names[place.id]}))) for place in chosen.values()
    }
    told.sort(key=lambda each: (each.start, each.end))
    near = near_places(article.text, tuple(told), chosen)
    places |= {place.id: place for place in near.values()}
    ids = {span: place.id for span, place in (chosen | near).items()}
    mentions = tuple(replace(each, place=ids.get((each.start, each.end))) for each in told)
    return Placed(
        tuple(places[id_] for id_ in sorted(places)),
        ids,
        mentions,
        frozenset(fold(bare(each.text)) for each in mentions if each.place),
    )


def _mentions(
    article: Article, reading: Reading, gazetteer: Gazetteer
) -> tuple[tuple[PlaceMention, ...], tuple[PlaceMention, ...]]:
    """Spans that name a place, and spans called something else that stand where places do or that much speaks for; each
    in the text's order."""
    votes: dict[str, Counter[str]] = {}
    for name in reading.names:
        votes.setdefault(fold(bare(name.text)), Counter())[name.label] += 1
    sure = {(place.start, place.end): place.text for each in reading.statements for place in each.places}
    likely: dict[tuple[int, int], str] = {}
    whole = {(name.start, name.end) for name in reading.names}
    for name in reading.names:
        labels = votes[fold(bare(name.text))]
        if sum(labels[label] for label in LABELS) * 2 > labels.total():
            sure.setdefault((name.start, name.end), name.text)
        elif name.label in {"ORG", "PERSON"} and _LOCATIVE.search(article.text[max(0, name.start - 20) : name.start]):
            likely[name.start, name.end] = name.text
    for spot in toponyms(article.text, reading.names, gazetteer, least=SURE):
        inside = any(start < spot.end and spot.start < end for start, end in whole)
        if spot.sort == "known" and (not inside or (spot.start, spot.end) in whole):
            likely.setdefault((spot.start, spot.end), spot.text)
    only_likely = {span: text for span, text in likely.items() if not any(_across(span, other) for other in sure)}
    told = [tuple(PlaceMention(t, *span) for span, t in sorted(spans.items())) for spans in (sure, only_likely)]
    return told[0], told[1]


def _across(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def countries_in(text: str) -> Counter[str]:
    """How often a text names each state, by its name, abbreviation, adjective or people."""
    found: Counter[str] = Counter()
    for run in re.findall(r"\b[A-Z][\w.'’]*(?:[ -][A-Z][\w.]*)?", text):
        state = country_of(bare(run)) or country_of(bare(re.split("[ -]", run)[0]))
        if state:
            found[state] += 1
    return found


class _Atlas:
    """Looks names up for one report and remembers what each was taken for."""

    def __init__(self, text: str, gazetteer: Gazetteer, setting: Setting) -> None:
        self._text = text
        self._gazetteer = gazetteer
        self._setting = setting
        self._taken: dict[tuple[str, Surroundings], Place | None] = {}
        self._found: dict[str, Candidate] = {}

    def place_of(self, mention: PlaceMention) -> Place | None:
        """The place of a mention, None where none or several remain."""
        around = surroundings(self._text, mention.start, mention.end)
        name = bare(mention.text)
        key = fold(name), around
        if key not in self._taken:
            self._taken[key] = self._resolve(name, around)
        return self._taken[key]

    def widen(self) -> None:
        """Take what has been resolved so far into the setting, and try again what has not."""
        self._setting = self._setting.widened(self._found.values())
        self._taken = {key: place for key, place in self._taken.items() if place}

    def misspelt(self, mention: PlaceMention, *, likely: bool) -> Place | None:
        """The place already found in this report, or a city of millions in its countries, whose name a slip of the pen
        turned into this one; for a mention that is only `likely` a place also the place of that very name."""
        name = bare(mention.text)
        if likely:
            in_main = tuple(
                e for e in self._gazetteer.look_up(name) if e.exact and e.country == self._setting.main_country
            )
            found = outweighing(name, in_main, self._setting)
            if found and " " not in name:
                return _place(found)
        if len(name) < SLIP_FROM or self._gazetteer.look_up(name):
            return None
        most = 2 if len(name) >= TWO_SLIPS_FROM else 1
        near = {each.id: each for known, each in self._found.items() if slips(known, fold(name), most) <= most}
        if not near:
            cities = (e for e in self._gazetteer.cities_of_millions() if e.country in self._setting.countries)
            near = {each.id: each for each in cities if slips(fold(each.name), fold(name), 1) == 1}
        return _place(*near.values()) if len(near) == 1 else None

    def _resolve(self, name: str, around: Surroundings) -> Place | None:
        name, around = around.parted(name)
        found = self._candidate(name, around)
        container = self._candidate(around.within, Surroundings()) if around.within else None
        elsewhere = found and container and around.sort in SMALL and found.country != container.country
        if found and not elsewhere:
            self._found[fold(name)] = found
            return _place(found)
        if container is None or container.feature == "country" or self._may_be_known(name, around, container):
            return None
        return _inside(name, container)

    def _may_be_known(self, name: str, around: Surroundings, container: Candidate) -> bool:
        """Whether the gazetteer may have the very place; one that the text calls a district of a town or a village of a
        province is none of those that merely bear its name in other lands and towns."""
        candidates = self._gazetteer.look_up(name)
        if around.sort in SMALL:
            return any(_is_within(each, container.name) for each in candidates)
        return bool(candidates)

    def _candidate(self, name: str, around: Surroundings) -> Candidate | None:
        state = country_of(name)
        candidates = self._gazetteer.look_up(state or name)
        candidates = tuple(each for each in candidates if each.exact) or candidates
        called = tuple(each for each in candidates if not around.sort or each.feature in FEATURES[around.sort])
        if state and not (around.sort and called):
            return next((each for each in candidates if each.feature == "country"), None)
        candidates = called or candidates
        for container in (around.within, around.beside):
            candidates = tuple(each for each in candidates if container and _is_within(each, container)) or candidates
        return outweighing(name, candidates, self._setting)


def _is_within(place: Candidate, container: str) -> bool:
    return skeleton(country_of(container) or container) in {skeleton(unit) for unit in place.within}


def _place(found: Candidate) -> Place:
    gazetteer = found.id if found.id.startswith("geonames:") else None
    return Place(content_id("place", found.id), found.name, found.names, found.lat, found.lon, found.precision,
                 found.within, gazetteer)  # fmt: skip


def _inside(name: str, container: Candidate) -> Place:
    """A place that no gazetteer has, by the one that the text says it lies in; without a point where that is large."""
    within = (container.name, *container.within)
    near = container.precision <= NEARBY_PRECISION
    return Place(
        content_id("place", name, *within), name, (name,), container.lat if near else None,
        container.lon if near else None, NEARBY_PRECISION if near else container.precision, within, None,
    )  # fmt: skip
