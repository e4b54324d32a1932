"""The record on disk: Store opens it, Writer adds to it, View reads it."""

from rashomon.store.joined import actors_in, joined_place, with_actors, with_made
from rashomon.store.sqlite import NO_ROOM
from rashomon.store.store import Store
from rashomon.store.view import View
from rashomon.store.writer import Addition, Writer

__all__ = [
    "NO_ROOM", "Addition", "Store", "View", "Writer", "actors_in", "joined_place", "with_actors", "with_made",
]  # fmt: skip
