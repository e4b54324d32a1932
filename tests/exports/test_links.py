"""Every cell of two records in every format, of the example pages and of reports with tolls: it leads back to words
that stand where the link says, or it is one of those that come from no words (NOT_FROM_WORDS), and those lead nowhere.
"""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import rashomon
from rashomon.exports import FORMATS, find_format, write_file
from rashomon.exports.days import country
from rashomon.record import Article
from rashomon.store import Store

NOT_FROM_WORDS = {
    "ucdp": "id source_article source_office source_date source_headline number_of_sources",
    "acled": "event_id_cnty source",
    "reports": "id event_id source number_of_sources",
    "polecat": "Event ID|Source|Publication Date|Language|Version",
    "geojson": "event part_of origins",
    "ftm": "recordId proof publisher sourceUrl",
    "csv": "statements.id statements.article statements.event statements.confidence statements.reader accounts.id"
    " accounts.event accounts.origin accounts.articles accounts.reprints accounts.statements events.id events.part_of"
    " events.origins events.reason",
}
"""What is known of the page, counted, or made by us: ids, sources, versions."""

FROM_THE_PAGE = {"source_author", "source_type", "name", "statements.chain"}
"""Who says so: from no words where it is the outlet that printed it, or the agency that it credits."""

REPORTS = {
    "wire.txt": """Rockets on Mosul

Turkish troops shelled a market in Mosul on Monday, killing nine civilians and wounding more than 20 people, officials
said. Kurdish fighters attacked a Turkish post in Tikrit the same day. Two soldiers were killed and five injured.
""",
    "post.txt": """Eleven dead in Mosul

At least 11 civilians were killed on Monday when Turkish troops shelled a market in Mosul, a doctor told the Delta Post.
Gunmen shot dead three policemen in Kirkuk on 2 May. The rebels said they would attack Fallujah on Friday.
""",
    "manifest.csv": "file,outlet,published\nwire.txt,Hill Wire,2021-05-04\npost.txt,Delta Post,2021-05-05\n",
}

LINKED = [format.name for format in FORMATS if format.rows or format.folder]


def not_from_words(name: str) -> set[str]:
    told = NOT_FROM_WORDS["csv" if name == "parquet" else name]
    return set(told.split("|") if "|" in told else told.split())


def is_outlet(value: Any, articles: dict[str, Article]) -> bool:
    """Does the cell name nobody whom the text would have to name?"""
    if str(value).startswith("[{"):
        return all(sayer["text"] is None for sayer in json.loads(value))
    printed = {name for a in articles.values() for name in (a.outlet, a.copied_from)} | {"outlet", "agency"}
    return set(value if isinstance(value, list) else value.split(", ")) <= printed


def cells(name: str, path: Path) -> Iterator[tuple[str, str, Any]]:
    """Each cell that is not empty: the row that it is in, its column, its value."""
    if name == "geojson":
        for feature in json.loads(path.read_text())["features"]:
            told = feature["properties"] | {"geometry": feature["geometry"]}
            yield from ((feature["id"], key, value) for key, value in told.items() if value not in (None, []))
    elif name == "ftm":
        for line in map(json.loads, path.read_text().splitlines()):
            if line["schema"] == "Event":
                yield from ((line["id"], key, value) for key, value in line["properties"].items())
            elif line["schema"] != "Article":
                yield line["id"], "name", line["properties"]["name"]
    elif name in ("csv", "parquet"):
        for table in ("statements", "accounts", "events"):
            for row in rows_of(path, name, table):
                told = ((f"{table}.{key}", value) for key, value in row.items() if value not in ("", None, "[]"))
                yield from ((row["id"], key, value) for key, value in told)
    else:
        with path.open(newline="") as file:
            for row in csv.DictReader(file, delimiter="\t" if name == "polecat" else ","):
                yield from ((next(iter(row.values())), key, value) for key, value in row.items() if value)


def rows_of(folder: Path, name: str, table: str) -> list[dict[str, Any]]:
    if name == "csv":
        with (folder / f"{table}.csv").open(newline="") as file:
            return list(csv.DictReader(file))
    parquet = pytest.importorskip("pyarrow.parquet")
    return parquet.read_table(folder / f"{table}.parquet").to_pylist()


def links_of(name: str, path: Path) -> list[dict[str, str]]:
    beside = path / "links.csv" if find_format(name).folder else path.with_name(f"{path.name}.links.csv")
    with beside.open(newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def records(example_record, tmp_path_factory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("tolls")
    for name, text in REPORTS.items():
        (folder / name).write_text(text)
    rashomon.build([folder], into=folder / "tolls.record")
    return {"example": example_record, "tolls": folder / "tolls.record"}


@pytest.fixture(scope="module", params=[(record, name) for record in ("example", "tolls") for name in LINKED])
def written(request, records, tmp_path_factory) -> tuple[str, Path, dict[str, Article]]:
    record, name = request.param
    path = tmp_path_factory.mktemp("links") / name
    with Store(records[record]).view() as view:
        write_file(view, view.events(), find_format(name), path, "ucdp-like 1")
        return name, path, {article.id: article for article in view.articles()}


def test_words_stand_where_the_links_say(written):
    name, path, articles = written
    links = links_of(name, path)
    for link in links:
        article = articles[link["article"]]
        assert article.text[int(link["start"]) : int(link["end"])] == link["words"] != ""
        assert article.file == link["file"]
        assert link["origin"]


def test_every_cell_that_comes_from_words_leads_back_to_them(written):
    name, path, articles = written
    linked = {(link["row"], link["column"]) for link in links_of(name, path)}
    lost = [(column, value) for row, column, value in cells(name, path) if (row, column) not in linked]
    told = [(column, value) for column, value in lost if column not in not_from_words(name)]
    assert [
        (column, value) for column, value in told if column not in FROM_THE_PAGE or not is_outlet(value, articles)
    ] == []
    assert {column for _, column in linked} & not_from_words(name) == set(), "they come from words after all"


def test_no_link_leads_from_an_empty_cell(written):
    name, path, _ = written
    filled = {(row, column) for row, column, _ in cells(name, path)}
    assert {(link["row"], link["column"]) for link in links_of(name, path)} - filled == set()


def test_every_format_has_cells_and_links(records, tmp_path):
    for name in LINKED:
        with Store(records["tolls"]).view() as view:
            write_file(view, view.events(), find_format(name), tmp_path / name, "ucdp-like 1")
        assert len(list(cells(name, tmp_path / name))) > 20
        assert len(links_of(name, tmp_path / name)) > 20


@pytest.mark.parametrize("written", [("example", "acled"), ("example", "geojson")], indirect=True)
def test_a_place_is_linked_to_words_for_that_place_alone(written, example_record):
    """Sadr City is in Baghdad, but words for it do not bear out a point in the middle of Baghdad."""
    name, path, _ = written
    column = {"acled": "location", "geojson": "place"}[name]
    named = {row: value for row, key, value in cells(name, path) if key == column}
    with Store(example_record).view() as view:
        known = {place.name: {n.casefold() for n in (*place.names, country(place) or "")} for place in view.places()}
    for link in links_of(name, path):
        if link["column"] == column:
            words = link["words"].casefold().removeprefix("the ")
            assert any(words in one or one in words for one in known[named[link["row"]]] if one), link
