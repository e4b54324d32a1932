"""A team at the desk, in a browser: each role signs in and sees what it may do; two decide on one thing at once."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.desk.browser import AXE, Watched, browser, need_browser, served
from tests.desk.team import NAMES, word

from rashomon.desk.people import people_of
from rashomon.desk.roles import Role
from rashomon.run import Pipeline
from rashomon.settings import Settings

WIDE = {"width": 1400, "height": 900}
NARROW = {"width": 380, "height": 800}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    need_browser()
    with browser() as opened:
        yield opened


@pytest.fixture
def address(record: Path, users: Path, tmp_path: Path, lines: Pipeline) -> Iterator[str]:
    need_browser()
    shutil.copy(users, people_of(str(record), Settings()).path)
    with served(record, tmp_path, lines) as at:
        yield at


def sign_in(chromium: Browser, address: str, name: str, path: str = "/", light: str = "light") -> Watched:
    """Somebody's own browser, signed in."""
    context = chromium.new_context(viewport=WIDE, color_scheme=light)  # type: ignore[arg-type]
    seen = Watched(context.new_page(), address)
    seen.go(path)
    fill(seen.page, name, word(name))
    seen.page.get_by_role("link", name=name, exact=True).wait_for()
    seen.page.wait_for_load_state("networkidle")
    return seen


def fill(page: Page, name: str, password: str) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    page.keyboard.press("Enter")


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, name in NAMES.items() if role != "blind"])
def test_each_role_signs_in_and_sees_what_it_may_do(chromium: Browser, address: str, role: Role, name: str) -> None:
    seen = sign_in(chromium, address, name, "/events?q=deserted")
    page = seen.page
    assert page.url.endswith("/events?q=deserted"), "one is where one wanted to go"
    page.locator("a.line").first.wait_for()
    expect(page.get_by_role("link", name="Users", exact=True)).to_have_count(1 if role == "administrator" else 0)
    seen.go("/actors?q=Adel")
    page.get_by_role("link", name="Adel Marun").click()
    page.get_by_role("heading", name="Names joined in it").wait_for()
    expect(page.get_by_role("button", name="Not this one…")).to_have_count(0 if role == "reader" else 2)
    expect(page.get_by_role("button", name="Join with another actor…")).to_have_count(0 if role == "reader" else 1)
    seen.go("/review/decisions")
    words = "A reader reads and decides nothing." if role == "reader" else f"You decide as {name}."
    page.get_by_text(words).wait_for()
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_text(f"You are {'an' if role == 'administrator' else 'a'} {role}").wait_for()
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    page.go_back()
    page.get_by_role("heading", name="Sign in").wait_for()
    page.context.close()
    assert seen.troubles == []


def test_who_codes_blind_has_the_queue_the_articles_and_their_own_decisions(chromium: Browser, address: str) -> None:
    carl = sign_in(chromium, address, "Carl", "/review")
    carl.page.locator("section[aria-busy=false]").wait_for()
    carl.page.keyboard.press("r")
    carl.page.get_by_text("1 of ").wait_for()
    seen = sign_in(chromium, address, "Bea")
    page = seen.page
    page.get_by_text("You code blind: nothing that others decided is shown.").wait_for()
    page.get_by_text("0 of ").wait_for()
    expect(page.get_by_role("navigation", name="Views").get_by_role("link")).to_have_text(["Articles", "Review"])
    tabs = page.get_by_role("navigation", name="Review").get_by_role("link")
    expect(tabs).to_have_text(["Queue", "Decisions"])
    expect(page.get_by_role("searchbox")).to_have_count(0)
    page.locator("section[aria-busy=false]").wait_for()
    page.keyboard.press("r")
    page.get_by_text("1 of ").wait_for()
    tabs.last.click()
    page.get_by_role("heading", name="1 judgement").wait_for()
    page.get_by_text("You decide as Bea, and see your own decisions alone.").wait_for()
    page.get_by_role("link", name="Articles").click()
    page.locator("a[href^='/articles/']").first.click()
    page.locator(".text mark").first.wait_for()
    for path in ("/events", "/actors", "/situation", "/export", f"/events/{'0' * 16}"):
        seen.go(path)
        page.get_by_role("heading", name="Closed while you code blind").wait_for()
    assert serious(page) == []
    seen.go("/review")
    page.locator("section[aria-busy=false]").wait_for()
    assert serious(page) == []
    for each in (carl, seen):
        each.page.context.close()
        assert each.troubles == []


