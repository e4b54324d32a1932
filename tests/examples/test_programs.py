"""The example programs, run on the record of the example pages: what they print stands in docs/examples.md."""

import runpy
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
CALLS: dict[str, tuple[str, ...]] = runpy.run_path(str(ROOT / "docs" / "generate.py"))["ARGUMENTS"]


def run(name: str, record: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    main: Any = runpy.run_path(str(ROOT / "examples" / f"{name}.py"))["main"]
    main(str(record), *CALLS[name][1:])


def test_every_program_is_called() -> None:
    assert {path.stem for path in (ROOT / "examples").glob("*.py")} == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_program_prints_what_the_docs_say(
    name: str,
    example_record: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(name, example_record, tmp_path, monkeypatch)
    printed = capsys.readouterr().out
    assert len(printed.splitlines()) > 1
    page = (ROOT / "docs" / "examples.md").read_text("utf-8")
    told = page.partition(f"$ python examples/{name}.py ")[2].partition("\n")[2].partition("```")[0]
    assert printed == told


def test_map_is_a_drawing_of_every_place(
    example_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    run("map", example_record, tmp_path, monkeypatch)
    circles = ET.parse(tmp_path / "map.svg").findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == len(capsys.readouterr().out.splitlines())
    assert all(0 <= float(circle.attrib[axis]) <= 600 for circle in circles for axis in ("cx", "cy"))


def test_network_has_an_edge_from_the_printer_to_the_agency(
    example_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("network", example_record, tmp_path, monkeypatch)
    space = "{http://graphml.graphdrawing.org/xmlns}"
    graph = ET.parse(tmp_path / "sources.graphml").find(f"{space}graph")
    assert graph is not None
    nodes = {node.attrib["id"] for node in graph.findall(f"{space}node")}
    edges = [(edge.attrib["source"], edge.attrib["target"]) for edge in graph.findall(f"{space}edge")]
    assert ("The Gulf Ledger", "Harbour Wire") in edges
    assert {end for edge in edges for end in edge} == nodes


def test_one_side_writes_links_and_a_card_too(
    example_record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("one_side", example_record, tmp_path, monkeypatch)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["wire.csv", "wire.csv.card.md", "wire.csv.links.csv"]
    assert len((tmp_path / "wire.csv").read_text("utf-8").splitlines()) > 10
