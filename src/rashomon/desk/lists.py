"""What the catalogue answers: lists of events and actors, what to filter them by, their times and their places."""

import sqlite3
from collections.abc import Iterable
from datetime import date

import msgspec

from rashomon.desk.asked import Asked, Condition, condition
from rashomon.desk.shapes import (
    ActorLine,
    ActorList,
    Counted,
    EventLine,
    EventList,
    Facets,
    Mark,
    Named,
    PlaceMap,
    Point,
    Tie,
    Timeline,
)  # fmt: skip
from rashomon.desk.tally import Found
from rashomon.store.words import stem, tokens

OPTIONS = 40
"""Values offered of each kind to filter by; the rest is found by searching."""

MARKS = 400
"""Marks on the timeline; where days make more, they are gathered by week, month or year."""

UNITS = {
    "day": ("{0}", 1),
    "week": ("date({0}, 'weekday 0', '-6 days')", 7),
    "month": ("strftime('%Y-%m-01', {0})", 30),
    "year": ("strftime('%Y-01-01', {0})", 365),
}
"""What days are gathered by, finest first: the first day of the unit that a day is in, and how many days it has."""

ORDERS = {"told": "by_told", "time": "by_time", "match": "by_told"}
"""How a list is sorted: told by most first; by time, unknown times last; best match first."""

_TITLE, _ACT, _NAME, _EVIDENCE = 4.0, 4.0, 3.0, 1.0
"""What a word is worth where it is met, as in `rashomon.store.search`."""


def events(base: sqlite3.Connection, asked: Asked, order: str, offset: int, limit: int) -> EventList:
    """A stretch of the events that answer."""
    found = condition(asked, base)
    total = _count(base, found)
    if order == "match" and found.match:
        # The bigger the worth the smaller is SQLite's rank.
        rank = f"bm25(words, {_TITLE}, {_ACT}, {_NAME}, {_EVIDENCE})"
        sql = (
            f"SELECT n FROM words JOIN events ON n = words.rowid WHERE words MATCH ? AND {found.sql} "
            f"ORDER BY round({rank}, 6), by_told LIMIT ? OFFSET ?"
        )
        rows = base.execute(sql, (found.match, *found.values, limit, offset))
    else:
        sql = f"SELECT n FROM events WHERE {found.sql} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"
        rows = base.execute(sql, (*found.values, limit, offset))
    return EventList(total, offset, _lines(base, rows))


def parts(base: sqlite3.Connection, event: str, limit: int) -> tuple[EventLine, ...]:
    """The events that are part of this one, those told by most first."""
    # Where hardly any event is part of another the planner would rather go through all of them in their order.
    sql = "SELECT n FROM events INDEXED BY events_by_part WHERE part_of = ? ORDER BY by_told LIMIT ?"
    return _lines(base, base.execute(sql, (event, limit)))


def line(base: sqlite3.Connection, event: str) -> EventLine | None:
    """The event as lists show it; None where the record has none with this id."""
    return next(iter(_lines(base, base.execute("SELECT n FROM events WHERE id = ?", (event,)))), None)


def facets(base: sqlite3.Connection, asked: Asked) -> Facets:
    """What the events that answer can be filtered by further."""
    found = Found(base, condition(asked, base))

    def counted(kind: str) -> tuple[Counted, ...]:
        return tuple(Counted(one.value, one.value, one.events) for one in found.tallies(kind, OPTIONS))

    actors = counted("party")
    wanted = [one.value for one in actors] + ([asked.actor] if asked.actor else [])
    names = f"SELECT id, name FROM actors WHERE id IN ({', '.join('?' * len(wanted))})"
    known = dict(base.execute(names, wanted))
    return Facets(
        acts=counted("act"),
        places=counted("in"),
        actors=tuple(Counted(one.value, known[one.value], one.events) for one in actors if one.value in known),
        origins=counted("origin"),
        clashes=counted("clash"),
        actor=Named(asked.actor, known[asked.actor]) if asked.actor and asked.actor in known else None,
    )


def timeline(base: sqlite3.Connection, asked: Asked) -> Timeline:
    """The times of the events that answer, by day or, where there are too many days, by a larger unit."""
    found = condition(asked, base)
    day = "precision = 'day' AND earliest = latest"
    ends = f"SELECT min(earliest), max(earliest) FROM events WHERE timed AND {day} AND {found.sql}"
    first, last = base.execute(ends, found.values).fetchone()
    span = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1 if first else 1
    unit = next(name for name, (_, days) in UNITS.items() if span / days <= MARKS or name == "year")
    start = UNITS[unit][0].format("earliest")
    sql = (
        f"SELECT CASE WHEN {day} THEN {start} ELSE earliest END AS first, "
        f"CASE WHEN {day} THEN {start} ELSE latest END AS last, CASE WHEN {day} THEN 'day' ELSE precision END AS how, "
        f"count(*) AS events, sum(clashing) FROM events WHERE timed AND {found.sql} GROUP BY first, last, how "
        f"ORDER BY how != 'day', events DESC, first, last, how LIMIT {2 * MARKS}"
    )
    marks = sorted((_mark(*row) for row in base.execute(sql, found.values)), key=_in_time)
    told = (
        "SELECT told, told, 'day', count(*) AS events, sum(clashing) FROM events "
        f"WHERE NOT timed AND told IS NOT NULL AND {found.sql} GROUP BY told ORDER BY events DESC, told LIMIT {MARKS}"
    )
    first_told = sorted((_mark(*row) for row in base.execute(told, found.values)), key=_in_time)
    untimed, untold = base.execute(
        f"SELECT count(*), sum(told IS NULL) FROM events WHERE NOT timed AND {found.sql}", found.values
    ).fetchone()
    return Timeline(unit, tuple(marks), tuple(first_told), untimed, untold or 0)


