"""Reviewing in a browser, by keyboard: the walk from an event to a table that is read back, and the queue's keys."""

import csv
import json
import shutil
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.browser import AXE, Watched, browser, need_browser, served

from rashomon.run import Pipeline, build
from rashomon.store import Store

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 380, "height": 800}
SENTENCE = "[...document.querySelectorAll('.sentence')].map(part => part.innerText).join('')"
"""The words of the statement that is looked at; its neighbours stand around it as well."""

DISMISSALS = "Dismissals: Interior Ministry and police officers"
DESERTIONS = "Desertions, refusals: members of the security forces, Basra"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    need_browser()
    with browser() as opened:
        yield opened


@pytest.fixture
def lines_desk(pages: Path, lines: Pipeline, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    need_browser()
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    with served(record, tmp_path / "cache", lines) as at:
        yield at, record


def opened(chromium: Browser, at: str, size: dict[str, int] = WIDE, light: str = "light") -> Watched:
    context = chromium.new_context(viewport=size, color_scheme=light)  # type: ignore[arg-type]
    return Watched(context.new_page(), at)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def settled(page: Page) -> None:
    """Wait until the next statement is there."""
    page.locator("section[aria-busy=false]").wait_for()


def on(page: Page, role: str, name: str, *, exact: bool = False) -> None:
    """Press Enter on something that the keyboard reaches."""
    there = page.get_by_role(role, name=name, exact=exact).first  # type: ignore[arg-type]
    there.focus()
    expect(there).to_be_focused()
    page.keyboard.press("Enter")


def test_the_whole_walk_by_keyboard(
    example_record: Path, pipeline: Pipeline, chromium: Browser, tmp_path: Path
) -> None:
    record = Path(shutil.copy(example_record, tmp_path / "walk.record"))
    with served(record, tmp_path / "cache", pipeline) as at:
        seen = opened(chromium, at)
        find_the_figure(seen)
        correct_it(seen.page)
        join_two_events(seen.page)
        expect_events(seen, 68)
        take_it_back(seen)
        expect_events(seen, 69)
        read_the_tables(seen)
        seen.page.context.close()
    assert seen.troubles == []


def find_the_figure(seen: Watched) -> None:
    """The event, its four figures, and the sentence of one."""
    page = seen.go("/events")
    press(page, "/")
    page.keyboard.type("dismissed policemen")
    press(page, "Enter")
    page.get_by_role("heading", name="of 69 events").wait_for()
    press(page, "Escape")
    on(page, "link", DISMISSALS)
    page.get_by_role("heading", level=1, name=DISMISSALS).wait_for()
    row = page.get_by_role("row", name="How many dismissed")
    expect(row.get_by_role("button")).to_have_count(4)
    assert row.get_by_text("≠").count() >= 2
    row.get_by_role("button", name="407").first.focus()
    press(page, "Enter")
    page.get_by_role("complementary", name="The sentence in its article").wait_for()


def correct_it(page: Page) -> None:
    """The number is wrong: it is corrected on its own words, and the event names who did."""
    on(page, "link", "Review it", exact=True)
    page.get_by_role("button", name="Right").wait_for()
    expect(page.get_by_text("waits")).to_be_visible()
    press(page, "f", "6")
    expect(page.locator(".chosen")).to_have_text("407")
    press(page, "Enter")
    expect(page.get_by_role("combobox", name="New value")).to_have_value("407")
    page.keyboard.type("417 police officers")
    press(page, "Enter")
    expect(page.get_by_role("status").filter(has_text="417 police officers")).to_be_visible()
    expect(page.get_by_text("by Mira; read: 407 police officers (dismissed)")).to_be_visible()
    on(page, "link", DISMISSALS)
    row = page.get_by_role("row", name="How many dismissed")
    expect(row.get_by_role("button", name="417").filter(has_text="as corrected by Mira")).to_be_visible()


def join_two_events(page: Page) -> None:
    """Another event is found by its words and joined, with a reason."""
    on(page, "button", "Join with another event…")
    expect(page.get_by_label("Which other event is the same?")).to_be_focused()
    page.keyboard.type("desertions refusals")
    page.get_by_role("list", name="Found").get_by_role("button", name=DESERTIONS).focus()
    press(page, "Enter")
    expect(page.get_by_label("Why are they one event?")).to_be_focused()
    page.keyboard.type("one mutiny")
    press(page, "Enter")
    page.get_by_text("judged to tell of one event by Mira: one mutiny").wait_for(state="attached")


def expect_events(seen: Watched, number: int) -> None:
    """The list holds so many; making it anew takes a moment."""
    seen.page.goto(f"{seen.desk}/events")
    seen.page.get_by_role("heading", name=f"{number} events").wait_for()


def take_it_back(seen: Watched) -> None:
    """The latest decision is taken back."""
    page = seen.go("/review/decisions")
    on(page, "button", "Take it back…")
    page.get_by_label("Why take it back?").wait_for()
    page.keyboard.type("two after all")
    press(page, "Enter")
    page.get_by_role("heading", name="3 judgements").wait_for()


def read_the_tables(seen: Watched) -> None:
    """The tables go out, and tell who made the number."""
    page = seen.go("/export")
    page.get_by_role("radio", name="csv").focus()
    press(page, " ")
    with page.expect_download() as download:
        on(page, "link", "Download")
    with ZipFile(download.value.path()) as packed:
        name = next(each for each in packed.namelist() if each.endswith("statements.csv"))
        rows = list(csv.DictReader(TextIOWrapper(packed.open(name), "utf-8")))
    (made,) = (one for one in rows if one["corrected"])
    assert [one["best"] for one in json.loads(made["figures"])] == [417]
    assert json.loads(made["corrected"])[0]["author"] == "Mira"


def test_the_keys_of_the_queue(lines_desk: tuple[str, Path], chromium: Browser) -> None:
    at, record = lines_desk
    seen = opened(chromium, at)
    page = seen.go("/review")
    page.get_by_role("heading", name="4 statements to review").wait_for()
    settled(page)
    evidence = page.locator(".sentence")
    first = "".join(evidence.all_inner_texts())
    press(page, "s")
    page.wait_for_function(f"words => {SENTENCE} !== words", arg=first)
    expect(page.get_by_role("heading", name="4 statements to review")).to_be_visible()
    settled(page)
    press(page, "p")
    page.wait_for_function(f"words => {SENTENCE} === words", arg=first)
    press(page, "r")
    page.get_by_role("heading", name="3 statements to review").wait_for()
    settled(page)
    press(page, "w")
    expect(page.get_by_label("Why is it wrong?")).to_be_focused()
    press(page, "3")
    page.get_by_role("heading", name="2 statements to review").wait_for()
    settled(page)
    press(page, "p")
    expect(page.locator("strong.wrong")).to_be_visible()
    press(page, "u")
    page.get_by_role("heading", name="3 statements to review").wait_for()
    settled(page)
    press(page, "c")
    page.keyboard.type("look again")
    press(page, "Enter")
    settled(page)
    press(page, "h")
    expect(page.locator(".history")).to_contain_text("look again")
    expect(page.locator(".history")).to_contain_text("taken back in the queue")
    with Store(record).view() as view:
        told = [(one.kind, one.reason, bool(one.undoes)) for one in view.judgements()]
    assert told == [
        ("right", "right: as the text tells it", False),
        ("wrong", "a figure of speech", False),
        ("wrong", "taken back in the queue", True),
        ("comment", "look again", False),
    ]
    page.context.close()
    assert seen.troubles == []


def test_words_are_chosen_with_the_mouse_and_values_picked(lines_desk: tuple[str, Path], chromium: Browser) -> None:
    at, record = lines_desk
    seen = opened(chromium, at)
    page = seen.go("/review")
    page.get_by_role("button", name="Correct Who").click()
    box = page.locator(".trigger").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + box["height"] / 2, steps=5)
    page.mouse.up()
    field = page.get_by_role("combobox", name="New value")
    expect(field).to_have_value("deserted")
    field.fill("Ilse")
    page.get_by_role("option", name="Ilse Horn").wait_for()
    press(page, "ArrowDown", "Enter", "Enter")
    expect(page.locator("dd").filter(has_text="Ilse Horn").first).to_be_visible()
    with Store(record).view() as view:
        (made,) = view.judgements()
        told = view.statements_by_id([made.subject])[made.subject]
        (role,) = told.actors
        assert (role.name, role.text, role.actor is not None) == ("Ilse Horn", "deserted", True)
    page.context.close()
    assert seen.troubles == []


