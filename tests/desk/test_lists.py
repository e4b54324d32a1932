"""Lists, filters, times and places: the catalogue answers as the record does."""

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import rashomon
from rashomon.store.filters import at_place, between
from rashomon.store.search import search


def titles(desk: TestClient, **asked: object) -> list[str]:
    answer = desk.get("/api/events", params={"limit": 500, **asked})
    assert answer.status_code == 200, answer.text
    page = answer.json()
    assert page["total"] == len(page["events"])
    return [event["title"] for event in page["events"]]


def test_every_event_is_listed_once(desk: TestClient, example_record: Path) -> None:
    with rashomon.open(example_record) as view:
        assert sorted(titles(desk)) == sorted(event.title for event in view.events())


@pytest.mark.parametrize("words", ["deserted", "Basra", "dismissed police", "mutiny", "Sadr truce", "nothingofthesort"])
def test_words_find_what_show_finds(desk: TestClient, example_record: Path, words: str) -> None:
    with rashomon.open(example_record) as view:
        found = {hit.event.title for hit in search(view.events(), view, words)}
    told = set(titles(desk, q=words))
    # The last word may be the beginning of another: `police` of policemen.
    assert told == found if words != "dismissed police" else told > found
    assert set(titles(desk, q=words, order="match")) == told


def test_the_last_word_may_be_unfinished(desk: TestClient) -> None:
    assert set(titles(desk, q="dismiss pol")) >= set(titles(desk, q="dismissed police")) != set()


@pytest.mark.parametrize("words", ['"', "a* OR", "NEAR(", "-", "title:", "é" * 50, "𝕏"])
def test_no_words_break_the_search(desk: TestClient, words: str) -> None:
    assert desk.get("/api/events", params={"q": words}).status_code == 200


def test_days_leave_out_what_lies_outside_and_what_has_no_time(desk: TestClient, example_record: Path) -> None:
    since, until = date(2008, 3, 24), date(2008, 3, 25)
    with rashomon.open(example_record) as view:
        found = sorted(event.title for event in between(view.events(), since, until))
    assert found
    assert sorted(titles(desk, since=since, until=until)) == found


@pytest.mark.parametrize("place", ["Basra", "Iraq", "nowhere"])
def test_a_place_holds_what_lies_in_it(desk: TestClient, example_record: Path, place: str) -> None:
    with rashomon.open(example_record) as view:
        found = sorted(event.title for event in at_place(view.events(), view.places(), place))
    assert sorted(titles(desk, place=place)) == found


def test_each_filter_gives_as_many_as_it_says(desk: TestClient) -> None:
    facets = desk.get("/api/facets").json()
    kinds = {"acts": "act", "places": "place", "actors": "actor", "origins": "origin", "clashes": "clash"}
    for kind, name in kinds.items():
        assert facets[kind], kind
        for option in facets[kind][:6]:
            found = titles(desk, **{name: option["value"]})
            # A name may stand for several places, each counted by itself.
            assert len(found) == option["events"] or (kind == "places" and len(found) >= option["events"])


def test_filters_narrow_each_other(desk: TestClient) -> None:
    both = titles(desk, act="defect", place="Basra")
    assert both
    assert set(both) == set(titles(desk, act="defect")) & set(titles(desk, place="Basra"))


def test_clashes_alone(desk: TestClient) -> None:
    marked = desk.get("/api/events", params={"clash": "any"}).json()["events"]
    assert marked
    assert all(event["clashes"] for event in marked)


def test_a_list_is_cut_into_stretches(desk: TestClient) -> None:
    whole = titles(desk)
    some = [desk.get("/api/events", params={"offset": n, "limit": 20}).json() for n in range(0, len(whole), 20)]
    assert [event["title"] for page in some for event in page["events"]] == whole
    assert {page["total"] for page in some} == {len(whole)}


def test_by_time_the_unknown_comes_last(desk: TestClient) -> None:
    times = [
        event["time"] for event in desk.get("/api/events", params={"order": "time", "limit": 500}).json()["events"]
    ]
    known = [time["earliest"] or time["latest"] for time in times if time]
    assert known == sorted(known)
    assert times[: len(known)].count(None) == 0


def test_the_timeline_leaves_out_none(desk: TestClient) -> None:
    told = desk.get("/api/timeline").json()
    placed = sum(mark["events"] for mark in told["marks"])
    assert placed + told["untimed"] == len(titles(desk))
    assert sum(mark["events"] for mark in told["told"]) + told["untold"] == told["untimed"]


def test_the_map_shows_what_the_filter_finds(desk: TestClient) -> None:
    told = desk.get("/api/map").json()
    assert told["unplaced"] + len(titles(desk, bounds="-180,-90,180,90")) <= len(titles(desk))
    for place in told["places"]:
        if place["lat"] is not None:
            west, north = place["lon"], place["lat"]
            there = titles(desk, bounds=f"{west - 1e-4},{north - 1e-4},{west + 1e-4},{north + 1e-4}")
            assert len(there) >= place["events"]


def test_the_record_in_numbers(desk: TestClient, example_record: Path) -> None:
    page = desk.get("/api/record").json()
    with rashomon.open(example_record) as view:
        assert {key: page[key] for key in view.counts()} == view.counts()
        assert page["clashing"] == sum(bool(event.disagreements) for event in view.events())
    assert page["origins"][0]["events"] >= page["origins"][-1]["events"]
