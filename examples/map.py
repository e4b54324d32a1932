"""A map: a circle for each place with coordinates, the larger the more events took place there.

    python examples/map.py basra.record map.svg

It is a drawing with nothing behind it, so that it needs no network; `rashomon export --format geojson` gives the same
points to QGIS, geopandas or Leaflet.
"""

import sys
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

import rashomon
from rashomon.record import Place

SIZE = 600
"""Width and height of the drawing."""

TOWN = 2
"""A town or nearer by the record's precision; the point of a province or a country is no place to draw a circle at."""


def main(record: str, out: str) -> None:
    """Draw the places and print them, those with most events first."""
    with rashomon.open(record) as view:
        counts = Counter(place for event in view.events() for place in event.places)
        places = [place for place in view.places_by_id(counts).values() if place.precision <= TOWN]
    points = [(place, place.lon, place.lat) for place in places if place.lon is not None and place.lat is not None]
    points.sort(key=lambda point: (-counts[point[0].id], point[0].name))
    Path(out).write_text(drawing(points, counts), "utf-8")
    for place, lon, lat in points:
        print(f"{place.name}: {counts[place.id]} events at {lat:.2f} N, {lon:.2f} E")


def drawing(points: list[tuple[Place, float, float]], counts: Counter[str]) -> str:
    """The points as SVG, west on the left and north on top, at one scale both ways."""
    west, north = min(lon for _, lon, _ in points), max(lat for _, _, lat in points)
    wide = max(max(lon for _, lon, _ in points) - west, north - min(lat for _, _, lat in points), 1.0)
    shapes = []
    for place, lon, lat in points:
        x, y = 50 + (lon - west) / wide * (SIZE - 150), 50 + (north - lat) / wide * (SIZE - 100)
        radius = 4 * counts[place.id] ** 0.5
        shapes.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#b30" fill-opacity="0.6"/>')
        shapes.append(f'<text x="{x + radius + 4:.1f}" y="{y + 4:.1f}">{escape(place.name)}</text>')
    box = f'viewBox="0 0 {SIZE} {SIZE}" font-family="sans-serif" font-size="13"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box}>\n' + "\n".join(shapes) + "\n</svg>\n"


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
