"""A catalogue of a record's events, so that lists, maps and searches answer at once however large the record is.

It is a SQLite file beside the record, in the cache: one row an event with all that a list shows, links from whatever
events are filtered by, and an index of their words. It holds nothing that the record does not, is made anew whenever
the record's views have changed, and serves a record in PostgreSQL as well.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import date
from itertools import islice
from pathlib import Path

import msgspec

from rashomon.desk.asked import act_word
from rashomon.desk.shapes import EventLine, Named
from rashomon.desk.tally import make_tallies
from rashomon.record import Actor, Event, Place, Statement
from rashomon.store import View
from rashomon.store.words import stems

VERSION = 5
"""Of the tables below; a catalogue of another version is made anew."""

NAME = 300
"""Characters of a name or a title that a list shows; a page may call somebody anything."""

BATCH = 200
"""Events whose statements are looked up at once."""

_TABLES = """
CREATE TABLE events (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, timed INTEGER NOT NULL, earliest TEXT, latest TEXT,
    precision TEXT, told TEXT, clashing INTEGER NOT NULL, placed INTEGER NOT NULL, by_told INTEGER NOT NULL,
    by_time INTEGER NOT NULL, part_of TEXT);
CREATE TABLE lines (n INTEGER PRIMARY KEY, type TEXT NOT NULL, line TEXT NOT NULL);
CREATE TABLE links (kind TEXT, value TEXT, n INTEGER, PRIMARY KEY (kind, value, n)) WITHOUT ROWID;
CREATE TABLE places (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, lat REAL, lon REAL, precision INTEGER NOT NULL, within TEXT NOT NULL);
CREATE TABLE actors (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL, names TEXT NOT NULL, others INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0, suffered INTEGER NOT NULL DEFAULT 0);
CREATE TABLE parents (parent TEXT, actor TEXT, PRIMARY KEY (parent, actor)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(title, act, names, evidence, content='');
"""

_INDEXES = """
CREATE INDEX links_of ON links (n, kind, value);
CREATE INDEX events_by_told ON events (by_told);
CREATE INDEX events_by_time ON events (by_time);
CREATE INDEX events_by_part ON events (part_of, by_told);
CREATE INDEX events_by_day ON events (timed, earliest, latest);
UPDATE actors SET
    done = (SELECT count(*) FROM links WHERE kind = 'by' AND value = actors.id),
    suffered = (SELECT count(*) FROM links WHERE kind = 'on' AND value = actors.id);
CREATE TABLE whereabouts AS SELECT DISTINCT value AS name FROM links WHERE kind = 'where' ORDER BY value;
CREATE INDEX actors_by_part ON actors (done + suffered);
ANALYZE;
"""


def make(view: View, path: Path) -> None:
    """Write the catalogue of the record to `path`, in place of what is there, all at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft)) as base:
            # A catalogue that is lost half made is made again: nothing need reach the disk in order.
            base.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {_TABLES}")
            _Making(view, base).fill()
            with base:
                make_tallies(base)
            base.executescript(_INDEXES)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


