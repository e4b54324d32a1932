"""Who stands where around a word: slots of a verb or noun, read off the dependency parse.

Slots are logical: the subject of a passive is its `obj`, its by-phrase the `subj`; a relative pronoun stands for what
it refers to; a verb without a subject of its own takes that of the verb it depends on or is joined to. A slot is a
tuple of heads, coordinated ones included. Labels are those of spaCy's English pipelines (ClearNLP scheme).
"""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.statements.lexicon import load_lexicon

OBJECT_CONTROL = frozenset(
    "ask order urge tell force allow help send call press push persuade instruct command beg invite want expect require"
    " enable cause compel encourage warn advise authorize authorise permit lead train lobby appeal".split()
)
"""Verbs whose object is the subject of the infinitive that follows (they ordered the unit to leave)."""

DEED = frozenset(
    "failure attempt effort refusal bid plan decision ability inability move promise pledge vow threat order call"
    " campaign operation intention readiness willingness proposal goal aim right push".split()
)
"""Nouns whose infinitive is done by whoever they belong to (the failure of the army to take the town)."""

RESULT = frozenset("kill injure wound maim destroy damage".split())
"""Verbs whose participle behind another verb tells what that brought about."""

RELATIVE = frozenset(("who", "which", "that", "whom"))
WHEN = frozenset(("DATE", "TIME"))
"""Entity labels of what the parser at times takes for an object (they deserted last week)."""
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"))