def test_two_actors_are_joined_by_keyboard(chromium: Browser, address: str) -> None:
    seen = sign_in(chromium, address, "Carl", "/actors?q=Adel")
    page = seen.page
    on(page, "link", "Adel Marun")
    page.get_by_role("heading", name="Names joined in it").wait_for()
    on(page, "button", "Join with another actor…")
    words = page.get_by_label("Which other actor is the same?")
    expect(words).to_be_focused()
    page.keyboard.press("Escape")
    expect(words).to_have_count(0)
    on(page, "button", "Join with another actor…")
    expect(words).to_be_focused()
    page.keyboard.type("Horn")
    expect(page.get_by_role("list", name="Found").get_by_role("button")).to_have_count(1)
    on(page, "button", "Ilse Horn")
    why = page.get_by_label("Why are they one actor?")
    expect(why).to_be_focused()
    page.keyboard.type("a name that she went by")
    page.keyboard.press("Enter")
    joined = page.get_by_role("row").filter(has_text="judged to be the same by Carl: a name that she went by")
    expect(joined.first).to_be_visible()
    page.get_by_text("Also called").wait_for()
    assert serious(page) == []
    page.context.close()
    assert seen.troubles == []


def on(page: Page, role: str, name: str) -> None:
    """Press Enter on something that the keyboard reaches."""
    there = page.get_by_role(role, name=name).first  # type: ignore[arg-type]
    there.focus()
    expect(there).to_be_focused()
    page.keyboard.press("Enter")


def test_a_stranger_sees_the_sign_in_page_alone_and_a_wrong_password_is_told(chromium: Browser, address: str) -> None:
    context = chromium.new_context(viewport=WIDE)  # type: ignore[arg-type]
    seen = Watched(context.new_page(), address)
    for path in ("/", "/events", "/articles", "/users", "/nothing"):
        page = seen.go(path)
        page.get_by_role("heading", name="Sign in").wait_for()
        assert "Karsa" not in page.content()
        assert page.get_by_role("navigation").count() == 0
    assert seen.troubles == []
    fill(page, "Rosa", "not the one that it is")
    page.get_by_role("alert").get_by_text("name and password do not fit").wait_for()
    assert page.get_by_label("Password").input_value() == ""
    assert page.evaluate("document.activeElement.type") == "password"
    context.close()


def test_an_administrator_adds_changes_and_removes_somebody(chromium: Browser, address: str) -> None:
    seen = sign_in(chromium, address, "Ana", "/users")
    page = seen.page
    page.get_by_role("heading", name="5 users").wait_for()
    page.get_by_label("Name", exact=True).fill("Nina")
    page.get_by_role("form", name="Add somebody").get_by_role("combobox").select_option("coder")
    page.get_by_label("First password").fill(word("Nina"))
    page.get_by_role("button", name="Add", exact=True).click()
    page.get_by_text("Nina may use the desk.").wait_for()
    nina = sign_in(chromium, address, "Nina")
    page.get_by_label("Role of Nina").select_option("reader")
    page.get_by_text("Nina is reader now.").wait_for()
    nina.go("/review/decisions").get_by_text("A reader reads and decides nothing.").wait_for()
    page.get_by_role("button", name="New password for Nina").click()
    page.get_by_label("New password of Nina").fill("Nina has a newer word")
    page.keyboard.press("Enter")
    page.get_by_text("Nina has another password.").wait_for()
    nina.go("/events").get_by_role("heading", name="Sign in").wait_for()
    page.get_by_role("button", name="Remove Nina").click()
    page.get_by_role("button", name="Remove Nina").click()
    page.get_by_role("heading", name="5 users").wait_for()
    expect(page.get_by_role("button", name="Remove Ana")).to_have_count(0)
    for each in (seen, nina):
        each.page.context.close()
        assert each.troubles == []


