"""The record on disk: Store opens it, Writer adds to it, View reads it."""

from rashomon.store.store import Store
from rashomon.store.view import View
from rashomon.store.writer import Writer

__all__ = ["Store", "View", "Writer"]
