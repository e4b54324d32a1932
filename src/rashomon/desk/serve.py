"""Running the desk on this machine: bound to the loopback address, so that nobody else's machine can reach it."""

import socket
from collections.abc import Callable

import uvicorn

from rashomon.desk.app import make_app
from rashomon.errors import SettingError
from rashomon.settings import Settings

LOOPBACK = "127.0.0.1"


def serve(record: str, port: int, settings: Settings, opened: Callable[[str], None], author: str | None = None) -> None:
    """Serve the record until interrupted; `opened` is told the address as soon as a browser can go there.

    `author` is under whose name is decided.

    Raises RecordError where the record can not be opened, SettingError where the port is taken.
    """
    app = make_app(record, settings, author)
    with app.state.desk.base():  # Made now, so that the first page does not wait for the catalogue.
        pass
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((LOOPBACK, port))
        except (OSError, OverflowError) as error:
            raise SettingError(f"port {port}: {_reason(error)}; name another: --port 8731") from error
        bound.listen()
        opened(f"http://{LOOPBACK}:{bound.getsockname()[1]}/")
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, lifespan="off")
        uvicorn.Server(config).run(sockets=[bound])


def _reason(error: Exception) -> str:
    return (error.strerror or "can not be used") if isinstance(error, OSError) else "is no port"
