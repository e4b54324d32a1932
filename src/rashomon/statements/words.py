"""What kind of thing a word names."""

from spacy.tokens import Token

from rashomon.statements.lexicon import Lexicon

PLACE_ENTITIES = frozenset(("GPE", "LOC", "FAC"))
PEOPLE_ENTITIES = frozenset(("PERSON", "NORP"))
FORCE_MODIFIERS = frozenset(("army", "militia", "forces", "troops", "police", "military", "rebel"))


def lemma(token: Token) -> str:
    """The lower-case lemma; of a noun that the pipeline left in the plural, the singular; of
    "staged", which it takes for a form of "stag", the verb."""
    found = token.lemma_.lower()
    if found.endswith("ag") and token.lower_.endswith("aged"):
        return found + "e"
    if found == token.lower_ and token.tag_ in ("NNS", "NNPS", "NNP") and len(found) > 4:
        if found.endswith(("shes", "ches", "sses", "xes")):
            return found[:-2]
        if found.endswith("s") and not found.endswith("ss"):
            return found[:-1]
    return found


def is_of(token: Token, kind: str, lexicon: Lexicon) -> bool:
    """Is the token's phrase of the word class `kind`?"""
    if lemma(token) in lexicon.classes.get(kind, ()):
        return True
    if kind == "name":
        return token.pos_ == "PROPN"
    if kind == "place":
        return token.ent_type_ in PLACE_ENTITIES
    if kind == "people":
        return token.ent_type_ in PEOPLE_ENTITIES or (token.ent_type_ == "ORG" and token.pos_ == "PROPN")
    if kind == "aircraft":
        return lemma(token) == "force" and any(child.lower_ == "air" for child in token.children)
    if kind == "force":
        return any(child.lower_ in FORCE_MODIFIERS for child in token.children if child.dep_ in ("compound", "amod"))
    return False
