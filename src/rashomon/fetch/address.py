"""Where a host really is, and whether it may be asked at all.

An address of the web may name a machine of one's own network, by number, by name, or by a name that means another
number a moment later. So the name is looked up once, every number it has is looked at, and the connection is made to
that number.
"""

import socket
from collections.abc import Collection
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit


class RefusedError(Exception):
    """An address is not asked; the message says why."""


class FailedError(Exception):
    """A request came to nothing; the message says why. It may go better later."""


class UselessError(FailedError):
    """An answer came, and nobody can use it: the page's failure, and not its host's."""


@dataclass(frozen=True, slots=True)
class Target:
    """A host by name, the number to connect to, and what to ask for."""

    scheme: str
    host: str
    number: str
    port: int
    path: str


def target_of(url: str, allowed: Collection[str] = ()) -> Target:
    """Where `url` leads. `allowed` are hosts, as `name` or `name:port`, that may lie in one's own network.

    Raises RefusedError for another scheme than http and https, or a number that is not public; FailedError for a name
    that nobody knows just now.
    """
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise RefusedError(f"it is no address ({error})") from error
    if parts.scheme not in ("http", "https") or not host:
        raise RefusedError("it is no address of http or https")
    if parts.username or parts.password:
        raise RefusedError("it holds a name or password, which would be sent to whoever answers")
    port = port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FailedError(f"nobody knows the host {host} ({error})") from error
    numbers = list(dict.fromkeys(str(each[4][0]) for each in found))
    own = [number for number in numbers if not _public(number)]
    if own and host not in allowed and f"{host}:{port}" not in allowed:
        number = "" if own[0] == host else f" ({own[0]})"
        raise RefusedError(f"{host}{number} lies in a network of one's own; if it is meant: --allow {host}")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, numbers[0], port, path)


def _public(number: str) -> bool:
    """Is it a number that anybody can reach? Numbers that hold another inside are looked at through it."""
    address = ip_address(number.partition("%")[0])
    inside = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    return address.is_global and not address.is_multicast and (inside is None or inside.is_global)
