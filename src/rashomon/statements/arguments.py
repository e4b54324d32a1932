"""Who stands where around a word: slots of a verb or noun, read off the dependency parse.

Slots are logical: the subject of a passive is its `obj`, its by-phrase the `subj`; a relative pronoun stands for what
it refers to; a verb without a subject of its own takes that of the verb it depends on or is joined to. A slot is a
tuple of heads, coordinated ones included. Labels are those of spaCy's English pipelines (ClearNLP scheme).
"""

from spacy.tokens import Token

from rashomon.statements.fillers import NOMINAL, OBJECT, RELATIVE, SUBJECT, coordinated, labelled, names_people
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.stranded import stranded

OBJECT_CONTROL = frozenset(
    "ask order urge tell force allow help send call press push persuade instruct command beg invite want expect require"
    " enable cause compel encourage warn advise authorize authorise permit lead train lobby appeal bring deploy recruit"
    " dispatch mobilize mobilise prompt provoke".split()
)
"""Verbs whose object is the subject of the infinitive that follows (they ordered the unit to leave)."""

DEED = frozenset(
    "failure attempt effort refusal bid plan decision ability inability move promise pledge vow threat order call"
    " campaign operation intention readiness willingness proposal goal aim right push fight drive struggle"
    " capacity capability means chance".split()
)
"""Nouns whose infinitive is done by whoever they belong to (the failure of the army to take the town)."""

ASIDE = frozenset("assist support back follow condemn denounce monitor report document describe accompany".split())
"""Participles behind a deed whose by-phrase names another than whoever did it (an offensive assisted by militias)."""

SPEAKING = frozenset("say tell add state note claim".split())
SPEECH = frozenset(
    "accuse blame condemn denounce urge demand call reject deny praise warn threaten criticise criticize".split()
)
"""Acts of speech, which go on from a verb of saying (he said that they had left, and accused them of theft)."""

AIMED = frozenset("target hit strike pound".split())
ACCUSING = frozenset("accuse blame condemn denounce criticise criticize".split())
DEEDS = frozenset("strike airstrike raid attack bombing bombardment shelling assault".split())
"""Participles that say whom a deed was aimed at, and such deeds."""

RESULT = frozenset("kill injure wound maim destroy damage".split())
"""Verbs whose participle behind another verb tells what that brought about."""

ATTACKING = frozenset("ambush attack target shell bomb raid hit strike storm bombard pound engage".split())
"""Verbs whose object is whom a participle behind it says was harmed (ambushed a patrol killing nine)."""

TRANSITIVE = frozenset(
    "kill displace injure wound arrest detain kidnap abduct behead execute martyr outlaw ban hospitalise hospitalize"
    " bomb shell".split()
)
"""Verbs that always have an object, so that one without any is in the passive, though it lost its auxiliary."""


