"""The archives that the cascade is measured on: the same from the same seed, and as they are said to be."""

import gzip
import json
from pathlib import Path

import pytest
from benchmarks.chart import Line, drawn
from benchmarks.streams import mixed, write_warc

from rashomon.record import Page
from rashomon.run import Pipeline
from rashomon.settings import Settings


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    report = {"doc_id": 1, "title": "Shells & fire", "text": "Rebels shelled Karsa.\n\nNine died."}
    rows = {
        "fakes": [report],
        "indiapolice": [report | {"doc_id": 2, "title": None}],
        "article_extraction": [{"doc_id": f"p{n}", "html": f"<p>A phone, the {n}th.</p>"} for n in range(3)],
    }
    for name, each in rows.items():
        (tmp_path / name).mkdir()
        with gzip.open(tmp_path / name / "dev.jsonl.gz", "wt") as file:
            file.writelines(json.dumps(row) + "\n" for row in each)
    return tmp_path


def test_a_stream_holds_what_it_says(gold: Path) -> None:
    stream = mixed(gold, 20, 0.1)
    assert (len(stream), sum(source.conflict for source in stream)) == (20, 2)
    times = {sum(each.url == source.url for each in stream) for source in stream if not source.conflict}
    assert times == {6}, "eighteen of three pages"
    assert stream == mixed(gold, 20, 0.1)


def test_an_archive_of_it_reads_back(gold: Path, tmp_path: Path) -> None:
    stream = mixed(gold, 10, 0.5)
    write_warc(stream, tmp_path / "a.warc.gz")
    pages = [page for page in Pipeline(Settings()).pages([tmp_path / "a.warc.gz"]) if isinstance(page, Page)]
    assert [(page.stated.url, page.body) for page in pages] == [(source.url, source.body) for source in stream]
    assert not any(page.chosen for page in pages)


def test_the_longest_bar_is_the_quickest_way() -> None:
    picture = drawn([Line("others", 5.0), Line("ours", 20.0)])
    assert picture.index('width="98"') < picture.index('width="390"')
