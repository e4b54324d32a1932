"""The ties of a text, each told once."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from rashomon.models import Linear, load_model
from rashomon.statements.mentions import Mention
from rashomon.statements.ties.pairs import MUTUAL, pairs
from rashomon.statements.ties.signs import signs

MODEL = "ties"

ENOUGH = 0.05
"""Chance of a tie, times those that both are mentions, from which it is told: from .04 to .06 F1 is within half a point
on documents that the models were not made from."""

TWICE = frozenset(("IsSynonymOf",))
"""Ties that are told from both ends."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` and `target` hang together as `type` says (BelongsTo, InChargeOf, FightingAgainst, ...)."""

    source: Mention
    target: Mention
    type: str
    chance: float


def find_ties(doc: Doc, mentions: Sequence[Mention], model: Linear | None = None) -> tuple[Tie, ...]:
    """The ties between mentions of a parsed text, the likeliest first; by the model of the package unless another is
    given. Of two ties of one type between words that overlap the likelier stands."""
    model = model or load_model(MODEL)
    two = list(pairs(mentions))
    told = []
    for (one, other), chances in zip(two, model.scores_of([signs(*each) for each in two]), strict=True):
        label = max(model.labels, key=lambda name: chances[name])
        chance = chances[label] * one.chance * other.chance
        if chance >= ENOUGH:
            source, target = (other, one) if label.endswith("-") else (one, other)
            told.append(Tie(source, target, label.rstrip("+-"), chance))
    told.sort(key=lambda tie: -tie.chance)
    kept: list[Tie] = []
    for tie in told:
        if not any(_same(tie, before) for before in kept):
            kept.append(tie)
    twice = (Tie(tie.target, tie.source, tie.type, tie.chance) for tie in kept if tie.type in TWICE)
    return (*kept, *twice)


def _same(tie: Tie, before: Tie) -> bool:
    """Do two ties tell the same, between the same words or words within them?"""
    if tie.type != before.type:
        return False
    straight = _meet(tie.source, before.source) and _meet(tie.target, before.target)
    crossed = _meet(tie.source, before.target) and _meet(tie.target, before.source)
    return straight or (tie.type in MUTUAL and crossed)


def _meet(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