def is_passive(verb: Token) -> bool:
    """Is this verb in the passive voice (an auxiliary, a passive subject, or a bare participle after a noun)?"""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and is_passive(verb.head):
        return True
    if any(child.dep_ == "nsubj" for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl", "amod") and not any(child.dep_ == "dobj" for child in verb.children)


def coordinated(head: Token) -> tuple[Token, ...]:
    """The head and those joined to it by "and", "or" or commas, in the order of the text."""
    out = [head]
    for child in head.children:
        if (child.dep_ == "conj" and child.pos_ in NOMINAL) or is_listed(child):
            out.extend(coordinated(child))
    return tuple(out)


def is_listed(token: Token) -> bool:
    """Is this name, which the parser took for an apposition, one of a list (the north, the south, the coast and the
    islands)?"""
    if token.dep_ != "appos" or token.pos_ != "PROPN" or token.head.pos_ != "PROPN":
        return False
    return any(child.dep_ == "conj" and child.pos_ == "PROPN" for child in token.children)


def _person_meant(head: Token, pronoun: Token) -> Token | None:
    """The person that "who" refers to where the parser hung the clause on a thing: one named right before it (the case
    of Adel Rashid who fled), else the nearest above it (the general in charge of the south, who fled)."""
    if _names_people(head):
        return None
    before = pronoun.doc[pronoun.i - 1]
    if before.ent_type_ == "PERSON" and head in before.ancestors:
        return before
    return next((t for t in head.ancestors if t.ent_type_ == "PERSON" or _names_people(t)), None)


def _names_people(token: Token) -> bool:
    classes = load_lexicon().classes
    word = token.lemma_.lower()
    return token.ent_type_ in ("PERSON", "NORP", "ORG") or any(
        word in classes[k] for k in ("people", "force", "aircraft")
    )


def _antecedent(token: Token) -> tuple[Token, ...]:
    """What a relative pronoun refers to; any other word refers to itself."""
    if token.lower_ in RELATIVE and token.pos_ == "PRON":
        clause = token.head
        while clause.dep_ in ("conj", "xcomp", "ccomp", "prep", "pobj") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ == "relcl":
            person = _person_meant(clause.head, token) if token.lower_ in ("who", "whom") else None
            if person is not None:
                return (person,)
            return coordinated(clause.head) if clause.head.dep_ != "conj" else (clause.head,)
    return coordinated(token)


def _cleft(verb: Token) -> tuple[Token, ...]:
    """What a sentence sets in front of its verb: it was the envoy that brokered the truce."""
    head = verb.head
    relative = any(c.dep_ == "nsubj" and c.lower_ in RELATIVE for c in verb.children)
    if relative and verb.dep_ in ("ccomp", "advcl") and head.lemma_ == "be":
        return tuple(t for c in head.children if c.dep_ == "attr" and c.i < verb.i for t in coordinated(c))
    return ()


def _stranded(verb: Token) -> tuple[Token, ...]:
    """The subject that the parser took for a second object of the phrase in front (during the raid forty men fled)."""
    for child in verb.lefts:
        objects = [t for t in child.children if t.dep_ == "pobj"] if child.dep_ == "prep" else []
        if len(objects) > 1 and verb.tag_ in ("VBD", "VBP", "VBZ"):
            return coordinated(objects[-1])
    return ()


def _of(children: Iterator[Token], labels: tuple[str, ...]) -> tuple[Token, ...]:
    return tuple(
        t for child in children if child.dep_ in labels and child.ent_type_ not in WHEN for t in _antecedent(child)
    )


def _named(subjects: tuple[Token, ...]) -> tuple[Token, ...]:
    """Subjects without a description that stands right before the name it describes (old rivals Adel and Luis met)."""
    if len(subjects) > 1 and subjects[0].pos_ == "NOUN" and subjects[1].pos_ == "PROPN":
        return subjects[1:] if subjects[1].left_edge.i == subjects[0].i + 1 else subjects
    return subjects


def _controller(governor: Token) -> tuple[Token, ...]:
    """Who is to do what an infinitive tells: the object of a verb of asking (they called on the unit to leave)."""
    if governor.lemma_.lower() not in OBJECT_CONTROL:
        return ()
    return _of(governor.children, ("dobj",)) or prepositional(governor, "on") or prepositional(governor, "upon")


def _brought_about_by(verb: Token) -> Token | None:
    """The verb whose result a participle tells, though the parser hung it on a noun between them (a shell was fired by
    rebels, killing two men, wounding nine)."""
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    if above is None or verb.dep_ not in ("acl", "advcl"):
        return None
    if verb.dep_ == "acl":
        return above if above.lemma_.lower() in RESULT and verb.head.i > above.i else None
    return above if is_passive(above) else None


def verbless(verb: Token) -> tuple[Token, ...]:
    """The nouns in front of a participle that the parser took for a clause without a verb, so that the participle is
    its verb (half of the recruits deserted); empty where there is no such clause."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in ("VBN", "VBD") or noun.pos_ not in NOMINAL:
        return ()
    top = noun
    while top.dep_ == "pobj" and top.head.lower_ == "of":
        top = top.head.head
    is_clause = top.dep_ in ("ROOT", "ccomp", "advcl") and top.pos_ in NOMINAL
    return (noun, top) if is_clause else ()


def participle(noun: Token) -> Token | None:
    """The participle behind a noun, in a headline or a poor parse its verb (clashes flared in the south)."""
    return next((c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD")), None)


def grammatical_subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The heads in front of the verb, its own or inherited from the verb that governs it."""
    own = _cleft(verb) or _named(_of(verb.children, ("nsubj", "nsubjpass"))) or _stranded(verb)
    if own or depth > 6:
        return own
    if verb.dep_ == "acl" and verb.head.lemma_.lower() in DEED:
        return noun_slot(verb.head, "poss") or noun_slot(verb.head, "of") or noun_slot(verb.head, "by")
    if verb.tag_ == "VBG" and verb.lemma_.lower() in RESULT and (above := _brought_about_by(verb)) is not None:
        return by_phrase(above) if is_passive(above) else grammatical_subject(above, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and not _names_people(verb.head):
        above = next((t for t in verb.head.ancestors if t.pos_ == "VERB"), None)
        return grammatical_subject(above, depth + 1) if above is not None else ()
    if verb.dep_ in ("acl", "relcl"):
        return coordinated(verb.head)
    if verb.dep_ == "xcomp":
        return _controller(verb.head) or grammatical_subject(verb.head, depth + 1)
    if verb.dep_ == "pcomp":
        governor = verb.head.head
        objects = _of(governor.children, ("dobj",)) if governor.pos_ == "VERB" else ()
        if objects and verb.head.lower_ in ("of", "from", "into", "for"):
            return objects
        if governor.lemma_.lower() in DEED:
            return noun_slot(governor, "poss") or noun_slot(governor, "of") or noun_slot(governor, "by")
        return grammatical_subject(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else ()
    infinitive = verb.dep_ == "advcl" and any(child.dep_ in ("aux", "mark") for child in verb.children)
    if infinitive and (controller := _controller(verb.head)):
        return controller
    if verb.dep_ == "acomp":
        return grammatical_subject(verb.head, depth + 1)
    if verb.dep_ in ("conj", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        return grammatical_subject(verb.head, depth + 1)
    return ()


def by_phrase(verb: Token) -> tuple[Token, ...]:
    """Who did it, of a passive."""
    return tuple(
        t
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for t in _of(child.children, ("pobj",))
    )


def prepositional(head: Token, preposition: str) -> tuple[Token, ...]:
    """Heads behind a preposition of `head`; for "for X to do", X, too."""
    out: list[Token] = []
    for child in head.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ == preposition:
            out.extend(_of(child.children, ("pobj",)))
        elif child.dep_ in ("prt", "prep") and child.pos_ in ("ADP", "ADV"):
            for grandchild in child.children:
                if grandchild.dep_ == "prep" and grandchild.lower_ == preposition:
                    out.extend(_of(grandchild.children, ("pobj",)))
        elif child.dep_ in ("advcl", "ccomp", "relcl", "xcomp") and any(
            mark.dep_ == "mark" and mark.lower_ == preposition for mark in child.children
        ):
            out.extend(_of(child.children, ("nsubj", "nsubjpass")))
    return tuple(out)


def clauses_below(head: Token) -> tuple[Token, ...]:
    """Heads of the clauses that complete a word (to fight, that they fled), joined ones included."""
    out: list[Token] = []
    for child in head.children:
        if child.dep_ in ("xcomp", "ccomp", "acl", "advcl", "pcomp") and child.i > head.i:
            out.append(child)
            out.extend(t for t in child.conjuncts if t.i > child.i and t.tag_ == child.tag_)
    return tuple(out)


def verb_slot(verb: Token, name: str) -> tuple[Token, ...]:
    """The heads in one slot of a verb or a predicate adjective."""
    if name == "subj":
        return by_phrase(verb) if is_passive(verb) else grammatical_subject(verb)
    if name == "obj":
        if is_passive(verb):
            return grammatical_subject(verb)
        return _of(verb.children, ("dobj",)) or _shared_object(verb)
    if name == "dative":
        return _of(verb.children, ("dative",))
    if name == "comp":
        return clauses_below(verb)
    if name == "inf":
        return tuple(t for t in clauses_below(verb) if any(c.dep_ == "aux" and c.lower_ == "to" for c in t.children))
    return prepositional(verb, name) or _of_joined(verb, name)


def _shared_object(verb: Token) -> tuple[Token, ...]:
    """The object that a verb shares with one joined to it: attacked and burned the depot."""
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - verb.i <= 3:
            return _of(other.children, ("dobj",))
    if verb.dep_ == "relcl" and not any(c.dep_ in ("dobj", "nsubjpass") for c in verb.children):
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if subjects and all(c.lower_ not in RELATIVE for c in subjects) and verb.head.i < subjects[0].i:
            return coordinated(verb.head)
    return ()


def _of_joined(verb: Token, preposition: str) -> tuple[Token, ...]:
    """A prepositional object that stands on the verb's own object, on what that is of, or on what the verb is under:
    carried out raids against the militia, a series of raids against the militia, came under fire from the militia."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "under":
            return tuple(t for noun in _of(child.children, ("pobj",)) for t in prepositional(noun, preposition))
        if child.dep_ == "dobj":
            within = (t for prep in child.children if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj")
            return next((found for noun in (child, *within) if (found := prepositional(noun, preposition))), ())
    return ()


def noun_slot(noun: Token, name: str) -> tuple[Token, ...]:
    """The heads in one slot of a noun."""
    if name == "poss":
        return _of(noun.children, ("poss",))
    if name == "attr":
        top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        copula = top.head if top.dep_ == "nsubj" and top.head.lemma_ == "be" else None
        return _of(copula.children, ("attr",)) if copula is not None else ()
    if name == "mod":
        return tuple(t for t in noun.children if t.dep_ in ("compound", "amod", "nmod") and t.i < noun.i)
    if name in ("comp", "that"):
        return clauses_below(noun)
    found = prepositional(noun, name)
    if name in ("on", "against") and not found:
        found = tuple(t for doer in prepositional(noun, "by") for t in prepositional(doer, name))
    if name == "between" and not found and noun.dep_ == "nsubj":
        found = prepositional(noun.head, name)
    if name == "by" and not found:
        found = tuple(t for c in noun.children if c.dep_ == "acl" for t in by_phrase(c))
    return found


def slot(head: Token, name: str, pos: str) -> tuple[Token, ...]:
    """The heads in slot `name` of a trigger whose part of speech is `pos` (v, n or a)."""
    if pos == "n":
        if name == "subj":
            return grammatical_subject(head.head) if head.dep_ == "attr" else ()
        return noun_slot(head, name)
    if pos == "a" and name == "subj":
        if head.dep_ == "oprd":
            return _of(head.head.children, ("dobj",))
        if head.dep_ in ("acomp", "attr", "ccomp", "conj"):
            return grammatical_subject(head.head)
        return (head.head,) if head.dep_ == "amod" else ()
    return verb_slot(head, name)
