"""A browser on the desk of a record, for tests: Debian's Chromium, driven by Playwright."""

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from rashomon.desk import is_built, make_app
from rashomon.run import Pipeline
from rashomon.settings import Settings

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(__file__).parents[2] / "desk" / "node_modules" / "axe-core" / "axe.min.js"

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader", "--force-prefers-reduced-motion"]
"""The map draws with software; the sandbox needs rights that a container does not give."""

PATIENCE = 30_000
"""Milliseconds that anything may take to be there."""

STARTED = 20.0
"""Seconds that the server may take to answer."""


def need_browser() -> None:
    """Skip where there is no browser or no built desk."""
    if not is_built():
        pytest.skip("the pages of the desk are not built: make desk")
    if CHROMIUM is None:
        pytest.skip("there is no chromium: apt-get install chromium")


@contextmanager
def served(record: Path, cache: Path, pipeline: Pipeline | None = None) -> Iterator[str]:
    """The address of a desk on the record, in a thread; Mira decides at it, with these stages."""
    app = make_app(str(record), Settings(cache=cache), "Mira")
    if pipeline is not None:
        app.state.desk.pipeline = pipeline
    config = uvicorn.Config(app, port=0, log_level="error", access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        until = time.monotonic() + STARTED
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser itself."""
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


class Watched:
    """A page that writes down what should not happen: errors, dialogs, and requests that leave the desk."""

    def __init__(self, page: Page, desk: str) -> None:
        self.page = page
        self.desk = desk
        self.troubles: list[str] = []
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        page.on("pageerror", lambda error: self.troubles.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (self.troubles.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda told: self._console(told.type, told.text))
        page.on("request", lambda request: self._request(request.url))

    def go(self, path: str) -> Page:
        """Open a view and wait until all that it asks for is there."""
        self.page.goto(self.desk + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def _console(self, kind: str, text: str) -> None:
        if kind == "error" and "404" not in text:
            self.troubles.append(f"console: {text}")

    def _request(self, url: str) -> None:
        if not url.startswith((self.desk, f"blob:{self.desk}", "data:")):
            self.troubles.append(f"asks outside: {url}")
