"""GeoJSON (RFC 7946): a feature for each event at each of its places that has coordinates."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rashomon.exports.base import Format
from rashomon.exports.behind import Spans, acts, counts, linked, places, sentences, times
from rashomon.exports.days import span
from rashomon.exports.facts import Facts, facts_of
from rashomon.exports.rows import left, write_links
from rashomon.exports.sink import Sink
from rashomon.record import Event, Place
from rashomon.store import View


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write the features as one collection, a line for each."""
    sink.out.write(b'{"type":"FeatureCollection","features":[')
    mark = b"\n"
    for facts in facts_of(view, events):
        found = list(_places(facts))
        if not found:
            sink.leave(left(facts, "no place with coordinates is told"))
        for place in found:
            feature = _feature(facts, place)
            sink.out.write(mark + msgspec.json.encode(feature))
            write_links(sink, feature["id"], facts, _behind(facts, place, feature["properties"]))
            sink.rows += 1
            mark = b",\n"
    sink.out.write(b"\n]}\n")


def _places(facts: Facts) -> Iterator[Place]:
    places = (facts.place(key) for key in facts.event.places)
    return (place for place in places if place and place.lat is not None and place.lon is not None)


def _feature(facts: Facts, place: Place) -> dict[str, Any]:
    event = facts.event
    days = span(event.time)
    return {
        "type": "Feature",
        "id": f"{event.id}-{place.id}",
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "event": event.id,
            "part_of": event.part_of,
            "title": event.title,
            "type": event.type,
            "mode": event.mode,
            "first_day": days and days[0],
            "last_day": days and days[1],
            "time_precision": event.time and event.time.precision,
            "place": place.name,
            "place_precision": place.precision,
            "actors": [party.name for party in facts.actors],
            "targets": [party.name for party in facts.targets],
            "origins": event.origins,
            "disagreements": [d.what for d in event.disagreements],
            "figures": [f"{f.counts} {f.measure}: {_range(f.low, f.best, f.high)}" for f in event.figures],
        },
    }


def _behind(facts: Facts, place: Place, properties: dict[str, Any]) -> dict[str, Spans]:
    """The words behind the geometry and each property that is not empty."""
    told = facts.statements
    held = {key for d in facts.event.disagreements for position in d.positions for key in position.statements}
    spans = linked(
        ("geometry place place_precision", places(told, place)),
        ("title type mode", acts(told)),
        ("first_day last_day time_precision", times(told, span(facts.event.time))),
        ("actors", tuple(these for party in facts.actors for these in party.spans)),
        ("targets", tuple(these for party in facts.targets for these in party.spans)),
        ("disagreements", sentences(s for s in told if s.id in held)),
        ("figures", counts(told)),
    )
    return {column: these for column, these in spans.items() if properties.get(column, "geometry")}


def _range(low: object, best: object, high: object) -> str:
    if low == high:
        return str(low if best is None else best)
    bounds = f"{'?' if low is None else low} to {'?' if high is None else high}"
    return bounds if best is None else f"{best} ({bounds})"


GEOJSON = Format("geojson", "a point for each event and place, for maps", write, rows=True, picks=True)
