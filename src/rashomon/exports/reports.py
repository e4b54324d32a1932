"""A row for each account, with the id of the event that it shares with the others: what R's `eventreport` aggregates.

The columns are those of MAVERICK, the data set that `eventreport` was made for, as far as a record can fill them; the
figures are each account's own, not rolled up.
"""

from collections.abc import Iterable, Iterator

from rashomon.exports.base import Format
from rashomon.exports.days import country, span
from rashomon.exports.facts import Facts
from rashomon.exports.rows import Cell, Row, figures_behind, joined, outlet_of, words_behind, write_rows
from rashomon.exports.sink import Sink
from rashomon.record import Account, Actor, Event, Figure, Statement
from rashomon.store import View

ACTORS = 3
"""How many actors of each side have columns of their own."""

COLUMNS = (
    "id", "event_id", "event_type", "event_mode", "country", "city", "location", "latitude", "longitude",
    "geo_precision", "date_start", "date_end", "date_precision",
    *(f"actor{n}_{part}" for n in range(1, 2 * ACTORS + 1) for part in ("name", "type", "initiator", "victim")),
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
    times = [days for s in told if (days := span(s.time))]
    places = [place for s in told for m in s.places if m.place and (place := facts.place(m.place))]
    where = min(places, key=lambda place: place.precision, default=None)
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
        "date_start": min(days[0] for days in times).isoformat() if times else None,
        "date_end": max(days[1] for days in times).isoformat() if times else None,
        "date_precision": joined((s.time.precision for s in told if s.time), ", "),
        "factuality": joined((s.factuality for s in told), ", "),
        "source": joined((outlet_of(facts.article(key)) for key in account.articles), "; "),
        "number_of_sources": len(account.articles),
        "source_author": joined((sayer.name for sayer in speakers), ", "),
        "source_type": joined((sayer.role for sayer in speakers), ", "),
    }
    words = words_behind(told)
    return Row(
        name,
        cells | _who(facts, told) | _bounds("deaths", account, "killed") | _bounds("injuries", account, "injured"),
        {
            "event_type": words["act"],
            "actor1_name": words["actor"],
            f"actor{ACTORS + 1}_name": words["target"],
            "location": words["place"],
            "date_start": words["time"],
            "deaths_best": figures_behind(told, "killed"),
            "injuries_best": figures_behind(told, "injured"),
        },
    )


def _who(facts: Facts, told: tuple[Statement, ...]) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    sides = ((1, [r.actor for s in told for r in s.actors]), (ACTORS + 1, [r.actor for s in told for r in s.targets]))
    for first, ids in sides:
        known: list[Actor] = [a for key in dict.fromkeys(ids) if key and (a := facts.actor(key))]
        for n, actor in enumerate(known[:ACTORS], start=first):
            cells |= {
                f"actor{n}_name": actor.name,
                f"actor{n}_type": actor.type,
                f"actor{n}_initiator": int(first == 1),
                f"actor{n}_victim": int(first != 1),
            }
    return cells


def _bounds(what: str, account: Account, measure: str) -> dict[str, Cell]:
    """The largest figure of the measure that the account gives, with its own bounds: nothing is added up or chosen."""
    given = [f for f in account.figures if f.measure == measure and f.unit == "people"]
    figure = max(given, key=_size, default=None)
    return {f"{what}_{bound}": getattr(figure, bound, None) for bound in ("low", "best", "high")}


def _size(figure: Figure) -> float:
    return next((value for value in (figure.best, figure.high, figure.low) if value is not None), 0)


REPORTS = Format("reports", "a row for each account, for R's eventreport", write, rows=True)
