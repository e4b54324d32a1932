"""Who is meant by the source of an attribution, and in what role they speak.

A surname stands for the full name told in the report, a pronoun for the nearest fitting speaker, an office for the one
person so introduced; whoever has no name keeps the description that the report gives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from rashomon.record.statement import SayerRole
from rashomon.statements.attribution import Attribution, Speaker
from rashomon.statements.quotes import Quote
from rashomon.statements.sayers.antecedents import PRONOUNS, RELATIVES, SELVES, antecedent
from rashomon.statements.sayers.people import People, plain_name
from rashomon.statements.sayers.words import outlet, role_words

__all__ = ["name_speakers"]

_THINGS_DO = frozenset({"show", "announce", "expect", "label", "estimate", "believe", "confirm"})
"""Kinds of cue that also tell what a thing brings to light."""
_DROPPED = frozenset({"relcl", "acl", "appos", "punct", "advcl", "cc", "conj", "preconj", "parataxis", "npadvmod"})
_ENDS = (" \n\t,.;:'\"“”‘’")
_PASSING = frozenset(
    "recent new joint rare brief written separate latest earlier later official public short strong harsh first second "
    "confidential secret internal preliminary final annual monthly weekly daily".split()
)
"""Adjectives of a document, not of the body that issued it."""
_BODIES = frozenset({"ORG", "GPE", "NORP", "FAC"})


def name_speakers(
    doc: Doc, attributions: Sequence[Attribution], quotes: Sequence[Quote]
) -> tuple[Attribution, ...]:
    """The attributions, each with the speaker who is meant and the outlet that it came through."""
    people = People(doc)
    out: list[Attribution] = []
    for found in attributions:
        meant = _meant(doc, found, attributions, quotes)
        if meant is not None and _is_thing(doc[meant]) and any(
            a is not found and a.head is not None and a.covers(*found.cue[0]) for a in attributions
        ):
            meant = None
        through = _through(doc, found) or _quoting(doc[found.cue_head], people)
        if meant is None or not _can_speak(doc[meant], found.kind):
            out.append(replace(found, through=through))
            continue
        name, role = _who(doc[meant], people)
        start, end = found.source[0][0], found.source[-1][1]
        if through is None and meant != found.head:
            through = _carried(doc, meant, found, out)
        out.append(replace(found, speaker=Speaker(name, role, start, end), through=through))
    return tuple(out)


def _meant(
    doc: Doc, found: Attribution, attributions: Sequence[Attribution], quotes: Sequence[Quote]
) -> int | None:
    """Index of the head of the phrase that names the speaker; None for "I", and for a pronoun that nothing fits."""
    token = doc[found.head] if found.head is not None else None
    for _ in range(4):
        if token is None or token.lower_ in SELVES:
            return None
        if token.lower_ not in PRONOUNS | RELATIVES:
            return token.i
        token = antecedent(token, attributions, quotes)
    return None


def _can_speak(token: Token, kind: str) -> bool:
    """Things do not speak, though they may show: "the offensive revealed" names no speaker."""
    if kind not in _THINGS_DO or token.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or token.pos_ == "PROPN":
        return True
    words = role_words()
    lemma = token.lemma_.lower()
    return any(lemma in group for group in (words.official, words.body, words.witness, words.document, words.people))


def _is_thing(token: Token) -> bool:
    """A common noun that is no person, body or document: a subject that the parse took from the clause before."""
    words = role_words()
    lemma = token.lemma_.lower()
    known = (words.official, words.body, words.witness, words.document, words.people, words.outlet_nouns)
    return token.tag_ == "NN" and not token.ent_type_ and not any(lemma in group for group in known)


def _carried(doc: Doc, meant: int, found: Attribution, before: Sequence[Attribution]) -> Speaker | None:
    """The outlet that reported the speaker's earlier words, where a pronoun in the same paragraph goes on with them:
    "AFP reported that officers said ... They said"."""
    author = doc[meant]
    if author.dep_ == "pobj" and author.head.lower_ == "by" and author.head.head.lemma_.lower() in role_words().document:
        for part in author.head.head.subtree:
            known = outlet_at(part)
            if known is not None:
                return Speaker(*known, *_place(part))
    first = next((a for a in reversed(before) if a.head == meant), None)
    if first is None or "\n\n" in doc.text[doc[meant].idx : found.cue[0][0]]:
        return None
    if first.through is not None:
        return first.through
    return next(
        (
            a.speaker
            for a in before
            if a.speaker is not None and a.speaker.role in ("outlet", "agency") and a.covers(*first.cue[0])
        ),
        None,
    )


def _who(token: Token, people: People) -> tuple[str, SayerRole]:
    """Name and role of whom the noun phrase around `token` means."""
    words = role_words()
    lemma = token.lemma_.lower()
    entity = _entity(token)
    known = outlet_at(token)
    if known is not None:
        return known
    person = _person(token, entity)
    if person is not None:
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
        return next(_outlets_before(token), (name, "outlet")) if alone else (name, "outlet")
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
    if not _is_someone(token):
        return None
    for child in token.children:
        if child.dep_ in ("appos", "compound", "nmod") and child.ent_type_ == "PERSON":
            return _entity(child)
    if token.lemma_.lower() not in role_words().official | role_words().spokesman | role_words().witness:
        return None
    for part in token.subtree:
        if part.dep_ == "appos" and part.i > token.i and part.ent_type_ == "PERSON":
            found = _entity(part)
            if found is not None and token.doc[part.left_edge.i - 1].text == ",":
                return found
    return None


def _is_someone(token: Token) -> bool:
    words = role_words()
    lemma = token.lemma_.lower()
    return lemma in words.official | words.witness | words.spokesman or token.ent_type_ == "" and token.pos_ == "NOUN" and (
        lemma not in words.body | words.document
    )


def _role_of(name: str, people: People, token: Token) -> SayerRole:
    """The role in which a person speaks. Who is never told by more than a surname needs no introduction: an official."""
    words, roles = role_words(), people.roles(name)
    if " " not in name and not roles & words.witness:
        return "official"
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
    if printed and token.n_lefts == 1 and not token.n_rights and next(token.lefts).lower_ == "the":
        before = next((known for known in _outlets_before(token)), None)
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
                entity = _entity(part)
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
        entity = _entity(issuer[-1])
        known = outlet_at(issuer[-1])
        if known is not None and printed:
            return known
        if entity is not None and entity.label_ == "PERSON":
            return people.full(plain_name(entity)), "document"
        if entity is not None and entity.label_ in ("ORG", "GPE") and entity.end <= token.i:
            return _bare(entity), "document"
        if issuer[-1].pos_ == "NOUN" and issuer[-1].lemma_.lower() not in role_words().body | role_words().official:
            return _description(token), "document"
        first = min(part.i for child in issuer for part in child.subtree)
        while token.doc[first - 1].dep_ == "amod" and token.doc[first - 1].lower_ not in _PASSING:
            first -= 1
        return _clean(token.doc[first : token.i]), "document"
    return _description(token), "document"


def _outlets_before(token: Token) -> Iterator[tuple[str, SayerRole]]:
    """Outlets told before, the nearest first."""
    for place in range(token.i - 1, -1, -1):
        if token.doc[place].pos_ == "PROPN":
            known = outlet_at(token.doc[place])
            if known is not None:
                yield known


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
            candidates += [part for part in child.subtree if part.dep_ == "pobj" and part.head.dep_ == "prep"]
        if child.dep_ in ("advcl", "csubj", "nsubj") and child.lower_ in ("writing", "speaking", "talking"):
            for link in child.children:
                if link.dep_ == "prep" and link.lower_ in ("in", "to", "on", "with", "for"):
                    candidates += [part for part in link.children if part.dep_ == "pobj"]
    for token in candidates:
        known = outlet_at(token)
        if known is not None:
            return Speaker(*known, *_place(token))
    return None


def _place(token: Token) -> tuple[int, int]:
    """Start and end of the proper name that ends with this token."""
    start = token.i
    while start > token.left_edge.i and token.i - start < 4 and token.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return token.doc[start].idx, token.idx + len(token)


def _quoting(cue: Token, people: People) -> Speaker | None:
    """Whoever quotes the speaker: "the station quoted a general as saying"."""
    host = cue.head.head
    if cue.dep_ != "pcomp" or cue.head.lower_ != "as" or host.pos_ != "VERB":
        return None
    subject = next((child for child in host.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in PRONOUNS | RELATIVES | SELVES:
        return None
    return Speaker(*_who(subject, people), subject.doc[subject.left_edge.i].idx, subject.idx + len(subject))


def outlet_at(token: Token) -> tuple[str, SayerRole] | None:
    """The outlet or agency whose name ends with this token, as the text names it with up to five words."""
    if token.pos_ not in ("PROPN", "NOUN"):
        return None
    entity = _entity(token)
    for length in range(5, 1 if token.ent_type_ == "PERSON" else 0, -1):
        if token.i + 1 >= length:
            known = outlet(token.doc[token.i + 1 - length : token.i + 1].text, proper=False)
            if known is not None:
                return known
    return outlet(_bare(entity)) if entity is not None and entity.label_ == "ORG" else None
