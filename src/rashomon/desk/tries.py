"""How often somebody may try to sign in: after a few wrong tries each further one waits twice as long as the last.

Tries are counted for each name, whoever tries it, and for each address, whatever names it tries. They are kept in
memory alone.
"""

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic

FREE_OF_NAME, FREE_OF_ADDRESS = 5, 20
"""Wrong tries without a wait: of one name, and of one address, which several people may share."""

FIRST, MOST = 2.0, 300.0
"""Seconds of the first wait, and of the longest: then a password is tried at most twelve times an hour."""

FORGOTTEN = 3600.0
"""Seconds after the last try when it is forgotten that there were any."""

KEPT = 10_000
"""Names and addresses that are remembered; those tried longest ago make room."""


@dataclass(slots=True)
class _Count:
    wrong: int = 0
    last: float = float("-inf")
    until: float = float("-inf")


class Tries:
    """Counts the tries of all; threads may share it."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._counts: OrderedDict[tuple[str, str], _Count] = OrderedDict()

    def begin(self, name: str, address: str) -> float:
        """Count a try, which is held wrong until `right` is called, so that many at once are no way around. Seconds to
        wait; 0 where it may go on, else nothing is counted."""
        now = self._now()
        with self._lock:
            own = self._count(("name", name), now), self._count(("address", _net(address)), now)
            wait = max(count.until - now for count in own)
            if wait > 0:
                return wait
            for count, free in zip(own, (FREE_OF_NAME, FREE_OF_ADDRESS), strict=True):
                count.wrong += 1
                count.last = now
                if count.wrong >= free:
                    count.until = now + min(MOST, FIRST * 2.0 ** min(count.wrong - free, 30))
            return 0.0

    def right(self, name: str, address: str) -> None:
        """The last try was right: the name starts anew, and the try does not count against the address."""
        with self._lock:
            self._counts.pop(("name", name), None)
            count = self._counts.get(("address", _net(address)))
            if count:
                count.wrong -= 1
                count.until = float("-inf") if count.wrong < FREE_OF_ADDRESS else count.until

    def _count(self, key: tuple[str, str], now: float) -> _Count:
        count = self._counts.get(key)
        if count is None or now - count.last > FORGOTTEN:
            count = self._counts[key] = _Count()
        self._counts.move_to_end(key)
        while len(self._counts) > KEPT:
            self._counts.popitem(last=False)
        return count


def _net(address: str) -> str:
    """The address; of the newer kind the network that one household or office has, which holds very many."""
    try:
        told = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(ipaddress.ip_network((told, 64), strict=False)) if told.version == 6 else str(told)
