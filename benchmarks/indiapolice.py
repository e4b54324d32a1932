"""IndiaPoliceEvents: what each sentence, and each report as a whole, says that the police did."""

from collections.abc import Iterable, Iterator, Mapping

from benchmarks.rows import Row
from rashomon.statements.kinds import of_report, police_acts
from rashomon.statements.parse import load_pipeline

LABELS = {"KILL": "kill", "ARREST": "arrest", "FAIL": "fail", "FORCE": "force", "ANY_ACTION": "any"}
"""The set's names for the labels of the package."""

TOLD = {"kill": 0.2, "arrest": 0.225, "fail": 0.1, "force": 0.3, "any": 0.25}
"""Chances from which a sentence bears a label: where F1 is best on reports that the model was not made from, as
`python -m benchmarks train police_acts` prints it."""

TOLD_OF_REPORT = {"kill": 0.25, "arrest": 0.225, "fail": 0.125, "force": 0.425, "any": 0.4}
"""The same for a report."""


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "sent_labels": {sent_id: [label]}, "doc_labels"} for every row."""
    nlp = load_pipeline()
    for row in rows:
        bounds = [(each["start"], each["end"]) for each in row["sents"]]
        chances = police_acts(nlp(row["text"]), bounds)
        told = {str(each["sent_id"]): labels(one, TOLD) for each, one in zip(row["sents"], chances, strict=True)}
        yield {
            "doc_id": row["doc_id"],
            "sent_labels": {key: found for key, found in told.items() if found},
            "doc_labels": labels(of_report(chances), TOLD_OF_REPORT),
        }


def labels(chances: Mapping[str, float], least: Mapping[str, float]) -> list[str]:
    """The labels whose chance is high enough, as the set names them."""
    return [name for name, label in LABELS.items() if chances.get(label, 0.0) >= least[label]]
