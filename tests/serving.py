"""Servers on this machine for tests that ask one, and nobody else."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TypeVar


class Answering(BaseHTTPRequestHandler):
    """Sends whole answers, and keeps no log."""

    protocol_version = "HTTP/1.1"

    def send(self, status: int, body: bytes, kind: str, **headers: str) -> None:
        """An answer with its type and length, unless `headers` (with `_` for the hyphen) say otherwise."""
        self.send_response(status)
        told = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in (told | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        pass


class Serving(ThreadingHTTPServer):
    """A server at a free port of this machine; that who asked went away is what is tested, and no error of it."""

    daemon_threads = True

    def __init__(self, handler: type[Answering]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.lock = threading.Lock()

    def handle_error(self, request: object, client_address: object) -> None:
        pass


Server = TypeVar("Server", bound=Serving)


@contextmanager
def at_work(server: Server) -> Iterator[Server]:
    """The server answers while this context lasts."""
    with server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
