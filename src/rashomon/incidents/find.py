"""A parsed and read report -> its incidents."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from rashomon.incidents.context import things, whole
from rashomon.incidents.entities import entities
from rashomon.incidents.features import Clues
from rashomon.incidents.gather import Judged, gather
from rashomon.incidents.phrases import phrases
from rashomon.incidents.report import report_features
from rashomon.models import Linear, load_model
from rashomon.record import Article, Incident, Reading

LEAST = 0.05
"""Chance that the words of a report give it below which no target would make an incident of it."""
NAMEABLE = 0.05
"""Chance of every part below which nothing more is asked about a thing."""


@dataclass(frozen=True, slots=True, eq=False)
class Models:
    """The five models; see their cards."""

    reports: Linear
    phrases: Linear
    kinds: Linear
    parts: Linear
    traits: Linear


@cache
def _ours() -> Models:
    names = ("reports", "phrases", "kinds", "parts", "traits")
    return Models(*(load_model(f"incident_{name}") for name in names))


def find_incidents(article: Article, doc: Doc, reading: Reading, models: Models | None = None) -> tuple[Incident, ...]:
    """The incidents that a report tells of, the likeliest first; `doc` is its parse, token by token at its offsets,
    `models` others than those of the package."""
    judges = models or _ours()
    report = judges.reports.scores(report_features(article, doc, reading))
    if report["any"] < LEAST:
        return ()
    return gather(article, doc, reading, *judge(doc, reading, report, judges))


def judge(
    doc: Doc, reading: Reading, report: dict[str, float], judges: Models
) -> tuple[dict[str, float], list[Judged]]:
    """The chances of the report, given those of its words, and of what it names, after a second look."""
    clues = Clues(doc, reading)
    found = entities(doc, phrases(doc))
    told = [clues.features(entity) for entity in found]
    firsts = [judges.phrases.scores(features) for features in told]
    judged = []
    for entity, features, second in zip(found, told, things(doc, report, found, firsts), strict=True):
        chances = judges.parts.scores(second) if second else {}
        if max(chances.values(), default=0.0) >= NAMEABLE:
            judged.append(Judged(entity, chances, judges.traits.scores(features)))
    return report | judges.kinds.scores(whole(report, firsts)), judged
