"""What of the events somebody asks to see, as a condition on the catalogue."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rashomon.store.search import KIN_STEMS
from rashomon.store.words import meant, stem, tokens

Bounds = tuple[float, float, float, float]
"""West, south, east, north, in degrees; west is greater than east where they lie across the date line."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of one call; empty or None where nothing is asked. `place` is a name of a place or of what it lies
    in, `actor` an id, `act` a type or `type/mode`, `clash` a field or "any"; `among` are ids of the
    events that alone are asked for, `beside` those of events that are not."""

    words: str = ""
    since: date | None = None
    until: date | None = None
    place: str | None = None
    actor: str | None = None
    act: str | None = None
    origin: str | None = None
    clash: str | None = None
    bounds: Bounds | None = None
    among: tuple[str, ...] | None = None
    beside: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on the table `events`, with the values of its marks; `match` is that on `words`, "" where none."""

    sql: str
    values: tuple[object, ...]
    match: str


def condition(asked: Asked, base: sqlite3.Connection) -> Condition:
    """What is asked, in SQL."""
    parts: list[str] = []
    values: list[object] = []

    def add(sql: str, *more: object) -> None:
        parts.append(sql)
        values.extend(more)

    def link(kind: str, told: Sequence[str]) -> None:
        marks = ", ".join("?" * len(told))
        add(f"n IN (SELECT n FROM links WHERE kind = ? AND value IN ({marks}))", kind, *told)

    match = matching(asked.words)
    if match:
        add("n IN (SELECT rowid FROM words WHERE words MATCH ?)", match)
    elif asked.words.strip():
        add("0")
    if asked.since or asked.until:
        add("timed AND coalesce(latest, '9999-12-31') >= ? AND coalesce(earliest, '0001-01-01') <= ?")
        values.extend(day.isoformat() for day in (asked.since or date.min, asked.until or date.max))
    if asked.place:
        link("where", sorted(meant(asked.place, _names(base))))
    for kind, value in (("actor", asked.actor), ("act", asked.act), ("origin", asked.origin)):
        if value:
            link(kind, (value,))
    for ids, how in ((asked.among, "IN"), (asked.beside, "NOT IN")):
        if ids is not None:
            add(f"id {how} (SELECT value FROM json_each(?))", json.dumps(ids))
    if asked.clash == "any":
        add("clashing")
    elif asked.clash:
        link("clash", (asked.clash,))
    if asked.bounds:
        west, south, east, north = asked.bounds
        across = "lon >= ? OR lon <= ?" if west > east else "lon >= ? AND lon <= ?"
        there = f"SELECT id FROM places WHERE lat BETWEEN ? AND ? AND ({across})"
        add(f"n IN (SELECT n FROM links WHERE kind = 'place' AND value IN ({there}))", south, north, west, east)
    return Condition(" AND ".join(parts) or "1", tuple(values), match)


def matching(words: str) -> str:
    """The words as the index is asked for them: each has to be met, the last one perhaps only as a beginning."""
    told = list(dict.fromkeys(stem(word) for word in tokens(words)))
    parts = []
    for n, word in enumerate(told):
        forms = [f'"{word}"', *(f'act : "{act_word(act)}"' for act in sorted(KIN_STEMS.get(word, ())))]
        if n == len(told) - 1:
            forms.append(f'"{word}" *')
        parts.append(f"({' OR '.join(forms)})")
    return " AND ".join(parts)


def _names(base: sqlite3.Connection) -> list[str]:
    return [row[0] for row in base.execute("SELECT name FROM whereabouts")]


def act_word(act: str) -> str:
    """The word that stands for an act itself in the index, whatever the text calls it."""
    return "act" + act.replace("-", "")
