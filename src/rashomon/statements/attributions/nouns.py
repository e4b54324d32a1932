"""Attributions by noun and by adjective: the claim that, their demand for, is confident that."""

from collections.abc import Iterator

from spacy.tokens import Token

from rashomon.statements.attributions.cues import Frames
from rashomon.statements.attributions.subjects import source_tokens, subject_of, subtree
from rashomon.statements.attributions.verbs import Reading, cue_tokens

_LIGHT = frozenset(
    "make issue release have express give raise reject voice offer deliver renew repeat hold take send launch lodge "
    "retract reiterate dispute dismiss spread pose file sound announce withdraw share".split()
)
"""Verbs that lend a noun a subject: who makes a claim is its source."""
_COPULAS = frozenset({"be", "feel", "seem", "become", "remain", "appear", "sound", "look", "grow"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl"})
_NO_NOUN_CUE = frozenset({"of"})


def noun_readings(noun: Token, frames: Frames) -> Iterator[Reading]:
    """The readings of a cue noun: with a clause, an infinitive, or a preposition that holds the content."""
    by = [part for child in noun.rights if child.lower_ in ("by", "from") for part in child.children]
    for child in (*noun.rights, *(inner for part in by for inner in part.rights), *_predicated(noun)):
        content: set[int] = set()
        extra: set[int] = set()
        frame = ""
        if child.dep_ in _CLAUSES and child.pos_ in ("VERB", "AUX"):
            first = child.doc[child.left_edge.i]
            if "to" in frames and any(part.tag_ == "TO" for part in child.lefts):
                frame, content = "to", subtree(child)
            elif "clause" in frames and first.lower_ == "that" and not _is_gerund(child):
                frame, content = "clause", subtree(child)
        elif child.dep_ == "prep" and child.lower_ in frames:
            frame, extra = child.lower_, set(range(noun.i + 1, child.i + 1))
            content = {token for part in child.children for token in subtree(part)}
        if content:
            yield _with_source(noun, child, Reading(_words(noun) | extra, content, frame=frame))
            return


def _is_gerund(verb: Token) -> bool:
    return verb.tag_ == "VBG" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def _predicated(noun: Token) -> Iterator[Token]:
    """The clause that a noun is said to be: the official line is that they left."""
    if noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        yield from (child for child in noun.head.rights if child.dep_ == "ccomp")


def adjective_readings(adjective: Token, frames: Frames) -> Iterator[Reading]:
    """The readings of a cue adjective that is said of somebody ("is confident that")."""
    verb = adjective.head
    if adjective.dep_ != "acomp" or verb.lemma_ not in _COPULAS:
        return
    subject = subject_of(verb)
    if subject is None or subject.lower_ in ("it", "there", "that", "this"):
        return
    for child in (*adjective.rights, *(part for part in verb.rights if part.i > adjective.i)):
        content: set[int] = set()
        extra: set[int] = set()
        frame = ""
        if child.dep_ == "ccomp" and "clause" in frames:
            frame, content = "clause", subtree(child)
        elif child.dep_ == "xcomp" and "to" in frames:
            frame, content = "to", subtree(child)
        elif child.dep_ == "prep" and child.lower_ in frames:
            frame, extra = child.lower_, {child.i}
            content = {token for part in child.children for token in subtree(part)}
        if content:
            words = cue_tokens(verb) | set(range(verb.i, adjective.i + 1)) if adjective.i - verb.i < 4 else set()
            source = source_tokens(subject, verb) - words
            yield Reading((words or {adjective.i}) | extra, content, source, subject.i, frame=frame)
            return


def _words(noun: Token) -> set[int]:
    """The noun with the adjectives right before it."""
    first = noun.i
    while first > 0 and noun.doc[first - 1].dep_ == "amod" and noun.doc[first - 1].head.i == noun.i:
        first -= 1
    return set(range(first, noun.i + 1))


def _with_source(noun: Token, content: Token, reading: Reading) -> Reading:
    verb = noun.head
    for child in noun.children:
        if child.dep_ == "poss":
            return _sourced(reading, child, subtree(child))
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "among") and child.i != content.i:
            for part in child.children:
                if part.dep_ == "pobj":
                    return _sourced(reading, part, subtree(part))
    if noun.dep_ == "pobj" and verb.lower_ == "in" and verb.head.pos_ == "VERB":
        subject = subject_of(verb.head)
        reading.cue |= cue_tokens(verb.head) | set(range(verb.i, noun.i + 1))
        if subject is not None:
            return _sourced(reading, subject, source_tokens(subject, verb.head))
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_ in _LIGHT:
        subject = subject_of(verb)
        reading.cue |= cue_tokens(verb) | set(range(verb.i, noun.i + 1))
        if subject is not None:
            return _sourced(reading, subject, source_tokens(subject, verb))
    return reading


def _sourced(reading: Reading, head: Token, tokens: set[int]) -> Reading:
    reading.head = head.i
    reading.source = tokens - reading.cue - reading.content
    return reading
