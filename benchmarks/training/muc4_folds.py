"""Predictions for MUC-4 in which no report is answered by models that have seen it: five folds of whole reports.

`python -m benchmarks.training.muc4_folds GOLD OUT` writes them, to be scored as those of `benchmarks predict` are.
"""

from pathlib import Path

import msgspec
import typer

from benchmarks.muc4 import article_of, template
from benchmarks.rows import question, read_lines
from benchmarks.training.fitting import Example, fit, folds
from benchmarks.training.incidents import STRENGTH, rows_of
from rashomon.incidents.find import Models, find_incidents
from rashomon.models import Linear
from rashomon.run import Pipeline
from rashomon.settings import Settings


def main(gold: Path, out: Path) -> None:
    """Write the predictions of all rows."""
    rows = rows_of(gold)
    asked = {str(row["doc_id"]): question(row, "muc4") for row in read_lines(gold / "muc4" / "dev.jsonl.gz")}
    pipeline = Pipeline(Settings())
    with out.open("wb") as file:
        for _, tried in folds(rows.reports):
            kept_apart = {example.document for example in tried}
            models = Models(*(_made(each, kept_apart) for each in (rows.reports, rows.phrases, rows.traits)))
            for document in sorted(kept_apart):
                article = article_of(asked[document])
                reading = pipeline.resolve(article, pipeline.reader.read(article), pipeline.gazetteer)
                found = find_incidents(article, pipeline.reader.parse(article), reading, models)
                told = {"doc_id": document, "templates": [template(each, article, reading) for each in found]}
                file.write(msgspec.json.encode(told) + b"\n")


def _made(examples: tuple[Example, ...], kept_apart: set[str]) -> Linear:
    return fit([e for e in examples if e.document not in kept_apart], STRENGTH, exclusive=False)


if __name__ == "__main__":
    typer.run(main)
