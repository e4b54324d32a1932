"""The vectors of the words of a text, as the pipeline's own layers give them, in half of the time.

Such a vector is made from the word alone first, and then four times from itself and its two neighbours. The first half
is remembered from the words before; the second is the same sums, laid out so that NumPy does them in one go.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc

Floats = npt.NDArray[np.float32]

TOK2VEC, STACK = "tok2vec", "with_array(residual(expand_window>>maxout>>layernorm"

BLOCK = 64
"""Words whose first half is worked out at a time: always as many, so that no vector hangs on what comes with it."""

MOST = 60_000
"""Words remembered, with 96 numbers each: 23 MB; then all are forgotten, so that a large pile fills no memory."""

SMALL = 1e-8
"""What the pipeline adds to a variance before it divides by its root."""


class Maxout(NamedTuple):
    """A layer of the pipeline: the greatest of some sums, brought to mean and variance of the layer."""

    pieces: tuple[Floats, ...]
    shifts: tuple[Floats, ...]
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, model: Any) -> Self:
        """The layer as the pipeline has it: a maxout and what evens it out behind it."""
        maxout, norm = (next(node for node in model.walk() if node.name == name) for name in ("maxout", "layernorm"))
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        many = range(weights.shape[1])
        return cls(
            tuple(np.ascontiguousarray(weights[:, piece, :].T) for piece in many),
            tuple(np.ascontiguousarray(bias[:, piece]) for piece in many),
            norm.get_param("G"),
            norm.get_param("b"),
        )

    def __call__(self, rows: Floats) -> Floats:
        """What the layer makes of rows of numbers."""
        best: Floats | None = None
        for weights, shift in zip(self.pieces, self.shifts, strict=True):
            sums = rows @ weights
            sums += shift
            best = sums if best is None else np.maximum(best, sums, out=best)
        assert best is not None
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(best.shape[1])
        best *= (variance + np.float32(SMALL)) ** np.float32(-0.5)
        best *= self.scale
        best += self.shift
        return best


@Language.factory("vectors")
def make_vectors(nlp: Language, name: str) -> "Tensors":
    """The component, with the weights of the pipeline's own."""
    component: Any = nlp.get_pipe(TOK2VEC)
    return Tensors(Vectors(component.model))


class Tensors:
    """Stands for the pipeline's component that gives vectors to tagger and parser."""

    def __init__(self, vectors: "Vectors") -> None:
        self._vectors = vectors

    def __call__(self, doc: Doc) -> Doc:
        """The text with its vectors."""
        vectors: Any = self._vectors(doc)
        doc.tensor = vectors
        return doc


class Vectors:
    """The vectors of words by the layers of one component of the pipeline."""

    @staticmethod
    def can_stand_for(model: Any) -> bool:
        """Has the pipeline the layers that are written here?"""
        if len(model.layers) != 2 or model.layers[1].name[: len(STACK)] != STACK:
            return False
        layers = model.layers[0].layers
        return len(layers) == 5 and [layer.name for layer in layers[:2]] == ["extract_features", "list2ragged"]

    def __init__(self, model: Any) -> None:
        embed, encode = model.layers
        extract, _, keys, first, _ = embed.layers
        self._columns: list[Any] = extract.attrs["columns"]
        self._hashed: Callable[[Any], Floats] = keys.layers[0].predict
        self._first = Maxout.of(first)
        self._layers = tuple(Maxout.of(layer) for layer in encode.layers[0].layers)
        self._pad: int = encode.attrs["pad"]
        self._known: dict[bytes, int] = {}
        self._rows: Floats = np.zeros((BLOCK, self._first.shift.size), dtype="float32")

    def __call__(self, doc: Doc) -> Floats:
        """A row for each word of the text."""
        width, pad, many = self._rows.shape[1], self._pad, len(doc)
        # The text lies between rows of zeros, which the layers change as they do all rows: the pipeline has it so.
        rows: Floats = np.zeros((many + 2 * pad, width), dtype="float32")
        rows[pad : pad + many] = self._words(doc)
        near = np.zeros((len(rows), 3 * width), dtype="float32")
        for layer in self._layers:
            near[1:, :width] = rows[:-1]
            near[:, width : 2 * width] = rows
            near[:-1, 2 * width :] = rows[1:]
            rows += layer(near)
        return rows[pad : pad + many]

    def _words(self, doc: Doc) -> Floats:
        """What each word gives by itself."""
        keys: Any = doc.to_array(self._columns)
        named = [row.tobytes() for row in keys]
        known = self._known
        missing = [at for at, name in enumerate(named) if name not in known]
        if missing:
            if len(known) > MOST:
                known.clear()
                missing = list(range(len(named)))
            self._learn({named[at]: at for at in missing}, keys)
        return self._rows[[known[name] for name in named]]

    def _learn(self, missing: dict[bytes, int], keys: Any) -> None:
        begun, needed = len(self._known), len(self._known) + len(missing)
        if needed + BLOCK > len(self._rows):
            grown = np.zeros((2 * needed + BLOCK, self._rows.shape[1]), dtype="float32")
            grown[:begun] = self._rows[:begun]
            self._rows = grown
        chosen = keys[list(missing.values())]
        for start in range(0, len(chosen), BLOCK):
            block = np.zeros((BLOCK, keys.shape[1]), dtype=keys.dtype)
            part = chosen[start : start + BLOCK]
            block[: len(part)] = part
            self._rows[begun + start : begun + start + BLOCK] = self._first(self._hashed(block))
        self._known.update(zip(missing, range(begun, needed), strict=True))
