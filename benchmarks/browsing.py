"""How soon a browser shows the first view of a desk, and how much memory it takes for all of them: Debian's Chromium.

Memory is that of all processes of the browser: what is theirs alone; and with what they share divided among them (PSS),
to which the program itself, some 200 MiB, belongs. The map is drawn by software, in the browser's memory; where there
is a graphics card, less is taken.
"""

import shutil
import statistics
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from uuid import uuid4

from playwright.sync_api import Browser, Page, sync_playwright
from rich.console import Console
from rich.table import Table

ROUNDS = 7
"""First visits, each with an empty cache."""

USABLE = 1500.0
"""Milliseconds that the first view may take."""

MEMORY = 500.0
"""MiB that may be the browser's alone."""

SIZE = {"width": 1400, "height": 900}
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--enable-unsafe-swiftshader"]


def measure_browsing(desk: str, console: Console) -> bool:
    """Open the desk at this address in a browser and print times and memory; whether both are as they should be. True
    with a word where there is no browser."""
    program = shutil.which("chromium")
    if program is None:
        console.print("no chromium here: the browser is not measured (apt-get install chromium)")
        return True
    mark = f"--measured={uuid4().hex}"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=[*ARGUMENTS, mark])
        # The first of them starts what a browser starts but once.
        _first_view(browser, desk)
        visits = [_first_view(browser, desk) for _ in range(ROUNDS)]
        used = list(_walk(browser, desk, mark))
        browser.close()
    table = Table("first view, milliseconds", "median", "most")
    for name, times in zip(
        ("the list can be used", "all is drawn, the map too"), zip(*visits, strict=True), strict=True
    ):
        table.add_row(name, f"{statistics.median(times):.0f}", f"{max(times):.0f}")
    console.print(table)
    table = Table("browser, MiB, after", "its own", "with what is shared")
    for name, sizes in used:
        table.add_row(name, *(f"{size:.0f}" for size in sizes))
    console.print(table)
    usable = statistics.median(list_ for list_, _ in visits)
    return usable <= USABLE and max(own for _, (own, _) in used) <= MEMORY


def _first_view(browser: Browser, desk: str) -> tuple[float, float]:
    """Milliseconds until the list of events can be used, and until map and timeline are drawn as well."""
    context = browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
    page = context.new_page()
    begun = monotonic()
    page.goto(f"{desk}/events", wait_until="commit")
    page.locator("a.line").first.wait_for()
    # A browser that still works through the page takes no key yet.
    page.get_by_role("searchbox").press("ArrowLeft")
    list_ = monotonic() - begun
    _drawn(page)
    whole = monotonic() - begun
    context.close()
    return list_ * 1000, whole * 1000


def _walk(browser: Browser, desk: str, mark: str) -> Iterator[tuple[str, tuple[float, float]]]:
    """What somebody opens one after the other in one page, with the memory taken after each."""
    page = browser.new_context(viewport=SIZE).new_page()  # type: ignore[arg-type]
    yield "an empty page", _memory(mark)
    page.goto(f"{desk}/events")
    _drawn(page)
    yield "list, map and timeline", _memory(mark)
    words = page.locator("a.line").first.inner_text().replace(":", " ").replace(",", " ").split()
    page.get_by_role("searchbox").fill(words[0])
    page.wait_for_url("**q=*")
    page.wait_for_load_state("networkidle")
    yield "a search", _memory(mark)
    page.locator("a.line").first.click()
    page.get_by_role("heading", name="Accounts").wait_for()
    yield "an event", _memory(mark)
    page.locator("tbody button").first.click()
    page.get_by_role("link", name="The whole article").click()
    page.locator(".text mark").first.wait_for()
    yield "an article", _memory(mark)
    views = page.get_by_role("navigation", name="Views")
    for name in ("Actors", "Situation", "Review"):
        views.get_by_role("link", name=name).click()
        page.wait_for_url(f"**/{name.lower()}*")
        page.wait_for_load_state("networkidle")
        yield name.lower(), _memory(mark)
    views.get_by_role("link", name="Events").click()
    _drawn(page)
    yield "the list again", _memory(mark)


def _drawn(page: Page) -> None:
    page.get_by_role("img", name="Timeline").wait_for()
    page.locator(".spot").first.wait_for()
    page.wait_for_load_state("networkidle")


def _memory(mark: str) -> tuple[float, float]:
    """MiB of the browser that was started with this mark, and of all processes that it started: what is theirs alone,
    and with their parts of what is shared."""
    children: dict[int, list[int]] = {}
    waiting = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            words = (path / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue  # It ended meanwhile.
        children.setdefault(parent, []).append(int(path.name))
        if mark.encode() in words and not any(word.startswith(b"--type=") for word in words):
            waiting.append(int(path.name))
    own = whole = 0
    while waiting:
        one = waiting.pop()
        waiting += children.get(one, [])
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text().splitlines()
        except OSError:
            continue
        sizes = {line.split()[0]: int(line.split()[1]) for line in lines[1:]}
        own += sizes["Private_Clean:"] + sizes["Private_Dirty:"]
        whole += sizes["Pss:"]
    return own / 1024, whole / 1024
