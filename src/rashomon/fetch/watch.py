"""One round over some feeds: each is asked for what is new, and each page that it links to is fetched and kept."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urldefrag, urljoin

import feedparser

from rashomon.fetch.address import RefusedError
from rashomon.fetch.ask import Answer, FailedError, ask
from rashomon.fetch.keep import keep
from rashomon.fetch.manners import Manners
from rashomon.fetch.memory import Memory, Tags

TRIES = 5
"""How often a page is asked for, in as many rounds, before it is given up."""

_GONE = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 451})
"""Answers that will not be others tomorrow (RFC 9110, 15.5)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one address: `kept` (a new page), `unchanged` (a feed), `later` (asked again in a later round) or
    `given up`; `why` says why."""

    url: str
    result: Literal["kept", "unchanged", "later", "given up"]
    why: str = ""


def watch(
    feeds: Sequence[str], folder: Path, memory: Memory, manners: Manners, limit: int, allowed: Collection[str] = ()
) -> Iterator[Found]:
    """What became of each feed and page of one round. Pages are kept as WARC in `folder`; `limit` in bytes.

    A feed is remembered as read only when all of its pages are settled, so that a killed round loses none.
    """
    round_ = _Round(folder, memory, manners, limit, allowed)
    for feed in dict.fromkeys(feeds):
        yield from round_.feed(feed)


@dataclass(slots=True)
class _Round:
    folder: Path
    memory: Memory
    manners: Manners
    limit: int
    allowed: Collection[str]

    def feed(self, url: str) -> Iterator[Found]:
        tags = self.memory.tags(url)
        asked = {"If-None-Match": tags.etag, "If-Modified-Since": tags.modified}
        answer = self._ask(url, {name: value for name, value in asked.items() if value})
        if isinstance(answer, Found):
            yield answer
        elif answer.status == 304:
            yield Found(url, "unchanged")
        elif answer.status != 200:
            yield Found(url, "later", f"the feed answers with status {answer.status}")
        else:
            settled = True
            for link in _links(answer):
                found = self._page(link)
                if found:
                    settled = settled and found.result != "later"
                    yield found
            if settled:
                self.memory.keep_tags(url, Tags(answer.header("etag"), answer.header("last-modified")))

    def _page(self, url: str) -> Found | None:
        """What became of a page; None where it is settled already."""
        if self.memory.done(url):
            return None
        answer = self._ask(url, {})
        if isinstance(answer, Found):
            found = answer
        elif answer.status == 200:
            keep(answer, self.folder)
            found = Found(url, "kept")
        elif answer.status in _GONE:
            found = Found(url, "given up", f"the server answers with status {answer.status}")
        else:
            found = Found(url, "later", f"the server answers with status {answer.status}")
        if found.result == "later" and self.memory.failures(url) + 1 >= TRIES:
            found = Found(url, "given up", f"{found.why}; asked {TRIES} times")
        self.memory.went(url, done=found.result != "later")
        return found

    def _ask(self, url: str, headers: dict[str, str]) -> Answer | Found:
        if self.manners.away(url):
            return Found(url, "later", "its host failed a while ago and is left alone for now")
        try:
            if not self.manners.may(url):
                return Found(url, "given up", "the host's robots.txt asks us not to")
            self.manners.wait(url)
            answer = ask(url, self.limit, headers, self.allowed)
        except RefusedError as error:
            return Found(url, "given up", f"not asked: {error}")
        except FailedError as error:
            self.manners.went(url, well=False)
            return Found(url, "later", str(error))
        self.manners.went(url, well=answer.status < 500 and answer.status != 429, after=_seconds(answer))
        return answer


def _links(answer: Answer) -> Iterator[str]:
    """The addresses that a feed's entries link to, each once, without the part behind `#`."""
    feed = feedparser.parse(answer.body, response_headers=dict(answer.headers), sanitize_html=False)
    links = (urldefrag(urljoin(answer.url, entry.get("link", ""))).url for entry in feed.entries if entry.get("link"))
    yield from dict.fromkeys(links)


def _seconds(answer: Answer) -> float | None:
    """What Retry-After asks for, where it is a number of seconds."""
    value = answer.header("retry-after") or ""
    return float(value) if value.isdigit() else None
