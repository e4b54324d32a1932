"""Who can take part in an act: people, bodies of them and what acts as they do, not what stands where they would."""

from spacy.tokens import Token

from rashomon.statements.antecedents import antecedent
from rashomon.statements.lexicon import Lexicon
from rashomon.statements.phrases import counted
from rashomon.statements.words import is_of, lemma

ACTING_ENTITIES = frozenset(("PERSON", "NORP", "ORG", "GPE"))

EXPLETIVES = frozenset(("it", "there", "that", "which", "what", "this", "who"))

REFLEXIVE = frozenset(("himself", "herself", "itself", "themselves"))

MEANS = frozenset("support help backing aid assistance cover approval blessing consent force".split())
"""What one fights with and not against, beside weapons."""

MISSILES = frozenset("bomb device explosive bullet drone barrel cluster car munition gas".split())
"""What is used and does not act, beside the class of heavy weapons."""


def is_meant(token: Token, lexicon: Lexicon) -> bool:
    """Does this word stand for somebody or something, and not for nothing or for a whole clause?"""
    if token.lower_ in REFLEXIVE:
        return False
    return token.lower_ not in EXPLETIVES or (token.lower_ == "it" and antecedent(token, lexicon) is not None)


def can_act(token: Token, lexicon: Lexicon) -> bool:
    """Does this word name somebody, a body of people or an aircraft, or stand for one?"""
    if token.tag_ == "PRP$":
        return token.lower_ in ("my", "our") or antecedent(token, lexicon) is not None
    if token.pos_ in ("ADJ", "VERB"):
        described = lemma(token) in lexicon.classes["force"] or token.lower_ == "civilian"
        return token.ent_type_ in ACTING_ENTITIES or (token.pos_ == "ADJ" and described)
    token = counted(token)
    return (
        token.ent_type_ in ACTING_ENTITIES
        or token.pos_ == "PRON"
        or is_of(token, "aircraft", lexicon)
        or is_of(token, "people", lexicon)
        or is_of(token, "force", lexicon)
    )


def is_means(token: Token, lexicon: Lexicon) -> bool:
    """Is this what one fights with?"""
    return lemma(token) in MEANS or is_of(token, "heavy", lexicon) or is_of(token, "gun", lexicon)


def is_setting(token: Token, lexicon: Lexicon) -> bool:
    """Is this where or when something happens, and not who did it? A country may act."""
    word = lemma(token)
    return word in lexicon.classes["happening"] or (word in lexicon.classes["place"] and word != "country")


def is_country_short(token: Token) -> bool:
    """A state by its initials (US drones), which names an actor where a town in front of a noun names the place."""
    return token.text.replace(".", "").isupper() and len(token.text) <= 5
