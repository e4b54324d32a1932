"""One event, one article, one actor."""

from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import rashomon


@pytest.fixture(scope="module")
def event(desk: TestClient, dismissals: str) -> Any:
    return desk.get(f"/api/events/{dismissals}").json()["event"]


def texts(desk: TestClient, event: Any) -> dict[str, str]:
    return {a["id"]: desk.get(f"/api/articles/{a['id']}").json()["article"]["text"] for a in event["articles"]}


def test_accounts_are_columns_and_fields_are_rows(event: Any) -> None:
    origins = [account["origin"] for account in event["accounts"]]
    assert len(origins) == 4
    assert all(len(row["cells"]) == len(origins) for row in event["rows"])
    assert {"act", "actor", "target", "figure", "factuality"} <= {row["field"] for row in event["rows"]}


def test_what_clashes_is_marked_where_it_stands(event: Any) -> None:
    assert [clash["field"] for clash in event["clashes"]] == ["figure"]
    row = next(row for row in event["rows"] if row["field"] == "figure" and row["clash"])
    assert {value["text"] for cell in row["cells"] for value in cell if value["clash"]} == {"1,300", "407"}
    assert [row["field"] for row in event["rows"] if row["clash"]] == ["figure"]


def test_every_value_leads_to_its_words(desk: TestClient, event: Any) -> None:
    known = texts(desk, event)
    values = [(row["field"], value) for row in event["rows"] for cell in row["cells"] for value in cell]
    assert values
    for field, value in values:
        assert value["spots"]
        for spot in value["spots"]:
            words = known[spot["article"]][spot["start"] : spot["end"]]
            assert words
            if field == "figure":
                assert words == value["text"]


def test_reprints_are_counted_and_not_drawn(event: Any) -> None:
    assert max(account["reprints"] for account in event["accounts"]) == 1
    wire = [source for source in event["sources"] if source["name"] == "Abdul Kareem Khalaf"]
    assert len(wire) == 1

    def reprints(source: Any) -> int:
        return int(source["reprints"]) + sum(map(reprints, source["passed_on"]))

    assert sum(map(reprints, event["sources"])) >= 0
    statements = {key for source in event["sources"] for key in told(source)}
    assert statements == {one["id"] for one in event["statements"]}


def told(source: Any) -> list[str]:
    return [*source["statements"], *(key for one in source["passed_on"] for key in told(one))]


def test_a_chart_holds_each_figure_once_a_place(event: Any) -> None:
    chart = next(chart for chart in event["charts"] if chart["measure"] == "dismissed")
    assert {figure["figure"]["best"] for figure in chart["figures"]} >= {407, 1300}
    places = [(f["spot"]["article"], f["spot"]["start"], f["origin"]) for f in chart["figures"]]
    assert len(places) == len(set(places))


def test_as_of_a_day_later_reports_are_not_known(desk: TestClient, dismissals: str, event: Any) -> None:
    first, last = event["days"][0], event["days"][-1]
    assert first < last
    then = desk.get(f"/api/events/{dismissals}", params={"as_of": first}).json()["event"]
    assert len(then["statements"]) < len(event["statements"])
    assert then["clashes"] == []
    before = desk.get(f"/api/events/{dismissals}", params={"as_of": "2000-01-01"}).json()
    assert before == {"event": None}


def test_according_to_one_voice_nothing_clashes(desk: TestClient, dismissals: str, event: Any) -> None:
    assert "New York Times" in event["voices"]
    page = desk.get(f"/api/events/{dismissals}", params={"according_to": "New York Times"}).json()["event"]
    assert [account["origin"] for account in page["accounts"]] == ["New York Times"]
    assert page["clashes"] == []


def test_an_article_comes_with_its_statements_and_cuts(desk: TestClient, example_record: Path) -> None:
    listed = desk.get("/api/articles").json()
    assert listed["total"] == len(listed["articles"]) == 6
    with rashomon.open(example_record) as view:
        for line in listed["articles"]:
            page = desk.get(f"/api/articles/{line['id']}").json()
            article = view.article(line["id"])
            assert page["article"]["text"] == article.text
            assert [cut["text"] for cut in page["cuts"]] == [cut.text for cut in article.cuts]
            assert len(page["statements"]) == line["statements"] == len(view.reading(article.id).statements)
            acts = {one.id for one in view.reading(article.id).statements if one.relation is None}
            assert {pair["statement"] for pair in page["events"]} == acts, "what holds for a while is in no event"


def test_copies_of_one_text_name_each_other(desk: TestClient) -> None:
    pages = [desk.get(f"/api/articles/{line['id']}").json() for line in desk.get("/api/articles").json()["articles"]]
    copied = [page for page in pages if page["copies"]]
    assert len(copied) == 2
    assert copied[0]["copies"][0]["id"] == copied[1]["article"]["id"]


def test_an_actor_comes_with_names_reasons_and_ties(desk: TestClient) -> None:
    lines = desk.get("/api/actors", params={"q": "sadr"}).json()["actors"]
    assert lines
    pages = [desk.get(f"/api/actors/{line['id']}").json() for line in lines]
    assert all(page["actor"]["name"] in page["actor"]["names"] for page in pages)
    joined = [one for page in pages for one in page["joined"]]
    assert joined
    assert all(one["reason"] and desk.get(f"/api/articles/{one['article']}").status_code == 200 for one in joined)
    ties = [tie for page in pages for tie in (*page["acts_on"], *page["acted_on_by"])]
    assert all(desk.get(f"/api/actors/{tie['actor']['id']}").status_code == 200 for tie in ties)


def test_what_is_not_there_says_so(desk: TestClient) -> None:
    for kind in ("events", "articles", "actors"):
        answer = desk.get(f"/api/{kind}/{'0' * 16}")
        assert answer.status_code == 404
        assert set(answer.json()) == {"error"}
