"""Attributions by verb: said, denied, is believed to, called for."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from rashomon.statements.attributions.cues import Frames
from rashomon.statements.attributions.subjects import (
    ISSUED,
    RELATIVES,
    SUBJECTS,
    is_passive,
    source_tokens,
    subject_of,
    subtree,
)

_LEFT_OF_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
_NOT_CONTENT = frozenset({"punct", "cc", "conj", "aux", "auxpass", "neg", "prt"}) | SUBJECTS
_COMPLEMENTS = frozenset({"oprd", "acomp", "xcomp", "ccomp", "prep"})
_SEEMING = frozenset({"seem", "appear"})
_GOES_ON = frozenset({"keep", "continue", "go", "try", "begin", "start", "proceed", "use", "fail", "attempt", "come"})
_SAID_IN = frozenset({"statement", "interview", "letter", "speech", "report", "email", "post", "tweet", "briefing"})


@dataclass(slots=True)
class Reading:
    """What was read around one cue word, as token indices."""

    cue: set[int]
    content: set[int]
    source: set[int] = field(default_factory=set)
    head: int | None = None
    told: int | None = None
    frame: str = ""


def readings(verb: Token, frames: Frames) -> Iterator[Reading]:
    """The readings of `verb` in the frames that `frames` has, the likeliest first."""
    children = list(verb.children)
    passive = is_passive(verb)
    for frame, content, extra in _contents(verb, children, passive=passive):
        if frame not in frames or not content:
            continue
        reading = Reading(cue_tokens(verb) | extra, content, frame=frame)
        reading.content -= reading.cue
        _add_source(reading, verb, children, passive=passive, raised=frame == "raised")
        reading.content -= reading.source
        reading.told = _told(verb, children, frame)
        yield reading


def _contents(verb: Token, children: list[Token], *, passive: bool) -> Iterator[tuple[str, set[int], set[int]]]:
    """(frame, content, words that belong to the cue besides the verb) for every way in which content follows."""
    subject = next((child for child in children if child.dep_ in SUBJECTS), None)
    obj = next((child for child in children if child.dep_ in ("dobj", "pobj") and child.i > verb.i), None)
    clause = next((c for c in children if c.dep_ == "ccomp"), None)
    infinitive = next((c for c in children if c.dep_ == "xcomp" and c.i > verb.i), None)
    as_said = verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "as" for child in children)
    inserted = verb.dep_ == "ccomp" and verb.head.i > verb.i and clause is None and obj is None
    if (verb.dep_ == "parataxis" or inserted or (as_said and clause is None and obj is None)) and infinitive is None:
        yield "clause", _around(verb), set()
    if clause is not None:
        yield "clause", subtree(clause) - _own(verb, clause) - _not_said(verb, clause), set()
    if infinitive is not None:
        gerund = infinitive.tag_ == "VBG" and not any(child.tag_ == "TO" for child in infinitive.lefts)
        if subject is not None and ((passive and not gerund) or verb.lemma_ in _SEEMING):
            yield "raised", subtree(subject) | subtree(infinitive), set()
        with_object = subtree(obj) if obj is not None and obj.i < infinitive.i else set()
        yield ("ing" if gerund else "to"), subtree(infinitive) | with_object, set()
    for child in children:
        if child.dep_ in ("oprd", "acomp") and verb.lemma_ in _SEEMING and subject is not None:
            yield "raised", subtree(subject) | subtree(child), set()
    if passive and subject is None and verb.dep_ == "acl":
        yield "obj", source_tokens(verb.head, verb) | _complements(verb, children, after=verb.i), set()
    if _lacks_object(verb, children) and not passive and obj is None and clause is None and infinitive is None:
        yield "obj", source_tokens(verb.head, verb) | _complements(verb, children, after=verb.i), set()
    if passive and subject is not None:
        yield "obj", subtree(subject) | _complements(verb, children, after=verb.i), set()
    if obj is not None:
        yield "obj", subtree(obj) | _complements(verb, children, after=obj.i), set()
    if obj is not None and (at := _number_behind(verb, obj)) is not None:
        yield "at", subtree(obj) | set(range(obj.i + 1, at.right_edge.i + 1)), set()
    for child in children:
        if child.dep_ in ("advcl", "ccomp") and child.i > verb.i:
            mark = next((part for part in child.lefts if part.dep_ == "mark" and part.i == verb.i + 1), None)
            if mark is not None and mark.lower_ == "for":
                yield "for", subtree(child) - {mark.i}, {mark.i}
        if child.dep_ == "prep" and child.i > verb.i and not passive and child.lower_ != "at":
            inner = {token for part in child.children for token in subtree(part)}
            asked = infinitive or next((c for c in children if c.dep_ == "advcl" and _is_infinitive(c)), None)
            if asked is not None and asked.left_edge.i == child.right_edge.i + 1:
                inner |= subtree(asked)
            yield child.lower_, inner, set(range(verb.i + 1, child.i + 1)) if child.i - verb.i <= 3 else {child.i}


def _is_infinitive(verb: Token) -> bool:
    return any(child.tag_ == "TO" for child in verb.lefts)


def _number_behind(verb: Token, obj: Token) -> Token | None:
    """The "at" that leads to a number behind the object: estimates put the dead at more than 600."""
    for token in verb.subtree:
        if token.i < obj.i or token.lower_ != "at" or token.dep_ != "prep":
            continue
        if any(part.like_num or part.ent_type_ in ("CARDINAL", "MONEY", "PERCENT") for part in token.subtree):
            return token
    return None


def _lacks_object(verb: Token, children: list[Token]) -> bool:
    """Whether the verb's object is the noun that its clause describes: the town that rebels said; a deal she backed."""
    subjects = [child for child in children if child.dep_ in ("nsubj", "dobj")]
    return verb.dep_ == "relcl" and any(child.lower_ not in RELATIVES for child in subjects)


