"""GeoJSON (RFC 7946): a feature for each event at each of its places that has coordinates."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from rashomon.exports.base import Format
from rashomon.exports.days import span
from rashomon.exports.facts import Facts, facts_of
from rashomon.exports.sink import Sink
from rashomon.record import Event
from rashomon.store import View


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write the features as one collection, a line for each."""
    sink.out.write(b'{"type":"FeatureCollection","features":[')
    mark = b"\n"
    for facts in facts_of(view, events):
        features = list(_features(facts))
        if not features:
            sink.left_out["no place with coordinates is told"] += 1
        for feature in features:
            sink.out.write(mark + msgspec.json.encode(feature))
            sink.rows += 1
            mark = b",\n"
    sink.out.write(b"\n]}\n")


def _features(facts: Facts) -> Iterator[dict[str, Any]]:
    event = facts.event
    days = span(event.time)
    for key in event.places:
        place = facts.place(key)
        if place is None or place.lat is None or place.lon is None:
            continue
        yield {
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
                "actors": [actor.name for actor in facts.actors],
                "targets": [actor.name for actor in facts.targets],
                "origins": event.origins,
                "disagreements": [d.what for d in event.disagreements],
                "figures": [f"{f.counts} {f.measure}: {_range(f.low, f.best, f.high)}" for f in event.figures],
            },
        }


def _range(low: object, best: object, high: object) -> str:
    if low == high:
        return str(low if best is None else best)
    bounds = f"{'?' if low is None else low} to {'?' if high is None else high}"
    return bounds if best is None else f"{best} ({bounds})"


GEOJSON = Format("geojson", "a point for each event and place, for maps", write, rows=True)
