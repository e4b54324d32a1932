"""Who does what a verb says, and which words name them."""

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
ISSUED = frozenset(
    "statement letter video message report resolution memo tweet post email note ad communique leaflet declaration "
    "decree order".split()
)
"""Documents whose words are those of whoever issued them: "issued a statement saying"."""
SHARING = 6
"""Steps up the tree: a participle of an infinitive of a conjunct still shares the subject."""


def subject_of(verb: Token) -> Token | None:
    """Who does what the verb says, found through conjuncts, participles and infinitives that share it."""
    here = verb
    for _ in range(SHARING):
        subjects = [child for child in here.children if child.dep_ in ("nsubj", "csubj") and child.i != verb.i]
        if subjects:
            return _person_in(max(subjects, key=lambda child: child.i if child.i < here.i else -1))
        passive = next((child for child in here.children if child.dep_ == "nsubjpass"), None)
        if passive is not None:
            return passive
        if here.dep_ == "prep" and here.lower_ == "as" and (quoted := _object(here.head)) is not None:
            return quoted
        if here.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "acomp") and here.head.i != here.i:
            here = here.head
        elif here.dep_ == "acl" and here.head.pos_ in ("NOUN", "PROPN", "PRON"):
            if here.head.lemma_.lower() not in ISSUED or here.head.dep_ != "dobj":
                return here.head
            here = here.head.head
        else:
            break
    return _name_before(verb)


def _object(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def _person_in(subject: Token) -> Token:
    """The name in "Writing in the paper, N of the institute ...", which is parsed as a subject by its participle."""
    if subject.tag_ == "VBG" and subject.pos_ == "VERB":
        return next((c for c in subject.children if c.dep_ == "npadvmod" and c.pos_ == "PROPN"), subject)
    return subject


def _name_before(verb: Token) -> Token | None:
    """The name right before a finite verb that the parse left without a subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return None
    place = verb.i - 1
    while place > verb.sent.start and (verb.doc[place].text in "*_" or verb.doc[place].dep_ == "advmod"):
        place -= 1
    token = verb.doc[place]
    return token if token.pos_ == "PROPN" and place >= verb.sent.start else None


def source_tokens(head: Token, verb: Token) -> set[int]:
    """The noun phrase around `head` with what is set beside it, but nothing that holds the verb."""
    tokens = subtree(head)
    if head.dep_ == "npadvmod" and head.pos_ == "PROPN" and head.head.tag_ == "VBG":
        return tokens
    if verb.i in tokens:
        for child in head.children:
            if verb.i in {part.i for part in child.subtree}:
                tokens -= {part.i for part in child.subtree}
    return tokens


def subtree(token: Token) -> set[int]:
    """Indices of the token and all that hangs on it, without punctuation at the ends."""
    indices = sorted(part.i for part in token.subtree)
    doc = token.doc
    while len(indices) > 1 and (doc[indices[-1]].is_space or doc[indices[-1]].text in ",;:.—–-―"):
        indices.pop()
    while len(indices) > 1 and (doc[indices[0]].is_space or doc[indices[0]].text in ",;:.—–-―"):
        indices.pop(0)
    return set(indices)


def is_passive(verb: Token) -> bool:
    """Whether something is done to the subject: a passive, or a past participle without "have"."""
    auxiliaries = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if any(child.dep_ == "auxpass" for child in auxiliaries):
        return True
    if verb.tag_ != "VBN" or auxiliaries or verb.dep_ not in ("acl", "advcl", "relcl", "amod"):
        return False
    return not any(child.dep_ in ("nsubj", "dobj") for child in verb.children)
