"""Whom a pronoun stands for when it names a speaker: the nearest fitting speaker or subject told before.

What somebody else is quoted as saying is passed over: in "X said Y had fled. He added", X adds.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.statements.attribution import Attribution
from rashomon.statements.quotes import Quote
from rashomon.statements.sayers.people import names_place
from rashomon.statements.sayers.words import outlet, role_words

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs"})
NEUTER = frozenset({"it", "its"})
PRONOUNS = MALE | FEMALE | PLURAL | NEUTER
SELVES = frozenset({"i", "we", "you", "me", "us"})
RELATIVES = frozenset({"who", "which", "that", "whom"})
REACH = 6
"""Sentences back; a quotation of several sentences may stand between a speaker and the pronoun."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOBODY = frozenset({"GPE", "ORG", "NORP", "FAC", "LOC"})
"""Labels of what no "he" or "she" stands for."""


def antecedent(pronoun: Token, attributions: Sequence[Attribution], quotes: Sequence[Quote]) -> Token | None:
    """The head of the phrase that `pronoun` stands for, None where nothing fits."""
    if pronoun.lower_ in RELATIVES:
        clause = pronoun.head
        while clause.dep_ in ("conj", "xcomp", "ccomp") and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ not in ("relcl", "acl"):
            return None
        head = clause.head
        document = head.head.head if head.dep_ == "pobj" and head.ent_type_ in _NOBODY else head
        return document if document.lemma_.lower() in role_words().document and pronoun.lower_ != "who" else head
    doc = pronoun.doc
    begin = max((quote.start for quote in quotes if quote.start <= pronoun.idx < quote.end), default=0)
    heads = {a.head: a for a in attributions if a.head is not None and a.cue_head < pronoun.i}
    said = [
        span
        for a in attributions
        for span in a.content
        if span[0] < pronoun.idx and not span[0] <= pronoun.idx < span[1]
    ]
    sentence = pronoun.sent
    for _ in range(1 + (REACH if pronoun.lower_ not in NEUTER else 1)):
        fits = [
            token
            for token in sentence
            if begin <= token.idx < pronoun.idx
            and (token.i in heads or token.dep_ in _SUBJECTS or _is_author(token))
            and token.lower_ not in RELATIVES
            and (begin or not any(quote.start < token.idx < quote.end for quote in quotes))
            and _fits(pronoun, token, speaks=token.i in heads)
        ]
        free = [token for token in fits if not any(start <= token.idx < end for start, end in said)]
        for group in (
            [token for token in free if token.i in heads],
            free,
            [token for token in fits if token.i in heads],
        ):
            if group:
                return group[-1]
        if sentence.start == 0 or sentence.start_char <= begin:
            return None
        sentence = doc[sentence.start - 1].sent
    return None


def _is_author(token: Token) -> bool:
    """The writer in "a comment by N"."""
    return token.dep_ == "pobj" and token.head.lower_ == "by" and token.ent_type_ == "PERSON"


def _fits(pronoun: Token, token: Token, *, speaks: bool) -> bool:
    word = pronoun.lower_
    if token.pos_ == "PRON":
        return token.lower_ in PRONOUNS and _group(token.lower_) == _group(word)
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    plural = token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.children)
    words = role_words()
    lemma = token.lemma_.lower()
    person = token.ent_type_ == "PERSON" or (
        not token.ent_type_ and lemma in words.official | words.witness | words.spokesman
    )
    beside = {child.lower_.strip(".") for child in token.children} | {lemma}
    if word in PLURAL:
        someone = speaks or token.ent_type_ == "NORP" or lemma in words.official | words.witness | words.people
        return (plural and someone) or lemma in words.body
    if word in NEUTER:
        return not plural and (token.ent_type_ in ("ORG", "GPE") or lemma in words.body | words.document)
    if plural or not (person or (speaks and token.pos_ == "PROPN" and token.ent_type_ not in _NOBODY)):
        return False
    if outlet(token.text) is not None or names_place(token):
        return False
    return not beside & (words.female if word in MALE else words.male)


def _group(word: str) -> frozenset[str]:
    return next(group for group in (MALE, FEMALE, PLURAL, NEUTER) if word in group)
