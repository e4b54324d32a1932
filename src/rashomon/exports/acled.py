"""ACLED's 31 columns: a row for each event of one of its sub-event types, at a place and day.

Columns and rules only, for programs that read them: ACLED's terms of use (acleddata.com) forbid to create, develop or
support anything similar to it or in competition with it by its data, and none of that data is here. Sources: the
header of `acledR`'s example table; rules from the ACLED codebook (conflicting tolls: the lowest; nothing said: 0; a
toll of several days: a row for each day; the middle of a span in which the day is not known; nothing coarser than a
month or a larger region).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.exports.base import Format
from rashomon.exports.behind import Spans, acts, counts, linked, places, sentences, times
from rashomon.exports.days import (
    GEO_PRECISION,
    TIME_PRECISION,
    country,
    each_day,
    iso_numeric,
    middle,
    precision,
    span,
    units,
)
from rashomon.exports.facts import NOT_TOLD, Facts
from rashomon.exports.parties import Party
from rashomon.exports.rows import Cell, Row, joined, outlet_of, write_rows
from rashomon.exports.sink import Sink
from rashomon.exports.tolls import Number, toll
from rashomon.record import Event, Place
from rashomon.store import View

COLUMNS = tuple(
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1"
    " actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location"
    " latitude longitude geo_precision source source_scale notes fatalities tags timestamp".split()
)

NONE_SAID = "acled-lowest"
"""The rule under which nothing said is written as 0 and what went on for days has a row for each, as ACLED does; under
any other the cell stays empty and the event one row."""

_DEMONSTRATIONS = frozenset({"Protests", "Riots"})
_POLITICAL = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_BOTH = frozenset({"Excessive force against protesters"})

_UNORDERED = frozenset({"Protests", "Riots", "Strategic developments"})
"""Event types in which the first actor need not be the one who did it."""

_INTER = {"state": "State forces", "force": "State forces", "militia": "Rebel group", "party": "Political militia"}
"""ACLED's kinds of actors by ours; a kind that ours does not tell (rebel or militia of an identity) needs a person."""


