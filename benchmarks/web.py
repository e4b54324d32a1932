"""A web of our own on loopback: hosts with feeds that name new pages as time goes on, and that fail as the web does.

What becomes of a page is drawn from a seed by its kind. Good kinds come to be read in the end, bad ones never; the
hosts count what they are asked for, and beside them stands one that nobody may ask.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from time import sleep

GOOD = ("plain", "busy", "short", "moved", "mislabelled", "slow")
"""Kinds of pages that are to be kept: as it should be; 503 at first; less sent than promised at first; at another
address; not said to be HTML; slower than anybody waits, at first."""

BAD = ("huge", "loop", "private", "led-private", "led-inside", "gone", "no-scheme")
"""Kinds that are not: without end, leading to itself, forbidden by robots.txt (also behind a redirection), leading into
the network of whoever asks, gone, not of the web."""

SHOWN = 5
"""Pages that a feed names at a time; older ones fall out of it, as they do."""

DRIP = 40.0
"""Seconds that a slow page takes: longer than an answer may."""

_SYLLABLES = "ba da fa ka la ma na pa ra sa ta va ze lo mi nu".split()
_KINDS = (*["plain"] * 12, *GOOD[1:-1], *GOOD[1:-1], *BAD)


@dataclass(frozen=True, slots=True)
class Made:
    """A page: its kind, and the second from which its feed names it."""

    path: str
    kind: str
    second: float
    text: str


@dataclass(slots=True)
class Web:
    """`now` gives the seconds since it all began. `calm`: nothing fails any more that does not always fail."""

    now: Callable[[], float]
    feeds: dict[str, list[Made]]
    hosts: list["_Host"] = field(default_factory=list)
    pages: dict[str, Made] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    calm: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def home(self, path: str) -> str:
        """The host that has a feed, or the pages of a feed, by name and port."""
        number = int(path.partition("/page/")[2].partition("/")[0] or path.rpartition("/")[2])
        return self.hosts[number % (len(self.hosts) - 1)].name

    def url(self, path: str) -> str:
        """The whole address."""
        return f"http://{self.home(path)}{path}"

    @property
    def inside(self) -> "_Host":
        """The host that nobody may ask."""
        return self.hosts[-1]

    def named(self, kinds: tuple[str, ...]) -> set[str]:
        """Where the pages of these kinds lie that a feed has named by now."""
        now = self.now()
        made = (page for page in self.pages.values() if page.kind in kinds and page.second <= now)
        return {self.url(f"/moved{page.path}" if page.kind == "moved" else page.path) for page in made}


def make_web(now: Callable[[], float], feeds: int, seconds: float, every: float, slow: int) -> Web:
    """The web of so many feeds, each of which names two pages at first and then one about `every` seconds; `slow` of
    the pages are slow, which takes real time."""
    random = Random(2008)
    web = Web(now, {})
    for number in range(feeds):
        moments = [0.0, 0.0]
        while (moment := moments[-1] + random.uniform(0.5, 1.5) * every) < seconds:
            moments.append(moment)
        made = [
            Made(f"/page/{number}/{nth}", random.choice(_KINDS), moment, _text(random))
            for nth, moment in enumerate(moments)
        ]
        web.feeds[f"/feed/{number}"] = made
        web.pages |= {page.path: page for page in made}
    plain = [page for page in web.pages.values() if page.kind == "plain" and page.second == 0.0]
    web.pages |= {page.path: Made(page.path, "slow", 0.0, page.text) for page in random.sample(plain, slow)}
    return web


def _text(random: Random) -> str:
    def word() -> str:
        return "".join(random.choices(_SYLLABLES, k=3))

    told = (
        f"Soldiers shelled {word().title()} on Monday, killing {random.randrange(2, 90)} people, {word().title()} said."
    )
    return f"{told} {' '.join(word() for _ in range(40))}."


@contextmanager
def at_work(web: Web, hosts: int) -> Iterator[Web]:
    """The web answers while this context lasts, from so many hosts of 127.0.1.0/24, and one that nobody may ask."""
    with ExitStack() as stack:
        for number in (*range(1, hosts + 1), 0):
            port = web.hosts[0].server_port if web.hosts else 0
            host = stack.enter_context(_Host((f"127.0.{1 if number else 2}.{number or 1}", port), web))
            web.hosts.append(host)
            threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            stack.callback(host.shutdown)
        yield web


class _Host(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, address: tuple[str, int], web: Web) -> None:
        super().__init__(address, _Handler)
        self.web = web

    @property
    def name(self) -> str:
        return f"{self.server_address[0]!s}:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """That who asked went away is what is measured, and no error of ours."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Host

    def do_GET(self) -> None:
        web, path = self.server.web, self.path
        with web.lock:
            web.asked[f"{self.server.name}{path}"] += 1
            before = web.asked[f"{self.server.name}{path}"] - 1
        failing = not web.calm and before == 0
        if path == "/robots.txt":
            busy = failing and self.server is web.hosts[0]
            self._say(503 if busy else 200, b"User-agent: *\nDisallow: /private\n", "text/plain")
        elif path in web.feeds:
            self._feed(path, busy=not web.calm and (int(path.split("/")[2]) * 7 + before) % 40 == 3)
        elif path.removeprefix("/moved") in web.pages:
            self._page(web.pages[path.removeprefix("/moved")], failing, moved=path.startswith("/moved"))
        elif path.removeprefix("/private") in web.pages:
            self._report(web.pages[path.removeprefix("/private")])
        else:
            self._say(404, b"nothing here")

    def _feed(self, path: str, busy: bool) -> None:
        web = self.server.web
        shown = [page for page in web.feeds[path] if page.second <= web.now()][-SHOWN:]
        links = "".join(f"<item><title>t</title><link>{_link(web, page)}</link></item>" for page in shown)
        body = f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title>{links}</channel></rss>".encode()
        tag = f'"{shown[-1].path}"'
        if busy:
            self._say(500, b"busy")
        elif self.headers.get("If-None-Match") == tag:
            self._say(304, b"")
        else:
            self._say(200, body, "application/rss+xml", ETag=tag)

    def _page(self, page: Made, failing: bool, moved: bool) -> None:
        kind = page.kind
        if kind == "busy" and failing:
            self._say(503, b"busy", Retry_After="5")
        elif kind == "short" and failing:
            self._say(200, b"<p>only so much", Content_Length="1000", Connection="close")
            self.close_connection = True
        elif kind == "slow" and failing:
            self._drip()
        elif kind == "moved" and not moved:
            self._say(301, b"", Location=f"/moved{page.path}")
        elif kind == "huge":
            self._endless()
        elif kind == "loop":
            self._say(302, b"", Location=page.path)
        elif kind == "led-private":
            self._say(302, b"", Location=f"/private{page.path}")
        elif kind == "led-inside":
            self._say(302, b"", Location=f"http://{self.server.web.inside.name}/secret")
        elif kind == "gone":
            self._say(410, b"")
        else:
            self._report(page)

    def _report(self, page: Made) -> None:
        head, story = f"<title>{page.text[:40]}</title>", f"<article><p>{page.text}</p></article>"
        body = f"<html><head>{head}</head><body>{story}</body></html>"
        self._say(200, body.encode(), "application/octet-stream" if page.kind == "mislabelled" else "text/html")

    def _say(self, status: int, body: bytes, kind: str = "text/html", **headers: str) -> None:
        self.send_response(status)
        told = {"Content-Type": kind, "Content-Length": str(len(body))}
        for name, value in (told | {key.replace("_", "-"): value for key, value in headers.items()}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(int(DRIP * 2)):
            self.wfile.write(b"x")
            self.wfile.flush()
            sleep(0.5)

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for _ in range(10_000):
            self.wfile.write(b"40000\r\n" + b"x" * 0x40000 + b"\r\n")

    def log_message(self, *args: object) -> None:
        """No log."""


def _link(web: Web, page: Made) -> str:
    if page.kind == "private":
        return web.url(page.path).replace("/page/", "/private/page/")
    return "file:///etc/passwd" if page.kind == "no-scheme" else web.url(page.path)
