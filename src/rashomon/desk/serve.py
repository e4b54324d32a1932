"""Running the desk: bound to the loopback address, so that nobody else's machine can reach it, unless it has users."""

import ipaddress
import socket
from collections.abc import Callable, Sequence

import uvicorn

from rashomon.desk.app import make_app
from rashomon.desk.people import people_of
from rashomon.errors import SettingError
from rashomon.settings import Settings
from rashomon.store import Store

LOOPBACK = "127.0.0.1"


def serve(
    record: str,
    port: int,
    settings: Settings,
    opened: Callable[[str], None],
    author: str | None = None,
    host: str = LOOPBACK,
    names: Sequence[str] = (),
) -> None:
    """Serve the record until interrupted; `opened` is told the address as soon as a browser can go there.

    `author` is under whose name is decided while there are no users. `host` is the address to listen at, `names` are
    those that browsers on other machines call the desk by.

    Raises RecordError where the record can not be opened, SettingError where the port is taken, and where others could
    reach a desk that has no users.
    """
    family, address = _address(host)
    told = tuple(names) if address.is_loopback else (*names, *_own_name(host, address, names))
    if told and not people_of(Store(record).address, settings).users():
        raise SettingError(
            f"{told[0]}: others could reach the desk there, and it has no users; add one first: "
            f"rashomon user {Store(record).address} add NAME --role administrator"
        )
    app = make_app(record, settings, author, [f"[{name}]" if ":" in name else name for name in told])
    with app.state.desk.base():  # Made now, so that the first page does not wait for the catalogue.
        pass
    with socket.socket(family, socket.SOCK_STREAM) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((str(address), port))
        except (OSError, OverflowError) as error:
            raise SettingError(f"port {port}: {_reason(error)}; name another: --port 8731") from error
        bound.listen()
        shown = f"[{address}]" if address.version == 6 else str(address)
        opened(f"http://{shown}:{bound.getsockname()[1]}/")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[bound])


def _address(host: str) -> tuple[int, ipaddress.IPv4Address | ipaddress.IPv6Address]:
    """What the host is on the network."""
    try:
        family, _, _, _, told = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError) as error:
        raise SettingError(f"host {host}: this machine has no such address; name one of its own: --host") from error
    return family, ipaddress.ip_address(str(told[0]))


def _own_name(
    host: str, address: ipaddress.IPv4Address | ipaddress.IPv6Address, names: Sequence[str]
) -> tuple[str, ...]:
    """What browsers call an address by itself; all addresses at once have no name of their own."""
    if not address.is_unspecified:
        return (host,)
    if not names:
        raise SettingError(f"host {host}: say by what name browsers call the desk there: --name desk.example.org")
    return ()


def _reason(error: Exception) -> str:
    return (error.strerror or "can not be used") if isinstance(error, OSError) else "is no port"
