"""Named entities, as the pipeline's own weights give them, in a quarter of the time.

Word by word the pipeline decides whether a name begins, goes on or ends. Outside of a name it looks at the word alone,
and within one at the word, the one before it and the first of the name; the label stays what it was at the first. So
all words are judged at once as if each stood outside, then all names that may begin grow by a word at a time; a walk
from the left takes those that begin where none is open.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span

from rashomon.statements.vectors import Floats, Vectors

NER = "ner"

Ints = npt.NDArray[np.int64]


class Moves(NamedTuple):
    """Where the numbers of the moves stand among the scores: by label to begin, go on, end, or be a name alone."""

    labels: tuple[str, ...]
    begin: Ints
    inside: Ints
    last: Ints
    alone: Ints


LOOKED_AT = 3
"""Words that the judgement rests on within a name."""


@Language.factory("labels")
def make_labels(nlp: Language, name: str) -> "Labels":
    """The component, with the weights of the pipeline's own."""
    return Labels(nlp.get_pipe(NER))


class Labels:
    """Stands for the pipeline's component of named entities."""

    @staticmethod
    def can_stand_for(component: Any) -> bool:
        """Does the pipeline judge as is written here?"""
        model = component.model
        tokens, *rest = model.layers
        return (
            component.cfg["beam_width"] == 1
            and [layer.name for layer in tokens.layers[1:]] == ["list2array", "linear"]
            and Vectors.can_stand_for(tokens.layers[0])
            and [layer.name for layer in rest] == ["precomputable_affine", "linear"]
            and rest[0].get_dim("nF") == LOOKED_AT
            and not model.attrs["unseen_classes"]
        )

    def __init__(self, component: Any) -> None:
        model = component.model
        tokens, lower, upper = model.layers
        words, _, narrow = tokens.layers
        self._vectors = Vectors(words)
        self._narrow = narrow.get_param("W").T.copy(), narrow.get_param("b")
        weights = lower.get_param("W")
        self._shape = weights.shape[:3]
        self._lower = weights.reshape(-1, weights.shape[3]).T.copy(), lower.get_param("b"), lower.get_param("pad")[0]
        self._upper = upper.get_param("W").T.copy(), upper.get_param("b")
        self._moves = _moves(component.move_names)

    def __call__(self, doc: Doc) -> Doc:
        """The text with its names."""
        if len(doc):
            doc.ents = tuple(Span(doc, start, end, label) for start, end, label in self._found(doc))
        return doc

    def _found(self, doc: Doc) -> list[tuple[int, int, str]]:
        """First word, end and label of each name."""
        words = self._vectors(doc) @ self._narrow[0] + self._narrow[1]
        # What each word adds at each of the three places that are looked at, and in the first row what no word adds.
        added = np.empty((len(doc) + 1, *self._shape), dtype="float32")
        np.matmul(words, self._lower[0], out=added[1:].reshape(len(doc), -1))
        added[0] = self._lower[2]
        moves = self._moves
        # What a name may not reach over: the start of the next sentence, or the end of the text.
        bounds: Any = doc.to_array(["SENT_START", "IS_SPACE"])
        closed = np.append(bounds[1:, 0] == 1, True)
        blank = bounds[:, 1] == 1
        at = np.arange(len(doc))
        scores = self._scores(added, at + 1, np.zeros_like(at), np.zeros_like(at))
        scores[closed, moves.begin[0] : moves.begin[-1] + 1] = -np.inf
        scores[blank, moves.begin[0] : moves.begin[-1] + 1] = -np.inf
        scores[blank, moves.alone[0] : moves.alone[-1] + 1] = -np.inf
        scores[:, moves.inside[0] : moves.last[-1] + 1] = -np.inf
        best = scores.argmax(axis=1)
        ends, labels = self._grown(added, best, closed)
        out = []
        start = 0
        for first in np.flatnonzero(ends).tolist():
            if first >= start:
                start = int(ends[first])
                out.append((first, start, moves.labels[int(labels[first])]))
        return out

    def _grown(self, added: Floats, best: Ints, closed: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """By first word the end of the name that would begin there, 0 where none would, and the number of its label."""
        moves = self._moves
        ends, labels = np.zeros(len(best), dtype=int), np.zeros(len(best), dtype=int)
        alone = (best >= moves.alone[0]) & (best <= moves.alone[-1])
        ends[alone] = np.flatnonzero(alone) + 1
        labels[alone] = best[alone] - moves.alone[0]
        first = np.flatnonzero((best >= moves.begin[0]) & (best <= moves.begin[-1]))
        labels[first] = best[first] - moves.begin[0]
        at = first + 1
        while len(first):
            scores = self._scores(added, at + 1, first + 1, at)
            row, label = np.arange(len(first)), labels[first]
            done = closed[at] | (scores[row, moves.last[label]] > scores[row, moves.inside[label]])
            ends[first[done]] = at[done] + 1
            first, at = first[~done], at[~done] + 1
        return ends, labels

    def _scores(self, added: Floats, now: Ints, first: Ints, before: Ints) -> Floats:
        """Of each move, by the rows of `added` for the word, the first word of its name, and the word before."""
        sums = added[now, 0] + added[first, 1] + added[before, 2] + self._lower[1]
        hidden: Floats = sums.max(axis=2)
        scores: Floats = hidden @ self._upper[0] + self._upper[1]
        return scores


def _moves(names: list[str]) -> Moves:
    kinds = {kind: [at for at, name in enumerate(names) if name.startswith(f"{kind}-")] for kind in "BILU"}
    labels = tuple(names[at].partition("-")[2] for at in kinds["B"])
    begin, inside, last, alone = (np.array(kinds[kind]) for kind in "BILU")
    return Moves(labels, begin, inside, last, alone)
