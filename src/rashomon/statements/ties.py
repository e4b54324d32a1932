"""Ties: how two mentions of one sentence hang together, as the sentence tells it.

Every ordered pair of mentions in a sentence is weighed by a small learned model (`models/data/ties.md`) over their
types, the way from one to the other through the parse, and the words between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.models import Linear, load_model
from rashomon.statements.mentions import Mention
from rashomon.statements.words import lemma

MODEL = "ties"
UNTIED = "-"
"""The label of a pair between which the sentence tells of nothing."""

ENOUGH = 0.25
"""Chance from which two mentions are tied: of .22, .3 and .45 the first two gave the better F1 on documents that the
model was not made from."""

FARTHEST = 25
"""Words between two mentions beyond which no tie is looked for: what is farther apart is seldom told of together."""

LONGEST_WAY = 5
"""Steps of a way through the parse that are told apart."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` and `target` hang together as `type` says (BelongsTo, InChargeOf, FightingAgainst, ...)."""

    source: Mention
    target: Mention
    type: str
    chance: float


def find_ties(doc: Doc, mentions: Sequence[Mention], model: Linear | None = None) -> tuple[Tie, ...]:
    """The ties between mentions of a parsed text; by the model of the package unless another is given."""
    model = model or load_model(MODEL)
    found = []
    for source, target in pairs(mentions):
        chances = model.scores(features(source, target))
        if 1 - chances[UNTIED] >= ENOUGH:
            kind = max((label for label in model.labels if label != UNTIED), key=lambda label: chances[label])
            found.append(Tie(source, target, kind, chances[kind]))
    return tuple(found)


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Every ordered pair of mentions that stand near each other in one sentence."""
    for one in mentions:
        for other in mentions:
            apart = abs(one.head.i - other.head.i)
            if one is not other and apart and apart <= FARTHEST and one.head.sent.start == other.head.sent.start:
                yield one, other


def features(source: Mention, target: Mention) -> dict[str, float]:
    """What the model knows of an ordered pair."""
    return dict.fromkeys(_features(source, target), 1.0)


def _features(source: Mention, target: Mention) -> Iterator[str]:
    a, b = source.head, target.head
    forward = a.i < b.i
    types = f"{source.type}>{target.type}"
    up, top, down = _way(a, b)
    way = ".".join(t.dep_ for t in up[:LONGEST_WAY]) + "^" + ".".join(t.dep_ for t in down[:LONGEST_WAY])
    first, last = min(a.i, b.i), max(a.i, b.i)
    between = a.doc[first + 1 : last]
    inside = source.start <= target.start < source.end or target.start <= source.start < target.end
    yield from (f"types={types}", f"forward={forward},{types}", f"way={way}", f"way,types={way},{types}")
    yield from (f"source={lemma(a)}", f"target={lemma(b)}", f"top={lemma(top)}", f"top,types={lemma(top)},{types}")
    yield from (f"top,forward={lemma(top)},{forward}", f"far={min(last - first, 12)}", f"inside={inside},{types}")
    yield f"steps={min(len(up) + len(down), 8)},{types}"
    yield f"among={sum(t.pos_ in ('NOUN', 'PROPN') for t in between) > 2}"
    for token in between[:12]:
        yield f"between={token.lower_}"
        if token.pos_ in ("VERB", "ADP"):
            yield f"between,types={lemma(token)},{types}"
            yield f"between,forward={lemma(token)},{forward}"
    for token in (*up[1:], *down[1:]):
        if token.pos_ in ("VERB", "ADP", "NOUN"):
            yield f"through={lemma(token)},{forward}"


def _way(a: Token, b: Token) -> tuple[list[Token], Token, list[Token]]:
    """The tokens from one up to where both ways meet, that token, and those from the other."""
    above = [a, *a.ancestors]
    up_b = [b, *b.ancestors]
    places = {token.i: at for at, token in enumerate(above)}
    for at, token in enumerate(up_b):
        if token.i in places:
            return above[: places[token.i]], token, up_b[:at]
    return above, a.sent.root, up_b