def test_who_decides_second_is_told_at_once(lines_desk: tuple[str, Path], chromium: Browser) -> None:
    at, _ = lines_desk
    one, other = opened(chromium, at), opened(chromium, at)
    first, second = one.go("/review"), other.go("/review")
    second.get_by_role("button", name="Right").wait_for()
    press(first, "r")
    first.get_by_role("heading", name="3 statements to review").wait_for()
    press(second, "w", "Enter")
    expect(second.get_by_role("alert")).to_contain_text("Meanwhile Mira decided")
    expect(second.get_by_role("alert")).to_contain_text("Both decisions are kept")
    for each in (one, other):
        each.page.context.close()
        assert each.troubles == []


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize("view", ["choose", "fix", "wrong", "decisions", "agreement", "join"])
def test_axe_finds_nothing_serious_while_deciding(
    lines_desk: tuple[str, Path], chromium: Browser, view: str, light: str
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make desk")
    at, _ = lines_desk
    seen = opened(chromium, at, light=light)
    page = seen.go("/review")
    keys = {"choose": ("f", "4"), "fix": ("f", "4", "Enter"), "wrong": ("w",)}.get(view, ("r",))
    press(page, *keys[:1])
    settled(page)
    press(page, *keys[1:])
    if view in ("decisions", "agreement"):
        seen.go(f"/review/{view}")
    elif view == "join":
        seen.go("/events")
        page.locator("a.line").first.click()
        page.get_by_role("button", name="Join with another event…").click()
        page.get_by_role("list", name="Found").get_by_role("button").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.evaluate(AXE.read_text("utf-8"))
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {json.dumps(one['nodes'][0]['any'])[:300]}"
        for one in told["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    page.context.close()
    assert serious == []
