"""Named entities by their tokens, without a walk through the whole document for each look."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

BEGIN, OUTSIDE = 3, 2
"""spaCy's codes for a token that begins an entity and for one outside of any."""


def entities_between(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int]]:
    """Token offsets (end exclusive) of the entities of this label that begin between two tokens."""
    for token in doc[start:end]:
        if token.ent_iob == BEGIN and token.ent_type_ == label:
            yield token.i, entity_end(token)


def entity_end(token: Token) -> int:
    """Index of the first token behind the entity that `token` is in."""
    end = token.i + 1
    while end < len(token.doc) and token.doc[end].ent_iob not in (BEGIN, OUTSIDE, 0):
        end += 1
    return end


def entity_bounds(token: Token) -> tuple[int, int] | None:
    """Token offsets of the entity that `token` is in, None where it is in none."""
    if token.ent_iob in (OUTSIDE, 0):
        return None
    start = token.i
    while token.doc[start].ent_iob != BEGIN and start:
        start -= 1
    return start, entity_end(token)
