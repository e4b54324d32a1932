"""The word lists of the figures: nouns for persons, and the words that tell what happened to what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_DATA = "rashomon.statements"
_PERSON_ENDINGS = ("man", "woman", "person", "people", "men", "women", "ist", "keeper", "holder", "goer",
                   "worker", "fighter", "driver", "leader", "seeker", "dweller", "crat")  # fmt: skip
_NOT_PERSONS = frozenset((
    "human", "ottoman", "talisman", "caiman", "omen", "regimen", "specimen", "abdomen", "list", "checklist",
                         "playlist", "blacklist", "shortlist", "wishlist", "mist", "fist", "twist", "wrist", "waist",
                         "heist"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Measures:
    """Lemma -> measure, by the place that the counted noun has: object or subject of a verb, a noun of outcome, an
    adjective beside it."""

    objects: Mapping[str, str]
    subjects: Mapping[str, str]
    nouns: Mapping[str, str]
    adjectives: Mapping[str, str]


def _rows(name: str) -> list[list[str]]:
    text = (files(_DATA) / "data" / name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def measures() -> Measures:
    """The table `figures_measures.tsv`; of two lines that hold a word the upper wins."""
    tables: tuple[dict[str, str], ...] = ({}, {}, {}, {})
    for measure, *cells in _rows("figures_measures.tsv"):
        for table, cell in zip(tables, cells, strict=True):
            for lemma in cell.split():
                if lemma != "-":
                    table.setdefault(lemma, measure)
    return Measures(*tables)


@cache
def _persons() -> frozenset[str]:
    return frozenset(word for _, words in _rows("figures_people.tsv") for word in words.split())


def is_person(lemma: str) -> bool:
    """Whether a noun, in the singular and lower case, is a word for a person."""
    return lemma in _persons() or (lemma.endswith(_PERSON_ENDINGS) and lemma not in _NOT_PERSONS and len(lemma) > 4)
