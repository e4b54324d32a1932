"""Who stands where around every verb and noun of a text, by the same slots as those of acts (`arguments`)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Token

from rashomon.statements.arguments import slot

IN_FRONT = ("compound", "amod", "nmod")
AROUND = ("dobj", "prt", "prep", "advmod")
"""Children of a verb whose own prepositions lead to what takes part, too (carried out raids against the camp)."""


@dataclass(frozen=True, slots=True)
class Slots:
    """`of`: for a word's index the words around which it stands, each with the slot; `around`: for a word's index the
    slots around it with the indices of what fills them."""

    of: dict[int, tuple[tuple[int, str], ...]]
    around: dict[int, dict[str, tuple[int, ...]]]


@lru_cache(maxsize=1)
def slots(doc: Doc) -> Slots:
    """All slots of a text; those of the last text are kept for whoever asks for them next."""
    of: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    around: dict[int, dict[str, tuple[int, ...]]] = {}
    for token in doc:
        filled = {name: found for name, found in _filled(token) if found}
        if filled:
            around[token.i] = filled
        for name, found in filled.items():
            for index in found:
                of[index].append((token.i, name))
    return Slots({index: tuple(found) for index, found in of.items()}, around)


def _filled(token: Token) -> Iterator[tuple[str, tuple[int, ...]]]:
    own = {c.lower_ for c in token.children if c.dep_ in ("prep", "agent", "dative") and c.pos_ in ("ADP", "SCONJ")}
    if token.pos_ in ("VERB", "AUX"):
        pos, names = "v", ["subj", "obj", "dative"]
        own |= {g.lower_ for c in token.children if c.dep_ in AROUND for g in c.children if g.dep_ == "prep"}
        if any(c.dep_ == "agent" for c in token.children):
            own.discard("by")
    elif token.pos_ in ("NOUN", "PROPN"):
        pos, names = "n", ["poss"]
    elif token.pos_ == "ADJ" and any(c.dep_ == "prep" for c in token.children):
        pos, names = "a", ["subj"]
    else:
        return
    for name in (*names, *sorted(own)):
        yield name, tuple(t.i for t in slot(token, name, pos))
    if pos == "n":
        yield "mod", tuple(c.i for c in token.children if c.dep_ in IN_FRONT and c.i < token.i)
