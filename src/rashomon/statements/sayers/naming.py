"""Name and role of a speaker, from the noun phrase that names them."""

from spacy.tokens import Span, Token

from rashomon.record.statement import SayerRole
from rashomon.statements.sayers.outlets import ENDS, bare_name, entity_of, outlet_at, outlets_before
from rashomon.statements.sayers.people import People, names_place, plain_name
from rashomon.statements.sayers.words import role_words

_DROPPED = frozenset({"relcl", "acl", "appos", "punct", "advcl", "cc", "conj", "preconj", "parataxis", "npadvmod"})
_PASSING = frozenset(
    "recent new joint rare brief written separate latest earlier later official public short strong harsh first second "
    "confidential secret internal preliminary final annual monthly weekly daily".split()
)
"""Adjectives of a document, not of the body that issued it."""
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC"})


def who_is(token: Token, people: People) -> tuple[str, SayerRole]:
    """Name and role of whom the noun phrase around `token` means."""
    name, role = _who_is(token, people)
    return (name.partition("(")[0].strip(ENDS) or name if "(" in name and ")" not in name else name), role


def _who_is(token: Token, people: People) -> tuple[str, SayerRole]:
    words = role_words()
    lemma = token.lemma_.lower()
    entity = entity_of(token)
    known = outlet_at(token)
    if known is not None:
        return known
    person = _person(token, entity)
    if person is not None and not names_place(person.root):
        name = people.full(plain_name(person))
        return name, _role_of(name, people, token)
    if token.is_title and people.full(token.text) != token.text:
        name = people.full(token.text)
        return name, _role_of(name, people, token)
    if lemma in words.document and (entity is None or entity.label_ not in ("PERSON", "GPE")):
        return _document(token, people)
    if lemma in words.official and any(child.lower_ in ("the", "this") for child in token.children):
        holder = people.holder(lemma) if token.tag_ == "NN" else None
        if holder is not None:
            return holder, "official"
    name = _description(token)
    if lemma in words.outlet_nouns:
        alone = token.n_lefts == 1 and next(token.lefts).lower_ == "the" and token.tag_ == "NN"
        return next(outlets_before(token), (name, "outlet")) if alone else (name, "outlet")
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


def _person(token: Token, entity: Span | None) -> Span | None:
    """The person's name in the noun phrase: its head, what is set beside it, or what its head is joined to."""
    if entity is not None and entity.label_ == "PERSON":
        return entity
    if token.tag_ in ("NNS", "NNPS"):
        return None
    if not _is_someone(token):
        return None
    for child in token.children:
        if child.dep_ in ("appos", "compound", "nmod") and child.ent_type_ == "PERSON":
            return entity_of(child)
    if token.lemma_.lower() not in role_words().official | role_words().spokesman | role_words().witness:
        return None
    for part in token.subtree:
        if part.dep_ == "appos" and part.i > token.i and part.ent_type_ == "PERSON":
            found = entity_of(part)
            if found is not None and token.doc[part.left_edge.i - 1].text == ",":
                return found
    return None


def _is_someone(token: Token) -> bool:
    words = role_words()
    lemma = token.lemma_.lower()
    return lemma in words.official | words.witness | words.spokesman or (
        token.ent_type_ == "" and token.pos_ == "NOUN" and (lemma not in words.body | words.document)
    )


def _role_of(name: str, people: People, token: Token) -> SayerRole:
    """The role in which a person speaks. A surname alone is of somebody whom readers know: an official."""
    words, roles = role_words(), people.roles(name)
    if " " not in name and not roles & words.witness:
        return "official"
    if roles & (words.official | words.spokesman):
        return "official"
    if roles & words.witness:
        return "witness"
    if any(
        child.dep_ == "prep" and child.lower_ in ("of", "from", "at", "for") and _names_body(child)
        for child in token.children
    ):
        return "official"
    return "witness"


def _names_body(preposition: Token) -> bool:
    words = role_words()
    return any(part.ent_type_ == "ORG" or part.lemma_.lower() in words.body for part in preposition.children)


def _document(token: Token, people: People) -> tuple[str, SayerRole]:
    """A document goes by the body that issued it, what an outlet prints by the outlet."""
    printed = token.lemma_.lower() in role_words().printed
    if printed and token.n_lefts == 1 and not token.n_rights and next(token.lefts).lower_ == "the":
        before = next((known for known in outlets_before(token)), None)
        if before is not None:
            return before
    for child in token.children:
        if printed and child.dep_ == "prep" and child.lower_ in ("in", "on", "by"):
            for part in child.subtree:
                known = outlet_at(part)
                if known is not None:
                    return known
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "by", "from", "of", "on"):
            for part in child.children:
                if part.dep_ != "pobj":
                    continue
                entity = entity_of(part)
                known = outlet_at(part)
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
        entity = entity_of(issuer[-1])
        known = outlet_at(issuer[-1])
        if known is not None and printed:
            return known
        if entity is not None and entity.label_ == "PERSON":
            return people.full(plain_name(entity)), "document"
        if entity is not None and entity.label_ in ("ORG", "GPE") and entity.end <= token.i:
            return bare_name(entity), "document"
        if issuer[-1].pos_ == "NOUN" and issuer[-1].lemma_.lower() not in role_words().body | role_words().official:
            return _description(token), "document"
        first = min(part.i for child in issuer for part in child.subtree)
        while token.doc[first - 1].dep_ == "amod" and token.doc[first - 1].lower_ not in _PASSING:
            first -= 1
        return _clean(token.doc[first : token.i]), "document"
    return _description(token), "document"


def _description(token: Token) -> str:
    """The noun phrase without "the", relative clauses and what is set beside it."""
    drop: set[int] = set()
    for child in token.children:
        joined = child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")
        if (
            child.dep_ in _DROPPED
            and not joined
            and not (child.dep_ == "cc" and any(c.dep_ == "conj" for c in token.children))
        ):
            drop |= {part.i for part in child.subtree}
        if joined:
            drop |= {
                part.i for inner in child.children if inner.dep_ in ("relcl", "acl", "appos") for part in inner.subtree
            }
    kept = [part for part in token.subtree if part.i not in drop]
    near = [part for part in kept if not part.is_space]
    while near and (near[0].is_punct or near[0].lower_ in ("the", "that", "this", "these", "those", "what")):
        near.pop(0)
    start = near[0].i if near else token.i
    end = start
    for part in near:
        if part.i != end:
            break
        end += 1
    name = _clean(token.doc[start : max(end, token.i + 1)])
    first = near[0] if near else token
    if first.pos_ != "PROPN" and not first.ent_type_ and first.is_title:
        name = name[:1].lower() + name[1:]
    return name


def _clean(span: Span) -> str:
    name = " ".join(span.text.split()).strip(ENDS)
    for mark in ("'s", "’s"):
        name = name.removesuffix(mark)
    return name.removeprefix("the ").removeprefix("The ").strip(ENDS)
