"""The phrases of a parsed report that may name somebody or something of an incident: nouns with what stands before
them, and proper names.

One place may give several phrases (a noun with and without its of-phrase, a name and the title before it); which of
them matter is judged later.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.incidents.titles import titles

LEFT_OUT = frozenset(("det", "nummod", "poss", "predet", "quantmod", "advmod", "preconj", "punct", "cc", "case"))
"""What stands before a noun and does not belong to the name of the thing."""
NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE", "FAC", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
MODIFIERS = frozenset(("amod", "compound", "nmod"))
"""What may be left out before a noun, from the left."""
PARTICLES = frozenset("de del la las los y e da do dos van von der".split())
"""Small words within a name."""
PERSON = "PERSON"
BRACKETS = frozenset("[](){}")
LONGEST = 9
"""Tokens of a phrase at most."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `start` to `end` (exclusive) of the document, with the token that it hangs by."""

    start: int
    end: int
    head: int
    label: str


def phrases(doc: Doc) -> tuple[Phrase, ...]:
    """All phrases in the order of the text."""
    found: dict[tuple[int, int], Phrase] = {}
    told = [*_names(doc), *_nouns(doc)]
    for phrase in (*told, *_behind_titles(doc, told)):
        trimmed = _trimmed(doc, phrase)
        if trimmed is not None:
            found.setdefault((trimmed.start, trimmed.end), trimmed)
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end)))


def _names(doc: Doc) -> Iterator[Phrase]:
    for entity in doc.ents:
        if entity.label_ in NAMED:
            yield Phrase(entity.start, entity.end, entity.root.i, entity.label_)
    start = 0
    for token in doc:
        if token.is_upper and token.is_alpha and 3 <= len(token) <= 7:
            yield Phrase(token.i, token.i + 1, token.i, "ACRONYM")
        capital = token.text[0].isupper() and token.is_alpha
        if start == token.i and capital:
            continue
        if start < token.i:
            yield Phrase(start, token.i, token.i - 1, doc[token.i - 1].ent_type_ or "CAPITALS")
        start = token.i if capital else token.i + 1


def _nouns(doc: Doc) -> Iterator[Phrase]:
    for token in doc:
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        if token.dep_ == "compound":
            yield Phrase(token.i, token.i + 1, token.i, "COMPOUND")
            yield Phrase(_first(token), token.i + 1, token.i, "COMPOUND")
            continue
        start = _first(token)
        end = token.i + 1
        while end < len(doc) and doc[end].dep_ in ("nummod", "flat") and doc[end].head.i == token.i:
            end += 1
        name = doc[token.i].ent_type_
        yield Phrase(start, end, token.i, name)
        for child in token.lefts:
            if start < child.left_edge.i and child.dep_ in MODIFIERS:
                yield Phrase(child.left_edge.i, end, token.i, name)
        if start < token.i:
            yield Phrase(token.i, end, token.i, name)
        yield from _before_name(doc, start, token)
        for of in token.rights:
            if of.lower_ == "of" and of.i == end:
                for inner in of.children:
                    if inner.dep_ == "pobj":
                        yield Phrase(start, inner.i + 1, token.i, name)


def _behind_titles(doc: Doc, told: Iterable[Phrase]) -> Iterator[Phrase]:
    """The name that ends a phrase which begins with titles, and those titles."""
    for phrase in told:
        start = _name_start(doc, phrase.start, phrase.end)
        if phrase.start < start and all(_capital(token) for token in doc[start : phrase.end]):
            yield Phrase(start, phrase.end, phrase.end - 1, PERSON)
            yield Phrase(phrase.start, start, phrase.end - 1, "TITLE")


def _name_start(doc: Doc, start: int, end: int) -> int:
    """Where a name begins in a phrase: behind its last title."""
    behind = [at + 1 for at in range(start, end - 1) if _title(doc[at])]
    return max(behind, default=start)


def _title(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return word in titles() or word.removesuffix("s") in titles()


def _capital(token: Token) -> bool:
    return token.text[0].isupper() or token.pos_ == "PROPN" or token.lower_ in PARTICLES


def _before_name(doc: Doc, start: int, token: Token) -> Iterator[Phrase]:
    """The title or trade before a name (Senator, journalist)."""
    at = token.i
    if doc[at].ent_type_ != "PERSON":
        return
    while at > start and doc[at - 1].ent_type_ == "PERSON":
        at -= 1
    if at > start:
        yield Phrase(start, at, token.i, "TITLE")


def _first(token: Token) -> int:
    start = token.i
    for child in reversed(list(token.lefts)):
        hyphen = child.right_edge.i == start - 2 and child.doc[start - 1].text == "-"
        if child.right_edge.i != start - 1 and not hyphen:
            break
        if child.dep_ in LEFT_OUT:
            break
        start = child.left_edge.i
    return start


def _trimmed(doc: Doc, phrase: Phrase) -> Phrase | None:
    """The phrase without articles, numbers, brackets and quotation marks on its edges."""
    start, end = phrase.start, phrase.end
    while start < end and (
        doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("det", "poss", "case") or doc[start].like_num
        or doc[start].lower_ in ("the", "a", "an", "$")
    ):  # fmt: skip
        start += 1
    while start < end and (doc[end - 1].is_punct or doc[end - 1].is_space or doc[end - 1].lower_ in ("'s", "'", "’s")):
        end -= 1
    for at in range(end - 1, start, -1):
        if doc[at].text in BRACKETS:
            start = at + 1
            break
    if phrase.label == PERSON:
        start = max(start, _name_start(doc, start, end))
    if start >= end or end - start > LONGEST or any(t.is_space for t in doc[start:end]):
        return None
    return Phrase(start, end, phrase.head if start <= phrase.head < end else end - 1, phrase.label)