def _complements(verb: Token, children: list[Token], *, after: int) -> set[int]:
    return {
        token
        for child in children
        if child.i > after
        and child.dep_ in _COMPLEMENTS
        and (child.dep_ != "prep" or child.lower_ in ("as", "of", "for"))
        for token in subtree(child)
    }


def _not_said(verb: Token, clause: Token) -> set[int]:
    """What stands in the clause and is not of the words said: the day of saying before it ("said on Monday the port
    was closed"), and what others said meanwhile (", while others feared that")."""
    out: set[int] = set()
    for child in clause.lefts:
        edge, behind = child.left_edge.i, child.right_edge.i + 1
        is_day = child.dep_ in ("prep", "npadvmod") and child.right_edge.ent_type_ == "DATE"
        if edge == verb.i + 1 and is_day and clause.doc[behind].text != ",":
            out |= set(range(edge, behind))
    for child in clause.rights:
        if child.dep_ != "advcl" or child.left_edge.lower_ not in ("while", "whereas"):
            continue
        roles = {inner.dep_ for inner in child.children}
        if {"nsubj", "ccomp"} <= roles or (child.tag_ == "VBG" and "nsubj" not in roles):
            out |= {part.i for part in child.subtree}
    return out


def _own(verb: Token, clause: Token) -> set[int]:
    """What belongs to the cue's own clause: a clause that stands around its verb must not swallow it."""
    return {
        token
        for child in verb.children
        if child.i != clause.i and child.dep_ not in ("conj", "cc")
        for token in ({child.i} if child.is_punct else subtree(child))
    } | {verb.i}


def _around(verb: Token) -> set[int]:
    """The clause into which "he said" is put."""
    host = verb.head
    own = {part.i for part in verb.subtree}
    return {part.i for part in host.subtree} - own


def cue_tokens(verb: Token) -> set[int]:
    """The verb with its auxiliaries, negation, adverbs before it and particle, the verb that it goes on from ("tried to
    make light of"); "said in a statement" as a whole."""
    left = {
        part.i for child in verb.lefts if child.dep_ in _LEFT_OF_CUE and child.tag_ != "WRB" for part in child.subtree
    }
    run = {verb.i}
    for index in sorted(left, reverse=True):
        gap = range(index + 1, min(run))
        asked = verb.doc[index].dep_ in ("aux", "auxpass") and all(verb.doc[i].dep_ in SUBJECTS for i in gap)
        if not gap or asked:
            run.add(index)
    for child in verb.rights:
        if child.dep_ in ("prt", "neg") and child.i == max(run) + 1:
            run.add(child.i)
        if child.dep_ == "prep" and child.lower_ in ("in", "on") and child.i == max(run) + 1:
            noun = next((part for part in child.children if part.dep_ == "pobj"), None)
            if noun is not None and noun.lemma_.lower() in _SAID_IN:
                run |= set(range(child.i, noun.i + 1))
    host = verb.head
    if verb.dep_ == "acl" and host.lemma_.lower() in ISSUED and host.dep_ == "dobj" and min(run) - host.head.i < 8:
        run |= cue_tokens(host.head) | set(range(host.head.i, min(run)))
    if verb.dep_ == "xcomp" and host.lemma_ in _GOES_ON and host.i < min(run) <= host.i + 3:
        run |= cue_tokens(host) | set(range(host.i, min(run)))
    return run


def _add_source(reading: Reading, verb: Token, children: list[Token], *, passive: bool, raised: bool) -> None:
    found: Token | None = None
    if passive or raised:
        agent = next((c for c in children if c.dep_ == "agent"), None)
        if agent is not None:
            found = next((c for c in agent.children if c.dep_ in ("pobj", "pcomp")), None)
        if found is not None and agent is not None:
            reading.cue.add(agent.i)
    else:
        found = subject_of(verb)
    if found is not None and found.i not in reading.content:
        reading.head = found.i
        reading.source = source_tokens(found, verb) - reading.cue


def _told(verb: Token, children: list[Token], frame: str) -> int | None:
    for child in children:
        if child.dep_ in ("dobj", "dative") and frame in ("clause", "quote", "to") and child.i > verb.i:
            if child.dep_ == "dative" and child.pos_ == "ADP":
                return next((part.i for part in child.children if part.dep_ == "pobj"), None)
            return child.i
    return None
