"""UCDP GED's 49 columns, by name: acts of armed force by an organised actor that killed somebody, at a place and day.

What only UCDP's own registers know (numbers of conflicts, dyads, sides, countries) stays empty. Sources: the header
that public readers of GED 20 to 25 agree on; which events count, from the GED codebook.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.exports.base import Format
from rashomon.exports.behind import Spans, acts, counts, figures, linked, places, sayers, times
from rashomon.exports.days import DATE_PREC, country, grid, precision, span, units, year
from rashomon.exports.facts import NOT_TOLD, Facts
from rashomon.exports.parties import Side, side
from rashomon.exports.rows import Cell, Row, joined, outlet_of, write_rows
from rashomon.exports.sink import Sink
from rashomon.exports.tolls import are_civilians, of_side, toll
from rashomon.record import Article, Event, Place
from rashomon.store import View

COLUMNS = tuple(
    "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id"
    " dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources"
    " source_article source_office source_date source_headline source_original where_prec where_coordinates"
    " where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity"
    " date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob".split()
)

CIVILIANS = "Civilians"
"""What UCDP calls the second side of one-sided violence."""


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write a row for each event that UCDP would count."""
    write_rows(view, events, sink, COLUMNS, rows)


def rows(facts: Facts, rule: str) -> Iterator[Row | str]:
    """The event's row, or why UCDP has no room for it."""
    event, where = facts.event, facts.where
    days = span(event.time)
    people = toll(event, "killed", _sides(facts))
    if not facts.happened:
        yield NOT_TOLD
    elif all(value is None or value == 0 for value in (people.low, people.best, people.high)):
        yield "nobody is told to have been killed"
    elif event.ucdp_violence is None:
        yield _no_force(facts)
    elif days is None or (date_prec := precision(days, DATE_PREC)) is None:
        yield "no day, week, month or year is told"
    elif where is None:
        yield "no place is told that the gazetteer has"
    else:
        yield Row(event.id, _who(facts) | _sources(facts) | _where(facts, where) | {
            "id": event.id,
            "year": year(days),
            "type_of_violence": event.ucdp_violence,
            "event_clarity": 1 if date_prec == 1 else 2,
            "date_prec": date_prec,
            "date_start": days[0].isoformat(),
            "date_end": days[1].isoformat(),
            "deaths_a": people.side_a,
            "deaths_b": people.side_b,
            "deaths_civilians": people.civilians,
            "deaths_unknown": people.unknown,
            "best": people.best,
            "high": people.high,
            "low": people.low,
        }, _behind(facts, where, days))  # fmt: skip


def _no_force(facts: Facts) -> str:
    """Why a deadly event is no armed force of an organised actor."""
    if not facts.actors:
        return "people were killed, but it is not told by whom"
    if not facts.targets:
        return "people were killed, but it is not told whom it was aimed at"
    return "people were killed, but not by a state or an organised group, or in a way that is not known as armed force"


def _sides(facts: Facts) -> tuple[Side | None, Side | None]:
    return side(facts.actors), side(facts.targets)


def _who(facts: Facts) -> dict[str, Cell]:
    side_a = joined((actor.name for actor in facts.actors), ", ")
    against = joined((actor.name for actor in facts.targets), ", ")
    side_b = CIVILIANS if facts.event.ucdp_violence == 3 else against
    both = [side for side in (side_a, side_b) if side]
    return {"side_a": side_a, "side_b": side_b, "dyad_name": " - ".join(both) if len(both) == 2 else None}


def _sources(facts: Facts) -> dict[str, Cell]:
    articles = facts.articles
    speakers = (s.chain[-1].name for s in facts.statements if s.chain and s.chain[-1].text is not None)
    return {
        "number_of_sources": len(articles),
        "source_article": joined(_source(article) for article in articles),
        "source_office": joined(outlet_of(article) for article in articles),
        "source_date": joined(_printed(article) for article in articles),
        "source_headline": joined(article.title for article in articles),
        "source_original": joined(speakers),
    }


def _source(article: Article) -> str:
    told = (outlet_of(article), _printed(article), article.title)
    return ",".join(part.replace(";", ",") for part in told if part)


def _printed(article: Article) -> str | None:
    last = article.published.latest if article.published else None
    return last.isoformat() if last else None


def _where(facts: Facts, where: Place) -> dict[str, Cell]:
    adm_1, adm_2 = units(where)
    known = where.lat is not None and where.lon is not None
    return {
        "where_prec": where.precision,
        "where_coordinates": where.name,
        "where_description": joined(place.text for s in facts.statements for place in s.places),
        "adm_1": adm_1,
        "adm_2": adm_2,
        "latitude": where.lat,
        "longitude": where.lon,
        "geom_wkt": f"POINT ({where.lon} {where.lat})" if known else None,
        "priogrid_gid": grid(where),
        "country": country(where),
    }


def _behind(facts: Facts, where: Place, days: tuple[date, date]) -> dict[str, Spans]:
    told, every = facts.told, facts.statements
    side_a = tuple(span for party in facts.actors for span in party.spans)
    side_b = tuple(span for party in facts.targets for span in party.spans)
    dead = [f for s in every for f in s.figures if f.measure == "killed"]
    one, two = _sides(facts)
    return linked(
        ("type_of_violence", acts(told)),
        ("side_a", side_a),
        ("side_b", side_b),
        ("dyad_name", side_a + side_b),
        ("source_original", sayers(every)),
        ("where_coordinates where_prec adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country",
         places(every, where)),
        ("where_description", places(every)),
        ("year date_prec date_start date_end event_clarity", times(every, days)),
        ("best low high deaths_unknown", counts(every, "killed")),
        ("deaths_a", figures(every, *(f for f in dead if of_side(f.counts, one, two)))),
        ("deaths_b", figures(every, *(f for f in dead if of_side(f.counts, two, one)))),
        ("deaths_civilians", figures(every, *(f for f in dead if are_civilians(f.counts)))),
    )  # fmt: skip


UCDP = Format("ucdp", "the 49 columns of UCDP GED, a row for each event with deaths", write, rows=True, picks=True)
