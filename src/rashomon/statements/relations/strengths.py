"""How strong a force is: a number of its people that it has, that it musters, or that stands for its size.

People who do something or to whom something is done are counted by the act; they are no strength.
"""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from rashomon.record import Figure
from rashomon.statements.anchors import head_of
from rashomon.statements.phrases import bare
from rashomon.statements.relations.parts import NOUNS, names_somebody, subjects
from rashomon.statements.relations.told import Part, Told
from rashomon.statements.relations.words import FIGHTERS, NAMED
from rashomon.statements.words import lemma

HAVING = frozenset(
    "have number comprise include command field muster boast involve mobilise mobilize consist total "
    "maintain keep employ".split()
)
"""Verbs of having so many."""

SIZES = frozenset(
    "force army strength mobilisation mobilization involvement garrison contingent presence level number size "
    "membership body police militia group deployment".split()
)
"""Nouns whose number is a strength."""


STRENGTH = "strength"
"""What a number behind which "strong" stands measures (a 900-strong force)."""

OWN = frozenset(("police", "army", "navy", "gendarmerie"))
"""Forces of which a place has one, so that "local police" are somebody."""

COUNTS = frozenset("strength level number size membership".split())
"""Those of them that are no people themselves."""


def strengths(doc: Doc, figures: Iterable[Figure]) -> Iterator[Told]:
    """Every figure that tells a strength."""
    for figure in sorted({(f.start, f.end): f for f in figures}.values(), key=lambda f: f.start):
        head = head_of(doc, figure.start, figure.end)
        if head is None or figure.unit != "people" or figure.measure not in ("", STRENGTH):
            continue
        for owner in _owners(head, figure):
            yield Told("strength", owner, None, head, figure=figure)


def _owners(head: Token, figure: Figure) -> Iterator[Part]:
    thing = head.head if head.dep_ == "nummod" else head
    above = thing.head if thing.dep_ in ("pobj", "dobj", "attr") else None
    if above is not None and thing.dep_ == "dobj" and lemma(above) in HAVING:
        yield from (t for t in subjects(above) if names_somebody(t))
    elif above is not None and thing.dep_ == "attr" and above.lemma_ == "be":
        yield from (each for t in subjects(above) if lemma(t) in SIZES for each in _of_size(t))
    elif above is not None and above.dep_ in ("prep", "agent"):
        holder = above.head
        if lemma(holder) in SIZES and above.lower_ == "of" and lemma(thing) in FIGHTERS and names_somebody(thing):
            yield thing
        elif lemma(holder) in SIZES and above.lower_ in ("of", "at"):
            yield from _of_size(holder)
        elif above.lower_ == "at":
            yield from (each for t in holder.children if lemma(t) in SIZES and t.i < above.i for each in _of_size(t))
    elif thing.dep_ == "appos" and lemma(thing.head) in FIGHTERS | SIZES:
        start, end = bare(thing.head)
        if names_somebody(thing.head) or any(t.lower_ in OWN for t in thing.doc[start:end]):
            yield thing.head
    elif figure.measure == STRENGTH and (force := next((t for t in thing.ancestors if t.pos_ in NOUNS), None)):
        strong = next((t.i + 1 for t in force.doc[force.left_edge.i : force.i] if t.lower_ == "strong"), force.i)
        if lemma(force) in FIGHTERS | SIZES and names_somebody(force):
            yield strong, force.i + 1


def _of_size(size: Token) -> Iterator[Part]:
    """Whose size it is: who is named before it (Karsan troop levels; a Tavrian force of 900), or who has it."""
    named = [t for t in size.doc[size.left_edge.i : size.i + 1] if t.ent_type_ in NAMED]
    if named and lemma(size) in COUNTS:
        yield named[0].i, next(t.i + 1 for t in reversed(named))
    elif named:
        yield size
    elif size.dep_ in ("dobj", "attr", "pobj"):
        verb = size.head.head if size.dep_ == "pobj" else size.head
        yield from (t for t in subjects(verb) if names_somebody(t))
