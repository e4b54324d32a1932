"""What was asked before, beside the record, so that nothing is fetched twice and an unchanged feed costs a line."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Tags:
    """What a server said of the state of an address: its ETag and Last-Modified."""

    etag: str | None = None
    modified: str | None = None


class Memory:
    """Addresses and how they went, in a small SQLite file; made by `remembered`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def tags(self, url: str) -> Tags:
        """The tags of the last answer; empty where there was none."""
        row = self._connection.execute("SELECT etag, modified FROM feeds WHERE url = ?", (url,)).fetchone()
        return Tags(*row) if row else Tags()

    def keep_tags(self, url: str, tags: Tags) -> None:
        """Remember the tags of an answer that was kept."""
        with self._connection:
            self._connection.execute("REPLACE INTO feeds VALUES (?, ?, ?)", (url, tags.etag, tags.modified))

    def done(self, url: str) -> bool:
        """Is the page at `url` kept, or given up for good?"""
        return self._connection.execute("SELECT 1 FROM pages WHERE url = ? AND done", (url,)).fetchone() is not None

    def failures(self, url: str) -> int:
        """How often asking for the page failed."""
        row = self._connection.execute("SELECT failures FROM pages WHERE url = ?", (url,)).fetchone()
        return int(row[0]) if row else 0

    def went(self, url: str, *, done: bool) -> None:
        """Note that the page was kept or given up (`done`), or failed once more."""
        with self._connection:
            self._connection.execute(
                "INSERT INTO pages VALUES (?, ?, ?) ON CONFLICT (url) DO UPDATE SET done = ?, failures = failures + ?",
                (url, done, not done, done, not done),
            )


@contextmanager
def remembered(path: Path) -> Iterator[Memory]:
    """The memory in the file `path`, which is made where there is none."""
    with closing(sqlite3.connect(path)) as connection:
        with connection:
            connection.execute("CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT)")
            connection.execute("CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, done INT, failures INT)")
        yield Memory(connection)
