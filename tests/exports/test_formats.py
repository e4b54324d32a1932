"""Each format is read back by the program that its users use, and checked against the record cell by cell."""

import csv
import json
from dataclasses import replace
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from makers import KARSA, a_day, a_figure, a_mention, a_role, a_statement, an_article, an_event
from rashomon.errors import UsageError
from rashomon.exports import Written, acled, find_format, polecat, reports, ucdp, write, write_file
from rashomon.exports.days import country, grid, iso_numeric, units
from rashomon.exports.facts import Facts
from rashomon.exports.sink import LEFT_COLUMNS
from rashomon.exports.tolls import Toll, toll
from rashomon.record import Account, Actor, Family, Merge, Place, Reading, RolledFigure, Sayer, When
from rashomon.store import Store

TEXT = "Soldiers of Norland shelled Karsa on 1 May, killing 12 villagers, Adel Marun said. Others spoke of at least 9."
VILLAGE = Place("place-vell", "Vell", ("Vell",), None, None, 2, ("Upper Province", "Norland"), None)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """One shelling told by two articles with two tolls, a denied clash without a day, and a claim without an act."""
    one = an_article(TEXT, file="one.html", title="Shells; on Karsa", url="https://one.example/a")
    two = an_article(TEXT, file="two.html", outlet="Delta Post", sha256="1" * 64, published=None)
    norland, villagers = (
        Actor("norland", "Norland", ("Norland",), "state"),
        Actor("v", "villagers", ("villagers",), "group"),
    )
    told = []
    for article, number, text, chain in ((one, 12, "12", "Adel Marun"), (two, 9, "at least 9", None)):
        start = TEXT.index(text)
        figure = a_figure(number, text, start, counts="villagers", measure="killed")
        last = (Sayer(chain, "official", chain, TEXT.index(chain), TEXT.index(chain) + len(chain)),) if chain else ()
        told.append(a_statement(
            article, type="assault", mode="heavy-weapons", trigger="shelled",
            actors=(a_role(article, "Soldiers of Norland", norland.id),), targets=(a_role(article, "villagers", "v"),),
            places=(a_mention(article, "Karsa", KARSA.id),), time=a_day("2021-05-01"), figures=(figure,),
            chain=(Sayer(article.outlet, "outlet"), *last),
        ))  # fmt: skip
    loose = a_statement(one, type="assault", mode="clash", trigger="Others", factuality="denied")
    claim = a_statement(two, type="say", mode=None, trigger=None, places=(a_mention(two, "Karsa", VILLAGE.id),))
    accounts = tuple(
        Account(origin, (s.article,), 0, (s.id,), s.figures)
        for origin, s in zip(("Adel Marun", "Delta Post"), told, strict=True)
    )
    shelling = an_event(
        *told, type="assault", mode="heavy-weapons", title="Shelling: Karsa", time=a_day("2021-05-01"),
        places=(KARSA.id,), actors=(norland.id,), targets=("v",), accounts=accounts, origins=2, ucdp_violence=3,
        acled=("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        figures=(RolledFigure("villagers", "killed", 9, 9, 12, "ucdp-like 1"),),
    )  # fmt: skip
    path = tmp_path / "r"
    with Store(path).writer() as writer:
        for article, statements in ((one, (told[0], loose)), (two, (told[1], claim))):
            local = (norland, villagers) if article is one else ()
            places = (KARSA,) if article is one else (KARSA, VILLAGE)
            writer.add(article, Reading(article.id, statements, (), local, places), article.file, "lines 1")
        with writer.views():
            writer.put_families([Family("f1", "Hill Courier", (one.id,)), Family("f2", "Delta Post", (two.id,))])
            writer.put_actors(
                [norland, villagers], [Merge("norland", "norland", 1.0, "same"), Merge("v", "v", 1.0, "same")]
            )
            writer.put_events(
                [shelling, an_event(loose, type="assault", mode="clash"), an_event(claim, type="say", mode=None)]
            )
    return path


def rows(record: Path, name: str, rule: str = "ucdp-like 1", delimiter: str = ",") -> list[dict[str, str]]:
    out = BytesIO()
    with Store(record).view() as view:
        write(view, view.events(), find_format(name), out, rule)
    return list(csv.DictReader(StringIO(out.getvalue().decode()), delimiter=delimiter))


def test_ucdp_has_its_49_columns_and_a_row_for_what_killed(record):
    (row,) = rows(record, "ucdp")
    assert tuple(row) == ucdp.COLUMNS
    assert len(ucdp.COLUMNS) == 49
    filled = {key: value for key, value in row.items() if value and key != "id"}
    assert filled == {
        "year": "2021", "type_of_violence": "3", "side_a": "Norland", "side_b": "Civilians",
        "dyad_name": "Norland - Civilians", "number_of_sources": "2",
        "source_article": "Hill Courier,2021-05-03,Shells, on Karsa; Delta Post",
        "source_office": "Hill Courier; Delta Post",
        "source_date": "2021-05-03", "source_headline": "Shells; on Karsa", "source_original": "Adel Marun",
        "where_prec": "1", "where_coordinates": "Karsa", "where_description": "Karsa", "adm_1": "Upper Province",
        "latitude": "12.5", "longitude": "41.25", "geom_wkt": "POINT (41.25 12.5)",
        "priogrid_gid": str(205 * 720 + 443), "country": "Norland", "event_clarity": "1", "date_prec": "1",
        "date_start": "2021-05-01", "date_end": "2021-05-01", "deaths_civilians": "9",
        "deaths_unknown": "0", "best": "9", "high": "12", "low": "9",
    }  # fmt: skip


def test_acled_has_its_31_columns(record):
    (row,) = rows(record, "acled")
    assert tuple(row) == acled.COLUMNS
    assert len(acled.COLUMNS) == 31
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2021-05-01", "1", "1")
    assert (row["disorder_type"], row["sub_event_type"]) == ("Political violence", "Shelling/artillery/missile attack")
    assert (row["actor1"], row["inter1"], row["actor2"], row["inter2"]) == (
        "Norland",
        "State forces",
        "villagers",
        "Civilians",
    )
    assert (row["interaction"], row["civilian_targeting"]) == ("State forces-Civilians", "Civilians targeted")
    assert row["fatalities"] == "9"
    assert row["notes"] == "Shelling: Karsa. According to Adel Marun: 12 killed; Delta Post: at least 9 killed."


PARTIES = [
    ("a minister of a state", "person", ("state",), "State forces"),
    ("a commander of a militia", "person", ("militia",), "Rebel group"),
    ("a ministry", "office", ("state",), "State forces"),
    ("a militia that a state keeps", "militia", ("state",), "Rebel group"),
    ("somebody alone", "person", (), ""),
]


@pytest.mark.parametrize(("why", "type_", "of", "inter"), PARTIES, ids=[why for why, *_ in PARTIES])
def test_acled_takes_whoever_belongs_to_a_side_for_that_side(why, type_, of, inter):
    article = an_article("Karim Saleh attacked Karsa.")
    parents = {kind: Actor(kind, kind, (), kind) for kind in of}
    who = Actor("k", "Karim Saleh", (), type_, tuple(parents))
    statement = a_statement(article, type="assault", trigger="attacked", actors=(a_role(article, "Karim Saleh", "k"),))
    facts = facts_for(statement, article, parents | {"k": who}, actors=("k",), acled=("Battles", "Armed clash"))
    (row,) = acled.rows(facts, "ucdp-like 1")
    assert (row.cells["actor1"], row.cells["inter1"] or "") == ("Karim Saleh", inter)


def test_who_stands_alone_in_what_is_no_violence_is_acleds_first_actor():
    article = an_article("The Third Brigade was sent to Karsa.")
    brigade = Actor("b", "Third Brigade", (), "force")
    statement = a_statement(article, type="mobilize", trigger="sent", targets=(a_role(article, "Third Brigade", "b"),))
    for kind, one, two in (
        (("Strategic developments", "Change to group/activity"), "Third Brigade", None),
        (("Battles", "Armed clash"), None, "Third Brigade"),
    ):
        facts = facts_for(statement, article, {"b": brigade}, targets=("b",), acled=kind)
        (row,) = acled.rows(facts, "ucdp-like 1")
        assert (row.cells["actor1"], row.cells["actor2"]) == (one, two)
        assert {column for column in ("actor1", "actor2") if row.spans[column]} == {"actor1" if one else "actor2"}


def facts_for(statement, article, known, **event):
    """The facts of an event of one statement in Karsa on a day of May 2021."""
    told = an_event(statement, time=a_day("2021-05-03"), places=(KARSA.id,), **event)
    return Facts(told, (statement,), {article.id: article}.__getitem__, known.get, {KARSA.id: KARSA}.get)


def test_reports_have_a_row_for_each_account_with_its_own_figures(record):
    told = [row for row in rows(record, "reports") if row["event_type"] == "assault" and row["date_start"]]
    assert tuple(told[0]) == reports.COLUMNS
    assert len({row["event_id"] for row in told}) == 1
    assert [(row["source"], row["source_author"], row["deaths_best"]) for row in told] == [
        ("Hill Courier", "Adel Marun", "12"),
        ("Delta Post", "Delta Post", "9"),
    ]
    assert (told[0]["actor1_name"], told[0]["actor4_name"], told[0]["actor4_victim"]) == ("Norland", "villagers", "1")


def test_polecat_has_its_columns_tab_separated(record):
    (row,) = rows(record, "polecat", delimiter="\t")
    assert tuple(row) == polecat.COLUMNS
    assert (row["Event Type"], row["Event Mode"], row["Quad Code"]) == ("ASSAULT", "heavy-weapons", "M-CONF")
    assert (row["Actor Name"], row["Recipient Name"], row["GeoNames ID"]) == ("Norland", "villagers", "1")


def test_every_link_leads_back_to_the_words(record, tmp_path):
    for name in ("ucdp", "acled", "reports", "polecat"):
        out = tmp_path / name
        with Store(record).view() as view:
            write_file(view, view.events(), find_format(name), out, "ucdp-like 1")
            articles = {article.id: article for article in view.articles()}
        links = list(csv.DictReader(StringIO((tmp_path / f"{name}.links.csv").read_text())))
        assert links
        for link in links:
            article = articles[link["article"]]
            assert article.text[int(link["start"]) : int(link["end"])] == link["words"]
            assert article.file == link["file"]
        dead = [
            (link["words"], link["origin"]) for link in links if link["column"] in ("best", "fatalities", "deaths_best")
        ]
        assert name == "polecat" or dead == [("12", "Adel Marun"), ("at least 9", "Delta Post")]


def test_the_card_says_what_it_was_made_of_and_what_was_left_out(record, tmp_path):
    with Store(record).view() as view:
        write_file(view, view.events(), find_format("ucdp"), tmp_path / "u.csv", "ucdp-like 1")
    card = (tmp_path / "u.csv.card.md").read_text()
    for words in (
        "| rows | 1 |", "| articles read | 2 |", "| published | 2021-05-03 to 2021-05-03 |",
        "| articles without a date | 1 |",
        "| reader | lines 1 |", "| figures rolled up by | ucdp-like 1 |", "an empty cell, never 0",
        "- nobody is told to have been killed: 1", "- nobody says that it happened", "- Delta Post: 1",
    ):  # fmt: skip
        assert words in card


def test_events_without_a_row_are_named_with_the_reason(record, tmp_path):
    with Store(record).view() as view:
        written = {
            name: write_file(view, view.events(), find_format(name), tmp_path / name)
            for name in ("ucdp", "acled", "polecat", "geojson", "reports")
        }
    assert written["ucdp"] == Written(1, 2, (tmp_path / "ucdp.left-out.csv").resolve())
    assert written["reports"].left_out == 0
    for name in ("ucdp", "acled", "polecat", "geojson"):
        left = list(csv.DictReader(StringIO((tmp_path / f"{name}.left-out.csv").read_text())))
        assert tuple(left[0]) == LEFT_COLUMNS
        assert len(left) == written[name].left_out
        assert all(row["event"] and row["title"] and row["reason"] and row["files"] for row in left)
    assert not (tmp_path / "reports.left-out.csv").exists()


def test_an_event_without_a_row_shows_its_dead(record, tmp_path):
    with Store(record).view() as view:
        bare = [replace(event, ucdp_violence=None) for event in view.events() if event.figures]
        write_file(view, iter(bare), find_format("ucdp"), tmp_path / "u")
    (row,) = csv.DictReader(StringIO((tmp_path / "u.left-out.csv").read_text()))
    assert (row["killed"], row["first_day"], row["last_day"]) == (
        "12 villagers; at least 9 villagers", "2021-05-01", "2021-05-01",
    )  # fmt: skip
    assert row["reason"].startswith("people were killed, but not by a state or an organised group")


def test_unknown_is_empty_and_zero_only_where_the_rule_says_so(record, tmp_path):
    with Store(record).view() as view:
        bare = [replace(event, figures=()) for event in view.events() if event.acled]
        for rule, fatalities, words in (("ucdp-like 1", "", "an empty cell"), ("acled-lowest 1", "0", "written as 0")):
            write_file(view, iter(bare), find_format("acled"), tmp_path / "a.csv", rule)
            (row,) = csv.DictReader(StringIO((tmp_path / "a.csv").read_text()))
            assert row["fatalities"] == fatalities
            assert words in (tmp_path / "a.csv.card.md").read_text()


TOLLS = [
    ("nobody tells", [], Toll()),
    ("one number", [("people", 5, 5, 5)], Toll(5, 5, 5)),
    ("a range without a best", [("people", 5, None, 9)], Toll(5, None, 9)),
    ("everybody and a part", [("people", 9, 10, 12), ("civilians", 4, 4, 4)], Toll(9, 10, 12, 4)),
    ("parts are added up", [("soldiers", 3, 3, 3), ("civilians", 4, 5, 6)], Toll(7, 8, 9, 5)),
    ("a part without a bound", [("soldiers", None, 3, None), ("civilians", 4, 5, 6)], Toll(None, 8, None, 5)),
    ("more civilians than dead", [("people", 3, 3, 3), ("civilians", 5, 5, 5)], Toll(3, 3, 5, 3)),
    ("a share is no number of people", [("percent of civilians", 5, 5, 5)], Toll()),
    ("rockets are no people", [("rockets (rockets)", 5, 5, 5)], Toll()),
    ("two rows of everybody", [("dead", 5, 5, 5), ("bodies", 7, 7, 7)], Toll(7, 7, 7)),
    ("women are civilians", [("women and children", 2, 2, 2)], Toll(2, 2, 2, 2)),
    ("children are some of the civilians", [("civilians", 7, 7, 7), ("children", 3, 3, 3)], Toll(7, 7, 7, 7)),
    ("children alone", [("children", 3, 3, 3), ("soldiers", 1, 1, 1)], Toll(4, 4, 4, 3)),
    ("police are some of the security forces", [("security forces", 9, 9, 9), ("policemen", 4, 4, 4)], Toll(9, 9, 9)),
    ("both sorts in one number", [("soldiers and civilians", 30, 30, 30)], Toll(30, 30, 30)),
    ("a lower bound has no best to take parts from", [("people", 9, None, None), ("policemen", 4, 4, 4)], Toll(9)),
]

SIDES = [
    ("soldiers and rebels", [("soldiers", 3, 3, 3), ("rebels", 5, 5, 6)], "state", "armed", (8, 3, 5, None, 0)),
    ("and civilians", [("people", 9, 9, 9), ("militants", 5, 5, 5), ("civilians", 2, 2, 2)], "state", "armed",
     (9, None, 5, 2, 2)),
    ("both sides have fighters", [("rebels", 5, 5, 5)], "armed", "armed", (5, None, None, None, 5)),
    ("nobody known on the other side", [("policemen", 2, 2, 2)], "armed", None, (2, None, None, None, 2)),
    ("fighters against nobody known", [("gunmen", 2, 2, 2)], "armed", None, (2, 2, None, None, 0)),
    ("security forces and soldiers", [("security forces", 9, 9, 9), ("soldiers", 4, 4, 4)], "armed", "state",
     (9, None, 9, None, 0)),
    ("parts that do not fit the whole", [("people", 6, 6, 6), ("soldiers", 4, 4, 4), ("rebels", 4, 4, 4)],
     "state", "armed", (6, None, None, None, 6)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "told", "one", "two", "expected"), SIDES, ids=[why for why, *_ in SIDES])
def test_the_dead_of_each_side(why, told, one, two, expected):
    figures = tuple(RolledFigure(counts, "killed", *bounds, "ucdp-like 1") for counts, *bounds in told)
    found = toll(an_event(a_statement(an_article()), figures=figures), "killed", (one, two))
    assert (found.best, found.side_a, found.side_b, found.civilians, found.unknown) == expected


@pytest.mark.parametrize("rule", ["acled-lowest 1", "latest 1"])
def test_a_rule_of_one_number_gives_one(rule):
    figures = tuple(RolledFigure(counts, "killed", n, n, n, rule) for counts, n in (("people", 6), ("civilians", 7)))
    assert toll(an_event(a_statement(an_article()), figures=figures), "killed") == Toll(6, 6, 6, 6)


@pytest.mark.parametrize(("why", "told", "expected"), TOLLS, ids=[why for why, *_ in TOLLS])
def test_tolls(why, told, expected):
    article = an_article()
    figures = tuple(RolledFigure(counts, "killed", *bounds, "ucdp-like 1") for counts, *bounds in told)
    assert toll(an_event(a_statement(article), figures=figures), "killed") == expected


def test_unknown_of_best_is_what_is_not_civilian():
    assert Toll(9, 10, 12, 4).unknown == 6
    assert Toll().unknown is None


@pytest.mark.parametrize(
    ("place", "land", "first", "second"),
    [
        (KARSA, "Norland", "Upper Province", None),
        (Place("p", "Vell", (), 1, 1, 1, ("Low Vale", "Coast", "Norland"), None), "Norland", "Coast", "Low Vale"),
        (Place("p", "Coast", (), 1, 1, 4, ("Norland",), None), "Norland", "Coast", None),
        (Place("p", "Low Vale", (), 1, 1, 3, ("Coast", "Norland"), None), "Norland", "Coast", "Low Vale"),
        (Place("p", "Iraq", (), 1, 1, 6, (), None), "Iraq", None, None),
        (None, None, None, None),
    ],
)  # fmt: skip
def test_units_around_a_place(place, land, first, second):
    assert country(place) == land
    assert units(place) == (first, second)


def test_cells_of_the_grid_begin_in_the_south_west():
    assert grid(Place("p", "p", (), -90.0, -180.0, 1, (), None)) == 1
    assert grid(Place("p", "p", (), -89.4, -180.0, 1, (), None)) == 721
    assert grid(Place("p", "p", (), 90.0, 180.0, 1, (), None)) == 259_200
    assert grid(VILLAGE) is None


def test_countries_have_their_numbers():
    assert (iso_numeric("Iraq"), iso_numeric("Syria"), iso_numeric("Norland"), iso_numeric(None)) == (
        368,
        760,
        None,
        None,
    )


def test_spans_of_days_take_the_middle(record):
    days = When(date(2021, 5, 1), date(2021, 5, 4), "days", "early May", "stated")
    with Store(record).view() as view:
        events = [
            type(e)(**{**{f: getattr(e, f) for f in e.__slots__}, "time": days}) for e in view.events() if e.acled
        ]
        out = BytesIO()
        write(view, events, find_format("acled"), out)
    (row,) = csv.DictReader(StringIO(out.getvalue().decode()))
    assert (row["event_date"], row["time_precision"]) == ("2021-05-02", "2")


def test_geojson_is_read_by_geopandas(record, tmp_path):
    geopandas = pytest.importorskip("geopandas")
    with Store(record).view() as view:
        write_file(view, view.events(), find_format("geojson"), tmp_path / "e.geojson")
    frame = geopandas.read_file(tmp_path / "e.geojson")
    assert [(row.title, row.geometry.x, row.geometry.y) for row in frame.itertuples()] == [
        ("Shelling: Karsa", 41.25, 12.5)
    ]
    assert frame.crs.to_epsg() == 4326
    assert frame["place_precision"].tolist() == [1]


def test_tables_are_read_by_pyarrow_and_polars(record, tmp_path):
    parquet, polars = pytest.importorskip("pyarrow.parquet"), pytest.importorskip("polars")
    with Store(record).view() as view:
        for name in ("csv", "parquet"):
            write_file(view, view.events(), find_format(name), tmp_path / name)
        statements, events = list(view.statements()), list(view.events())
    table = parquet.read_table(tmp_path / "parquet" / "statements.parquet").to_pylist()
    assert [row["id"] for row in table] == [statement.id for statement in statements]
    for row, statement in zip(table, statements, strict=True):
        assert (row["evidence"], row["evidence_start"]) == (statement.evidence.text, statement.evidence.start)
        assert row["time_earliest"] == (str(statement.time.earliest) if statement.time else None)
        assert [figure["best"] for figure in json.loads(row["figures"])] == [
            figure.best for figure in statement.figures
        ]
        assert row["event"] in {event.id for event in events if statement.id in event.statements}
    for name in ("articles", "statements", "accounts", "events"):
        text = polars.read_csv(tmp_path / "csv" / f"{name}.csv", infer_schema=False)
        arrow = polars.read_parquet(tmp_path / "parquet" / f"{name}.parquet")
        assert text.columns == arrow.columns
        assert text.rows() == arrow.cast(polars.String).rows(), f"{name} differs between the two"


def test_ftm_is_valid_for_its_own_library(record, tmp_path):
    ftm = pytest.importorskip("followthemoney")
    with Store(record).view() as view:
        write_file(view, view.events(), find_format("ftm"), tmp_path / "e.ftm")
    lines = [json.loads(line) for line in (tmp_path / "e.ftm").read_text().splitlines()]
    proxies = [ftm.model.get_proxy(line, cleaned=False) for line in lines]
    for line, proxy in zip(lines, proxies, strict=True):
        proxy.schema.validate({"properties": proxy.properties})
        for name, values in line["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values), f"{line['schema']}.{name} is changed by cleaning"
    events = [proxy for proxy in proxies if proxy.schema.name == "Event" and "Shelling" in proxy.caption]
    assert [proxy.caption for proxy in events] == ["Shelling: Karsa (Adel Marun)", "Shelling: Karsa (Delta Post)"]
    ids = {proxy.id for proxy in proxies}
    assert {
        value for proxy in events for value in proxy.get("proof") + proxy.get("organizer") + proxy.get("involved")
    } <= ids


def test_a_format_of_several_files_needs_a_folder_and_takes_nobodys(record, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("mine")
    with Store(record).view() as view:
        with pytest.raises(UsageError, match="name a folder"):
            write(view, view.events(), find_format("csv"), BytesIO())
        with pytest.raises(UsageError, match="holds something else"):
            write_file(view, view.events(), find_format("csv"), tmp_path / "mine")
        with pytest.raises(UsageError, match="this is a folder"):
            write_file(view, view.events(), find_format("ucdp"), tmp_path / "mine")
        for _ in range(2):
            write_file(view, view.events(), find_format("csv"), tmp_path / "tables")
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "mine"
    assert sorted(path.name for path in (tmp_path / "tables").iterdir()) == [
        "accounts.csv", "articles.csv", "card.md", "events.csv", "links.csv", "statements.csv",
    ]  # fmt: skip
