"""Relations told by a verb, a participle, a noun or a word behind a hyphen, as `data/relations.tsv` lists them."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.entities import entity_bounds
from rashomon.statements.phrases import bare
from rashomon.statements.relations.nouns import being, giving, standing
from rashomon.statements.relations.parts import NOUNS, is_body, is_person, meant, names, objects, subjects
from rashomon.statements.relations.told import Part, Told, token_of
from rashomon.statements.relations.words import FIGHTERS, NAMED, UNREAL, Use, uses
from rashomon.statements.words import lemma

HYPHENS = ("-", "–")
LOYAL = "loyal"
"""What is loyal to a person is led by them; to a body it is allied."""
OF = frozenset(("of",))


def phrases(doc: Doc) -> Iterator[Told]:
    """Every relation that a word of the table tells."""
    for token in doc:
        if token.i and token.doc[token.i - 1].text in HYPHENS and token.lower_ in uses("after"):
            yield from _hyphened(token, uses("after")[token.lower_])
        elif token.lower_ in uses("passive") and _is_participle(token):
            yield from _passive(token, uses("passive")[token.lower_])
        elif token.pos_ == "VERB" and lemma(token) in uses("verb"):
            yield from _verb(token, uses("verb")[lemma(token)])
        if token.pos_ in NOUNS and lemma(token) in uses("tie"):
            yield from _tie(token, uses("tie")[lemma(token)])
        if token.pos_ in NOUNS and lemma(token) in uses("of"):
            yield from _paired(uses("of")[lemma(token)], being(token, uses("of")[lemma(token)]), token)
        if token.pos_ in NOUNS and lemma(token) in uses("aid"):
            yield from _paired(uses("aid")[lemma(token)], giving(token, uses("aid")[lemma(token)]), token)
        if token.dep_ == "pobj" and (how := f"{token.head.lower_} {lemma(token)}") in uses("in"):
            yield from _paired(uses("in")[how], standing(token, uses("in")[how]), token)


def _told(use: Use, own: Iterable[Part], others: Iterable[Part], trigger: Token) -> Iterator[Told]:
    for one in own:
        for other in others:
            subject, object_ = (one, other) if use.is_own else (other, one)
            if token_of(subject) != token_of(object_):
                yield Told(use.relation, subject, object_, trigger)


def _paired(use: Use, pairs: Iterable[tuple[Part, Part]], trigger: Token) -> Iterator[Told]:
    for one, other in pairs:
        yield from _told(use, (one,), (other,), trigger)


def _hyphened(word: Token, use: Use) -> Iterator[Told]:
    """The name before the hyphen, and the noun that all of it stands before."""
    doc, at = word.doc, word.i - 2
    if at < 0 or not (doc[at].ent_type_ in NAMED or doc[at].pos_ == "PROPN"):
        return
    start = at
    while (
        start > 0
        and doc[start - 1].pos_ == "PROPN"
        and doc[start - 1].ent_type_ == doc[at].ent_type_
        and doc[start].ent_iob == 1
    ):
        start -= 1
    noun = _noun_behind(word)
    if noun is None:
        return
    named = any(t.ent_type_ in NAMED for t in doc[word.i + 1 : noun.i + 1])
    if named or is_body(noun) or lemma(noun) in FIGHTERS:
        yield from _told(use, [_without(noun, word)], [(start, at + 1)], word)
    elif use.relation in ("controls", "based-in"):
        yield from _told(use, [t for t in objects(noun, OF) if names(t)], [(start, at + 1)], word)


def _noun_behind(word: Token) -> Token | None:
    """The noun that a word before it is said of: the last of the run of names and nouns behind it."""
    above = next((t for t in word.ancestors if t.pos_ in NOUNS and t.i > word.i), None)
    if above is not None and above.i - word.i <= 6:
        return above
    at = word.i + 1
    while at < word.sent.end and word.doc[at].pos_ in (*NOUNS, "ADJ"):
        at += 1
    return word.doc[at - 1] if at > word.i + 1 and word.doc[at - 1].pos_ in NOUNS else None


def _without(noun: Token, word: Token) -> Part:
    """The words behind the hyphened one, up to the noun and through its name."""
    bounds = entity_bounds(noun) if noun.ent_type_ in NAMED else None
    return word.i + 1, max(noun.i + 1, bounds[1] if bounds else 0)


def _is_participle(token: Token) -> bool:
    return token.tag_ in ("VBN", "VBD", "JJ") or token.dep_ in ("acl", "acomp")


def _passive(token: Token, use: Use) -> Iterator[Told]:
    """A participle said of the noun before it, of a subject, or of the noun of a relative clause."""
    if _is_unreal(token):
        return
    others: tuple[Part, ...] = objects(token, use.links)
    if use.relation == "backs":
        others = tuple(each for other in others for each in _powers(other))
    if not others:
        return
    above = token.head
    own: tuple[Token, ...]
    if token.dep_ in ("acl", "relcl", "amod") and above.pos_ in NOUNS and not _has_subject(token):
        own = meant(above)
    elif token.dep_ == "acomp":
        own = subjects(above)
    else:
        own = subjects(token)
    others = tuple(filter(names, others))
    if token.lower_ == LOYAL:
        heads = [t for t in others if not isinstance(t, tuple) and is_person(t)]
        yield from (Told("leads", head, one, token) for head in heads for one in own if names(one))
        others = tuple(t for t in others if isinstance(t, tuple) or not is_person(t))
    yield from _told(use, filter(names, own), others, token)


def _powers(part: Part) -> Iterator[Part]:
    """Whose the means are that back somebody (backed by Karsan air strikes): the peoples or states before them."""
    if isinstance(part, tuple) or part.ent_type_ in NAMED or is_body(part) or lemma(part) in FIGHTERS:
        yield part
        return
    start, _ = bare(part)
    whose = [t for t in part.doc[start : part.i] if t.ent_type_ in ("NORP", "GPE")]
    yield from (entity_bounds(t) or part for t in whose)
    if not whose:
        yield part


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)


def _verb(token: Token, use: Use) -> Iterator[Told]:
    """A verb in the active, of a body that it can be done to."""
    if (
        _is_unreal(token)
        or (token.tag_ == "VB" and not _goes_on(token))
        or any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)
    ):
        return
    own = subjects(token)
    if not own and token.dep_ == "acl" and token.head.pos_ in NOUNS:
        own = meant(token.head)
    others = [t for t in objects(token, use.links) if t.pos_ == "PRON" or is_body(t) or t.ent_type_ in NAMED]
    if use.relation == "part-of" and not use.links:  # An alliance includes the Front; a list of anything else is none.
        own, others = tuple(filter(is_body, own)), list(filter(is_body, others))
    yield from _told(use, filter(names, own), filter(names, others), token)


def _tie(noun: Token, use: Use) -> Iterator[Told]:
    """What somebody has to somebody (has ties to; with links to; are in support of)."""
    others = [t for t in objects(noun, use.links) if names(t)]
    if not others or any(c.lower_ in ("no", "any") or c.dep_ == "neg" for c in noun.children):
        return
    above = noun.head
    own: tuple[Token, ...] = ()
    if (
        noun.dep_ == "dobj"
        and above.lemma_ in ("have", "keep", "maintain", "retain", "enjoy")
        and not _is_unreal(above)
    ):
        own = subjects(above)
        if not own and above.dep_ == "xcomp" and above.head.lemma_ == "know":
            own = subjects(above.head)
    elif noun.dep_ == "pobj" and above.lower_ in ("with", "in"):
        holder = above.head
        own = subjects(holder) if holder.lemma_ == "be" else meant(holder) if holder.pos_ in NOUNS else ()
    yield from _told(use, filter(names, own), others, noun)


def _goes_on(verb: Token) -> bool:
    """Is an infinitive told of as going on (continues to back)?"""
    return verb.dep_ == "xcomp" and lemma(verb.head) == "continue" and not _is_unreal(verb.head)


def _is_unreal(verb: Token) -> bool:
    return any(c.dep_ == "neg" or (c.dep_ == "aux" and c.lower_ in UNREAL) for c in verb.children) or (
        verb.dep_ == "xcomp" and verb.tag_ == "VB" and not _goes_on(verb)
    )
