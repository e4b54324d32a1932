"""How well the package reads: every test set found in a folder, scored with that folder's own scorers.

The floors stand in `scores.json`, a little below what was measured when they were pinned. A change that takes a value
below its floor fails; a floor is lowered only on purpose, with `--pin`.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from rich.console import Console
from rich.table import Table

import rashomon
from benchmarks.rows import Row, question, read_lines
from rashomon.exports import find_format, write_file

FLOORS = Path(__file__).with_name("scores.json")

MARGIN = {"all": 0.005, "sample": 0.02}
"""How far below the measured value a floor is pinned; a sample of few rows moves more with every change."""

ARROW = " > "
"""Between the keys that lead to a value in what a scorer prints."""


@dataclass(frozen=True, slots=True)
class TestSet:
    """A task of `benchmarks`, where its rows and its scorer stand in the folder, and the values worth a floor: each
    name with the keys that lead to it. The sample is every `step`-th row; `sampled` are the values that it can bear."""

    __test__ = False

    task: str
    rows: str
    scorer: str
    values: dict[str, str]
    step: int
    sampled: int | None = None


SETS = (
    TestSet(
        "article_extraction",
        "article_extraction/dev.jsonl.gz",
        "score_article.py",
        {"F1 of four-word runs": "article > f1"},
        6,
    ),
    TestSet(
        "polnear",
        "polnear/dev.jsonl.gz",
        "score_polnear.py",
        {
            f"{kind} F1: {role}": f"{kind} > {role} > f1"
            for kind in ("token", "exact")
            for role in ("source", "cue", "content")
        },
        40,
    ),
    TestSet(
        "fakes",
        "fakes/dev.jsonl.gz",
        "score_fakes.py",
        {
            "killed, exact": "fakes accuracy > killed exact",
            "killed, within 10 %": "fakes accuracy > killed within_10pct",
            "place": "fakes accuracy > location",
            "day": "fakes accuracy > date",
            "actor": "fakes accuracy > actor",
            "cause of death": "fakes accuracy > cause_of_death",
        },
        20,
    ),
    TestSet(
        "groups",
        "fakes/dev.jsonl.gz",
        "score_groups.py",
        {"B-cubed F1": "groups > b_cubed > f1", "incidents met": "incidents > met"},
        20,
        sampled=1,
    ),
    TestSet(
        "ecbplus",
        "ecbplus/dev.jsonl.gz",
        "score_ecb.py",
        {"events, CoNLL F1": "event > conll > f1"},
        4,
    ),
    TestSet(
        "meantime",
        "meantime/dev.jsonl.gz",
        "score_meantime.py",
        {
            "mention F1": "meantime > mention > f1",
            "rare polarity F1": "meantime > polarity rare > f1",
            "rare certainty F1": "meantime > certainty rare > f1",
        },
        4,
    ),
    TestSet(
        "muc4",
        "muc4/dev.jsonl.gz",
        "score_muc4.py",
        {"all slots F1": "all_slots > ALL SLOTS > f1", "GTT F1": "gtt > micro > f1"},
        30,
    ),
    TestSet(
        "re3d",
        "re3d/dev.jsonl.gz",
        "score_re3d.py",
        {"entities, overlap and type F1": "re3d > entity_overlap > f1", "relations F1": "re3d > relation > f1"},
        6,
    ),
    TestSet(
        "petrarch2",
        "petrarch2/dev.jsonl.gz",
        "score_petrarch.py",
        {"source and target F1": "events > source+target > f1", "root of the code F1": "events > root > f1"},
        2,
    ),
    TestSet(
        "tempeval3", "tempeval3/example.jsonl", "score_tempeval.py", {"value F1": "tempeval3 > timex_value > f1"}, 1
    ),
    TestSet(
        "geo",
        "geo/dev.jsonl.gz",
        "score_geo.py",
        {
            "toponyms, overlap F1": "detect_overlap > ALL > f1",
            "LGL, exact F1": "detect_exact > LGL > f1",
            "TR-News, exact F1": "detect_exact > TR-News > f1",
            "within 161 km, of all": "resolve ALL > acc161_gold",
            "within 161 km, of those resolved": "resolve ALL > acc161_found",
        },
        60,
    ),
    TestSet(
        "case2021_task2",
        "case2021_task2/dev.jsonl.gz",
        "score_case.py",
        {"weighted F1": "all > weighted_f1", "macro F1": "all > macro_f1"},
        8,
        sampled=1,
    ),
    TestSet(
        "indiapolice",
        "indiapolice/dev.jsonl.gz",
        "score_indiapolice.py",
        {"sentence macro F1": "sentence > macro > f1", "report macro F1": "document > macro > f1"},
        20,
    ),
)
"""The values of the example of tempeval3 rest on two texts: they show that the task runs, not how well it reads.
Those of case2021_task2, ecbplus and indiapolice are of models that were made from these very rows: they guard against a
change; what the models are worth is told by `python -m benchmarks train`."""

REPORTS = "basra"
"""Folder beside the test sets: five reports with `score.py`, which asks an export for what a careful reader finds."""


@dataclass(frozen=True, slots=True)
class Score:
    """One value measured; `floor` is None where none is pinned."""

    task: str
    name: str
    value: float
    floor: float | None

    @property
    def ok(self) -> bool:
        """Whether the value stands at or above its floor."""
        return self.floor is None or self.value >= self.floor


def measure(gold: Path, extent: str, only: Sequence[str] = ()) -> Iterator[Score]:
    """The scores of every set found in the folder, or of those named in `only`, over "all" rows or a "sample" of them;
    raises CalledProcessError where a scorer fails."""
    floors = read_floors()[extent]
    for each in SETS:
        if only and each.task not in only:
            continue
        if (gold / each.rows).exists() and (gold / "score" / each.scorer).exists():
            told = _score_set(each, gold, each.step if extent == "sample" else 1)
            names = list(each.values)[: each.sampled if extent == "sample" else None]
            for name in names:
                value = value_at(told, each.values[name])
                yield Score(each.task, name, value, floors.get(each.task, {}).get(name))
    if (not only or REPORTS in only) and (gold.parent / REPORTS / "score.py").exists():
        for name, value in _score_reports(gold.parent / REPORTS):
            yield Score(REPORTS, name, value, floors.get(REPORTS, {}).get(name))


def read_floors() -> dict[str, dict[str, dict[str, float]]]:
    """The pinned floors: extent, task, name of the value, floor."""
    return msgspec.json.decode(FLOORS.read_bytes(), type=dict[str, dict[str, dict[str, float]]])


def pin(scores: Sequence[Score], extent: str) -> None:
    """Write the floors of what was measured anew, and leave the others."""
    floors = read_floors()
    for score in scores:
        floor = round(max(0.0, score.value - MARGIN[extent]), 3)
        floors[extent].setdefault(score.task, {})[score.name] = floor
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")


def print_scores(scores: Sequence[Score], console: Console) -> None:
    """One table: set, measure, value, floor, and whether it holds."""
    table = Table("set", "measure", "value", "floor", "")
    for score in scores:
        floor = "none pinned" if score.floor is None else f"{score.floor:.3f}"
        table.add_row(score.task, score.name, f"{score.value:.3f}", floor, "ok" if score.ok else "below")
    console.print(table)


def _score_set(each: TestSet, gold: Path, step: int) -> object:
    rows = list(read_lines(gold / each.rows))[::step]
    predictions = import_module(f"benchmarks.{each.task}").predict([question(row, each.task) for row in rows])
    return score_rows(gold / "score" / each.scorer, rows, predictions)


def score_rows(scorer: Path, rows: Iterable[Row], predictions: Iterable[Row]) -> object:
    """What the scorer prints of the predictions for these rows."""
    with TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "rows.jsonl", Path(folder) / "predictions.jsonl"
        for path, lines in ((asked, rows), (answered, predictions)):
            path.write_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))
        # The standard library's reader, as scorers may print NaN.
        return json.loads(_run(scorer, asked, answered, "--json"))


def _score_reports(folder: Path) -> Iterator[tuple[str, float]]:
    """The share of fields right in a record of the reports, and of relations found where these are asked for."""
    with TemporaryDirectory() as scratch:
        record, export = Path(scratch) / "reports.rashomon", Path(scratch) / "reports.jsonl"
        rashomon.build([folder], into=record)
        with rashomon.open(record) as view:
            write_file(view, view.events(), find_format("jsonl"), export)
        for name, asked in (("fields right", "answers.jsonl"), ("relations right", "relations.jsonl")):
            if (folder / asked).exists():
                last = _run(folder / "score.py", export, folder / asked).splitlines()[-1]
                yield name, float(last.rpartition("=")[2])


def _run(program: Path, *arguments: str | Path) -> str:
    called = [sys.executable, str(program), *map(str, arguments)]
    return subprocess.run(called, check=True, capture_output=True, text=True).stdout


def value_at(told: object, way: str) -> float:
    """The value that these keys lead to in what a scorer printed."""
    for key in way.split(ARROW):
        if not isinstance(told, dict):
            raise TypeError(f"the scorer printed no {way!r}")
        told = told[key]
    return float(str(told))
