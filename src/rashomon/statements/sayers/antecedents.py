"""Whom a pronoun stands for when it names a speaker: the nearest fitting speaker or subject told before.

What somebody else is quoted as saying is passed over: in "X said Y had fled. He added", X adds.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from rashomon.statements.attribution import Attribution
from rashomon.statements.sayers.words import role_words

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
PLURAL = frozenset({"they", "them", "their", "theirs"})
NEUTER = frozenset({"it", "its"})
PRONOUNS = MALE | FEMALE | PLURAL | NEUTER
RELATIVES = frozenset({"who", "which", "that", "whom"})
REACH = 6
"""Sentences back; a quotation of several sentences may stand between a speaker and the pronoun."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def antecedent(pronoun: Token, attributions: Sequence[Attribution]) -> Token | None:
    """The head of the phrase that `pronoun` stands for, None where nothing fits."""
    if pronoun.lower_ in RELATIVES:
        clause = pronoun.head
        while clause.dep_ not in ("relcl", "acl") and clause.head.i != clause.i and clause.dep_ in ("conj", "xcomp"):
            clause = clause.head
        return clause.head if clause.dep_ in ("relcl", "acl") else None
    doc = pronoun.doc
    speakers = {a.head for a in attributions if a.head is not None and a.cue_head < pronoun.i + 60}
    said = [
        span
        for a in attributions
        for span in a.content
        if not span[0] <= pronoun.idx < span[1] and span[0] < pronoun.idx
    ]
    sentence = pronoun.sent
    for _ in range(REACH + 1):
        near = [
            token
            for token in sentence
            if token.i < pronoun.i
            and (token.i in speakers or token.dep_ in _SUBJECTS or token.dep_ == "agent")
            and token.lower_ not in RELATIVES
            and not any(start <= token.idx < end for start, end in said)
        ]
        fits = [token for token in near if _fits(pronoun, token)]
        told = [token for token in fits if token.i in speakers]
        if told or fits:
            return (told or fits)[-1] if sentence == pronoun.sent else (told or fits)[0 if not told else -1]
        if sentence.start == 0:
            return None
        sentence = doc[sentence.start - 1].sent
    return None


def _fits(pronoun: Token, token: Token) -> bool:
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
        return plural and token.ent_type_ not in ("DATE", "MONEY") or lemma in words.body
    if word in NEUTER:
        return not plural and (token.ent_type_ in ("ORG", "GPE") or lemma in words.body | words.document)
    if plural or not person:
        return not plural and token.pos_ == "PROPN" and token.ent_type_ in ("", "ORG", "PERSON") and token.head.pos_ == "VERB"
    return not beside & (words.female if word in MALE else words.male)


def _group(word: str) -> frozenset[str]:
    return next(group for group in (MALE, FEMALE, PLURAL, NEUTER) if word in group)
