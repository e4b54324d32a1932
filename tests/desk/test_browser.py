"""The reading walk in a browser: find an event, see what clashes, open its sentence; by pointer and by keyboard."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tests.desk.browser import AXE, Watched, browser, need_browser, served

from rashomon.run import Pipeline, build
from rashomon.store import Store

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 380, "height": 800}
DISMISSALS = "Dismissals: Interior Ministry and police officers"


@pytest.fixture(scope="module")
def address(example_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    need_browser()
    with served(example_record, tmp_path_factory.mktemp("served")) as at:
        yield at


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    need_browser()
    with browser() as opened:
        yield opened


@pytest.fixture
def watched(address: str, chromium: Browser) -> Iterator[Watched]:
    context = chromium.new_context(viewport=WIDE)
    seen = Watched(context.new_page(), address)
    yield seen
    context.close()
    assert seen.troubles == []


def test_the_reading_walk(watched: Watched) -> None:
    page = watched.go("/")
    page.get_by_role("searchbox", name="Search events").fill("dismissed policemen")
    page.get_by_role("heading", name="of 69 events").wait_for()
    page.get_by_role("link", name=DISMISSALS).click()

    page.get_by_role("heading", level=1, name=DISMISSALS).wait_for()
    row = page.get_by_role("row", name="How many dismissed")
    assert row.get_by_text("≠").count() >= 2
    row.get_by_role("button", name="407").first.click()
    passage = page.get_by_role("complementary", name="The sentence in its article")
    assert passage.locator("mark.lit").inner_text() == "407"
    assert "police officers" in "".join(passage.locator(".sentence").all_inner_texts())

    passage.get_by_role("link", name="The whole article").click()
    page.locator("mark.here").first.wait_for()
    # What the pointer happens to lie on is not shown in place of what was asked for, until it is moved.
    page.locator("mark.part.figure").filter(has_text="407").first.wait_for()
    asked = page.locator(".statements li.on")
    expect(asked).to_have_count(1)
    first = page.locator(".statements li").first
    expect(first).not_to_have_class(re.compile(r"\bon\b"))
    first.locator("[data-line]").hover()
    expect(first).to_have_class(re.compile(r"\bon\b"))

    page.go_back()
    page.get_by_role("heading", level=1, name=DISMISSALS).wait_for()
    page.go_back()
    page.get_by_role("heading", name="of 69 events").wait_for()
    assert "q=dismissed" in page.url


def test_the_walk_by_keyboard(watched: Watched) -> None:
    page = watched.go("/events")
    page.keyboard.press("/")
    page.keyboard.type("dismissed policemen")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="of 69 events").wait_for()
    page.wait_for_url("**q=dismissed*")
    page.keyboard.press("Escape")
    page.wait_for_load_state("networkidle")
    for _ in range(10):
        page.keyboard.press("j")
        if DISMISSALS in page.evaluate("document.activeElement.innerText"):
            break
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=DISMISSALS).wait_for()
    value = page.get_by_role("row", name="How many dismissed").get_by_role("button", name="407").first
    value.focus()
    page.keyboard.press("Enter")
    passage = page.get_by_role("complementary", name="The sentence in its article")
    passage.wait_for()
    page.keyboard.press("Escape")
    passage.wait_for(state="detached")
    assert "407" in page.evaluate("document.activeElement.innerText")
    page.keyboard.press("?")
    page.get_by_role("heading", name="Keys").wait_for()
    page.keyboard.press("Escape")


def test_list_map_and_timeline_move_together_and_the_address_holds_it(watched: Watched) -> None:
    page = watched.go("/events")
    spots = page.locator(".spot")
    spots.first.wait_for()
    before = spots.count()
    page.get_by_role("link", name="Basrah", exact=False).first.click()
    page.get_by_role("heading", name="of 69 events").wait_for()
    assert "place=Basrah" in page.url
    # Only Basra, and what its events name besides, is left on the map.
    expect(spots).not_to_have_count(before)
    page.get_by_role("textbox", name="From").fill("2008-03-20")
    with page.expect_response(lambda answer: "/api/events?" in answer.url and "until=2008-03-31" in answer.url) as told:
        page.get_by_role("textbox", name="To").fill("2008-03-31")
    found = f"{told.value.json()['total']} of 69 events"
    expect(page.locator("#found")).to_have_text(found)
    page.reload()
    expect(page.locator("#found")).to_have_text(found)
    page.get_by_role("link", name="Take away the filter in Basrah").click()
    page.get_by_role("link", name="Take away the filter in Basrah").wait_for(state="detached")
    assert "place" not in page.url


def test_days_are_chosen_by_drawing_on_the_timeline(watched: Watched) -> None:
    page = watched.go("/events")
    box = page.get_by_role("img", name="Timeline").bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 30, steps=4)
    page.mouse.up()
    page.wait_for_url("**since=*until=*")


def test_an_event_as_of_a_day_and_according_to_somebody(watched: Watched, dismissals: str) -> None:
    page = watched.go(f"/events/{dismissals}")
    page.get_by_label("According to").select_option("New York Times")
    page.wait_for_url("**according_to=New+York+Times*")
    accounts = page.locator("thead th")
    expect(accounts).to_have_count(1)
    assert page.get_by_text("≠ How many").count() == 0
    page.get_by_role("link", name="Show all").click()
    expect(accounts).to_have_count(4)
    slider = page.get_by_label("As of")
    slider.focus()
    page.keyboard.press("Home")
    page.wait_for_url("**as_of=2008-04-04*")
    expect(accounts).not_to_have_count(4)


def test_what_is_not_there_leads_back(watched: Watched) -> None:
    page = watched.go(f"/events/{'0' * 16}")
    page.get_by_role("alert").get_by_text("no event with this id").wait_for()
    page.get_by_role("link", name="To the list").click()
    page.get_by_role("heading", name="69 events").wait_for()
    watched.go("/nothing")
    page.get_by_role("heading", name="There is no such page").wait_for()
    watched.go("/events?q=nothingofthesort")
    page.get_by_text("No event answers to all of this").wait_for()


SITUATION = "/situation?on=2008-04-16"


def test_the_situation_walk(watched: Watched) -> None:
    page = watched.go(SITUATION)
    page.get_by_role("heading", level=1, name="The situation on 16 April 2008").wait_for()
    tie = page.get_by_role("region", name="Graph of forces").get_by_role("button", name="is allied with")
    tie.focus()
    page.keyboard.press("Enter")
    behind = page.get_by_role("complementary", name="The sentences behind it")
    behind.locator("mark").first.wait_for()
    assert "open=" in page.url
    page.reload()
    behind.get_by_role("link").last.click()
    page.locator("mark.here").first.wait_for()
    page.go_back()
    behind.wait_for()
    page.keyboard.press("Escape")
    behind.wait_for(state="detached")

    flow = page.get_by_role("region", name="Flows drawn as bands").get_by_role("button", name="Refused, Iraqi soldiers")
    flow.focus()
    page.keyboard.press("Enter")
    expect(behind.get_by_role("heading", level=2)).to_contain_text("up to 1,500 Iraqi soldiers")
    page.get_by_role("region", name="Relations told without a day").get_by_role("button", name="is allied with").click()
    expect(behind.get_by_role("heading", level=2)).to_contain_text("allied")


def test_the_days_play_and_pause(watched: Watched) -> None:
    page = watched.go("/situation?on=2008-03-30")
    page.get_by_role("button", name="Play").click()
    page.wait_for_url("**on=2008-04-02*")
    page.get_by_role("button", name="Pause").click()
    slider = page.get_by_role("slider", name="Day")
    slider.focus()
    page.keyboard.press("Home")
    page.get_by_role("heading", level=1, name="24 March 2008").wait_for()


def test_two_situations_beside_each_other(watched: Watched) -> None:
    page = watched.go(SITUATION)
    page.get_by_label("Beside the day").fill("2008-03-24")
    page.get_by_role("heading", name="24 March 2008 beside 16 April 2008").wait_for()
    expect(page.get_by_role("cell", name="only 16 April 2008").first).to_be_visible()
    page.get_by_role("combobox", name="According to").select_option("Harbour Wire")
    page.get_by_role("combobox", name="or as told by").select_option("The Evening Lantern")
    page.get_by_role("heading", name="Harbour Wire beside The Evening Lantern").wait_for()
    assert "according_to=Harbour+Wire" in page.url
    page.get_by_role("link", name="Show all").click()
    page.get_by_role("heading", name="Harbour Wire beside The Evening Lantern").wait_for(state="detached")


@pytest.fixture(scope="module")
def views(address: str, dismissals: str, chromium: Browser) -> dict[str, str]:
    page = chromium.new_page()
    article = page.request.get(f"{address}/api/articles").json()["articles"][1]["id"]
    actor = page.request.get(f"{address}/api/actors").json()["actors"][0]["id"]
    page.close()
    return {
        "events": "/events",
        "none": "/events?q=nothingofthesort",
        "event": f"/events/{dismissals}",
        "articles": "/articles",
        "article": f"/articles/{article}",
        "actors": "/actors",
        "actor": f"/actors/{actor}",
        "situation": "/situation?on=2008-04-16&against=2008-03-24",
        "behind": "/situation?on=2008-04-16",
        "review": "/review",
        "decisions": "/review/decisions",
        "agreement": "/review/agreement",
        "export": "/export",
        "failed": f"/events/{'0' * 16}",
    }


@pytest.mark.parametrize("light", ["light", "dark"])
@pytest.mark.parametrize(
    "view",
    [
        "events", "none", "event", "articles", "article", "actors", "actor", "situation", "behind", "review",
        "decisions", "agreement", "export", "failed", "passage",
    ],
)  # fmt: skip
def test_axe_finds_nothing_serious(
    address: str, chromium: Browser, views: dict[str, str], view: str, light: str
) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make desk")
    context = chromium.new_context(viewport=WIDE, color_scheme=light)  # type: ignore[arg-type]
    page = Watched(context.new_page(), address).go(views["event" if view == "passage" else view])
    if view == "passage":
        page.get_by_role("row", name="How many dismissed").get_by_role("button", name="407").first.click()
        page.locator("mark.lit").wait_for()
    if view == "behind":
        page.get_by_role("button", name="is allied with").first.press("Enter")
        page.locator("aside mark").first.wait_for()
    page.evaluate(AXE.read_text("utf-8"))
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    serious = [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {json.dumps(one['nodes'][0]['any'])[:300]}"
        for one in told["violations"]
        if one["impact"] in ("serious", "critical")
    ]
    context.close()
    assert serious == []


@pytest.mark.parametrize(
    "view", ["events", "event", "articles", "article", "actors", "actor", "situation", "review", "decisions", "export"]
)
def test_a_narrow_window_is_not_moved_sideways(
    address: str, chromium: Browser, views: dict[str, str], view: str
) -> None:
    context = chromium.new_context(viewport=NARROW)  # type: ignore[arg-type]
    page = Watched(context.new_page(), address).go(views[view])
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert wide <= 0


def test_an_event_prints_without_what_is_only_for_the_screen(watched: Watched, dismissals: str) -> None:
    page = watched.go(f"/events/{dismissals}")
    page.emulate_media(media="print")
    assert not page.locator("header nav").is_visible()
    assert not page.get_by_label("According to").is_visible()
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.get_by_role("table").is_visible()


def test_the_deciding_walk(chromium: Browser, pages: Path, lines: Pipeline, tmp_path: Path) -> None:
    record = tmp_path / "lines.record"
    build([pages], record, lines)
    with served(record, tmp_path, lines) as at:
        context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
        seen = Watched(context.new_page(), at)
        page = seen.go("/actors?q=Adel")
        expect(page.locator("tbody tr")).to_have_count(1)
        page.get_by_role("link", name="Adel Marun").click()
        page.get_by_role("button", name="Not this one…").first.click()
        page.get_by_label("another than the rest?").fill("two men of one name")
        page.keyboard.press("Enter")

        page.get_by_role("heading", name="1 judgement").wait_for()
        expect(page.get_by_role("listitem").filter(has_text="two men of one name")).to_contain_text("Mira,")
        seen.go("/actors?q=Adel")
        expect(page.locator("tbody tr")).to_have_count(2)

        seen.go("/review/decisions")
        page.get_by_role("button", name="Take it back…").click()
        page.get_by_label("Why take it back?").fill("one man after all")
        page.get_by_role("button", name="Take it back", exact=True).click()
        page.get_by_role("heading", name="2 judgements").wait_for()
        seen.go("/actors?q=Adel")
        expect(page.locator("tbody tr")).to_have_count(1)

        seen.go("/export")
        page.get_by_label("brought to one row by").select_option("median 1")
        with page.expect_download() as download:
            page.get_by_role("link", name="Download").click()
        told = [json.loads(line) for line in Path(download.value.path()).read_text("utf-8").splitlines()]
        with Store(record).view() as view:
            assert [one["id"] for one in told if one["kind"] == "event"] == [event.id for event in view.events()]
        context.close()
    assert seen.troubles == []


def test_text_of_pages_never_runs(chromium: Browser, lines: Pipeline, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    nasty = "<script>alert(1)</script> <img src=x onerror=alert(2)>"
    (folder / "a.txt").write_text(
        f"{nasty}\n😀\nKarsa: 12 deserted, says Adel Marun\n\u202egnp.exe\n" + "word " * 20_000
    )
    (folder / "manifest.csv").write_text(f'file,outlet,title\na.txt,"{nasty}","{nasty}"\n')
    build([folder], tmp_path / "nasty.record", lines)
    with served(tmp_path / "nasty.record", tmp_path) as at:
        context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
        seen = Watched(context.new_page(), at)
        page = seen.go("/events?q=deserted")
        page.get_by_role("link", name="Desertions in Karsa").or_(page.locator("a.line")).first.click()
        page.get_by_role("button", name="12").first.click()
        assert page.locator("mark.lit").inner_text() == "12"
        page.get_by_role("link", name="The whole article").click()
        page.locator("mark.here").first.wait_for()
        assert nasty in page.locator(".text").inner_text()
        assert page.locator("mark.here.part.figure").inner_text() == "12"
        for path in ("/events", "/articles", "/actors"):
            seen.go(path)
        context.close()
    assert seen.troubles == []
