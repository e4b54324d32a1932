"""The entries of a saved feed (RSS, Atom), as far as the feed holds their text."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from typing import Any

import feedparser

from rashomon.pages.content import UnreadableError, decompressed
from rashomon.pages.part import Part
from rashomon.record import Dropped, Page, Stated

_WORD = re.compile(r"\w{2,}")
_ENOUGH = 12
"""Words of an entry that can be a report; fewer are a headline."""


def read_feed(part: Part, limit: int) -> Iterator[Page | Dropped]:
    """A page of kind "text" for each entry, in order; a row for each that has no text of its own.

    The outlet is the feed's title unless the manifest names one. Raises UnreadableError where the file can not be read
    or is no feed.
    """
    stated = part.stated
    feed = feedparser.parse(decompressed(part.path, limit), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version:
        raise UnreadableError("it is XML, but no feed (RSS or Atom); take it out, or save the page as HTML")
    outlet = stated.outlet or _text(feed.feed.get("title"))
    if not feed.entries:
        yield Dropped(part.file, "page", "the feed holds no entries; fetch it anew or take it out")
    for number, entry in enumerate(feed.entries, start=1):
        name = f"{part.file}#{number}"
        told = [content.get("value", "") for content in entry.get("content", ())] + [entry.get("summary", "")]
        text = max(told, key=len)
        if len(_WORD.findall(re.sub(r"<[^>]*>", " ", text))) < _ENOUGH:
            yield Dropped(name, "page", "the entry holds a headline and no report; save the page that it links to")
            continue
        body = text.encode("utf-8", "replace")
        yield Page(
            file=name,
            sha256=sha256(body).hexdigest(),
            body=body,
            kind="text",
            stated=Stated(
                outlet=outlet,
                url=entry.get("link") or stated.url,
                published=_day(entry.get("published_parsed")) or stated.published,
                title=_text(entry.get("title")),
                byline=tuple(author for each in entry.get("authors", ()) if (author := _text(each.get("name")))),
                language=stated.language,
            ),
            charset="utf-8",
        )


def _text(value: str | None) -> str | None:
    """A feed's line of text without markup and doubled blanks; None where nothing is left."""
    return " ".join(re.sub(r"<[^>]*>", " ", value or "").split()) or None


def _day(moment: Any) -> date | None:
    """The day, in UTC, of a moment as the parser gives it (a `struct_time`)."""
    return date(moment.tm_year, moment.tm_mon, moment.tm_mday) if moment else None
