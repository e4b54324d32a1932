"""Who stands in a relation: phrases that name somebody, and what a relative clause or an apposition is about."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from rashomon.statements.phrases import bare
from rashomon.statements.relations.told import Part
from rashomon.statements.relations.words import BODIES, NAMED, UNITS
from rashomon.statements.words import lemma

NOUNS = ("NOUN", "PROPN")


def persons(doc: Doc) -> Iterator[Span]:
    """The names of persons."""
    return (entity for entity in doc.ents if entity.label_ == "PERSON" and entity.text[:1].isalpha())


def names_somebody(token: Token) -> bool:
    """Does the phrase of this head name anybody, rather than describe them?"""
    start, end = bare(token)
    return any(t.ent_type_ in NAMED or t.pos_ == "PROPN" for t in token.doc[start:end])


def is_body(token: Token) -> bool:
    """Is it the name of a body of people, or a noun for one?"""
    return token.ent_type_ in ("ORG", "NORP") or not {token.lower_, lemma(token)}.isdisjoint(BODIES | UNITS)


def is_person(token: Token) -> bool:
    """Is it part of a person's name?"""
    return token.ent_type_ == "PERSON"


def meant(token: Token) -> tuple[Token, ...]:
    """The heads that a word stands for: of "which" and "who" what they refer to, of a description that names nobody the
    name that it is an apposition of, each with what is joined to it by "and"."""
    if token.tag_ in ("WDT", "WP"):
        clause = next((t for t in (token, *token.ancestors) if t.dep_ == "relcl"), None)
        # What is joined to it behind the clause is not meant (the Front, which has ties to Karsa, and the Guard left).
        return tuple(t for t in meant(clause.head) if t.i < token.i) if clause is not None else ()
    if token.pos_ == "PRON":
        return (_joined_before(token) or token,)
    if not names_somebody(token):
        if token.dep_ in ("appos", "attr") and token.head.pos_ in NOUNS:
            return meant(token.head)
        beside = next((c for c in token.children if c.dep_ == "appos" and names_somebody(c)), None)
        if beside is None:
            return (token,)
        token = beside
    return (token, *(t for t in token.conjuncts if t.i > token.i and t.pos_ in NOUNS and names_somebody(t)))


def _joined_before(pronoun: Token) -> Token | None:
    """Whom "it" or "them" means in a clause about the second of two joined: the first (the army and the clans that are
    in support of it)."""
    clause = next((t for t in pronoun.ancestors if t.dep_ == "relcl"), None)
    if clause is None or clause.head.dep_ != "conj" or clause.head.i > pronoun.i:
        return None
    first = clause.head.head
    fits = {"it": ("NN", "NNP"), "them": ("NNS", "NNPS")}.get(pronoun.lower_, ())
    return first if first.tag_ in fits and names_somebody(first) and is_body(first) else None


def subjects(verb: Token) -> tuple[Token, ...]:
    """The subjects of a verb, its own or those of the verb that it is joined to or hangs on as a complement."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not own and verb.dep_ in ("conj", "xcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return subjects(verb.head)
    return tuple(each for child in own for each in meant(child))


def objects(verb: Token, links: frozenset[str]) -> tuple[Token, ...]:
    """What follows one of these prepositions, or without any the direct object."""
    if not links:
        return tuple(each for c in verb.children if c.dep_ == "dobj" for each in meant(c))
    found = []
    for child in verb.children:
        agent = child.dep_ == "agent" and "by" in links
        if (child.dep_ == "prep" and child.lower_ in links) or agent:
            found += [each for c in child.children if c.dep_ == "pobj" for each in meant(c)]
    return tuple(found)


def names(part: Part) -> bool:
    """Can it stand in a relation: a name, or a pronoun that may stand for one?"""
    if isinstance(part, tuple):
        return True
    if part.pos_ == "PRON":
        return part.lower_ in ("he", "she", "it", "they", "him", "her", "them")
    return names_somebody(part)