def test_ones_own_password_is_changed(chromium: Browser, address: str) -> None:
    seen = sign_in(chromium, address, "Rosa", "/account")
    page = seen.page
    page.get_by_label("The one you have").fill(word("Rosa"))
    page.get_by_label("The new one, at least").fill("Rosa has a newer word")
    page.get_by_label("once more").fill("Rosa has a newer word")
    page.get_by_role("button", name="Change it").click()
    page.get_by_role("heading", name="Sign in").wait_for()
    fill(page, "Rosa", "Rosa has a newer word")
    page.get_by_role("link", name="Rosa", exact=True).wait_for()
    page.context.close()
    assert seen.troubles == []


def test_two_decide_on_one_thing_at_once_and_the_second_is_told(chromium: Browser, address: str) -> None:
    both = [sign_in(chromium, address, name, "/actors?q=Adel") for name in ("Vera", "Carl")]
    for seen in both:
        seen.page.get_by_role("link", name="Adel Marun").click()
        seen.page.get_by_role("button", name="Not this one…").first.click()
        seen.page.get_by_label("another than the rest?").fill(f"said by {'Vera' if seen is both[0] else 'Carl'}")
    first, second = (seen.page for seen in both)
    first.keyboard.press("Enter")
    first.get_by_role("heading", name="1 judgement").wait_for()
    assert first.get_by_text("meanwhile").count() == 0
    second.keyboard.press("Enter")
    second.get_by_role("heading", name="2 judgements").wait_for()
    told = second.get_by_role("status").filter(has_text="meanwhile")
    expect(told).to_contain_text("Vera")
    expect(told).to_contain_text("said by Vera")
    for reason in ("said by Vera", "said by Carl"):
        second.get_by_role("listitem").filter(has_text=reason).wait_for()
    second.get_by_role("button", name="I have seen it").click()
    told.wait_for(state="detached")
    for seen in both:
        seen.page.context.close()
        assert seen.troubles == []


@pytest.mark.parametrize("light", ["light", "dark"])
def test_axe_finds_nothing_serious(chromium: Browser, address: str, light: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: make desk")
    context = chromium.new_context(viewport=WIDE, color_scheme=light)  # type: ignore[arg-type]
    stranger = Watched(context.new_page(), address)
    stranger.go("/")
    stranger.page.get_by_role("heading", name="Sign in").wait_for()
    ana = sign_in(chromium, address, "Ana", "/users", light)
    ana.page.get_by_role("button", name="New password for Carl").click()
    ana.page.get_by_role("button", name="Remove Vera").click()
    found = {"sign-in": serious(stranger.page), "users": serious(ana.page)}
    found["account"] = serious(ana.go("/account"))
    context.close()
    ana.page.context.close()
    assert found == {"sign-in": [], "users": [], "account": []}


def serious(page: Page) -> list[str]:
    """What axe-core finds on the page that would keep somebody out."""
    page.evaluate(AXE.read_text("utf-8"))
    told = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]} {json.dumps(one['nodes'][0]['any'])[:300]}"
        for one in told["violations"]
        if one["impact"] in ("serious", "critical")
    ]


def test_a_narrow_window_is_not_moved_sideways(chromium: Browser, address: str) -> None:
    seen = sign_in(chromium, address, "Ana")
    seen.page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    for path in ("/users", "/account", "/review/decisions", "/events"):
        page = seen.go(path)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, path
    page.context.close()
