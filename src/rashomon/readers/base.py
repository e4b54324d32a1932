"""What makes a reader."""

from typing import Protocol

from rashomon.record import Article, Reading


class Reader(Protocol):
    """Reads articles into statements; made with the settings as its one argument.

    `version` is its name and version, kept with what it reads. Beside these two it may have: `languages`, the codes
    (ISO 639-1) that it reads, where it reads only some; `parallel`, how many articles may be read at the same time from
    several threads, where that is more than one; `sends_to`, where texts go, where they leave this process.
    """

    version: str

    def read(self, article: Article) -> Reading:
        """All statements of one article in the order of its text, and every proper name; every text with offsets is
        what stands in the article there. Raises PageError where the article can not be read."""
        ...
