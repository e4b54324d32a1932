"""Part of speech, form and lemma of every word, remembered from the words before.

The pipeline finds them by patterns and rules that look at a word, its tag and its place in the parse, and for a few
words at their neighbours. The same word in the same place gets the same answer, so each is asked for once: then the
two components cost a tenth of what they cost for every word anew.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

ORTH, TAG, DEP, POS, MORPH, LEMMA = "ORTH", "TAG", "DEP", "POS", "MORPH", "LEMMA"
RULER, LEMMATIZER = "attribute_ruler", "lemmatizer"

BEFORE = frozenset(("n't", "nt", "na", "ta", "'s", "on", "all", "is", "are", "was", "were", "'re", "not"))
"""Words whose answer may rest on the word before (going to as "gon na", there is)."""

BEHIND = frozenset(("ai", "gon", "got", "let", "c'm", "y", "y'"))
"""Words whose answer may rest on the word behind."""

MOST = 200_000
"""Answers kept: some 60 MB; then all are forgotten, so that a large pile does not fill the memory."""

Key = tuple[int, ...]
"""The word, its tag and its place in the parse; what is behind these is of a neighbour."""

ALONE = 3
"""Numbers of the key of a word by itself."""


@Language.factory("forms")
def make_forms(nlp: Language, name: str) -> "Forms":
    """The component, around the two of the pipeline that it asks."""
    return Forms(nlp.get_pipe(RULER), nlp.get_pipe(LEMMATIZER))


class Forms:
    """Stands for the two components that it asks where it does not remember."""

    def __init__(self, ruler: Callable[[Doc], Doc], lemmatizer: Callable[[Doc], Doc]) -> None:
        self._ask = (ruler, lemmatizer)
        self._known: dict[Key, tuple[int, int, int, int, int]] = {}
        self._special: dict[int, tuple[bool, bool]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """The text with part of speech, form and lemma of each word."""
        if not len(doc):
            return doc
        before: Any = doc.to_array([ORTH, TAG, DEP])
        rows: list[list[int]] = before.tolist()
        keys = [self._key(doc, rows, at) for at in range(len(rows))]
        known = self._known
        missing = {key: at for at, key in enumerate(keys) if key not in known}
        if missing:
            if len(known) > MOST:
                known.clear()
                missing = {key: at for at, key in enumerate(keys)}
            self._learn(doc, missing)
        answers: Any = np.array([known[key] for key in keys], dtype="uint64")
        doc.from_array([POS, MORPH, LEMMA], answers[:, :3])
        for at in np.flatnonzero((answers[:, 3] != before[:, 1]) | (answers[:, 4] != before[:, 2])).tolist():
            token = doc[at]
            token.tag, token.dep = known[keys[at]][3:]
            token.pos = known[keys[at]][0]
        return doc

    def _key(self, doc: Doc, rows: list[list[int]], at: int) -> Key:
        word = rows[at]
        special = self._special.get(word[0])
        if special is None:
            lower = doc[at].lower_
            special = self._special[word[0]] = lower in BEFORE, lower in BEHIND
        if special[0] and at:
            return (*word, *rows[at - 1])
        if special[1] and at + 1 < len(rows):
            return (*word, rows[at + 1][0])
        return tuple(word)

    def _learn(self, doc: Doc, missing: dict[Key, int]) -> None:
        """Ask for words in a text of their own, those of `BEFORE` and `BEHIND` between their neighbours."""
        spots: list[int] = []
        where: dict[Key, int] = {}
        for key, at in missing.items():
            near = len(key) > ALONE
            around = range(max(0, at - near), min(len(doc), at + near + 1))
            where[key] = len(spots) + at - around.start
            spots.extend(around)
        words: list[Token] = [doc[at] for at in spots]
        alone = Doc(
            doc.vocab,
            words=[word.text for word in words],
            tags=[word.tag_ for word in words],
            deps=[word.dep_ for word in words],
        )
        for ask in self._ask:
            alone = ask(alone)
        for key, at in where.items():
            token: Any = alone[at]
            self._known[key] = token.pos, token.morph.key, token.lemma, token.tag, token.dep
