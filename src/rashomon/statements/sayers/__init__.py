"""Who is meant by the source of an attribution, and in what role they speak.

A surname stands for the full name told in the report, a pronoun for the nearest fitting speaker, an office for the one
person so introduced; whoever has no name keeps the description that the report gives.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from rashomon.record.statement import SayerRole
from rashomon.statements.attribution import Attribution, Speaker
from rashomon.statements.sayers.antecedents import PRONOUNS, RELATIVES, antecedent
from rashomon.statements.sayers.people import People, plain_name
from rashomon.statements.sayers.words import outlet, role_words

__all__ = ["name_speakers"]

_SELVES = frozenset({"i", "we", "you"})
_DROPPED = frozenset({"relcl", "acl", "appos", "punct", "advcl", "cc", "conj", "preconj", "parataxis", "npadvmod"})
_ENDS = (" \n\t,.;:'\"“”‘’")
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC"})


def name_speakers(doc: Doc, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, each with the speaker who is meant and the outlet that it came through."""
    people = People(doc)
    return tuple(
        replace(a, speaker=_speaker(doc, a, attributions, people), through=_through(doc, a)) for a in attributions
    )


def _speaker(doc: Doc, found: Attribution, attributions: Sequence[Attribution], people: People) -> Speaker | None:
    if found.head is None:
        return None
    token: Token | None = doc[found.head]
    start, end = found.source[0][0], found.source[-1][1]
    for _ in range(4):
        if token is None or token.lower_ in _SELVES:
            return None
        if token.lower_ not in PRONOUNS | RELATIVES:
            break
        token = antecedent(token, attributions)
    if token is None or token.lower_ in PRONOUNS | RELATIVES:
        return None
    name, role = _who(token, people)
    return Speaker(name, role, start, end)


def _who(token: Token, people: People) -> tuple[str, SayerRole]:
    """Name and role of whom the noun phrase around `token` means."""
    words = role_words()
    lemma = token.lemma_.lower()
    entity = _entity(token)
    known = outlet(_bare(entity)) if entity is not None and entity.label_ != "PERSON" else outlet(token.text)
    if known is not None and token.pos_ in ("PROPN", "NOUN"):
        return known
    person = _person(token, entity)
    if person is not None:
        name = people.full(plain_name(person))
        return name, _role_of(people.roles(name), token)
    if lemma in words.document and (entity is None or entity.label_ not in ("PERSON", "GPE")):
        return _document(token, people)
    if lemma in words.official and any(child.lower_ in ("the", "this") for child in token.children):
        holder = people.holder(lemma) if token.tag_ == "NN" else None
        if holder is not None:
            return holder, "official"
    name = _description(token)
    if lemma in words.outlet_nouns:
        return name, "outlet"
    if lemma in words.spokesman:
        return name, "official"
    if entity is not None and entity.label_ in _BODIES and token.tag_ in ("NNP", "NNPS", "NN"):
        return name, "official"
    if lemma in words.body or (lemma in ("police", "military")):
        return name, "official"
    if lemma in words.witness:
        return name, "witness"
    if token.pos_ == "PROPN" and token.tag_ == "NNP":
        return name, "witness" if token.ent_type_ == "PERSON" else "official"
    return name, "unnamed"


def _entity(token: Token) -> Span | None:
    return next((span for span in token.sent.ents if span.start <= token.i < span.end), None) if token.ent_type_ else None


def _person(token: Token, entity: Span | None) -> Span | None:
    """The person's name in the noun phrase: its head, what is set beside it, or what its head is joined to."""
    if entity is not None and entity.label_ == "PERSON":
        return entity
    if token.tag_ in ("NNS", "NNPS"):
        return None
    for child in token.children:
        if child.dep_ in ("appos", "compound", "nmod") and child.ent_type_ == "PERSON" and _is_someone(token):
            return _entity(child)
    return None


def _is_someone(token: Token) -> bool:
    words = role_words()
    lemma = token.lemma_.lower()
    return lemma in words.official | words.witness | words.spokesman or token.ent_type_ == "" and token.pos_ == "NOUN" and (
        lemma not in words.body | words.document
    )


def _role_of(roles: set[str], token: Token) -> SayerRole:
    words = role_words()
    if roles & (words.official | words.spokesman):
        return "official"
    if roles & words.witness:
        return "witness"
    if any(child.dep_ == "prep" and child.lower_ in ("of", "from", "at", "for") and _names_body(child) for child in token.children):
        return "official"
    return "witness"