def is_passive(verb: Token) -> bool:
    """Is this verb in the passive voice (an auxiliary, a passive subject, or a bare participle after a noun)?"""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if any(child.dep_ == "aux" for child in verb.children):
        return False
    if verb.lemma_.lower() in TRANSITIVE and verb.tag_ in ("VBD", "VBN") and verb.dep_ != "conj" and not _governs(verb):
        return True
    if verb.tag_ != "VBN":
        return False
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and is_passive(verb.head):
        return True
    if verb.dep_ == "acl" and verb.head.lower_ == "those":
        return True
    if verb.dep_ == "acl" and verb.head.dep_ == "ccomp" and any(c.lower_ == "that" for c in verb.head.lefts):
        return False
    if any(child.dep_ == "nsubj" for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl", "amod") and not any(child.dep_ == "dobj" for child in verb.children)


def _governs(verb: Token) -> bool:
    """Does this verb, or one joined to it, have an object? In a headline it is that of the next verb (two men killed
    nine injured)."""
    after = [verb.doc[c.i + 1] for c in verb.rights if c.dep_ == "dobj" and c.i + 1 < len(verb.doc)]
    if any(t.tag_ in ("VBN", "VBD") and t.lemma_.lower() in ("injure", "wound", "hurt", "miss") for t in after):
        return False
    if verb.dep_ == "relcl" and _shared_object(verb):
        return True
    objects = ("dobj", "ccomp", "xcomp", "prt", "dative", "oprd")
    return any(c.dep_ in objects or (c.dep_ == "conj" and c.pos_ == "VERB" and _governs(c)) for c in verb.children)


def _cleft(verb: Token) -> tuple[Token, ...]:
    """What a sentence sets in front of its verb: it was the envoy that brokered the truce."""
    head = verb.head
    relative = any(c.dep_ == "nsubj" and c.lower_ in RELATIVE for c in verb.children)
    if relative and verb.dep_ in ("ccomp", "advcl") and head.lemma_ == "be":
        return tuple(t for c in head.children if c.dep_ == "attr" and c.i < verb.i for t in coordinated(c))
    return ()


def _controller(governor: Token) -> tuple[Token, ...]:
    """Who is to do what an infinitive tells: the object of a verb of asking (they called on the unit to leave)."""
    presses = any(c.dep_ == "dobj" and c.lower_ == "pressure" for c in governor.children)
    if governor.lemma_.lower() not in OBJECT_CONTROL and not presses:
        return ()
    if presses:
        return prepositional(governor, "on") or noun_slot(next(c for c in governor.children if c.dep_ == "dobj"), "on")
    return labelled(governor.children, OBJECT) or prepositional(governor, "on") or prepositional(governor, "upon")


def _brought_about_by(verb: Token) -> Token | None:
    """The verb whose result a participle tells, though the parser hung it on a noun between them (a shell was fired by
    rebels, killing two men, wounding nine)."""
    above = next((t for t in verb.ancestors if t.pos_ == "VERB"), None)
    if above is None or verb.dep_ not in ("acl", "advcl"):
        return None
    if verb.dep_ == "acl":
        is_harmed = verb.head.dep_ == "dobj" and verb.head.head == above and above.lemma_.lower() in ATTACKING
        return above if (above.lemma_.lower() in RESULT or is_harmed) and verb.head.i > above.i else None
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
    own = _cleft(verb) or labelled(verb.children, SUBJECT) or stranded(verb)
    if own or depth > 6:
        return own
    if verb.tag_ == "VBG" and verb.dep_ in ("pcomp", "nsubj") and (own := by_phrase(verb) or _between(verb)):
        return own
    if (deed := _deed_before(verb)) is not None:
        return (deed,)
    if verb.tag_ == "VBG" and prepositional(verb, "of") and not labelled(verb.children, OBJECT):
        own = _in_front_of_gerund(verb)
    if own:
        return own
    of_deed = (verb.dep_ == "acl" and verb.tag_ != "VBN") or (verb.dep_ == "relcl" and _is_infinitive(verb))
    if of_deed and verb.head.lemma_.lower() in DEED:
        return _doer(verb.head, depth)
    if verb.tag_ == "VBG" and verb.lemma_.lower() in RESULT and (above := _brought_about_by(verb)) is not None:
        return by_phrase(above) if is_passive(above) else grammatical_subject(above, depth + 1)
    in_place = verb.head.dep_ == "pobj" and verb.head.head.lower_ in ("for", "to", "in", "near", "at", "on")
    by_the_way = verb.lemma_.lower() in RESULT and in_place
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and (by_the_way or not names_people(verb.head)):
        if verb.head.lemma_.lower() in load_lexicon().classes["heavy"]:
            return (verb.head,)
        above = next((t for t in verb.head.ancestors if t.pos_ == "VERB"), None)
        return grammatical_subject(above, depth + 1) if above is not None else ()
    if verb.dep_ in ("acl", "relcl"):
        return coordinated(verb.head)
    if verb.tag_ == "VBN" and verb.dep_ in ("oprd", "xcomp", "ccomp", "acomp") and verb.head.lemma_ == "leave":
        return labelled(verb.head.children, OBJECT)
    if verb.dep_ == "xcomp":
        return _controller(verb.head) or grammatical_subject(verb.head, depth + 1)
    if verb.dep_ == "pcomp":
        governor = accusing(verb.head) or verb.head.head
        objects = labelled(governor.children, OBJECT) if governor.pos_ == "VERB" else ()
        if objects and verb.head.lower_ in ("of", "from", "into", "for"):
            return objects
        if governor.lemma_.lower() in DEED and governor.pos_ != "VERB":
            return _doer(governor, depth)
        struck = governor.lemma_ in _DYING or (governor.lemma_ in _STRIKING and is_passive(governor))
        if struck and verb.head.lower_ == "in":
            return ()  # Whoever died in shelling shelled nobody.
        return grammatical_subject(governor, depth + 1) if governor.pos_ in ("VERB", "AUX") else ()
    infinitive = verb.dep_ == "advcl" and any(child.dep_ in ("aux", "mark") for child in verb.children)
    if infinitive and (controller := _controller(verb.head)):
        return controller
    if verb.dep_ == "acomp":
        return grammatical_subject(verb.head, depth + 1)
    if verb.dep_ in ("conj", "advcl") and verb.head.pos_ in ("VERB", "AUX"):
        above = verb.head
        goes_on = verb.lemma_.lower() in SPEECH and above.lemma_.lower() not in SPEECH
        if above.dep_ == "ccomp" and goes_on and above.head.lemma_.lower() in SPEAKING:
            above = above.head
        if above.lemma_.lower() in SPEAKING and verb.tag_ == "VBG" and verb.lemma_.lower() in RESULT:
            above = next((c for c in above.lefts if c.dep_ == "ccomp"), above)
        return grammatical_subject(above, depth + 1)
    return ()


_DYING = frozenset(("die", "perish", "fall"))
_STRIKING = frozenset(("kill", "wound", "injure", "hurt", "maim"))


def _between(verb: Token) -> tuple[Token, ...]:
    """Both sides of what a gerund names: fighting between rebels and troops."""
    return tuple(side for one in prepositional(verb, "between") for side in coordinated(one))


def accusing(preposition: Token) -> Token | None:
    """The verb of accusing whose "of" the parser hung on whom it accuses (accused the army and the police of theft)."""
    noun = preposition.head
    if preposition.lower_ not in ("of", "for") or noun.pos_ not in NOMINAL:
        return None
    while noun.dep_ in ("conj", "appos"):
        noun = noun.head
    is_accused = noun.dep_ == "dobj" and noun.head.lemma_.lower() in ACCUSING
    return noun.head if is_accused else None


def _in_front_of_gerund(verb: Token) -> tuple[Token, ...]:
    """Whose a deed is that a participle names as a noun would (in regime shelling of the suburbs)."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    if before.text == "," and verb.i > 1:
        before = verb.doc[verb.i - 2]
    return (before,) if before.pos_ in ("NOUN", "PROPN") and names_people(before) else ()


def _deed_before(verb: Token) -> Token | None:
    """The deed right in front of a participle that says whom it was aimed at (killed in airstrikes targeting a camp),
    wherever the parser hung the participle."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in AIMED or verb.i == verb.sent.start:
        return None
    before = verb.doc[verb.i - 1]
    return before if before.lemma_.lower() in DEEDS else None


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _doer(noun: Token, depth: int) -> tuple[Token, ...]:
    """Whose deed a noun names: as it says itself, else the subject above (they prepare for an operation to take it)."""
    own = noun_slot(noun, "poss") or noun_slot(noun, "of") or noun_slot(noun, "by")
    if own:
        return own
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    given = labelled(above.children, ("dative",)) or labelled(above.children, OBJECT)
    if noun.dep_ == "dobj" and given and given[0] != noun:
        return given
    is_part = noun.dep_ in ("dobj", "pobj") and above.pos_ == "VERB"
    return grammatical_subject(above, depth + 1) if is_part and not is_passive(above) else ()


def by_phrase(verb: Token) -> tuple[Token, ...]:
    """Who did it, of a passive."""
    return tuple(
        t
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for t in labelled(child.children, ("pobj",))
    )


def prepositional(head: Token, preposition: str) -> tuple[Token, ...]:
    """Heads behind a preposition of `head`; for "for X to do", X, too."""
    out: list[Token] = []
    for child in head.children:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ == preposition:
            out.extend(labelled(child.children, ("pobj",)))
        elif child.dep_ in ("prt", "prep") and child.pos_ in ("ADP", "ADV"):
            for grandchild in child.children:
                if grandchild.dep_ == "prep" and grandchild.lower_ == preposition:
                    out.extend(labelled(grandchild.children, ("pobj",)))
        elif child.dep_ in ("advcl", "ccomp", "relcl", "xcomp") and any(
            mark.dep_ == "mark" and mark.lower_ == preposition for mark in child.children
        ):
            out.extend(labelled(child.children, SUBJECT))
    return tuple(out)


def prepositional_objects(preposition: Token) -> tuple[Token, ...]:
    """The heads behind one preposition."""
    return labelled(preposition.children, ("pobj",))


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
        return labelled(verb.children, OBJECT) or _shared_object(verb)
    if name == "dative":
        return labelled(verb.children, ("dative",))
    if name == "comp":
        return clauses_below(verb)
    if name == "inf":
        return tuple(t for t in clauses_below(verb) if any(c.dep_ == "aux" and c.lower_ == "to" for c in t.children))
    return prepositional(verb, name) or _of_joined(verb, name)


def _shared_object(verb: Token) -> tuple[Token, ...]:
    """The object that a verb shares with one joined to it: attacked and burned the depot."""
    for other in verb.children:
        if other.dep_ == "conj" and other.pos_ == "VERB" and other.i - verb.i <= 3:
            return labelled(other.children, OBJECT)
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
            return tuple(t for noun in labelled(child.children, ("pobj",)) for t in prepositional(noun, preposition))
        if child.dep_ == "dobj":
            within = (t for prep in child.children if prep.lower_ == "of" for t in prep.children if t.dep_ == "pobj")
            return next((found for noun in (child, *within) if (found := prepositional(noun, preposition))), ())
    return ()


def noun_slot(noun: Token, name: str) -> tuple[Token, ...]:
    """The heads in one slot of a noun."""
    if name == "poss":
        return labelled(noun.children, ("poss",))
    if name == "attr":
        top = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun
        copula = top.head if top.dep_ == "nsubj" and top.head.lemma_ == "be" else None
        return labelled(copula.children, ("attr",)) if copula is not None else ()
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
        found = tuple(
            t for c in noun.children if c.dep_ == "acl" and c.lemma_.lower() not in ASIDE for t in by_phrase(c)
        )
    return found


def slot(head: Token, name: str, pos: str) -> tuple[Token, ...]:
    """The heads in slot `name` of a trigger whose part of speech is `pos` (v, n or a)."""
    if pos == "n":
        if name == "subj":
            return grammatical_subject(head.head) if head.dep_ == "attr" else ()
        return noun_slot(head, name)
    if pos == "a" and name == "subj":
        if head.dep_ == "oprd":
            return labelled(head.head.children, OBJECT)
        if head.dep_ == "acomp" and head.head.lemma_ == "leave":
            return labelled(head.head.children, OBJECT)
        if head.dep_ in ("acomp", "attr", "ccomp", "conj"):
            return grammatical_subject(head.head)
        return (head.head,) if head.dep_ == "amod" else ()
    return verb_slot(head, name)
