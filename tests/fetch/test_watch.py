"""Feeds looked at politely: nothing lost, nothing twice, nobody asked who must not be."""

import socket
import sqlite3
import tracemalloc
from pathlib import Path
from threading import Event

import pytest
from tests.fetch.server import a_server, endless, feed, page, short, slow

from rashomon.fetch import Manners, ask, remembered, watch
from rashomon.fetch.address import FailedError, RefusedError, UselessError, target_of
from rashomon.fetch.ask import HELD
from rashomon.fetch.ask import ask as ask_for
from rashomon.fetch.beside import side_by_side
from rashomon.fetch.manners import RULES_FOR
from rashomon.fetch.memory import Memory
from rashomon.fetch.watch import TRIES
from rashomon.pages import read_pages
from rashomon.record import Dropped, Page
from rashomon.settings import Settings

REPORT = b"<html><body><p>Two bridges were closed on Monday, the governor said.</p></body></html>"


class Clock:
    """Time that passes only while somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def web():
    with a_server() as web:
        yield web


@pytest.fixture
def clock():
    return Clock()


def a_round(web, folder: Path, clock: Clock, *feeds: str, limit: int = 100_000, allowed=None):
    allowed = {web.host} if allowed is None else allowed
    with remembered(folder / "memory") as memory:
        manners = Manners(clock, clock.sleep, allowed)
        return list(watch([web.url(each) for each in feeds], folder / "kept", memory, manners, limit, allowed))


def kept(folder: Path) -> dict[str, Page]:
    rows = read_pages([folder / "kept"], Settings())
    return {str(row.stated.url): row for row in rows if not isinstance(row, Dropped)}


def test_each_page_of_a_feed_is_kept_once_and_an_unchanged_feed_costs_a_line(web, tmp_path, clock):
    web.pages |= {"/feed": feed(web.url("/a"), "/b#comments", "/b"), "/a": page(REPORT), "/b": page(REPORT)}
    first = a_round(web, tmp_path, clock, "/feed")
    assert [(each.url, each.result) for each in first] == [(web.url("/a"), "kept"), (web.url("/b"), "kept")]
    pages = kept(tmp_path)
    assert set(pages) == {web.url("/a"), web.url("/b")}
    assert {each.body for each in pages.values()} == {REPORT}
    assert [each.result for each in a_round(web, tmp_path, clock, "/feed")] == ["unchanged"]
    web.pages |= {"/feed": feed("/a", "/b", "/c"), "/c": page(REPORT)}
    assert [(each.url, each.result) for each in a_round(web, tmp_path, clock, "/feed")] == [(web.url("/c"), "kept")]
    assert (web.asked["/a"], web.asked["/b"], web.asked["/c"]) == (1, 1, 1)


def test_a_host_is_asked_with_pauses_and_its_robots_txt_is_kept(web, tmp_path, clock):
    rules = b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n"
    web.pages |= {"/robots.txt": page(rules, "text/plain"), "/feed": feed("/private/a", "/b"), "/b": page(REPORT)}
    found = a_round(web, tmp_path, clock, "/feed")
    assert [(each.url, each.result) for each in found] == [(web.url("/private/a"), "given up"), (web.url("/b"), "kept")]
    assert "robots.txt" in found[0].why
    assert web.asked["/private/a"] == 0
    assert [round(pause) for pause in clock.slept] == [2, 7], "as long as we wait unasked, then as it asks"


def test_a_host_that_fails_is_left_alone_for_longer_each_time_and_the_page_is_not_lost(web, tmp_path, clock):
    web.pages |= {"/feed": feed("/a", "/b"), "/a": page(b"busy", status=503, Retry_After="90"), "/b": page(REPORT)}
    with remembered(tmp_path / "memory") as memory:
        manners = Manners(clock, clock.sleep, {web.host})

        def go():
            return list(watch([web.url("/feed")], tmp_path / "kept", memory, manners, 1000, {web.host}))

        first = go()
        assert [each.result for each in first] == ["later", "waits"]
        assert "left alone" in first[1].why
        assert web.asked["/b"] == 0
        assert [each.result for each in go()] == ["waits"] * 3, "the feed's host as well"
        clock.now += 89
        assert go()[0].why.endswith("left alone for now")
        for _ in range(TRIES):
            go()
        clock.now += 2
        web.pages |= {"/a": page(REPORT), "/feed": feed("/c"), "/c": page(REPORT)}
        found = [(each.url, each.result) for each in go()]
        assert found == [(web.url(f"/{each}"), "kept") for each in "abc"], "nor was waiting counted as a failure"


def test_a_page_that_always_fails_is_given_up_at_last(web, tmp_path, clock):
    web.pages |= {"/feed": feed("/a"), "/a": short}
    results = []
    for _ in range(5):
        results += [each.result for each in a_round(web, tmp_path, clock, "/feed")]
        clock.now += 100_000
    assert [result for result in results if result != "unchanged"] == ["later"] * 4 + ["given up"]
    assert not (tmp_path / "kept").exists()


BAD = {
    "/endless": (endless, "larger than 100,000 bytes"),
    "/short": (short, "no whole answer came"),
    "/loop": (page(b"", status=302, Location="/loop"), "leads elsewhere more than 5 times"),
    "/gone": (page(b"", status=410), "status 410"),
    "/script": (page(b"", status=302, Location="file:///etc/passwd"), "no address of http"),
    "/inside": (page(b"", status=302, Location="http://127.0.0.1:1/secret"), "in a network of one's own"),
    "/named": (page(b"", status=302, Location="http://localhost:1/secret"), "in a network of one's own"),
    "/login": (page(b"", status=302, Location="http://me:word@example.org/"), "name or password"),
}


@pytest.mark.parametrize("path", BAD)
def test_a_bad_page_is_named_with_the_reason_and_the_next_one_is_kept(web, tmp_path, clock, path):
    answer, reason = BAD[path]
    web.pages |= {"/feed": feed(path), "/other": feed("/good"), path: answer, "/good": page(REPORT)}
    (found,) = a_round(web, tmp_path, clock, "/feed")
    assert reason in found.why
    later = reason.startswith(("larger", "no whole", "leads"))
    assert found.result == ("later" if later else "given up")
    clock.now += 100
    web.pages[path] = page(b"", status=404)
    again = {each.url: each.result for each in a_round(web, tmp_path, clock, "/other")}
    assert again == {web.url("/good"): "kept"} | ({web.url(path): "given up"} if later else {})


def test_a_page_that_is_too_large_is_no_failure_of_its_host(web, tmp_path, clock):
    web.pages |= {"/feed": feed("/endless", "/a"), "/endless": endless, "/a": page(REPORT)}
    assert [each.result for each in a_round(web, tmp_path, clock, "/feed")] == ["later", "kept"]


def test_an_endless_answer_takes_little_memory_until_it_is_given_up(web):
    web.pages["/endless"] = endless
    limit = 16 * HELD
    tracemalloc.start()
    try:
        with pytest.raises(UselessError, match="larger than"):
            ask_for(web.url("/endless"), limit, allowed={web.host})
        assert tracemalloc.get_traced_memory()[1] < limit / 4
    finally:
        tracemalloc.stop()


def test_a_large_page_comes_whole_from_the_file_that_it_waited_in(web):
    body = bytes(range(256)) * (HELD // 128)
    web.pages["/large"] = page(body)
    assert ask_for(web.url("/large"), 2 * len(body), allowed={web.host}).body == body


def test_what_an_answer_leads_to_is_asked_with_the_same_manners(web, tmp_path, clock):
    rules = b"User-agent: *\nDisallow: /private\n"
    web.pages |= {
        "/robots.txt": page(rules, "text/plain"), "/feed": feed("/a", "/b"), "/private": page(REPORT),
        "/a": page(b"", status=302, Location="/private"), "/b": page(b"", status=302, Location="/c"),
        "/c": page(REPORT),
    }  # fmt: skip
    found = a_round(web, tmp_path, clock, "/feed")
    assert [each.result for each in found] == ["given up", "kept"]
    assert "robots.txt asks us not to" in found[0].why
    assert web.asked["/private"] == 0
    assert [round(pause) for pause in clock.slept] == [2] * 4, "also before what it leads to"


def test_two_addresses_that_lead_to_one_page_keep_it_once(web, tmp_path, clock):
    led = page(b"", status=302, Location="/a")
    web.pages |= {"/feed": feed("/a?from=feed", "/a?from=front", "/a"), "/a": page(REPORT)}
    web.pages |= {"/a?from=feed": led, "/a?from=front": led}
    assert [each.url for each in a_round(web, tmp_path, clock, "/feed")] == [web.url("/a?from=feed")]
    assert set(kept(tmp_path)) == {web.url("/a")}
    assert web.asked["/a"] == 2, "whoever is led there finds it kept"


@pytest.mark.parametrize("written", [0, 30, None])
def test_a_page_whose_writing_was_cut_short_is_kept_once(web, tmp_path, clock, monkeypatch, written):
    """Killed between the file and the memory: whether the page is there, whole, is seen from the file."""
    web.pages |= {"/feed": feed("/a", "/b"), "/a": page(REPORT), "/b": page(REPORT)}

    def killed(self, *urls):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Memory, "settled", killed)
        with pytest.raises(KeyboardInterrupt):
            a_round(web, tmp_path, clock, "/feed")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes()[:written])
    assert [each.result for each in a_round(web, tmp_path, clock, "/feed")] == ["unchanged", "kept", "kept"]
    rows = [row for row in read_pages([tmp_path / "kept"], Settings()) if not isinstance(row, Dropped)]
    assert sorted(str(row.stated.url) for row in rows) == [web.url("/a"), web.url("/b")]
    assert web.asked["/a"] == (1 if written is None else 2)


def test_a_robots_txt_is_asked_for_again_after_a_day(web, tmp_path, clock):
    web.pages |= {"/feed": feed("/a"), "/a": page(REPORT)}
    manners = Manners(clock, clock.sleep, {web.host})
    assert manners.may(web.url("/a"))
    web.pages["/robots.txt"] = page(b"User-agent: *\nDisallow: /\n", "text/plain")
    assert manners.may(web.url("/a"))
    clock.now += RULES_FOR + 1
    assert not manners.may(web.url("/a"))


def test_a_memory_of_the_first_version_is_still_read(tmp_path):
    with sqlite3.connect(tmp_path / "memory") as connection:
        connection.execute("CREATE TABLE pages (url TEXT PRIMARY KEY, done INT, failures INT)")
        connection.execute("INSERT INTO pages VALUES ('http://a.example/', 0, 2)")
    connection.close()
    with remembered(tmp_path / "memory") as memory:
        memory.writing("http://a.example/", "file 3")
        assert (memory.waiting(), memory.place("http://a.example/")) == (["http://a.example/"], "file 3")


def test_work_goes_on_side_by_side_and_each_piece_in_its_order():
    gate = Event()

    def first():
        assert gate.wait(5), "the second piece goes on while the first waits"
        yield from "ab"

    def second():
        gate.set()
        yield from "cd"

    got = list(side_by_side([first(), second()]))
    assert sorted(got) == list("abcd")
    assert got.index("a") < got.index("b")
    assert got.index("c") < got.index("d")


def test_an_error_in_one_piece_is_raised():
    def failing():
        yield 1
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        list(side_by_side([failing(), iter([2])]))


def test_a_server_that_never_ends_is_left_in_time(web, monkeypatch):
    monkeypatch.setattr(ask, "SECONDS", 0.5)
    web.pages["/slow"] = slow
    with pytest.raises(FailedError, match="takes longer than"):
        ask_for(web.url("/slow"), 1000, allowed={web.host})


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.8/", "http://192.168.1.1/", "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data", "http://[::ffff:127.0.0.1]/", "http://2130706433/", "http://0x7f.1/",
        "http://[fe80::1]/", "http://[2002:7f00:1::]/", "http://224.0.0.1/", "http://100.64.0.1/", "ftp://192.0.2.1/",
        "gopher://x", "http:///a", "http://[broken", "//example.org/a", "http://user:pw@192.0.2.1/",
    ],
)  # fmt: skip
def test_nobody_of_ones_own_network_is_asked(url):
    with pytest.raises(RefusedError):
        target_of(url)


def test_a_host_allowed_by_name_may_be_asked_and_no_other():
    assert target_of("http://127.0.0.1:8000/a?b=c", {"127.0.0.1:8000"}).path == "/a?b=c"
    with pytest.raises(RefusedError):
        target_of("http://127.0.0.1:8001/", {"127.0.0.1:8000"})


def test_a_name_that_means_another_number_a_moment_later_leads_nowhere(monkeypatch):
    """The number that was looked at is the number that is asked: the name is not looked up again."""
    answers = iter([["1.1.1.1"], ["127.0.0.1"], ["1.1.1.1", "10.0.0.1"]])

    def look_up(host, port, **more):
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port)) for number in next(answers)]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    assert target_of("http://shifty.example/").number == "1.1.1.1"
    with pytest.raises(RefusedError, match=r"127\.0\.0\.1"):
        target_of("http://shifty.example/")
    with pytest.raises(RefusedError, match=r"10\.0\.0\.1"):
        target_of("http://shifty.example/")


def test_a_torn_end_of_the_kept_file_costs_no_other_page(web, tmp_path, clock):
    web.pages |= {"/feed": feed("/a"), "/a": page(REPORT), "/more": feed("/b"), "/b": page(REPORT)}
    a_round(web, tmp_path, clock, "/feed")
    (file,) = (tmp_path / "kept").iterdir()
    file.write_bytes(file.read_bytes() + file.read_bytes()[:60])
    a_round(web, tmp_path, clock, "/more")
    assert set(kept(tmp_path)) == {web.url("/a"), web.url("/b")}


def test_a_memory_that_was_let_go_of_is_used_no_more(tmp_path):
    """The threads of a round that was broken off still hold it."""
    with remembered(tmp_path / "memory") as memory:
        pass
    with pytest.raises(RuntimeError, match="broken off"):
        memory.settled("http://a.example/")
