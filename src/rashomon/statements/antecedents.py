"""Whom a personal pronoun stands for: the nearest fitting name or group told before it.

This is for those who act; whom a speaker's pronoun stands for is told by who spoke before (`sayers.antecedents`).
Only what fits in number and kind is taken, the subject of the sentence before its other words, this sentence before
the one before; where nothing fits within three sentences the pronoun stays what it is.
"""

from spacy.tokens import Span, Token

from rashomon.statements.arguments import grammatical_subject, verb_slot
from rashomon.statements.lexicon import Lexicon
from rashomon.statements.words import is_of

SINGULAR = frozenset(("he", "she", "him", "her", "his", "himself", "herself", "hers"))
PLURAL = frozenset(("they", "them", "their", "themselves", "theirs"))
THING = frozenset(("it", "its", "itself"))
"""Pronouns that stand for a body of people or a place as often as for nothing (it was said that)."""

BODIES = frozenset(
    "group army regime government coalition militia movement party organisation organization network alliance ministry"
    " council force brigade battalion division city town village base convoy hospital district enclave"
    " stronghold".split()
)
TELLING = frozenset("say tell add report state claim announce note".split())
"""Verbs whose subject is seldom what "it" stands for in what was told."""

COLLECTIVE = frozenset(("police", "military", "army", "group", "militia"))
ROLES = frozenset(("nsubj", "nsubjpass", "dobj"))
REACH = 3
"""Sentences back: beyond that a writer repeats the name."""


def antecedent(pronoun: Token, lexicon: Lexicon) -> Token | None:
    """The head of the phrase that a third-person pronoun stands for, None where none fits."""
    if pronoun.lower_ == "those":
        return _befallen(pronoun)
    singular = pronoun.lower_ in SINGULAR
    if not singular and pronoun.lower_ not in PLURAL | THING:
        return None
    sentence, best = pronoun.sent, None
    for back in range(REACH + 1):
        best = _best(sentence, pronoun, singular, lexicon, is_own=back == 0)
        if best is not None or sentence.start == 0:
            return best
        sentence = pronoun.doc[sentence.start - 1].sent
    return best


def _befallen(those: Token) -> Token | None:
    """Whom the same act befell in a sentence before (dismissed 90 officers. Those dismissed were from the port)."""
    act = next((c for c in those.children if c.dep_ == "acl" and c.tag_ in ("VBN", "VBD")), None)
    if act is None:
        return None
    sentence = those.sent
    for _ in range(REACH):
        if sentence.start == 0:
            return None
        sentence = those.doc[sentence.start - 1].sent
        told = (verb_slot(t, "obj") for t in sentence if t.pos_ == "VERB" and t.lemma_ == act.lemma_)
        if found := next((objects for objects in told if objects), None):
            return found[0]
    return None


def _best(sentence: Span, pronoun: Token, singular: bool, lexicon: Lexicon, *, is_own: bool) -> Token | None:
    above = set(pronoun.ancestors)
    if pronoun.dep_ == "dobj":
        above.update(grammatical_subject(pronoun.head))
    fits = [
        t
        for t in sentence
        if t.i < pronoun.i and t not in above and _fits(t, pronoun, singular, lexicon) and not _same_clause(t, pronoun)
    ]
    if not fits:
        return None
    subjects = [t for t in fits if t.dep_ in ("nsubj", "nsubjpass")] or fits
    best = subjects[-1 if is_own else 0]
    return antecedent(best, lexicon) if best.pos_ == "PRON" else best


def _fits(token: Token, pronoun: Token, singular: bool, lexicon: Lexicon) -> bool:
    if token.is_punct:
        return False
    if token.dep_ in ("compound", "amod", "nmod"):
        return False
    if pronoun.lower_ in THING:
        is_told = token.dep_ == "nsubj" and token.head.lemma_.lower() in TELLING and token.sent != pronoun.sent
        is_body = token.lower_ in BODIES or token.ent_type_ in ("ORG", "GPE")
        return is_body and not is_told and token.tag_ in ("NN", "NNP") and token.dep_ in ROLES
    if token.lower_ in (SINGULAR if singular else PLURAL):
        return token.dep_ in ("nsubj", "nsubjpass")
    if singular:
        return token.ent_type_ == "PERSON" or (
            token.tag_ == "NN" and token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in lexicon.classes["people"]
        )
    if token.tag_ in ("NNS", "NNPS"):
        return is_of(token, "people", lexicon)
    return token.lower_ in COLLECTIVE and token.dep_ in ("nsubj", "nsubjpass")


def _same_clause(token: Token, pronoun: Token) -> bool:
    """An object pronoun is not the subject of its own verb."""
    return token.head == pronoun.head and pronoun.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass")
