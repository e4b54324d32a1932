"""A parsed and read report -> its incidents."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from rashomon.incidents.entities import entities
from rashomon.incidents.features import Clues, report_features
from rashomon.incidents.gather import Judged, gather
from rashomon.incidents.phrases import phrases
from rashomon.models import Linear, load_model
from rashomon.record import Article, Incident, Reading

LEAST = 0.1
"""Chance that the words of a report give it below which no target would make an incident of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """The three models; see their cards."""

    reports: Linear
    phrases: Linear
    traits: Linear


@cache
def _ours() -> Models:
    return Models(load_model("incident_reports"), load_model("incident_phrases"), load_model("incident_traits"))


def find_incidents(article: Article, doc: Doc, reading: Reading, models: Models | None = None) -> tuple[Incident, ...]:
    """The incidents that a report tells of, the likeliest first; `doc` is its parse, token by token at its offsets,
    `models` others than those of the package."""
    judges = models or _ours()
    report = judges.reports.scores(report_features(doc, reading))
    if report["any"] < LEAST:
        return ()
    clues = Clues(doc, reading)
    judged = []
    for entity in entities(doc, phrases(doc)):
        features = clues.features(entity)
        judged.append(Judged(entity, judges.phrases.scores(features), judges.traits.scores(features)))
    return gather(article, doc, reading, report, judged)
