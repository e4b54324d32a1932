"""What was asked before, beside the record: nothing is fetched twice, an unchanged feed costs a line, and a page that a
feed once named is asked for until it is settled, whether the feed still names it or not.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock


@dataclass(frozen=True, slots=True)
class Tags:
    """What a server said of the state of an address: its ETag and Last-Modified."""

    etag: str | None = None
    modified: str | None = None


class Memory:
    """Addresses and how they went, in a small SQLite file; made by `remembered`, and for several threads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection: sqlite3.Connection | None = connection
        self._lock = Lock()

    def tags(self, url: str) -> Tags:
        """The tags of the last answer; empty where there was none."""
        row = self._row("SELECT etag, modified FROM feeds WHERE url = ?", url)
        return Tags(*row) if row else Tags()

    def named(self, feed: str, tags: Tags, pages: Iterable[str]) -> None:
        """Note the pages that a feed names, with its tags; both or, where we are killed on the way, neither."""
        with self._using() as connection:
            connection.executemany("INSERT OR IGNORE INTO pages VALUES (?, 0, 0, NULL)", ((page,) for page in pages))
            connection.execute("REPLACE INTO feeds VALUES (?, ?, ?)", (feed, tags.etag, tags.modified))

    def waiting(self) -> list[str]:
        """The pages that are not settled, in the order in which they were first named."""
        with self._using() as connection:
            return [url for (url,) in connection.execute("SELECT url FROM pages WHERE NOT done ORDER BY rowid")]

    def done(self, url: str) -> bool:
        """Is the page at `url` kept, or given up for good?"""
        return self._row("SELECT 1 FROM pages WHERE url = ? AND done", url) is not None

    def failures(self, url: str) -> int:
        """How often asking for the page failed."""
        row = self._row("SELECT failures FROM pages WHERE url = ?", url)
        return int(row[0]) if row else 0

    def failed(self, url: str) -> None:
        """Note that asking for the page failed once more."""
        with self._using() as connection:
            connection.execute("UPDATE pages SET failures = failures + 1 WHERE url = ?", (url,))

    def settled(self, *urls: str) -> None:
        """Note that the page at these addresses is kept, or given up."""
        with self._using() as connection:
            connection.executemany(
                "INSERT INTO pages VALUES (?, 1, 0, NULL) ON CONFLICT (url) DO UPDATE SET done = 1",
                ((url,) for url in urls),
            )

    def place(self, url: str) -> str | None:
        """Where the page was about to be written when we last heard of it; None where it never was."""
        row = self._row("SELECT place FROM pages WHERE url = ?", url)
        return row[0] if row else None

    def writing(self, url: str, place: str) -> None:
        """Note that the page is about to be written there."""
        with self._using() as connection:
            connection.execute("UPDATE pages SET place = ? WHERE url = ?", (place, url))

    def _row(self, query: str, url: str) -> tuple[str, ...] | None:
        with self._using() as connection:
            found: tuple[str, ...] | None = connection.execute(query, (url,)).fetchone()
            return found

    def close(self) -> None:
        """Let go of the file; a thread of a round that was broken off fails when it next wants something."""
        with self._lock:
            if self._connection:
                self._connection.close()
            self._connection = None

    @contextmanager
    def _using(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            if self._connection is None:
                raise RuntimeError("the round was broken off")
            with self._connection as connection:
                yield connection


@contextmanager
def remembered(path: Path) -> Iterator[Memory]:
    """The memory in the file `path`, which is made where there is none."""
    connection = sqlite3.connect(path, check_same_thread=False)
    with closing(Memory(connection)) as memory:
        with connection:
            connection.execute("CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, modified TEXT)")
            connection.execute(
                "CREATE TABLE IF NOT EXISTS pages (url TEXT PRIMARY KEY, done INT, failures INT, place TEXT)"
            )
            columns = {row[1] for row in connection.execute("PRAGMA table_info(pages)")}
            if "place" not in columns:  # A memory of the first version, which had none.
                connection.execute("ALTER TABLE pages ADD COLUMN place TEXT")
        yield memory
