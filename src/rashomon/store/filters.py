"""Which events lie in a place and between two days."""

from collections.abc import Iterable, Iterator
from datetime import date

from rashomon.record import Event, Place
from rashomon.store.words import meant


def between(events: Iterable[Event], since: date | None, until: date | None) -> Iterator[Event]:
    """Events whose time has at least one day from `since` to `until`, both included; None leaves that side open.

    An event whose time is unknown lies between no days.
    """
    for event in events:
        time = event.time
        if time is None:
            continue
        begins, ends = time.earliest or date.min, time.latest or date.max
        if begins <= (until or date.max) and ends >= (since or date.min):
            yield event


def at_place(events: Iterable[Event], places: Iterable[Place], name: str) -> Iterator[Event]:
    """Events at a place that goes by this name, or that lies within one that does."""
    known = list(places)
    wanted = meant(name, {one for place in known for one in (*place.names, *place.within)})
    there = {place.id for place in known if wanted.intersection((*place.names, *place.within))}
    return (event for event in events if there.intersection(event.places))
