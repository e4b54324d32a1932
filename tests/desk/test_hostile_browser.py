"""Whatever a page brings, nothing of it runs in the browser, and every view of it can still be read."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from tests.desk.browser import Watched, browser, need_browser, served
from tests.desk.hostile import LONG, NAMES, HostilePipeline, hostile_record

WIDE = {"width": 1400, "height": 900}
SLOW = 60_000
"""Milliseconds that a page of endless words may take where other work keeps the machine busy."""


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    need_browser()
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    need_browser()
    folder = tmp_path_factory.mktemp("hostile")
    pipeline = HostilePipeline()
    with served(hostile_record(folder, pipeline), folder, pipeline) as at:
        yield at


def test_the_watch_sees_what_runs(chromium: Browser, address: str) -> None:
    """What the next test looks for is seen where it does happen."""
    context = chromium.new_context()
    page = Watched(context.new_page(), address).go("/events")
    page.evaluate("window.ran = 1")
    assert ran(page) == 1
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_name_runs_in_any_view(chromium: Browser, address: str, name: str) -> None:
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    seen = Watched(context.new_page(), address)
    seen.page.set_default_timeout(SLOW)
    page = seen.go("/events")
    events = page.request.get(f"{address}/api/events?limit=500").json()["events"]
    key = next(event["id"] for event in events if event["title"] == f"Desertions in {name}")
    seen.go(f"/events/{key}").get_by_role("heading", level=1, name=name).wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == f"Desertions in {name}"
    page.get_by_role("row", name="How many").get_by_role("button").first.click()
    page.locator("mark.lit").wait_for()
    actors = page.request.get(f"{address}/api/actors?limit=500").json()["actors"]
    actor = next(actor["id"] for actor in actors if actor["name"] == name)
    seen.go(f"/actors/{actor}").get_by_role("heading", level=1).wait_for()
    assert page.get_by_role("heading", level=1).inner_text() == name
    seen.page.goto(f"{address}/events?origin={name}&place={name}&q={name}".replace("&g", "%26g"))
    page.wait_for_load_state("networkidle")
    assert ran(page) is None
    context.close()
    assert seen.troubles == []


def test_a_hostile_article_and_endless_words_are_shown_as_they_are(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    seen = Watched(context.new_page(), address)
    seen.page.set_default_timeout(SLOW)
    page = seen.go("/articles")
    for line in page.request.get(f"{address}/api/articles").json()["articles"]:
        seen.go(f"/articles/{line['id']}").locator(".text").wait_for()
        told = page.locator(".text").inner_text()
        assert len(told) > LONG
        assert NAMES[0] in told
        assert page.locator(".text script, .text img, .text svg, .text a[href^=javascript]").count() == 0
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
    for path in ("/events", "/articles", "/actors", "/review", "/export"):
        seen.go(path)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, path
        assert ran(page) is None
    longest = page.request.get(f"{address}/api/actors?limit=500").json()["actors"]
    key = max(longest, key=lambda actor: len(actor["name"]))["id"]
    seen.go(f"/actors/{key}").get_by_role("heading", level=1).wait_for()
    assert ran(page) is None
    context.close()
    assert seen.troubles == []


def ran(page: Page) -> object:
    """What a script of the record would have left."""
    return page.evaluate("window.ran ?? null")
