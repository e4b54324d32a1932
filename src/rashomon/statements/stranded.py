"""Where the subject of a verb went in a poor parse, as of a text that lost its commas: into the phrase in front, or
to a neighbouring verb.
"""

from spacy.tokens import Token

from rashomon.statements.fillers import SUBJECT, coordinated, labelled, names_people

OWN_CLAUSE = frozenset(("ROOT", "ccomp", "advcl", "parataxis"))
"""Labels of verbs that have a subject of their own."""

FINITE = frozenset(("VBD", "VBP", "VBZ"))


def stranded(verb: Token) -> tuple[Token, ...]:
    """The subject of a verb that has none of its own, where the parser took it for something else."""
    return _second_object(verb) or _run_into(verb) or _of_neighbour(verb)


def _second_object(verb: Token) -> tuple[Token, ...]:
    """Taken for a second object of the phrase in front (during the raid forty men fled)."""
    for child in verb.lefts:
        objects = [t for t in child.children if t.dep_ == "pobj"] if child.dep_ == "prep" else []
        if len(objects) > 1 and verb.tag_ in FINITE:
            return coordinated(objects[-1])
    return ()


def _run_into(verb: Token) -> tuple[Token, ...]:
    """Run into a name in front of it (elsewhere in Ruritania rebels attacked; in the suburbs of Zenda ten men were
    killed): no name stands before a number, and a finite verb right behind people is theirs if it is nobody else's."""
    auxiliaries = [c.i for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    if verb.tag_ not in FINITE and not auxiliaries:
        return ()
    at = min([verb.i, *auxiliaries]) - 1
    if at < verb.sent.start:
        return ()
    chain = [t for t in (verb.doc[at], *verb.doc[at].ancestors) if t.dep_ == "pobj" and t.right_edge.i == at]
    nouns = [t for t in chain if t.tag_ in ("NNS", "NN") and t.i > verb.sent.start]
    for noun in nouns:
        names = [c for c in noun.lefts if c.pos_ == "PROPN" and c.dep_ in ("compound", "nmod")]
        apart = [c.i for c in noun.lefts if c.dep_ in ("det", "nummod") or c.lower_ == "more"]
        if names and apart and names[0].i < max(apart):
            return coordinated(noun)
    for noun in nouns:
        if noun.tag_ == "NNS" and names_people(noun) and verb.dep_ in OWN_CLAUSE:
            return coordinated(noun)
    return ()


def _of_neighbour(verb: Token) -> tuple[Token, ...]:
    """Given to a participle in front (the crowd, thinking that he was ill, told him; fighters holed up in the mill
    fired), or to the same verb's clause in front that a semicolon ends."""
    if verb.tag_ not in FINITE:
        return ()
    for child in verb.lefts:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and (found := labelled(child.children, SUBJECT)):
            return found
        if child.dep_ == "ccomp" and child.tag_ == verb.tag_ and verb.doc[child.right_edge.i + 1].text == ";":
            return labelled(child.children, SUBJECT)
    for other in verb.head.lefts if verb.dep_ == "ccomp" and verb.head.i > verb.i else verb.head.rights:
        if other.dep_ == verb.dep_ == "ccomp" and other.i < verb.i and other.tag_ in ("VBD", "VBN"):
            subject = labelled(other.children, SUBJECT)
            if subject and subject[-1].i + 1 == other.i:
                return subject
    return ()
