"""POLECAT's columns, tab-separated: a row for each event of one of PLOVER's sixteen types.

What POLECAT takes from registers of its own (COW codes, Wikipedia ids, sectors, intensities) stays empty; the types
that are ours, and PLOVER's without its required actor, have no row. Source: the header that public readers of POLECAT
agree on; quad codes from the PLOVER manual.
"""

from collections.abc import Iterable, Iterator

from rashomon.exports.base import Format
from rashomon.exports.behind import Spans, acts, linked, places, times
from rashomon.exports.days import country, span, units
from rashomon.exports.facts import NOT_TOLD, Facts
from rashomon.exports.rows import Cell, Row, joined, outlet_of, write_rows
from rashomon.exports.sink import Sink
from rashomon.record import Event
from rashomon.store import View

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip

_QUADS = {
    "V-COOP": "agree support concede consult", "M-COOP": "cooperate aid retreat",
    "V-CONF": "request accuse reject threaten", "M-CONF": "protest sanction mobilize coerce assault",
}  # fmt: skip
QUAD = {act: quad for quad, acts in _QUADS.items() for act in acts.split()}
"""PLOVER's quad code of each of its types: verbal or material, cooperation or conflict."""


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write a row for each event that PLOVER can hold."""
    write_rows(view, events, sink, COLUMNS, rows, delimiter="\t")


def rows(facts: Facts, rule: str) -> Iterator[Row | str]:
    """The event's row, or why PLOVER has no room for it."""
    event, where = facts.event, facts.where
    days = span(event.time)
    if not facts.happened:
        yield NOT_TOLD
    elif event.type not in QUAD:
        yield f"{event.type} is no type of PLOVER"
    elif days is None or event.time is None or event.time.precision != "day":
        yield "no day is told"
    elif not facts.actors:
        yield "no actor is told, which PLOVER requires"
    else:
        province, district = units(where)
        first = facts.articles[0]
        cells: dict[str, Cell] = {
            "Event ID": event.id,
            "Event Date": days[0].isoformat(),
            "Event Type": event.type.upper(),
            "Event Mode": event.mode,
            "Quad Code": QUAD[event.type],
            "Actor Name": joined(actor.name for actor in facts.actors),
            "Actor Name Raw": joined(words for party in facts.actors for words in party.words),
            "Recipient Name": joined(actor.name for actor in facts.targets),
            "Recipient Name Raw": joined(words for party in facts.targets for words in party.words),
            "Placename": where.name if where else None,
            "City": where.name if where and where.precision <= 2 else None,
            "District": district,
            "Province": province,
            "Country": country(where),
            "Latitude": where.lat if where else None,
            "Longitude": where.lon if where else None,
            "GeoNames ID": where.gazetteer.removeprefix("geonames:") if where and where.gazetteer else None,
            "Raw Placename": joined(place.text for s in facts.statements for place in s.places),
            "Source": joined(outlet_of(article) for article in facts.articles),
            "Publication Date": first.published.latest.isoformat()
            if first.published and first.published.latest
            else None,
            "Language": first.language,
            "Version": facts.statements[0].reader,
        }
        yield Row(event.id, {key: _plain(cell) for key, cell in cells.items()}, _behind(facts))


def _behind(facts: Facts) -> dict[str, Spans]:
    told, every, where = facts.told, facts.statements, facts.where
    spans = linked(
        ("Type Mode", acts(told)),
        ("Date", times(every, span(facts.event.time))),
    )
    spans = {f"Event {column}": these for column, these in spans.items()} | {"Quad Code": acts(told)}
    for side, parties in (("Actor", facts.actors), ("Recipient", facts.targets)):
        words = tuple(these for party in parties for these in party.spans)
        spans |= {f"{side} Name": words, f"{side} Name Raw": words}
    here = places(every, where) if where else ()
    return spans | linked(("Placename City District Province Country Latitude Longitude", here)) | {
        "GeoNames ID": here,
        "Raw Placename": places(every),
    }  # fmt: skip


def _plain(cell: Cell) -> Cell:
    """A cell without tabs and line ends: readers of POLECAT's files split lines at them, quoted or not."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell


POLECAT = Format("polecat", "the columns of POLECAT, tab-separated", write, rows=True, picks=True)
