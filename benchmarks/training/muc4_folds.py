"""Predictions for MUC-4 in which no report is answered by models that have seen it: five folds of whole reports.

`python -m benchmarks.training.muc4_folds GOLD OUT` writes them, to be scored as those of `benchmarks predict` are.
"""

from pathlib import Path

import msgspec
import typer

from benchmarks.muc4 import answer
from benchmarks.rows import question, read_lines
from benchmarks.training.fitting import part_of
from benchmarks.training.incidents import rows_of
from benchmarks.training.looks import Looks
from rashomon.incidents.find import Models
from rashomon.run import Pipeline
from rashomon.settings import Settings


def main(gold: Path, out: Path) -> None:
    """Write the predictions of all rows."""
    looks = Looks(rows_of(gold))
    pipeline = Pipeline(Settings())
    asked = [question(row, "muc4") for row in read_lines(gold / "muc4" / "dev.jsonl.gz")]
    with out.open("wb") as file:
        for row in asked:
            models = models_of(looks, part_of(str(row["doc_id"])))
            file.write(msgspec.json.encode(answer(row, pipeline, models)) + b"\n")


def models_of(looks: Looks, apart: int) -> Models:
    """The models that have not seen this part of the reports."""
    return Models(*(looks.model(name, apart) for name in ("reports", "phrases", "kinds", "parts", "traits")))


if __name__ == "__main__":
    typer.run(main)