def write(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write a row for each event that ACLED would code."""
    write_rows(view, events, sink, COLUMNS, rows)


def rows(facts: Facts, rule: str) -> Iterator[Row | str]:
    """The event's row, under `NONE_SAID` one for each day that it went on, or why ACLED has no room for it."""
    event, where, kind = facts.event, facts.where, facts.event.acled
    days = span(event.time)
    if not facts.happened:
        yield NOT_TOLD
    elif kind is None:
        yield "no sub-event type of ACLED fits the act"
    elif days is None or (time_precision := precision(days, TIME_PRECISION)) is None:
        yield "no day, week or month is told"
    elif where is None or where.precision not in GEO_PRECISION:
        yield "no place is told, or none more precise than a country"
    else:
        acled_rule = rule.startswith(NONE_SAID)
        dead = toll(event, "killed").best
        if dead is None and acled_rule:
            dead = 0
        running = each_day(event.time) if acled_rule else ()
        if not running:
            yield _row(facts, kind, where, event.id, middle(days), time_precision, dead)
            return
        for number, (day, share) in enumerate(zip(running, shares(dead, len(running)), strict=True), start=1):
            yield _row(facts, kind, where, f"{event.id}-{number}", day, TIME_PRECISION[0][1], share)


def shares(dead: Number | None, days: int) -> tuple[Number | None, ...]:
    """A toll of several days parted evenly among them, what is left over on the first, as ACLED does."""
    if dead is None:
        return (None,) * days
    share, rest = divmod(dead, days)
    return (share + rest, *[share] * (days - 1))


def _row(
    facts: Facts, kind: tuple[str, str], where: Place, name: str, day: date, time_precision: int, dead: Number | None
) -> Row:
    cells: dict[str, Cell] = {
        "event_id_cnty": name,
        "event_date": day.isoformat(),
        "year": day.year,
        "time_precision": time_precision,
        "disorder_type": disorder(*kind),
        "event_type": kind[0],
        "sub_event_type": kind[1],
        "civilian_targeting": "Civilians targeted" if facts.event.ucdp_violence == 3 else None,
        "source": joined(outlet_of(article) for article in facts.articles),
        "notes": notes(facts),
        "fatalities": dead,
    }
    return Row(name, cells | _who(facts) | _where(where), _behind(facts, where))


def _behind(facts: Facts, where: Place) -> dict[str, Spans]:
    told, every = facts.told, facts.statements
    (one, *others), (two, *more) = ([party.spans for party in side] or [()] for side in _sides(facts))
    return linked(
        ("event_date year time_precision", times(every, span(facts.event.time))),
        ("disorder_type event_type sub_event_type", acts(told)),
        ("actor1 inter1", one),
        ("assoc_actor_1", sum(others, ())),
        ("actor2", two),
        ("assoc_actor_2", sum(more, ())),
        ("inter2 civilian_targeting", two or acts(told)),
        ("interaction", one + (two or acts(told))),
        ("iso country admin1 admin2 location latitude longitude geo_precision", places(every, where)),
        ("notes", sentences(every)),
        ("fatalities", counts(every, "killed")),
    )


def disorder(event_type: str, sub_event_type: str) -> str:
    """ACLED's disorder type of a sub-event type."""
    if sub_event_type in _BOTH:
        return "Political violence; Demonstrations"
    if sub_event_type == "Mob violence" or event_type in _POLITICAL:
        return "Political violence"
    return "Demonstrations" if event_type in _DEMONSTRATIONS else "Strategic developments"


def notes(facts: Facts) -> str:
    """What each origin says, in a sentence: the title, then every account with its figures in their own words."""
    told = []
    for account in facts.event.accounts:
        figures = joined((f"{figure.text} {figure.measure}".strip() for figure in account.figures), ", ")
        told.append(f"{account.origin}: {figures}" if figures else account.origin)
    return f"{facts.event.title}. According to {'; '.join(told)}."


def _who(facts: Facts) -> dict[str, Cell]:
    (one, *others), (two, *more) = (side or (None,) for side in _sides(facts))
    inter1, inter2 = _inter(one), "Civilians" if facts.event.ucdp_violence == 3 else _inter(two)
    return {
        "actor1": one.name if one else None,
        "assoc_actor_1": joined(party.name for party in others if party),
        "inter1": inter1,
        "actor2": two.name if two else None,
        "assoc_actor_2": joined(party.name for party in more if party),
        "inter2": inter2,
        "interaction": f"{inter1}-{inter2}" if inter1 and inter2 else None,
    }


def _sides(facts: Facts) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Both sides; whoever stands alone in what is no violence is the first, as the order tells nothing there."""
    if not facts.actors and (facts.event.acled or ("",))[0] in _UNORDERED:
        return facts.targets, ()
    return facts.actors, facts.targets


def _inter(party: Party | None) -> str | None:
    if party is None or party.type is None:
        return None
    types = (party.type, *(type_ for type_ in _INTER if type_ in party.of))
    return next((_INTER[type_] for type_ in types if type_ in _INTER), None)


def _where(where: Place) -> dict[str, Cell]:
    land = country(where)
    admin1, admin2 = units(where)
    return {
        "iso": iso_numeric(land),
        "country": land,
        "admin1": admin1,
        "admin2": admin2,
        "location": where.name,
        "latitude": where.lat,
        "longitude": where.lon,
        "geo_precision": GEO_PRECISION[where.precision],
    }


ACLED = Format(
    "acled",
    "the 31 columns of ACLED, names and rules only: no row of ACLED's is in it, and ACLED's terms allow nobody to make "
    "out of its own data a data set, product or platform that is like it or competes with it",
    write,
    rows=True,
    picks=True,
)
