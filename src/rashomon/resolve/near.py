"""Near a place and not in it: "10 km south of Mosul", "the outskirts of Mosul", "the road between Mosul and Erbil".

Only the words right before the name count, and only a known place as small as a town has a neighbourhood: what lies
"outside Iraq" is anywhere else. The point of a distance with a direction is reckoned, never looked up.
"""

import re
from collections.abc import Mapping
from itertools import zip_longest
from math import asin, atan2, cos, degrees, radians, sin

from rashomon.record import Place, PlaceMention, content_id
from rashomon.resolve.surface import bare

BY, FUZZY = 2, 5
"""UCDP's where_prec within about 25 km of a known point, and for what has no clear extent."""

WITHIN = 25.0
"""Kilometres: how far UCDP's second code reaches."""

RADIUS = 6371.0
"""Mean radius of the earth, kilometres (IUGG, 6371.0088 rounded)."""

_KILOMETRES = {"k": 1.0, "m": 0.001, "mile": 1.609344, "y": 0.0009144}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split(), 1)
} | {"a": 1, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
     "half a": 0.5}  # fmt: skip
_BEARINGS = {
    name: 45.0 * step
    for step, name in enumerate(
        ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
    )
}  # fmt: skip

_NUMBER = r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + "|".join(sorted(_NUMBERS, key=len, reverse=True))
_UNIT = r"km|kms|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|yards?"
_DIRECTION = r"(?:north|south)[ -]?(?:east|west)|north|south|east|west"
_TOWN = r"(?:the\s+(?:[\w-]+\s+){0,3}?(?:city|town|village|port|capital|settlement)\s+of\s+|the\s+)?"
_BEFORE = re.compile(
    rf"""(?<![\w-])(?:
      (?P<distance>(?:(?P<least>{_NUMBER})\s*(?:-|–|to)\s*)?(?P<number>{_NUMBER})[\s-]*(?P<unit>{_UNIT})
        (?:\s*\([^()]*\))?)
        (?:\s+(?:to\s+the\s+|due\s+)?(?P<bearing>{_DIRECTION})\s+of|(?:\s+away)?\s+from|\s+outside(?:\s+of)?)
    | (?:a\s+(?:few|couple\s+of)\s+(?:{_UNIT})|(?:just|immediately|right))\s+(?:(?:{_DIRECTION})\s+of|from|outside)
    | (?:near|close)\s+to | near | (?:just\s+)?outside(?:\s+of)?
    | (?:outskirts|suburbs|edges?|fringes?|periphery|vicinity|environs)\s+of
    | (?P<far>(?:to\s+the\s+|(?<!\bthe\s))(?:{_DIRECTION})\s+of)
    )\s+{_TOWN}$""",
    re.X | re.I,
)
_BETWEEN = re.compile(
    r"\b(?:roads?|highway|motorway|route|railway|line|stretch|area|region|desert|somewhere|halfway|midway|way|corridor"
    r"|driving|travell?ing|valley|hills|mountains|pass|villages?|checkpoint|farmland|countryside)"
    r"(?:\s+(?:running|lying|located|situated|that runs))?\s+(?P<name>between)\s+(?:the\s+(?:\w+\s+of\s+)?)?$",
    re.I,
)
_AND = re.compile(r"\s+and\s+(?:the\s+(?:\w+\s+of\s+)?)?", re.I)


def near_places(
    text: str, mentions: tuple[PlaceMention, ...], known: Mapping[tuple[int, int], Place]
) -> dict[tuple[int, int], Place]:
    """By the offsets of a mention the place near the known one that its words mean; nothing for all others.

    `known` has the place that each resolved name bears, by its offsets.
    """
    found: dict[tuple[int, int], Place] = {}
    for mention, after in zip_longest(mentions, mentions[1:]):
        span = mention.start, mention.end
        before = text[max(0, mention.start - 110) : mention.start].rpartition("\n\n")[2]
        place = known.get(span)
        if place is None or place.precision > BY or span in found:
            continue
        other = known.get((after.start, after.end)) if after else None
        if after and other and other.precision <= BY and other.id != place.id and _BETWEEN.search(before):
            if _AND.fullmatch(text[mention.end : after.start]):
                found[span] = found[after.start, after.end] = _between(mention, place, after, other)
            continue
        told = _BEFORE.search(before)
        if told:
            found[span] = _by(told, mention, place)
    return found


def reckoned(lat: float, lon: float, kilometres: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres off on a great circle that leaves at `bearing`; all angles in degrees.

    J. P. Snyder, Map Projections: A Working Manual (USGS Professional Paper 1395, 1987), equations 5-5 and 5-6.
    """
    phi, arc, azimuth = radians(lat), kilometres / RADIUS, radians(bearing)
    north = asin(sin(phi) * cos(arc) + cos(phi) * sin(arc) * cos(azimuth))
    east = atan2(sin(arc) * sin(azimuth), cos(phi) * cos(arc) - sin(phi) * sin(arc) * cos(azimuth))
    return round(degrees(north), 4), round((lon + degrees(east) + 180) % 360 - 180, 4)


def _by(told: re.Match[str], mention: PlaceMention, known: Place) -> Place:
    name = f"{' '.join(told.group().split())} {bare(mention.text)}"
    off = _kilometres(told) if told["distance"] else None
    lat, lon = known.lat, known.lon
    if told["far"]:
        lat = lon = None
    elif off is not None and told["bearing"] and lat is not None and lon is not None:
        lat, lon = reckoned(lat, lon, off, _BEARINGS[re.sub("[ -]", "", told["bearing"].lower())])
    precision = FUZZY if told["far"] or (off is not None and off > WITHIN) else BY
    return Place(content_id("place", name, known.id), name, (name,), lat, lon, precision,
                 (known.name, *known.within), None)  # fmt: skip


def _kilometres(told: re.Match[str]) -> float:
    numbers = [_number(each) for each in (told["least"], told["number"]) if each]
    unit = told["unit"].lower()
    return sum(numbers) / len(numbers) * _KILOMETRES["mile" if unit.startswith("mile") else unit[0]]


def _number(words: str) -> float:
    return _NUMBERS.get(" ".join(words.lower().split())) or float(words.replace(",", ""))


def _between(mention: PlaceMention, one: Place, after: PlaceMention, other: Place) -> Place:
    name = f"between {bare(mention.text)} and {bare(after.text)}"
    shared = tuple(unit for unit in one.within if unit in other.within)
    return Place(content_id("place", name, one.id, other.id), name, (name,), None, None, FUZZY, shared, None)
