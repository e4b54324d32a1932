"""Day and places of an incident: those told in the sentences that name most of its parts."""

from collections.abc import Iterable

from spacy.tokens import Doc

from rashomon.incidents.entities import Entity
from rashomon.incidents.words import CUES
from rashomon.record import Reading, Span, When

CLOSE = frozenset(("day", "days", "week", "month"))
"""Precision of times that tell when an incident was; years are background."""
VIOLENT = frozenset(("assault", "harm", "coerce"))
OTHER_ACT = 0.1
"""What a sentence about another kind of act counts."""
CUED = 1.0
"""What a word for the type of incident adds to a sentence, beside the chances of the parts in it."""
SURE = 1.0
"""What a sentence must count for a place in it that belongs to no act."""
FADING = 2000
"""Characters from the beginning at which a sentence counts half."""
LONGEST = 40
"""Days beyond which a time is background."""


def setting(
    doc: Doc, reading: Reading, parts: Iterable[tuple[Entity, float]], kind: str
) -> tuple[When | None, tuple[Span, ...]]:
    """The time, and the places, the likeliest first."""
    weights = _weights(doc, parts, kind)

    def weight(at: int) -> float:
        span = doc.char_span(at, at + 1, alignment_mode="expand")
        return weights.get(span.sent.start, 0.0) / (1 + at / FADING) if span is not None else 0.0

    times, places = [], []
    for told in reading.statements:
        counts = (1.0 if told.type in VIOLENT else OTHER_ACT) * weight(told.evidence.start)
        if told.time is not None and _close(told.time):
            times.append((counts, -told.evidence.start, told.time))
        places += [(counts, -place.start, Span(place.start, place.end, place.text)) for place in told.places]
    for place in reading.place_mentions:
        if weight(place.start) >= SURE:
            places.append((OTHER_ACT * weight(place.start), -place.start, Span(place.start, place.end, place.text)))
    times.sort(key=lambda each: each[:2], reverse=True)
    places.sort(key=lambda each: each[:2], reverse=True)
    return (
        next((time for counts, _, time in times if counts > 0), None),
        tuple(dict.fromkeys(span for counts, _, span in places if counts > 0)),
    )


def _weights(doc: Doc, parts: Iterable[tuple[Entity, float]], kind: str) -> dict[int, float]:
    """What each sentence counts, by its first token."""
    out: dict[int, float] = {}
    for entity, chance in parts:
        for mention in entity.mentions:
            start = doc[mention.start].sent.start
            out[start] = out.get(start, 0.0) + chance
    for sent in doc.sents:
        if any(token.lemma_.lower() in CUES[kind] for token in sent):
            out[sent.start] = out.get(sent.start, 0.0) + CUED
    return out


def _close(time: When) -> bool:
    if time.precision not in CLOSE:
        return False
    return time.earliest is None or time.latest is None or (time.latest - time.earliest).days <= LONGEST
