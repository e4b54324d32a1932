"""Relations told by a noun: what somebody is to another (its ally; a stronghold of the Front), how they stand (under
the command of), what one gives the other (Karsa's support for the Front). `data/relations.tsv` lists the nouns."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.statements.entities import entity_bounds
from rashomon.statements.relations.parts import NOUNS, is_body, meant, names, names_somebody, objects, subjects
from rashomon.statements.relations.told import Part
from rashomon.statements.relations.words import FIGHTERS, NAMED, Use
from rashomon.statements.words import lemma

AS = frozenset(("as",))
FROM = frozenset(("from", "by", "of"))
WITHIN = frozenset(("part-of", "member-of", "fights"))
"""Relations whose other side is not told by a name before the noun: a Karsan unit may be anybody's, a Karsan foe is
from Karsa."""

RIVALS = frozenset(("rival", "opponent"))
"""Nouns that are said of clubs and firms, too: only what is plainly said to be one is believed."""

TAKING = frozenset("receive get enjoy draw win have accept".split())
"""Verbs whose subject has what the noun names."""

KIND = frozenset("humanitarian emergency medical relief food development disaster".split())
"""Words that make aid what no side of a conflict is backed with."""

Pair = tuple[Part, Part]
"""Whoever bears the noun, and the other one."""


def being(noun: Token, use: Use) -> Iterator[Pair]:
    """What somebody is of somebody (is a member of; the armed wing of; its ally, the Front; a Front stronghold)."""
    if any(c.dep_ == "neg" or c.lower_ == "no" for c in noun.children):
        return
    behind = [t for t in objects(noun, use.links) if names(t)]
    if noun.dep_ == "pobj" and noun.head.lower_ in AS:  # As part of a plan, they left.
        behind = [t for t in behind if is_body(t) or t.pos_ == "PRON"]
    before = [] if lemma(noun) in RIVALS else list(_before(noun, within=use.relation in WITHIN))
    own = [t for t in _bearers(noun) if names(t)]
    if use.relation == "controls" and before and behind and not own:  # The Front stronghold of Karsa.
        own, behind = behind, []
    others: list[Part] = [*behind] or before
    yield from ((one, other) for one in own for other in others)


def _bearers(noun: Token) -> tuple[Token, ...]:
    """Who is said to be what the noun says."""
    above = noun.head
    if noun.dep_ == "attr" and above.lemma_ == "be":
        return () if any(c.dep_ == "neg" for c in above.children) else subjects(above)
    if noun.dep_ == "appos" and above.pos_ in NOUNS:
        return meant(above)
    if noun.dep_ == "pobj" and above.lower_ in AS:
        verb = next((t for t in above.ancestors if t.pos_ not in ("ADV", "ADP", "ADJ")), None)
        return subjects(verb) if verb is not None and verb.pos_ in ("VERB", "AUX") else ()
    beside = [c for c in noun.children if c.dep_ == "appos" and names_somebody(c)]
    if not beside and noun.dep_ in ("compound", "nmod") and names_somebody(above) and above.i > noun.i:
        beside = [above]
    if not beside and noun.i + 1 < len(noun.doc) and noun.dep_ == "conj":
        beside = list(_name_behind(noun))
    return tuple(each for t in beside for each in meant(t))


def _name_behind(noun: Token) -> Iterator[Token]:
    """A name right behind a noun that the parse did not tie to it (and its ally the Free Guard took)."""
    at = noun.i + 1
    while at < noun.sent.end and noun.doc[at].pos_ == "DET":
        at += 1
    if at < noun.sent.end and noun.doc[at].ent_type_ in ("ORG", "GPE", "NORP"):
        bounds = entity_bounds(noun.doc[at])
        if bounds is not None:
            yield noun.doc[bounds[1] - 1]


def _before(noun: Token, *, within: bool) -> Iterator[Part]:
    """Whose it is by a possessive, or by a name before it."""
    for child in noun.children:
        if child.dep_ == "poss" and child.tag_ == "PRP$":
            first = noun.head if noun.dep_ == "conj" else None
            yield first if first is not None and names_somebody(first) else child
        elif child.dep_ == "poss" and names_somebody(child):
            yield child
        elif (
            not within and child.i < noun.i and child.dep_ in ("compound", "amod", "nmod") and child.ent_type_ in NAMED
        ):
            yield entity_bounds(child) or (child.i, child.i + 1)


def standing(noun: Token, use: Use) -> Iterator[Pair]:
    """How somebody stands to somebody, by a noun behind a preposition (under the command of; at war with)."""
    above = noun.head.head
    if any(c.dep_ == "neg" for c in (*above.children, *noun.head.children)) or any(
        c.lower_ == "no" for c in noun.lefts
    ):
        return
    own = subjects(above) if above.pos_ in ("VERB", "AUX") else meant(above) if above.pos_ in NOUNS else ()
    others: list[Part] = [t for t in objects(noun, use.links) if names(t)]
    if use.relation in ("leads", "controls"):  # Under Karsan control; but whose alliance it is says not with whom.
        others = others or list(_before(noun, within=False))
    yield from ((one, other) for one in own if names(one) for other in others)


def giving(noun: Token, use: Use) -> Iterator[Pair]:
    """Who gives somebody what the noun names (Karsa's aid to the Front; gets arms from Karsa; with Karsan aid)."""
    if any(c.lower_ in KIND or c.lower_ == "no" for c in noun.lefts):
        return
    above = noun.head
    givers: list[Part] = list(_before(noun, within=False))
    takers: list[Token] = [t for t in objects(noun, use.links) if is_side(t)]
    if noun.dep_ == "dobj" and lemma(above) in TAKING and not any(c.dep_ == "neg" for c in above.children):
        givers = [t for t in (*objects(noun, FROM), *objects(above, FROM)) if names(t)] or givers
        takers = [t for t in subjects(above) if is_side(t)]
    elif not takers and noun.dep_ == "pobj" and above.lower_ == "with":
        givers = [t for t in objects(noun, FROM) if names(t)] or givers
        takers = [t for t in _helped(above.head) if is_side(t)]
    yield from ((giver, taker) for giver in givers for taker in takers)


def _helped(above: Token) -> tuple[Token, ...]:
    """Who does with somebody's help what the word above tells; to whom something is done is not helped."""
    if above.pos_ == "VERB":
        return () if any(c.dep_ == "nsubjpass" for c in above.children) else subjects(above)
    return (above,)


def is_side(token: Token) -> bool:
    """Can it be backed: a body, a state, a people's fighters, or a pronoun?"""
    if token.pos_ == "PRON":
        return names(token)
    return names_somebody(token) and (
        is_body(token) or lemma(token) in FIGHTERS or token.ent_type_ in ("GPE", "PERSON")
    )
