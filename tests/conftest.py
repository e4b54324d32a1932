"""What several tests share. The record of the example pages is built once: loading the language pipeline takes seconds.

Nothing here touches the network; what is written goes to pytest's own folders.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from makers import LinePipeline
from rashomon.examples import PAGES
from rashomon.gazetteer import Gazetteer, open_gazetteer
from rashomon.run import Pipeline, build
from rashomon.settings import Settings


@pytest.fixture(scope="session")
def example_pages() -> Path:
    """The folder of example pages that comes with the package."""
    return PAGES


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    """The real stages, loaded once."""
    return Pipeline(Settings())


@pytest.fixture(scope="session")
def example_record(example_pages: Path, pipeline: Pipeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of the example pages; only to be read."""
    record = tmp_path_factory.mktemp("examples") / "examples.record"
    build([example_pages], record, pipeline)
    return record


@pytest.fixture
def lines() -> LinePipeline:
    """The tiny stages of `makers`."""
    return LinePipeline()


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of three small pages for the tiny stages, two of which tell of one place."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text("Karsa: 12 deserted, says Adel Marun\n")
    (folder / "b.txt").write_text("Karsa: 40 deserted, says Ilse Horn\nVell: 3 deserted, says Adel Marun\n")
    (folder / "c.txt").write_text("Vell: 5 deserted, says Ilse Horn\n")
    stated = [
        "file,outlet,published",
        "a.txt,Hill Courier,2021-05-03",
        "b.txt,Delta Post,2021-05-06",
        "c.txt,Hill Courier,",
    ]
    (folder / "manifest.csv").write_text("\n".join(stated))
    return folder


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    """One gazetteer for the whole run, built in the run's own folder at first use."""
    with open_gazetteer(Settings(cache=tmp_path_factory.getbasetemp() / "gazetteer")) as opened:
        yield opened
