"""A parsed and read report -> its incidents."""

from spacy.tokens import Doc

from rashomon.incidents.entities import entities
from rashomon.incidents.features import Clues, report_features
from rashomon.incidents.gather import Judged, gather
from rashomon.incidents.phrases import phrases
from rashomon.models import load_model
from rashomon.record import Article, Incident, Reading

LEAST = 0.1
"""Chance that the words of a report give it below which no target would make an incident of it."""


def find_incidents(article: Article, doc: Doc, reading: Reading) -> tuple[Incident, ...]:
    """The incidents that a report tells of, the likeliest first; `doc` is its parse, token by token at its offsets."""
    report = load_model("incident_reports").scores(report_features(doc, reading))
    if report["any"] < LEAST:
        return ()
    clues = Clues(doc, reading)
    shares, traits = load_model("incident_phrases"), load_model("incident_traits")
    judged = []
    for entity in entities(doc, phrases(doc)):
        features = clues.features(entity)
        judged.append(Judged(entity, shares.scores(features), traits.scores(features)))
    return gather(article, doc, reading, report, judged)
