"""The situation at the desk: what its routes answer."""

import pytest
from starlette.testclient import TestClient

DAY = "2008-04-16"


@pytest.fixture(scope="module")
def told(desk: TestClient) -> dict:
    return desk.get("/api/situation", params={"on": DAY}).json()


def test_the_slider_has_the_days_on_which_something_changes(desk):
    told = desk.get("/api/situation/days").json()
    assert told["days"] == sorted(set(told["days"]))
    assert "2008-04-02" in told["days"]
    assert told["published"] == "2008-04-17"


def test_a_situation_has_forces_bonds_ground_flows_and_truces(told):
    named = {force["name"]: force for force in told["forces"]}
    assert "Mahdi Army" in named
    assert "Moqtada al-Sadr" in [leader["name"] for leader in named["Mahdi Army"]["leaders"]]
    ids = {force["id"] for force in told["forces"]}
    for bond in told["bonds"] + told["undated"]:
        assert bond["statements"]
        if bond["relation"] not in ("leads", "member-of") and not bond["is_place"] and bond["object"]:
            assert {bond["subject"]["id"], bond["object"]["id"]} <= ids
    assert [place["name"] for place in told["ground"]] == ["Basrah"]
    assert told["truces"]
    assert not any(truce["in_force"] for truce in told["truces"]), "no day is told, so they are listed as such"


def test_a_flow_keeps_its_range_and_leads_to_its_sentences(desk, told):
    refused = next(f for f in told["flows"] if f["kind"] == "refused" and f["of"])
    assert (refused["low"], refused["high"]) == (None, 1500), "up to 1,500 has no lower bound"
    dismissed = next(f for f in told["flows"] if f["sources"] == ["New York Times"])
    assert dismissed["within"]["name"].startswith("Basra offensive")
    words = desk.get("/api/situation/words", params={"ids": ",".join(dismissed["statements"])}).json()
    assert {one["id"] for one in words["statements"]} == set(dismissed["statements"])
    articles = {article["id"] for article in words["articles"]}
    assert all(one["article"] in articles for one in words["statements"])


def test_one_teller_beside_another(desk):
    path = "/api/situation/differences"
    asked = {"on": DAY, "according_to": "Harbour Wire", "against": "The Evening Lantern"}
    told = desk.get(path, params=asked).json()
    assert (told["first"], told["second"]) == ("Harbour Wire", "The Evening Lantern")
    hows = {flow["flow"]["who"]: flow["how"] for flow in told["flows"]}
    assert hows["police officers"] == "only first"
    all_told = desk.get(path, params={**asked, "against": "*"}).json()
    assert all_told["second"] == "everybody"
    assert not [flow for flow in all_told["flows"] if flow["how"] == "only first"], "all tell what one tells"


def test_the_earlier_day_comes_first(desk):
    told = desk.get("/api/situation/differences", params={"on": DAY, "against": "2008-03-24"}).json()
    assert (told["first"], told["second"]) == ("2008-03-24", DAY)
    assert {change["how"] for change in told["bonds"]} == {"only second", "both"}


@pytest.mark.parametrize(
    "asked",
    [
        "/api/situation", "/api/situation?on=soon", "/api/situation/words?ids=nothing",
        "/api/situation/differences?on=2008-04-16", "/api/situation/differences?on=2008-04-16&against=%20",
    ],
)  # fmt: skip
def test_what_can_not_be_asked_is_told(desk, asked):
    answer = desk.get(asked)
    assert answer.status_code == 422
    assert answer.json()["error"]
