"""What a guest does: asks what it may, waits between two requests, and stays away for longer after each failure."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from rashomon.fetch.ask import AGENT, FailedError, ask

PAUSE = 2.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""

LONGEST_PAUSE = 60.0
"""Seconds between two requests to one host at the most, whatever its robots.txt asks for."""

AWAY = (60.0, 300.0, 1800.0, 7200.0, 43_200.0)
"""Seconds that we stay away from a host after its first, second, … failure in a row."""

RULES_FOR = 86_400.0
"""Seconds after which a robots.txt is asked for again; RFC 9309, 2.4 asks for a day at the most."""

_ROBOTS_LIMIT = 512_000
"""Bytes of a robots.txt that are read; RFC 9309 asks for half a megabyte at least."""


@dataclass(slots=True)
class _Host:
    rules: RobotFileParser | None = None
    asked_rules: float = 0.0
    next: float = 0.0
    failures: int = 0
    reading: Lock = field(default_factory=Lock)
    """Held while robots.txt is fetched, so that it is asked for once."""


@dataclass(slots=True)
class Manners:
    """How each host is to be treated, by several threads. `clock` gives seconds, `sleep` waits for some."""

    clock: Callable[[], float]
    sleep: Callable[[float], None]
    allowed: Collection[str] = ()
    pause: float = PAUSE
    _hosts: dict[str, _Host] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def may(self, url: str) -> bool:
        """Does the host's robots.txt let us ask for `url`? A missing one does (RFC 9309, 2.3.1.3).

        Raises FailedError where the server fails to say, RefusedError where the host must not be asked.
        """
        host = self._host(url)
        with host.reading:
            if host.rules is None or self.clock() - host.asked_rules > RULES_FOR:
                host.rules, host.asked_rules = self._rules(url), self.clock()
            return host.rules.can_fetch(AGENT, url)

    def away(self, url: str) -> bool:
        """Are we to stay away from the host for now?"""
        host = self._host(url)
        return host.failures > 0 and self.clock() < host.next

    def wait(self, url: str) -> None:
        """Take the host's next turn, and wait for it."""
        host = self._host(url)
        asked = host.rules.crawl_delay(AGENT) if host.rules else None
        with self._lock:
            now = self.clock()
            turn = max(now, host.next)
            host.next = turn + min(max(self.pause, float(asked or 0)), LONGEST_PAUSE)
        if turn > now:
            self.sleep(turn - now)

    def went(self, url: str, *, well: bool, after: float | None = None) -> None:
        """Note how it went; `after` are seconds that the server asks us to wait."""
        host = self._host(url)
        with self._lock:
            host.failures = 0 if well else host.failures + 1
            if not well:
                host.next = self.clock() + max(after or 0.0, AWAY[min(host.failures, len(AWAY)) - 1])

    def _host(self, url: str) -> _Host:
        with self._lock:
            return self._hosts.setdefault(host_of(url), _Host())

    def _rules(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        rules = RobotFileParser()
        self.wait(url)
        answer = ask(f"{parts.scheme}://{parts.netloc}/robots.txt", _ROBOTS_LIMIT, allowed=self.allowed, on=self.wait)
        if answer.status >= 500 or answer.status == 429:
            raise FailedError(f"its robots.txt answers with status {answer.status}")
        rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else ())
        return rules


def host_of(url: str) -> str:
    """The host that an address lies at, with its port where it names one; empty for what is no address."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""
