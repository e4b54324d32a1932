"""LGL and TR-News: the names of places in local and world news, each with the point that it most likely means.

Towns' papers name their own towns without saying where those lie; so every report is looked at with what the other
reports of its site are about in mind. Unlike the record, which leaves a name among equals open, an answer here is the
best candidate there is; where there is none, the middle of what the report is about.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from benchmarks.rows import Row
from rashomon.gazetteer import Gazetteer, open_gazetteer
from rashomon.record import Name
from rashomon.resolve.focus import Focus, Point, Sense, best_senses
from rashomon.resolve.spot import Spot
from rashomon.resolve.toponyms import Outlook, told, toponyms
from rashomon.settings import Settings
from rashomon.statements.parse import load_pipeline

REGIONS: dict[str, Point] = {
    "Europe": (48.7, 9.1), "Asia": (29.8, 89.3), "Africa": (7.2, 21.1), "North America": (46.1, -100.5),
    "South America": (-14.6, -57.7), "Latin America": (-14.6, -57.7), "Middle East": (33.1, 35.9),
    "West Bank": (31.95, 35.25), "Gaza Strip": (31.4, 34.35), "New England": (43.5, -71.5), "Midwest": (41.5, -91.5),
}  # fmt: skip
"""Middles of what the gazetteer keeps without a point."""

OUTLET = 1.0
"""Weight of what the site's other reports are about beside what this one names."""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "toponyms": [{"start", "end", "lat", "lon"}]} for every row."""
    nlp = load_pipeline()
    with open_gazetteer(Settings()) as gazetteer:
        read: dict[str, tuple[Row, tuple[Name, ...]]] = {}
        for row in rows:
            doc = nlp(row["text"])
            names = tuple(Name(e.text, e.start_char, e.end_char, e.label_) for e in doc.ents)
            read[row["doc_id"]] = row, names
        sites: defaultdict[str, list[str]] = defaultdict(list)
        first: dict[str, tuple[tuple[Spot, ...], dict[str, Sense]]] = {}
        for doc_id, (row, names) in read.items():
            sites[site_of(row)].append(doc_id)
            spots = toponyms(row["text"], names, gazetteer)
            first[doc_id] = spots, best_senses(told(row["text"], spots), gazetteer)[0]
        for doc_id, (row, names) in read.items():
            others = [first[other] for other in sites[site_of(row)] if other != doc_id]
            focus = Focus.of((sense, 1.0) for _, senses in others for sense in senses.values())
            outlook = Outlook(focus, frozenset(spot.text for spots, _ in others for spot in spots))
            yield {"doc_id": doc_id, "toponyms": list(answers(row["text"], names, gazetteer, outlook))}


def site_of(row: Row) -> str:
    """The host of a row's address without "www", the row's own id where it has none."""
    return urlsplit(row.get("url") or "").netloc.removeprefix("www.") or row["doc_id"]


def answers(text: str, names: tuple[Name, ...], gazetteer: Gazetteer, outlook: Outlook) -> Iterator[Row]:
    """The toponyms of one text, each with its point where one can be told."""
    spots = toponyms(text, names, gazetteer, outlook)
    senses, focus = best_senses(told(text, spots), gazetteer, outlook.focus, OUTLET)
    middle = max(focus.points or outlook.focus.points, key=lambda each: (each[1], each[0]), default=None)
    for spot in spots:
        sense = senses.get(spot.text)
        point = REGIONS.get(spot.text) or (sense.point if sense else middle[0] if middle else None)
        yield {"start": spot.start, "end": spot.end, "lat": point[0] if point else None,
               "lon": point[1] if point else None}  # fmt: skip
