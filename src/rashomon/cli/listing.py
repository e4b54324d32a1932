"""Events in a list: one line each, by time, what is part of another event below it."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.table import Table
from rich.text import Text

from rashomon.cli import wording
from rashomon.cli.styles import DIFFERS, QUIET, WARN
from rashomon.record import Event
from rashomon.store import View

WIDE = 100
"""Columns of the window from which on there is room for places and for the fields that accounts differ on."""


def listing(events: Sequence[Event], view: View, width: int) -> Table:
    """The events with time, place, number of origins and a mark where accounts can not all be right, for a window of
    `width` columns; a narrow one goes without the places, which most titles name."""
    names = {place.id: place.name for place in view.places()}
    table = Table(box=None, expand=True, padding=(0, 2, 0, 0), header_style=QUIET)
    table.add_column("when", no_wrap=True)
    table.add_column("event", ratio=3)
    if width >= WIDE:
        table.add_column("where", ratio=1)
    table.add_column("origins", justify="right")
    table.add_column("at odds" if width >= WIDE else "")
    for event, depth in _nested(events):
        where = ", ".join(names[key] for key in event.places if key in names)
        fields = ", ".join(dict.fromkeys(one.field for one in event.disagreements)) if width >= WIDE else ""
        table.add_row(
            Text(wording.when(event.time), style=QUIET),
            Text("  " * depth + _without_time(event)),
            *([Text(where, style=QUIET)] if width >= WIDE else []),
            str(event.origins),
            Text(f"{DIFFERS} {fields}".rstrip() if event.disagreements else "", style=WARN),
        )
    return table


def _without_time(event: Event) -> str:
    """The title without the time at its end, which has a column of its own."""
    title, _, time = event.title.rpartition(", ")
    days = (event.time.earliest, event.time.latest) if event.time else ()
    return title if title and any(day and time.endswith(str(day.year)) for day in days) else event.title


def _nested(events: Sequence[Event]) -> Iterator[tuple[Event, int]]:
    """Every event with how deep it lies: each event of the list that is part of another of the list comes below it."""
    there = {event.id for event in events}
    below: dict[str | None, list[Event]] = {}
    for event in sorted(events, key=_order):
        below.setdefault(event.part_of if event.part_of in there else None, []).append(event)

    def under(key: str | None, depth: int) -> Iterator[tuple[Event, int]]:
        for event in below.get(key, ()):
            yield event, depth
            yield from under(event.id, depth + 1)

    return under(None, 0)


def _order(event: Event) -> tuple[bool, date, date, bool, int, str, str]:
    """By time; what has none comes last, acts before claims and standing facts, and what many tell before the rest."""
    first = last = None
    if event.time:
        first, last = event.time.earliest or event.time.latest, event.time.latest or event.time.earliest
    talk = event.type in ("say", "state")
    return first is None, first or date.max, last or date.max, talk, -event.origins, event.title, event.id