class _Making:
    def __init__(self, view: View, base: sqlite3.Connection) -> None:
        self._view = view
        self._base = base
        self._places: dict[str, Place] = {place.id: place for place in view.places()}
        self._actors: dict[str, Actor] = {actor.id: actor for actor in view.actors()}
        self._published = {
            article.id: article.published.earliest if article.published else None for article in view.articles()
        }
        self._titles = {event.id: event.title for event in view.events()}
        self._parts: dict[str, int] = {}
        for event in view.events():
            if event.part_of:
                self._parts[event.part_of] = self._parts.get(event.part_of, 0) + 1

    def fill(self) -> None:
        with self._base:
            self._base.executemany(
                "INSERT INTO places VALUES (?, ?, ?, ?, ?, ?)", map(_place_row, self._places.values())
            )
            self._base.executemany(
                "INSERT INTO actors (id, name, type, names, others) VALUES (?, ?, ?, ?, ?)",
                map(_actor_row, self._actors.values()),
            )
            parents = {(parent, actor.id) for actor in self._actors.values() for parent in actor.parents}
            self._base.executemany("INSERT INTO parents VALUES (?, ?)", sorted(parents))
            ranks = self._ranks()
            waiting = enumerate(self._view.events(), 1)
            while batch := list(islice(waiting, BATCH)):
                told = self._view.statements_by_id(key for _, event in batch for key in event.statements)
                for n, event in batch:
                    self._put(n, event, [told[key] for key in event.statements if key in told], ranks[event.id])

    def _ranks(self) -> dict[str, tuple[int, int]]:
        """The place of each event among those told by most, and among those ordered by time."""
        weights, times = {}, {}
        for event in self._view.events():
            first, last = (event.time.earliest, event.time.latest) if event.time else (None, None)
            day = (first or last, last or first)
            talk = event.type in ("say", "state")
            weight = (-event.origins, talk, -len(event.statements), event.title, event.id)
            weights[event.id] = weight
            times[event.id] = (day[0] is None, str(day[0]), str(day[1]), *weight)
        by_told = {key: n for n, key in enumerate(sorted(weights, key=weights.__getitem__))}
        by_time = {key: n for n, key in enumerate(sorted(times, key=times.__getitem__))}
        return {key: (by_told[key], by_time[key]) for key in weights}

    def _put(self, n: int, event: Event, told: list[Statement], ranks: tuple[int, int]) -> None:
        line = self.line(event)
        time = event.time
        row = (
            n, event.id, time is not None, time and time.earliest and time.earliest.isoformat(),
            time and time.latest and time.latest.isoformat(), time and time.precision, line.told, bool(line.clashes),
            any(key in self._places for key in event.places), *ranks, event.part_of,
        )  # fmt: skip
        self._base.execute(f"INSERT INTO events VALUES ({', '.join('?' * len(row))})", [_plain(each) for each in row])
        told_line = (n, event.type, msgspec.json.encode(line).decode())
        self._base.execute("INSERT INTO lines VALUES (?, ?, ?)", told_line)
        links = sorted({(kind, value, n) for kind, value in self._links(event, told)})
        self._base.executemany("INSERT INTO links VALUES (?, ?, ?)", links)
        words = self._words(event, told)
        self._base.execute("INSERT INTO words (rowid, title, act, names, evidence) VALUES (?, ?, ?, ?, ?)", (n, *words))

    def line(self, event: Event) -> EventLine:
        return event_line(event, self._places, self._published, self._titles, self._parts.get(event.id, 0))

    def _links(self, event: Event, told: Iterable[Statement]) -> Iterator[tuple[str, str]]:
        yield "act", event.type
        if event.mode:
            yield "act", f"{event.type}/{event.mode}"
        for account in event.accounts:
            yield "origin", account.origin
        for one in event.disagreements:
            yield "clash", one.field
        for key in event.places:
            yield "place", key
            if place := self._places.get(key):
                for name in (place.name, *place.within):
                    yield "in", name
                for name in (*place.names, place.name, *place.within):
                    yield "where", name
        by = {*event.actors, *(role.actor for one in told for role in one.actors if role.actor)}
        on = {*event.targets, *(role.actor for one in told for role in one.targets if role.actor)}
        said = {sayer.actor for one in told for sayer in one.chain if sayer.actor}
        for kind, ids in (("by", by), ("on", on), ("actor", by | on | said)):
            for key in ids & self._actors.keys():
                yield kind, key
        # Outlets and agencies speak in nearly every event; they are found among the origins.
        for key in (by | on | said) & self._actors.keys():
            if self._actors[key].type not in ("outlet", "agency"):
                yield "party", key

    def _words(self, event: Event, told: list[Statement]) -> tuple[str, str, str, str]:
        named = [(role.name, role.actor) for one in told for role in (*one.actors, *one.targets)]
        named += [(sayer.name, sayer.actor) for one in told for sayer in one.chain]
        names = [name for name, _ in named]
        actors = {key for _, key in named if key}
        places = {mention.place for one in told for mention in one.places if mention.place} | set(event.places)
        names += [name for key in actors if key in self._actors for name in self._actors[key].names]
        for key in places & self._places.keys():
            names += [*self._places[key].names, *self._places[key].within]
        acts = {act for one in told for act in (one.type, one.mode) if act}
        act = stems(*(one.trigger.text for one in told if one.trigger), *acts) | {act_word(act) for act in acts}
        evidence = stems(*(one.evidence.text for one in told))
        columns = (stems(event.title), act, stems(*names), evidence)
        return tuple(" ".join(sorted(column)) for column in columns)  # type: ignore[return-value]


def event_line(
    event: Event,
    places: Mapping[str, Place],
    published: Mapping[str, date | None],
    titles: Mapping[str, str],
    parts: int,
) -> EventLine:
    """The event as lists show it; `titles` are those of the events that it may be part of."""
    articles = {key for account in event.accounts for key in account.articles}
    days = [day for key in articles if (day := published.get(key))]
    whole = event.part_of
    return EventLine(
        id=event.id,
        title=_short(event.title),
        type=event.type,
        mode=event.mode,
        time=event.time,
        told=min(days) if days else None,
        places=tuple(Named(key, _short(places[key].name)) for key in event.places if key in places),
        origins=tuple(account.origin for account in event.accounts),
        articles=len(articles),
        reprints=sum(account.reprints for account in event.accounts),
        statements=len(event.statements),
        clashes=tuple(dict.fromkeys(one.field for one in event.disagreements)),
        figures=event.figures,
        part_of=Named(whole, _short(titles[whole])) if whole and whole in titles else None,
        parts=parts,
    )


def _short(name: str) -> str:
    return name if len(name) <= NAME else f"{name[: NAME - 1]}…"


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _place_row(place: Place) -> tuple[object, ...]:
    return place.id, place.name, place.lat, place.lon, place.precision, msgspec.json.encode(place.within).decode()


def _actor_row(actor: Actor) -> tuple[object, ...]:
    return actor.id, _short(actor.name), actor.type, " ".join(sorted(stems(*actor.names))), len(actor.names) - 1
