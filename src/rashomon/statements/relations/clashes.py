"""Who fights whom, told by a noun for fighting: between two sides, or against one by whoever it is told of (Karsan
operations against the Front; the army fought on in its war against the Front)."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.entities import entity_bounds
from rashomon.statements.relations.parts import NOUNS, is_body, meant, names_somebody, objects, subjects
from rashomon.statements.relations.told import Part, Told, token_of
from rashomon.statements.relations.words import FIGHTERS, uses
from rashomon.statements.words import lemma

BETWEEN, AGAINST = frozenset(("between",)), frozenset(("against",))
MUTUAL = frozenset("battle clash fight fighting firefight gunfight skirmish war struggle conflict".split())
"""Nouns whose "with" names the other side; an operation with somebody is one of both."""
ALONGSIDE = frozenset(("alongside",))
WITH = frozenset(("with",))
TO = frozenset(("to",))
UNWILLING = frozenset("refuse decline oppose criticise criticize condemn protest reject avoid stop end".split())
"""Verbs whose subject keeps out of the fighting told of."""
THROUGH = frozenset(("of", "in", "during", "for"))
OVER = frozenset(("aftermath", "wake", "end", "face"))
"""Nouns through which what is told happens after the fighting: those beside the subject may have fought, not it."""


def clashes(doc: Doc) -> Iterator[Told]:
    """Every pair of sides."""
    for noun in doc:
        if noun.pos_ not in (*NOUNS, "VERB") or (lemma(noun) not in uses("clash") and noun.lower_ not in uses("clash")):
            continue
        between = [t for t in objects(noun, BETWEEN) if _is_side(t)]
        yield from (Told("fights", between[0], other, noun) for other in between[1:])
        links = AGAINST | WITH if lemma(noun) in MUTUAL else AGAINST
        others = [t for t in objects(noun, links) if _is_side(t)]
        if noun.dep_ == "dobj" and noun.head.lemma_ == "take" and lemma(noun) == "fight":
            others = [t for t in objects(noun.head, TO) if _is_side(t)]
        if others and noun.pos_ in NOUNS:
            yield from (
                Told("fights", one, other, noun)
                for one in _fighters(noun)
                for other in others
                if token_of(one) != token_of(other)
            )


def _is_side(token: Token) -> bool:
    return names_somebody(token) and (
        is_body(token) or lemma(token) in FIGHTERS or token.ent_type_ in ("GPE", "PERSON")
    )


def _fighters(noun: Token) -> Iterator[Part]:
    """Whose fighting it is: who is named before the noun, else the nearest body or subject above it."""
    whose = [t for t in noun.children if t.i < noun.i and t.ent_type_ in ("NORP", "GPE", "ORG")]
    if whose:
        bounds = entity_bounds(whose[0])
        yield bounds or whose[0]
        return
    above, is_over = noun, False
    while above.dep_ in ("pobj", "prep", "dobj", "pcomp", "conj", "xcomp", "advcl", "appos"):
        if above.dep_ == "prep" and above.lower_ not in THROUGH:
            return
        above = above.head
        is_over = is_over or lemma(above) in OVER
        if above.pos_ in NOUNS and _is_side(above):
            yield from (t for t in meant(above) if _is_side(t))
            return
        if above.pos_ in ("VERB", "AUX"):
            over = above.head if above.dep_ == "xcomp" else above
            if UNWILLING & {lemma(above), lemma(over)} or any(c.dep_ == "neg" for c in above.children):
                return
            beside = [t for t in objects(above, ALONGSIDE) if _is_side(t)]
            own = beside if is_over else [t for t in subjects(above) if t.pos_ == "PRON" or _is_side(t)]
            if own or is_over:
                yield from own
                return
