"""Pages as they came, and what was dropped on the way."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

PageKind = Literal["html", "text", "article"]


@dataclass(frozen=True, slots=True)
class Stated:
    """What the person who handed the page in says of it (a manifest's row, fields of a ready article).

    It wins over what the page says. None: nothing stated.
    """

    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    title: str | None = None
    byline: tuple[str, ...] | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as they came. `file` is where they came from: a path relative to the folder that was handed in, with
    forward slashes, so that the same folder elsewhere gives the same record; for line, entry or record n of a file that
    holds several `name.jsonl#n`, or the line's own `file` field. `sha256` is of `body` in hex. `kind` "article" is text
    that needs no cutting out. `fetched` is the day and time of fetching, `charset`
    the encoding of letters that the server named, where they are known. `chosen`: somebody handed in this very page,
    by itself, in a folder, in a list or as part of a feed; a page of a web archive came along with all others.
    """

    file: str
    sha256: str
    body: bytes
    kind: PageKind
    stated: Stated
    fetched: datetime | None = None
    charset: str | None = None
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that came in and did not get through: where it came from, the stage that dropped it, and why."""

    file: str
    stage: str
    reason: str
