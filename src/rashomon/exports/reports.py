"""A row for each account, with the id of the event that it shares with the others: what R's `eventreport` aggregates.

The columns are those of MAVERICK, the data set that `eventreport` was made for, as far as a record can fill them; the
figures are each account's own, not rolled up.
"""

from collections.abc import Iterable, Iterator

from rashomon.exports.base import Format
from rashomon.exports.behind import acts, figures, linked, places, sayers, times
from rashomon.exports.days import country, span
from rashomon.exports.facts import Facts
from rashomon.exports.parties import Party, parties
from rashomon.exports.rows import Cell, Row, joined, outlet_of, write_rows
from rashomon.exports.sink import Sink
from rashomon.record import Account, Event, Figure, Statement
from rashomon.store import View

ACTORS = 3
"""How many actors of each side have columns of their own."""

PARTS = ("name", "type", "initiator", "victim")

COLUMNS = (
    "id", "event_id", "event_type", "event_mode", "country", "city", "location", "latitude", "longitude",
    "geo_precision", "date_start", "date_end", "date_precision",
    *(f"actor{n}_{part}" for n in range(1, 2 * ACTORS + 1) for part in PARTS),
    *(f"{what}_{bound}" for what in ("deaths", "injuries") for bound in ("low", "best", "high")),
    "factuality", "source", "number_of_sources", "source_author", "source_type",
)  # fmt: skip

_PRECISION = {1: 5, 2: 4, 3: 3, 4: 2, 5: 2, 6: 1}
"""MAVERICK's geo_precision, from 1 a country to 6 a street, by ours."""


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write a row for each account of each event."""
    write_rows(view, events, sink, COLUMNS, rows)


def rows(facts: Facts, rule: str) -> Iterator[Row | str]:
    """A row for each account."""
    for number, account in enumerate(facts.event.accounts, start=1):
        yield _row(facts, account, f"{facts.event.id}-{number}")


def _row(facts: Facts, account: Account, name: str) -> Row:
    event, told = facts.event, facts.of(account)
    known = [days for s in told if (days := span(s.time))]
    where = min(
        (place for s in told for m in s.places if m.place and (place := facts.place(m.place))),
        key=lambda place: place.precision,
        default=None,
    )
    speakers = [s.chain[-1] for s in told if s.chain]
    cells: dict[str, Cell] = {
        "id": name,
        "event_id": event.id,
        "event_type": joined((s.type for s in told), ", "),
        "event_mode": joined((s.mode for s in told), ", "),
        "country": country(where),
        "city": where.name if where and where.precision <= 2 else None,
        "location": joined((m.text for s in told for m in s.places), ", "),
        "latitude": where.lat if where else None,
        "longitude": where.lon if where else None,
        "geo_precision": _PRECISION.get(where.precision) if where else None,
        "date_start": min(days[0] for days in known).isoformat() if known else None,
        "date_end": max(days[1] for days in known).isoformat() if known else None,
        "date_precision": joined((s.time.precision for s in told if s.time), ", "),
        "factuality": joined((s.factuality for s in told), ", "),
        "source": joined((outlet_of(facts.article(key)) for key in account.articles), "; "),
        "number_of_sources": len(account.articles),
        "source_author": joined((sayer.name for sayer in speakers), ", "),
        "source_type": joined((sayer.role for sayer in speakers), ", "),
    }
    deaths, injuries = _largest(account, "killed"), _largest(account, "injured")
    sides = [_side(facts, told, first) for first in (1, ACTORS + 1)]
    return Row(
        name,
        cells | _who(sides) | _bounds("deaths", deaths) | _bounds("injuries", injuries),
        linked(
            ("event_type event_mode factuality", acts(told)),
            ("country city latitude longitude geo_precision", places(told, where) if where else ()),
            ("location", places(told)),
            ("date_start date_end date_precision", times(told)),
            ("source_author source_type", sayers(told)),
            ("deaths_low deaths_best deaths_high", figures(told, *deaths)),
            ("injuries_low injuries_best injuries_high", figures(told, *injuries)),
            *((_columns(n), party.spans) for side in sides for n, party in side),
        ),
    )


def _columns(n: int) -> str:
    return " ".join(f"actor{n}_{part}" for part in PARTS)


def _side(facts: Facts, told: tuple[Statement, ...], first: int) -> list[tuple[int, Party]]:
    """The parties of one side by the number of their columns, which begin at `first`."""
    own = [(s, role) for s in told for role in (s.actors if first == 1 else s.targets)]
    return list(enumerate(parties(own, facts.actor)[:ACTORS], start=first))


def _who(sides: list[list[tuple[int, Party]]]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for n, party in (numbered for side in sides for numbered in side):
        initiator = int(n <= ACTORS)
        values = (party.name, party.type, initiator, 1 - initiator)
        cells |= dict(zip(_columns(n).split(), values, strict=True))
    return cells


def _largest(account: Account, measure: str) -> tuple[Figure, ...]:
    """The largest figure of the measure that the account gives: nothing is added up or chosen; empty for none."""
    given = [f for f in account.figures if f.measure == measure and f.unit == "people"]
    return (max(given, key=_size),) if given else ()


def _bounds(what: str, figure: tuple[Figure, ...]) -> dict[str, Cell]:
    return {f"{what}_{bound}": getattr(each, bound) for each in figure for bound in ("low", "best", "high")}


def _size(figure: Figure) -> float:
    return next((value for value in (figure.best, figure.high, figure.low) if value is not None), 0)


REPORTS = Format("reports", "a row for each account, for R's eventreport", write, rows=True)
