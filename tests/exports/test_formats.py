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
from rashomon.exports.sink import LEFT_COLUMNS
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
