"""A server on this machine that answers as the web does: well, slowly, without end, with lies about type and length."""

import time
from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager

from tests.serving import Answering, Serving, at_work

Page = Callable[["Handler"], None]


class Handler(Answering):
    """Answers by the pages of its server; counts what it is asked for."""

    server: "Web"

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked[self.path] += 1
        page = self.server.pages.get(self.path)
        if page is None:
            self.say(404, b"nothing here")
        else:
            page(self)

    def say(self, status: int, body: bytes = b"", kind: str = "text/html", **headers: str) -> None:
        self.send(status, body, kind, **headers)


class Web(Serving):
    """Pages by path, and how often each was asked for."""

    def __init__(self) -> None:
        super().__init__(Handler)
        self.pages: dict[str, Page] = {}
        self.asked: Counter[str] = Counter()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def url(self, path: str) -> str:
        return f"http://{self.host}{path}"


def a_server() -> AbstractContextManager[Web]:
    return at_work(Web())


def page(body: bytes, kind: str = "text/html", status: int = 200, **headers: str) -> Page:
    return lambda handler: handler.say(status, body, kind, **headers)


def feed(*links: str) -> Page:
    """An RSS feed with an ETag, that says so when nothing is new."""
    items = "".join(f"<item><title>t</title><link>{link}</link></item>" for link in links)
    body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>{items}</channel></rss>".encode()
    tag = f'"{len(body)}"'

    def answer(handler: Handler) -> None:
        if handler.headers.get("If-None-Match") == tag:
            handler.say(304)
        else:
            handler.say(200, body, "application/rss+xml", ETag=tag)

    return answer


def endless(handler: Handler) -> None:
    """A body without end, in chunks."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def slow(handler: Handler) -> None:
    """A byte now and then, for longer than anybody waits."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def short(handler: Handler) -> None:
    """Promises more than it sends."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.send_header("Connection", "close")
    handler.end_headers()
    handler.wfile.write(b"<p>only so much</p>")
    handler.close_connection = True
