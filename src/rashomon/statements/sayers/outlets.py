"""Outlets and agencies in a text: their names, and whether a speaker is heard through one."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from rashomon.record.statement import SayerRole
from rashomon.statements.attribution import Attribution, Speaker
from rashomon.statements.entities import entity_bounds
from rashomon.statements.sayers.words import outlet, role_words
from rashomon.statements.wording import text_of

LONGEST = 5
"""Words of the longest name of an outlet that is looked up."""
ENDS = " \n\t,.;:*'\"“”‘’"
"""What is no part of a name at its ends."""
BACK = 2000
"""Tokens: as far back "the article" is taken to be the one that was named."""


def outlet_at(token: Token) -> tuple[str, SayerRole] | None:
    """The outlet or agency whose name ends with this token, as the text names it with up to five words."""
    if token.pos_ not in ("PROPN", "NOUN"):
        return None
    entity = entity_of(token)
    for length in range(LONGEST, 1 if token.ent_type_ == "PERSON" else 0, -1):
        if token.i + 1 >= length:
            known = outlet(token.doc[token.i + 1 - length : token.i + 1].text, proper=False)
            if known is not None:
                return known
    return outlet(bare_name(entity)) if entity is not None and entity.label_ == "ORG" else None


def entity_of(token: Token) -> Span | None:
    """The entity that holds the token."""
    bounds = entity_bounds(token)
    return Span(token.doc, *bounds, token.ent_type_) if bounds else None


def bare_name(span: Span) -> str:
    """A name of a body without article, date and possessive mark."""
    words = [token for token in span if not token.is_space]
    while words and words[-1].lower_ in ("'s", "’s"):
        words.pop()
    while len(words) > 1 and (words[0].lower_ == "the" or words[0].like_num or words[0].lower_.endswith("'s")):
        words.pop(0)
    return "".join(token.text_with_ws for token in words).strip(ENDS)


def outlets_before(token: Token) -> Iterator[tuple[str, SayerRole]]:
    """Outlets told before, the nearest first."""
    for place in range(token.i - 1, max(token.i - BACK, -1), -1):
        if token.doc[place].pos_ == "PROPN":
            known = outlet_at(token.doc[place])
            if known is not None:
                yield known


def heard_through(doc: Doc, found: Attribution) -> Speaker | None:
    """The outlet that the speaker told it to, or in which the speaker wrote it."""
    candidates = [doc[found.told]] if found.told is not None else []
    cue = doc[found.cue_head]
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "to", "with", "on"):
            candidates += [part for part in child.subtree if part.dep_ == "pobj" and part.head.dep_ == "prep"]
        if child.dep_ in ("advcl", "csubj", "nsubj") and child.lower_ in ("writing", "speaking", "talking"):
            for link in child.children:
                if link.dep_ == "prep" and link.lower_ in ("in", "to", "on", "with", "for"):
                    candidates += [part for part in link.children if part.dep_ == "pobj"]
    for token in candidates:
        known = outlet_at(token)
        if known is not None:
            return Speaker(*known, *place_of(token))
    return _gathered_by(doc[found.told]) if found.told is not None else None


def _gathered_by(token: Token) -> Speaker | None:
    """A body that gathers what witnesses tell, and through which they are heard."""
    if token.pos_ != "PROPN" or token.lower_ not in role_words().gatherers:
        return None
    start, end = place_of(token)
    return Speaker(text_of(token.doc)[start:end], "official", start, end)


def place_of(token: Token) -> tuple[int, int]:
    """Start and end of the proper name that ends with this token."""
    start = token.i
    while start > token.left_edge.i and token.i - start < 4 and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return token.doc[start].idx, token.idx + len(token)
