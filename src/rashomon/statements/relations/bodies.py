"""Whose a body is, from a possessive or an "of": a person's party or militia is led by them, a unit of a state or
force is part of it (Karsa's Second Brigade; the Free Guard of Sami Orel)."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.entities import entity_bounds
from rashomon.statements.relations.parts import is_body, is_person, names_somebody
from rashomon.statements.relations.told import Part, Told
from rashomon.statements.relations.words import BODIES, GOVERNING, NAMED, UNITS

OUTER = frozenset(("ORG", "GPE", "NORP"))


def bodies(doc: Doc) -> Iterator[Told]:
    """Every body with a named owner."""
    for token in doc:
        if token.dep_ == "poss" and token.head.i > token.i:
            yield from _owned(token, token.head)
        if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.i < token.head.i:
            yield from _of(token.head.head, token)


def _owned(owner: Token, body: Token) -> Iterator[Told]:
    """What stands behind a name's possessive."""
    if not is_body(body) or owner.pos_ == "PRON":
        return
    part = _behind(owner, body)
    if is_person(owner):
        whole: Part = (owner.i, body.i + 1) if body.lower_ in GOVERNING else part
        if body.lower_ in GOVERNING or _is_named(body, part):
            yield Told("leads", _name(owner), whole, body)
    elif owner.ent_type_ in OUTER and _is_named(body, part) and body.lower_ not in GOVERNING:
        yield Told("part-of", part, _name(owner), body)


def _of(body: Token, owner: Token) -> Iterator[Told]:
    """What is "of" somebody."""
    if not is_body(body) or not names_somebody(body) or body.ent_type_ in ("GPE", "NORP"):
        return
    if is_person(owner):
        yield Told("leads", _name(owner), _name(body), body)
    elif body.lower_ in UNITS and is_body(owner) and names_somebody(owner):
        start = _unit_start(body)
        if start < body.i:
            yield Told("part-of", (start, body.i + 1), _behind_of(body, owner), body)


def _unit_start(body: Token) -> int:
    """Where the name or number of a unit begins."""
    start = body.i
    while (
        start > body.sent.start
        and body.doc[start - 1].pos_ in ("PROPN", "ADJ")
        and body.doc[start - 1].text[:1].isupper()
    ):
        start -= 1
    return start


def _behind_of(body: Token, owner: Token) -> Part:
    """The name behind the unit's "of", where both are read as one name too."""
    name = _name(owner)
    if isinstance(name, Token) or name[0] > body.i:
        return name
    return next(t.i + 1 for t in body.doc[body.i : owner.i] if t.lower_ == "of"), name[1]


def _behind(owner: Token, body: Token) -> tuple[int, int]:
    """The words of the body behind the possessive mark."""
    start = next((t.i + 1 for t in owner.doc[owner.i + 1 : body.i] if t.text in ("'s", "’s", "'", "’")), owner.i + 1)
    bounds = entity_bounds(body) if body.ent_type_ in NAMED else None
    return max(start, bounds[0] if bounds else start), max(body.i + 1, bounds[1] if bounds else 0)


def _is_named(body: Token, part: tuple[int, int]) -> bool:
    """Has it a name of its own (his Mahdi Army), or is it only described (his forces)?"""
    return any(t.pos_ == "PROPN" or t.ent_type_ in ("ORG", "NORP") for t in body.doc[slice(*part)])


def _name(token: Token) -> Part:
    """The whole name that a token is part of, else the phrase of its head."""
    bounds = entity_bounds(token) if token.ent_type_ in NAMED else None
    if bounds is None or (token.lower_ in BODIES and token.i + 1 > bounds[1]):
        return token
    return bounds
