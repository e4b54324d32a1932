"""The rows that the models of incidents are made from: MUC-4 reports, read, and what their templates say.

An entity is given the parts in which a template names it by one of the accepted wordings, and the types of those
templates; what the templates say further of it (kind, effect, nation) are its traits.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from benchmarks.muc4 import article_of
from benchmarks.rows import Row, read_lines
from benchmarks.training.fitting import Example
from rashomon.incidents.entities import Entity, entities
from rashomon.incidents.features import Clues
from rashomon.incidents.phrases import phrases
from rashomon.incidents.report import report_features
from rashomon.settings import Settings
from rashomon.statements import Reader

LEAST = 2
"""Examples that a feature must stand in: what stands in one alone teaches nothing of others."""
LEAST_TOLD = 6
"""Examples of a trait from which on it is learned."""
PARTS = {
    "incident_instrument_id": "instrument", "perp_individual_id": "perpetrator",
    "perp_organization_id": "organisation", "phys_tgt_id": "physical", "hum_tgt_name": "name",
    "hum_tgt_description": "description",
}  # fmt: skip
TRAITS = {
    "human type": "hum_tgt_type", "human effect": "hum_tgt_effect", "human nation": "hum_tgt_nation",
    "physical type": "phys_tgt_type", "physical effect": "phys_tgt_effect", "physical nation": "phys_tgt_nation",
    "instrument type": "incident_instrument_type", "confidence": "perp_organization_confidence",
}  # fmt: skip
OFTEN_NONE = ("human effect", "human nation", "physical effect", "physical nation")
"""Traits that most entities lack, which is a value of its own."""
_LEADING = frozenset(
    "the a an some several many other another two three four five six seven eight nine ten one".split()
)


@dataclass(frozen=True, slots=True)
class Read:
    """A report that was read, with what it names."""

    document: str
    doc: Doc
    found: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The reports, and the examples of each of the models of a first look; those of `phrases` stand in the order of the
    reports and of what each names."""

    read: tuple[Read, ...]
    reports: tuple[Example, ...]
    phrases: tuple[Example, ...]
    traits: tuple[Example, ...]


def rows_of(gold: Path) -> Rows:
    """Read all reports."""
    reader = Reader(Settings())
    read, reports, named, traits = [], [], [], []
    for row in read_lines(gold / "muc4" / "dev.jsonl.gz"):
        article = article_of(row)
        doc, reading = reader.parse(article), reader.read(article)
        document = str(row["doc_id"])
        found = entities(doc, phrases(doc))
        read.append(Read(document, doc, found))
        reports.append(Example(document, report_features(article, doc, reading), _report(row)))
        clues = Clues(doc, reading)
        for entity in found:
            parts, said = _entity(entity.text, row)
            features = clues.features(entity)
            named.append(Example(document, features, parts))
            if said:
                traits.append(Example(document, features, said))
    return Rows(tuple(read), _common(reports), _common(named), _taught(_common(traits)))


def _common(examples: Sequence[Example]) -> tuple[Example, ...]:
    seen = Counter(name for example in examples for name in example.features)
    return tuple(
        replace(e, features={name: value for name, value in e.features.items() if seen[name] >= LEAST})
        for e in examples
    )


def _taught(examples: Sequence[Example]) -> tuple[Example, ...]:
    """The same with the labels alone of which there are examples enough."""
    seen = Counter(label for example in examples for label in example.labels)
    return tuple(
        replace(e, labels=frozenset(label for label in e.labels if seen[label] >= LEAST_TOLD)) for e in examples
    )


def _report(row: Row) -> frozenset[str]:
    labels = set()
    for template in row["templates"]:
        labels.add("any")
        labels.update(value.lower() for value in _values(template, "incident_type"))
        labels.update(f"stage {value.lower()}" for value in _values(template, "incident_stage"))
        if "STATE-SPONSORED VIOLENCE" in _values(template, "perp_category"):
            labels.add("by state")
    return frozenset(labels)


def _entity(text: str, row: Row) -> tuple[frozenset[str], frozenset[str]]:
    parts: set[str] = set()
    said: set[str] = set()
    for template in row["templates"]:
        for slot, part in PARTS.items():
            for fill in template["slots"][slot]:
                wordings = {_bare(value) for each in fill["alts"] for value in each["values"]}
                if _bare(text) not in wordings:
                    continue
                parts.add(part)
                parts.update(f"in {kind.lower()}" for kind in _values(template, "incident_type"))
                groups = ("human",) if part in ("name", "description") else (part, "confidence")
                for trait, about in TRAITS.items():
                    if trait.split()[0] in groups and (part == "organisation" or trait != "confidence"):
                        said.update(f"{trait}:{value.lower()}" for value in _about(template, about, wordings))
    for trait in OFTEN_NONE:
        group = trait.split()[0]
        if any(s.startswith(f"{group} ") for s in said) and not any(s.startswith(f"{trait}:") for s in said):
            said.add(f"{trait}:none")
    return frozenset(parts), frozenset(said)


def _about(template: Row, slot: str, wordings: set[str]) -> Iterator[str]:
    for fill in template["slots"][slot]:
        for each in fill["alts"]:
            if any(_bare(about) in wordings for about in each["xrefs"]) and each["values"][0] != "-":
                yield each["values"][0]


def _values(template: dict[str, Any], slot: str) -> list[str]:
    return [fill["alts"][0]["values"][0] for fill in template["slots"][slot]]


def _bare(text: str) -> str:
    words = "".join(c if c.isalnum() else " " for c in text.lower().replace("'", "")).split()
    while len(words) > 1 and (words[0] in _LEADING or words[0].isdigit()):
        words = words[1:]
    return " ".join(words)
