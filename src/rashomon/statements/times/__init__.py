"""Times: the words that tell them (`find_times`), and the days that they stand for (`resolve_time`)."""

from rashomon.statements.times.find import find_times
from rashomon.statements.times.resolve import resolve_time
from rashomon.statements.times.timex import leaves, timex
from rashomon.statements.times.words import TimeWords

__all__ = ["TimeWords", "find_times", "leaves", "resolve_time", "timex"]