def places(base: sqlite3.Connection, asked: Asked) -> PlaceMap:
    """The places of the events that answer, those of most events first."""
    found = Found(base, condition(asked, base))
    told = {one.value: one for one in found.tallies("place")}
    sql = "SELECT id, name, lat, lon, precision, within FROM places"
    points = [
        Point(key, name, lat, lon, precision, tuple(msgspec.json.decode(within)), told[key].events, told[key].clashing)
        for key, name, lat, lon, precision, within in base.execute(sql)
        if key in told
    ]
    points.sort(key=lambda point: (-point.events, point.name, point.id))
    return PlaceMap(tuple(points), found.without("placed"))


def origins(base: sqlite3.Connection, limit: int) -> tuple[Counted, ...]:
    """The origins of the record, those of most events first."""
    sql = (
        "SELECT value, count(*) AS events FROM links WHERE kind = 'origin' GROUP BY value "
        "ORDER BY events DESC, value LIMIT ?"
    )
    return tuple(Counted(value, value, number) for value, number in base.execute(sql, (limit,)))


def span(base: sqlite3.Connection) -> tuple[date | None, date | None, int]:
    """The first and the last day of any event, and how many events clash."""
    sql = "SELECT min(coalesce(earliest, latest)), max(coalesce(latest, earliest)), sum(clashing) FROM events"
    first, last, clashing = base.execute(sql).fetchone()
    return _day(first), _day(last), clashing or 0


def actors(base: sqlite3.Connection, words: str, type: str | None, offset: int, limit: int) -> ActorList:
    """A stretch of the actors with all these words in their names."""
    parts, values = ["1"], []
    for word in tokens(words):
        parts.append("(' ' || names) LIKE ? ESCAPE '\\'")
        values.append("% " + stem(word).replace("_", r"\_") + "%")
    if type:
        parts.append("type = ?")
        values.append(type)
    where = " AND ".join(parts)
    total = base.execute(f"SELECT count(*) FROM actors WHERE {where}", values).fetchone()[0]
    sql = (
        f"SELECT id, name, type, others + 1, done, suffered FROM actors WHERE {where} "
        "ORDER BY done + suffered DESC, name, id LIMIT ? OFFSET ?"
    )
    rows = base.execute(sql, (*values, limit, offset))
    return ActorList(total, offset, tuple(ActorLine(*row) for row in rows))


def actor(base: sqlite3.Connection, key: str) -> ActorLine | None:
    """The actor as lists show it."""
    row = base.execute("SELECT id, name, type, others + 1, done, suffered FROM actors WHERE id = ?", (key,)).fetchone()
    return row and ActorLine(*row)


def members(base: sqlite3.Connection, key: str) -> tuple[Named, ...]:
    """The actors that belong to this one."""
    sql = "SELECT id, name FROM actors JOIN parents ON actor = id WHERE parent = ? ORDER BY name, id"
    return tuple(Named(*row) for row in base.execute(sql, (key,)))


def named(base: sqlite3.Connection, keys: Iterable[str]) -> tuple[Named, ...]:
    """The actors with these ids, in the same order."""
    told = ((key, base.execute("SELECT name FROM actors WHERE id = ?", (key,)).fetchone()) for key in keys)
    return tuple(Named(key, row[0]) for key, row in told if row)


def ties(base: sqlite3.Connection, key: str, does: bool, limit: int) -> tuple[Tie, ...]:
    """Whom an actor acts on, or, unless it `does`, who acts on it; those of most events first."""
    mine, theirs = ("by", "on") if does else ("on", "by")
    sql = (
        "SELECT a.id, a.name, group_concat(DISTINCT l.type), count(*), sum(e.clashing) "
        "FROM links m JOIN links o ON o.n = m.n AND o.kind = ? AND o.value != m.value JOIN actors a ON a.id = o.value "
        "JOIN lines l ON l.n = m.n JOIN events e ON e.n = m.n WHERE m.kind = ? AND m.value = ? GROUP BY a.id "
        "ORDER BY count(*) DESC, a.name LIMIT ?"
    )
    rows = base.execute(sql, (theirs, mine, key, limit))
    return tuple(Tie(Named(row[0], row[1]), tuple(sorted(row[2].split(","))), row[3], row[4]) for row in rows)


def _count(base: sqlite3.Connection, found: Condition) -> int:
    number: int = base.execute(f"SELECT count(*) FROM events WHERE {found.sql}", found.values).fetchone()[0]
    return number


def _lines(base: sqlite3.Connection, rows: Iterable[tuple[int]]) -> tuple[EventLine, ...]:
    """The lines of events by their numbers, in that order."""
    told = (base.execute("SELECT line FROM lines WHERE n = ?", row).fetchone() for row in rows)
    return tuple(msgspec.json.decode(row[0], type=EventLine) for row in told)


def _in_time(mark: Mark) -> tuple[str, str, str]:
    return str(mark.earliest), str(mark.latest), mark.precision


def _mark(first: str | None, last: str | None, precision: str, number: int, clashing: int) -> Mark:
    return Mark(_day(first), _day(last), precision, number, clashing)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
