"""The reports of several sets as articles, for whoever reads statements of them against their sentences."""

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import fakes, muc4
from benchmarks.rows import Row, question, read_lines
from rashomon.errors import PageError
from rashomon.record import Article, content_id
from rashomon.run import Pipeline


def _as_told(row: Row, pipeline: Pipeline) -> Article:
    del pipeline
    text = row["text"]
    return Article(content_id(text), str(row["doc_id"]), None, "0" * 64, None, None, (), None, "en", text, None)


def _of_muc4(row: Row, pipeline: Pipeline) -> Article:
    del pipeline
    return muc4.article_of(row)


def _of_fakes(row: Row, pipeline: Pipeline) -> Article:
    return pipeline.extract(fakes.ready_page(question(row, "fakes")))


SETS: dict[str, Callable[[Row, Pipeline], Article]] = {
    "fakes": _of_fakes,
    "re3d": _as_told,
    "case2021_task2": _as_told,
    "muc4": _of_muc4,
    "indiapolice": _as_told,
}
"""The sets, and how a row of each becomes an article."""


def articles(gold: Path, name: str, pipeline: Pipeline) -> Iterator[Article]:
    """Every report of the set that could be read as an article."""
    for row in read_lines(gold / name / "dev.jsonl.gz"):
        try:
            yield SETS[name](row, pipeline)
        except PageError:
            continue
