"""One round over some feeds: each is asked for what is new, then each page that one of them ever named and that is not
settled yet is fetched and kept. Hosts are asked side by side, what lies at one host one after the other.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Literal
from urllib.parse import urldefrag, urljoin

import feedparser

from rashomon.fetch.address import RefusedError
from rashomon.fetch.ask import Answer, FailedError, UselessError, ask
from rashomon.fetch.beside import side_by_side
from rashomon.fetch.keep import is_kept, keep
from rashomon.fetch.manners import Manners, host_of
from rashomon.fetch.memory import Memory, Tags

TRIES = 5
"""How often a page is asked for, in as many rounds, before it is given up."""

_GONE = frozenset({400, 401, 402, 403, 404, 405, 406, 410, 451})
"""Answers that will not be others tomorrow (RFC 9110, 15.5)."""


@dataclass(frozen=True, slots=True)
class Found:
    """What became of one address: `kept` (a new page), `unchanged` (a feed), `later` (asked again in a later round),
    `waits` (not asked now, since its host failed a while ago) or `given up`; `why` says why."""

    url: str
    result: Literal["kept", "unchanged", "later", "waits", "given up"]
    why: str = ""


def watch(
    feeds: Sequence[str], folder: Path, memory: Memory, manners: Manners, limit: int, allowed: Collection[str] = ()
) -> Iterator[Found]:
    """What became of each feed and page of one round. Pages are kept as WARC in `folder`; `limit` in bytes.

    What a feed names is remembered before any of it is asked for, so that a killed round loses no page, nor does a feed
    that drops one which failed.
    """
    round_ = _Round(folder, memory, manners, limit, allowed)
    yield from side_by_side([_each(round_.feed, group) for group in _by_host(dict.fromkeys(feeds))])
    yield from side_by_side([_each(round_.page, group) for group in _by_host(memory.waiting())])


def _by_host(urls: Iterable[str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for url in urls:
        groups.setdefault(host_of(url), []).append(url)
    return list(groups.values())


def _each(go: Callable[[str], Found | None], urls: Iterable[str]) -> Iterator[Found]:
    return (found for url in urls if (found := go(url)))


@dataclass(slots=True)
class _Round:
    folder: Path
    memory: Memory
    manners: Manners
    limit: int
    allowed: Collection[str]
    keeping: Lock = field(default_factory=Lock)

    def feed(self, url: str) -> Found | None:
        """Ask a feed and remember what it names; None where something was to be remembered."""
        tags = self.memory.tags(url)
        asked = {"If-None-Match": tags.etag, "If-Modified-Since": tags.modified}
        answer = self._ask(url, {name: value for name, value in asked.items() if value})
        if isinstance(answer, Found):
            return answer
        if answer.status == 304:
            return Found(url, "unchanged")
        if answer.status != 200:
            return Found(url, "later", f"the feed answers with status {answer.status}")
        self.memory.named(url, Tags(answer.header("etag"), answer.header("last-modified")), _links(answer))
        return None

    def page(self, url: str) -> Found | None:
        """Ask for a page and keep it; None where it was settled on the way, by another address that leads there."""
        if self.memory.done(url):
            return None
        place = self.memory.place(url)
        if place and is_kept(place, self.folder):
            self.memory.settled(url)
            return Found(url, "kept")
        answer = self._ask(url, {})
        if isinstance(answer, Found):
            found: Found | None = answer
        elif answer.status == 200:
            found = self._keep(url, answer)
        elif answer.status in _GONE:
            found = Found(url, "given up", f"the server answers with status {answer.status}")
        else:
            found = Found(url, "later", f"the server answers with status {answer.status}")
        if found and found.result == "later":
            self.memory.failed(url)
            if self.memory.failures(url) >= TRIES:
                found = Found(url, "given up", f"{found.why}; asked {TRIES} times")
        if found and found.result == "given up":
            self.memory.settled(url)
        return found

    def _keep(self, url: str, answer: Answer) -> Found | None:
        with self.keeping:
            if answer.url != url and self.memory.done(answer.url):
                self.memory.settled(url)
                return None
            keep(answer, self.folder, lambda place: self.memory.writing(url, place))
            self.memory.settled(url, answer.url)
        return Found(url, "kept")

    def _ask(self, url: str, headers: dict[str, str]) -> Answer | Found:
        asked = url

        def on(other: str) -> None:
            """What an answer leads to is asked with the same manners."""
            nonlocal asked
            asked = other
            if self.manners.away(other):
                raise UselessError("it leads to a host that failed a while ago")
            if not self.manners.may(other):
                raise RefusedError(f"it leads to {other}, and that host's robots.txt asks us not to")
            self.manners.wait(other)

        if self.manners.away(url):
            return Found(url, "waits", "its host failed a while ago and is left alone for now")
        try:
            if not self.manners.may(url):
                return Found(url, "given up", "the host's robots.txt asks us not to")
            self.manners.wait(url)
            answer = ask(url, self.limit, headers, self.allowed, on)
        except RefusedError as error:
            return Found(url, "given up", f"not asked: {error}")
        except UselessError as error:
            return Found(url, "later", str(error))
        except FailedError as error:
            self.manners.went(asked, well=False)
            return Found(url, "later", str(error))
        self.manners.went(asked, well=answer.status < 500 and answer.status != 429, after=_seconds(answer))
        return answer


def _links(answer: Answer) -> list[str]:
    """The addresses that a feed's entries link to, each once, without the part behind `#`."""
    feed = feedparser.parse(answer.body, response_headers=dict(answer.headers), sanitize_html=False)
    links = (_address(answer.url, entry.get("link", "")) for entry in feed.entries)
    return list(dict.fromkeys(filter(None, links)))


def _address(feed: str, link: str) -> str:
    """The whole address, empty for what can be none."""
    try:
        return urldefrag(urljoin(feed, link)).url if link else ""
    except ValueError:
        return ""


def _seconds(answer: Answer) -> float | None:
    """What Retry-After asks for, where it is a number of seconds."""
    value = answer.header("retry-after") or ""
    return float(value) if value.isdigit() else None