def _names_body(preposition: Token) -> bool:
    words = role_words()
    return any(
        part.ent_type_ == "ORG" or part.lemma_.lower() in words.body
        for part in preposition.children
    )


def _document(token: Token, people: People) -> tuple[str, SayerRole]:
    """A document goes by the body that issued it, what an outlet prints by the outlet."""
    printed = token.lemma_.lower() in role_words().printed
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "by", "from", "of", "on"):
            for part in child.children:
                if part.dep_ != "pobj":
                    continue
                entity = _entity(part)
                known = outlet(_bare(entity) if entity is not None else part.text)
                if known is not None:
                    return known
                if child.lower_ in ("by", "from", "of") and part.pos_ in ("PROPN", "NOUN") and child.lower_ != "of":
                    if entity is not None and entity.label_ == "PERSON":
                        return people.full(plain_name(entity)), "document"
                    return _description(part), "document"
        if child.dep_ == "acl":
            for by in child.children:
                if by.dep_ == "agent":
                    for part in by.children:
                        return _description(part), "document"
    issuer = [child for child in token.lefts if child.dep_ in ("compound", "poss", "nmod")]
    if issuer:
        entity = _entity(issuer[-1])
        known = outlet(_bare(entity) if entity is not None else issuer[-1].text)
        if known is not None and printed:
            return known
        if entity is not None and entity.label_ == "PERSON":
            return people.full(plain_name(entity)), "document"
        if entity is not None and entity.label_ in ("ORG", "GPE") and entity.end <= token.i:
            return _bare(entity), "document"
        first = min(issuer[0].left_edge.i, issuer[0].i)
        return _clean(token.doc[first : token.i]), "document"
    return _description(token), "document"


def _description(token: Token) -> str:
    """The noun phrase without "the", relative clauses and what is set beside it."""
    drop: set[int] = set()
    for child in token.children:
        joined = child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")
        if child.dep_ in _DROPPED and not joined and not (child.dep_ == "cc" and any(c.dep_ == "conj" for c in token.children)):
            drop |= {part.i for part in child.subtree}
        if joined:
            drop |= {
                part.i for inner in child.children if inner.dep_ in ("relcl", "acl", "appos") for part in inner.subtree
            }
    kept = [part for part in token.subtree if part.i not in drop]
    near = [part for part in kept if not part.is_space]
    while near and (near[0].is_punct or near[0].lower_ in ("the", "that", "this", "these", "those")):
        near.pop(0)
    start = near[0].i if near else token.i
    end = start
    for part in near:
        if part.i != end:
            break
        end += 1
    return _clean(token.doc[start : max(end, token.i + 1)])


def _bare(span: Span) -> str:
    """A name of a body without article, date and possessive mark."""
    words = [token for token in span if not token.is_space]
    while words and words[-1].lower_ in ("'s", "’s"):
        words.pop()
    while len(words) > 1 and (words[0].lower_ == "the" or words[0].like_num or words[0].lower_.endswith("'s")):
        words.pop(0)
    return "".join(token.text_with_ws for token in words).strip(_ENDS)


def _clean(span: Span) -> str:
    name = " ".join(span.text.split()).strip(_ENDS)
    for mark in ("'s", "’s"):
        name = name.removesuffix(mark)
    return name.removeprefix("the ").removeprefix("The ").strip(_ENDS)


def _through(doc: Doc, found: Attribution) -> Speaker | None:
    """The outlet that the speaker told it to, or in which the speaker wrote it."""
    candidates = [doc[found.told]] if found.told is not None else []
    cue = doc[found.cue_head]
    for child in cue.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "to", "with", "on"):
            candidates += [part for part in child.children if part.dep_ == "pobj"]
        if child.dep_ in ("advcl", "csubj", "nsubj") and child.lower_ in ("writing", "speaking", "talking"):
            for link in child.children:
                if link.dep_ == "prep" and link.lower_ in ("in", "to", "on", "with", "for"):
                    candidates += [part for part in link.children if part.dep_ == "pobj"]
    for token in candidates:
        entity = _entity(token)
        known = outlet(_bare(entity) if entity is not None else token.text)
        if known is not None:
            name, role = known
            start = entity.start_char if entity is not None else token.idx
            end = entity.end_char if entity is not None else token.idx + len(token)
            return Speaker(name, role, start, end)
    return None
