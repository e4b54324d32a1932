"""Who is meant by the source of an attribution, and in what role they speak.

A surname stands for the full name told in the report, a pronoun for the nearest fitting speaker, an office for the one
person so introduced; whoever has no name keeps the description that the report gives.
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from rashomon.statements.attribution import Attribution, Speaker
from rashomon.statements.quotes import LONGEST, Quote, quotes_near
from rashomon.statements.sayers.antecedents import PRONOUNS, RELATIVES, SELVES, antecedent
from rashomon.statements.sayers.naming import who_is
from rashomon.statements.sayers.outlets import heard_through, outlet_at, place_of
from rashomon.statements.sayers.people import People
from rashomon.statements.sayers.words import is_speaker, role_words
from rashomon.statements.wording import text_of

__all__ = ["name_speakers"]

_THINGS_DO = frozenset({"show", "announce", "expect", "label", "estimate", "believe", "confirm"})
"""Kinds of cue that also tell what a thing brings to light."""
_SPEAKING = frozenset({"PERSON", "ORG", "GPE", "NORP"})
NEAR = 40
"""Attributions to either side among which a pronoun's speaker and an outer source are looked for."""


def name_speakers(doc: Doc, attributions: Sequence[Attribution], quotes: Sequence[Quote]) -> tuple[Attribution, ...]:
    """The attributions, each with the speaker who is meant and the outlet that it came through."""
    people = People(doc)
    out: list[Attribution] = []
    for place, proposed in enumerate(attributions):
        near = attributions[max(place - NEAR, 0) : place + NEAR]
        found = _adding(doc, proposed, near)
        cue = found.cue[0][0]
        meant = _meant(doc, found, near, quotes_near(quotes, cue - LONGEST, cue + LONGEST))
        through = heard_through(doc, found) or _quoting(doc[found.cue_head], people)
        if meant is None or not _can_speak(doc[meant], found, near):
            out.append(replace(found, through=through))
            continue
        name, role = who_is(doc[meant], people)
        if through is None and meant != found.head:
            through = _carried(doc, meant, found, out[-NEAR:])
        speaker = Speaker(name, role, found.source[0][0], found.source[-1][1])
        out.append(replace(found, speaker=speaker, through=through))
    return tuple(out)


def _adding(doc: Doc, found: Attribution, near: Sequence[Attribution]) -> Attribution:
    """A participle that goes on with what was said (the agency reported that teams had come, adding that ...) is that
    speaker's, though the parse took its subject from what they said."""
    cue = doc[found.cue_head]
    if cue.tag_ != "VBG" or cue.dep_ not in ("advcl", "acl", "conj") or found.head is None:
        return found
    subject = doc[found.head]
    for outer in near:
        between = outer.cue_head < cue.i and doc[outer.cue_head].sent.start == cue.sent.start
        if outer is found or outer.head is None or not between or doc[outer.cue_head].tag_ == "VBG":
            continue
        if outer.covers(subject.idx, subject.idx + len(subject)):
            return replace(found, source=outer.source, head=outer.head)
    return found


def _meant(doc: Doc, found: Attribution, attributions: Sequence[Attribution], quotes: Sequence[Quote]) -> int | None:
    """Index of the head of the phrase that names the speaker; None for "I", and for a pronoun that nothing fits."""
    token = doc[found.head] if found.head is not None else None
    for _ in range(4):
        if token is None or token.lower_ in SELVES:
            return None
        if token.lower_ not in PRONOUNS | RELATIVES:
            return token.i
        token = antecedent(token, attributions, quotes)
    return None


def _can_speak(token: Token, found: Attribution, near: Sequence[Attribution]) -> bool:
    """Things do not speak, though they may show ("the offensive revealed"); inside another's words a thing is a subject
    that the parse took from the clause before."""
    if token.ent_type_ in ("DATE", "TIME"):
        return False
    if token.pos_ == "PROPN" or token.ent_type_ in _SPEAKING or is_speaker(token.lemma_.lower()):
        return True
    inside = any(other is not found and other.head is not None and other.covers(*found.cue[0]) for other in near)
    return found.kind not in _THINGS_DO and not (inside and token.tag_ == "NN")


def _carried(doc: Doc, meant: int, found: Attribution, before: Sequence[Attribution]) -> Speaker | None:
    """The outlet that reported the speaker's earlier words, where a pronoun in the same paragraph goes on with them:
    "AFP reported that officers said ... They said"."""
    author = doc[meant]
    if (
        author.dep_ == "pobj"
        and author.head.lower_ == "by"
        and author.head.head.lemma_.lower() in role_words().document
    ):
        for part in author.head.head.subtree:
            known = outlet_at(part)
            if known is not None:
                return Speaker(*known, *place_of(part))
    first = next((a for a in reversed(before) if a.head == meant), None)
    if first is None or "\n\n" in text_of(doc)[doc[meant].idx : found.cue[0][0]]:
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


def _quoting(cue: Token, people: People) -> Speaker | None:
    """Whoever quotes the speaker: "the station quoted a general as saying"."""
    host = cue.head.head
    if cue.dep_ != "pcomp" or cue.head.lower_ != "as" or host.pos_ != "VERB":
        return None
    subject = next((child for child in host.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.lower_ in PRONOUNS | RELATIVES | SELVES:
        return None
    return Speaker(*who_is(subject, people), subject.doc[subject.left_edge.i].idx, subject.idx + len(subject))
