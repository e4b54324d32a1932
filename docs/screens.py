"""Draws docs/images/*.png: the views of the desk on the example pages. Run it after a change of their looks.

Needs the built desk (make desk) and Debian's chromium.
"""

import shutil
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import uvicorn
from playwright.sync_api import Page, sync_playwright

import rashomon
from rashomon.desk import make_app
from rashomon.examples import PAGES
from rashomon.settings import Settings
from rashomon.store.reviewed import Waiting

IMAGES = Path(__file__).parent / "images"
WIDE = {"width": 1200, "height": 700}
NARROW = {"width": 390, "height": 780}
TALL = {"width": 1200, "height": 1130}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]
SETTLED = 4000
"""Milliseconds until the map has drawn itself."""


def main() -> None:
    """Build the record of the example pages, open its views, and write the pictures."""
    with TemporaryDirectory() as folder:
        record = Path(folder) / "examples.record"
        rashomon.build([PAGES], into=record)
        app = make_app(str(record), Settings(cache=Path(folder)), "Mira")
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        try:
            draw(address)
            code(record)
            review(address)
        finally:
            server.should_exit = True
            thread.join()


def code(record: Path) -> None:
    """Two coders decide on the statements that the reader was least sure of, and not always alike."""
    with rashomon.open(record) as view:
        waiting = [line.statement for line in view.reviewed.queue(Waiting(), 12)]
    for n, one in enumerate(waiting):
        rashomon.judge(record, one.id, "right", by="Ana", because="as the text tells it")
        if n % 4 == 1:
            rashomon.judge(record, one.id, "wrong", by="Ben", because="told in general, of no one time")
        elif n % 4 == 2:
            rashomon.correct(record, one.id, "factuality", "planned", by="Ben", because="an order, not yet done")
        else:
            rashomon.judge(record, one.id, "right", by="Ben", because="as the text tells it")


def draw(address: str) -> None:
    """Write a picture of each view."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        for light, size, suffix in (("light", WIDE, ""), ("dark", WIDE, "-dark"), ("light", NARROW, "-narrow")):
            page = browser.new_page(viewport=size, color_scheme=light)  # type: ignore[arg-type]
            shoot(page, f"{address}/events", f"events{suffix}")
            key = page.request.get(f"{address}/api/events?q=dismissed&clash=figure").json()["events"][0]["id"]
            page.goto(f"{address}/events/{key}")
            if suffix != "-narrow":
                page.get_by_role("row", name="How many dismissed").get_by_role("button", name="407").first.click()
                page.mouse.move(0, 0)
            shoot(page, None, f"event{suffix}")
            if suffix:
                continue
            statement = page.request.get(f"{address}/api/events/{key}").json()["event"]["clashes"][0]["holdings"][0]
            spot = statement["spots"][0]
            shoot(page, f"{address}/articles/{spot['article']}?statement={spot['statement']}", "article")
            lines = page.request.get(f"{address}/api/actors").json()["actors"]
            pages = (page.request.get(f"{address}/api/actors/{line['id']}").json() for line in lines)
            most = max(pages, key=lambda told: len(told["acts_on"]) + len(told["acted_on_by"]))
            shoot(page, f"{address}/actors/{most['actor']['id']}", "actor")
            page.set_viewport_size(TALL)
            shoot(page, f"{address}/situation?on=2008-04-16", "situation")
        browser.close()


def review(address: str) -> None:
    """Write pictures of the queue, of a correction, and of what two coders left differently."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(viewport=WIDE, color_scheme="light")  # type: ignore[arg-type]
        review_pages(page, address)
        browser.close()


def review_pages(page: Page, address: str) -> None:
    """The three, one after the other."""
    found = page.request.get(f"{address}/api/queue", params={"act": "defect/dismiss"}).json()["lines"]
    key = next(line["id"] for line in found if "407" in line["text"])
    shoot(page, f"{address}/review?item={key}", "review")
    page.keyboard.press("f")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="New value").fill("Iraq")
    page.get_by_role("listbox", name="Known values").get_by_role("option").first.wait_for()
    page.keyboard.press("ArrowDown")
    shoot(page, None, "review-fix")
    shoot(page, f"{address}/review/agreement", "agreement")


def shoot(page: Page, address: str | None, name: str) -> None:
    """Write a picture of what the page shows when all of it is there."""
    if address:
        page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLED)
    page.screenshot(path=IMAGES / f"{name}.png")


if __name__ == "__main__":
    main()
