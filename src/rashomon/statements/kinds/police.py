"""What a sentence says that the police did: killed, arrested, used force, failed to act, or did anything at all.

Police are all forces of order that the state sends among its own people, so soldiers on a city's streets too. A linear
model judges each sentence by its words, by classes of words, their order and distance, by who stands where around a
word, by how it is put, by the acts of the rules and by the classes of the sentences before and after it. The labels do
not shut each other out: who kills uses force, and does something.
"""

from collections.abc import Mapping, Sequence
from math import prod

from spacy.tokens import Doc

from rashomon.models import load_model
from rashomon.statements.kinds.features import (
    Stretch,
    acts,
    joined,
    kinds,
    kinds_together,
    links,
    order,
    put,
    stretches,
    word_pairs,
    words,
)

MODEL = "police_acts"

CORE = frozenset(
    "police army authority firing force_used death hurt mob_killing taking failing delay absence partisan duty negation"
    " blame deploy curfew inquiry policing police_speech protester".split()
)
"""The classes whose order and company tell who did what (the police fired, two died; police were nowhere)."""


def police_acts(doc: Doc, sentences: Sequence[tuple[int, int]]) -> list[dict[str, float]]:
    """The chance of each label, from 0 to 1, for each sentence of a parsed report; `sentences` are characters of its
    text, end exclusive, in the order of the text."""
    model = load_model(MODEL)
    return [model.scores(features) for features in police_features(doc, sentences)]


def of_report(sentences: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The chance of each label for the whole report, midway between that of its surest sentence and that of any of its
    sentences bearing it if each bore it for itself."""
    labels = dict.fromkeys(label for chances in sentences for label in chances)
    return {
        label: (max(c[label] for c in sentences) + 1 - prod(1 - c[label] for c in sentences)) / 2 for label in labels
    }


def police_features(doc: Doc, sentences: Sequence[tuple[int, int]]) -> list[dict[str, float]]:
    """What the model judges each sentence by."""
    every = stretches(doc, sentences)
    nothing = Stretch((), ())
    befores, afters = [nothing, *every][: len(every)], [*every[1:], nothing][: len(every)]
    return [
        joined(
            (1.0, words(one)),
            (0.7, word_pairs(one)),
            (1.0, kinds(one)),
            (0.7, kinds_together(one, 2)),
            (0.5, kinds_together(one, 3, CORE)),
            (1.0, order(one, CORE)),
            (0.7, put(one, CORE)),
            (0.7, links(one)),
            (0.5, acts(one)),
            (0.3, kinds(before, "before")),
            (0.3, kinds(after, "after")),
        )
        for before, one, after in zip(befores, every, afters, strict=True)
    ]
