"""Ties: how two mentions of one sentence hang together, as the sentence tells it.

Every ordered pair of mentions in a sentence is weighed by a small learned model (`models/data/ties.md`) over their
types, the way from one to the other through the parse, and the words between them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.models import Linear, load_model
from rashomon.statements.lexicon import Part, load_lexicon
from rashomon.statements.mentions import Mention
from rashomon.statements.relations.words import uses
from rashomon.statements.words import lemma

MODEL = "ties"
UNTIED = "-"
"""The label of a pair between which the sentence tells of nothing."""

ENOUGH = 0.25
"""Chance from which two mentions are tied: of .2 to .35 this gave the best F1 on documents that the model was not made
from."""

FARTHEST = 25
"""Words between two mentions beyond which no tie is looked for: what is farther apart is seldom told of together."""

LONGEST_WAY = 5
"""Steps of a way through the parse that are told apart."""

PARTS: tuple[Part, ...] = ("v", "n", "a")
MANNERS = ("post", "after", "passive", "clash", "verb", "tie", "of")
"""Parts of speech in the lexicon of acts, and manners in the table of relations."""

MUTUAL = frozenset(("FightingAgainst", "AlliesOf", "CoLocated", "Apart", "CommWith", "IsSynonymOf"))
"""Ties that hold both ways: they are weighed in both orders, and told once."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`source` and `target` hang together as `type` says (BelongsTo, InChargeOf, FightingAgainst, ...)."""

    source: Mention
    target: Mention
    type: str
    chance: float


def find_ties(doc: Doc, mentions: Sequence[Mention], model: Linear | None = None) -> tuple[Tie, ...]:
    """The ties between mentions of a parsed text, at most one between two; by the model of the package unless another
    is given."""
    model = model or load_model(MODEL)
    found = []
    for one, other in pairs(mentions):
        if (one.start, one.end) > (other.start, other.end):
            continue  # Each two are looked at once, in both orders.
        forth, back = model.scores(features(one, other)), model.scores(features(other, one))
        chances = [
            ((forth[label] + back[label]) / 2, label, one, other)
            if label in MUTUAL
            else max((forth[label], label, one, other), (back[label], label, other, one), key=lambda each: each[0])
            for label in model.labels
            if label != UNTIED
        ]
        if sum(each[0] for each in chances) >= ENOUGH:
            chance, label, source, target = max(chances, key=lambda each: each[0])
            found.append(Tie(source, target, label, chance))
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
    between = tuple(a.doc[first + 1 : last])
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
    yield from _cues(source, target, [*up[1:], top, *down[1:-1]], between, types, forward)


def _cues(
    source: Mention, target: Mention, on_way: Sequence[Token], between: Sequence[Token], types: str, forward: bool
) -> Iterator[str]:
    """What the tables of acts and of relations know of the words that join the two, and how the two are written."""
    a, b = source.head, target.head
    for token in on_way:
        for cue in _cue(lemma(token)):
            yield from (f"cue={cue},{forward}", f"cue,types={cue},{types}")
    for cue in {cue for token in between for cue in _cue(lemma(token))}:
        yield f"cue-between={cue},{types}"
    plain = ".".join(t.dep_ for t in on_way if t.dep_ not in ("conj", "appos", "compound", "amod"))
    yield f"plain={plain},{types}"
    if len(between) <= 4:
        yield f"beside={' '.join(t.lower_ for t in between)}"
        yield f"beside,types={' '.join(t.pos_ for t in between)},{types}"
    yield f"ends={a.dep_},{b.dep_},{types}"
    yield f"named={a.pos_},{b.pos_},{types}"
    for head, name in ((a, "source"), (b, "target")):
        for kind in _classes(lemma(head)):
            yield from (f"{name}-class={kind}", f"{name}-class,types={kind},{types}")
        if head.dep_ == "pobj":
            yield f"{name}-under={head.head.lower_},{types}"
        if head.i and head.nbor(-1).text in "()":
            yield f"{name}-bracket={types}"
    one, other = (a.doc.text[mention.start : mention.end] for mention in (source, target))
    yield f"short={_short_for(one, other) or _short_for(other, one)},{types}"
    yield f"same={a.lower_ == b.lower_},{types}"


@cache
def _cue(word: str) -> tuple[str, ...]:
    """The acts and the relations that a word tells of."""
    senses = load_lexicon().senses
    acts = {sense.type for key in PARTS for sense in senses.get((word, key), ())}
    return tuple(sorted(acts | {f"{how} {uses(how)[word].relation}" for how in MANNERS if word in uses(how)}))


def _short_for(text: str, other: str) -> bool:
    """Is one text the first letters of the other's words?"""
    return text.strip("()") == "".join(word[0] for word in other.split() if word[0].isupper())


@cache
def _classes(word: str) -> tuple[str, ...]:
    return tuple(kind for kind, words in sorted(load_lexicon().classes.items()) if word in words)


def _way(a: Token, b: Token) -> tuple[list[Token], Token, list[Token]]:
    """The tokens from one up to where both ways meet, that token, and those from the other."""
    above = [a, *a.ancestors]
    up_b = [b, *b.ancestors]
    places = {token.i: at for at, token in enumerate(above)}
    for at, token in enumerate(up_b):
        if token.i in places:
            return above[: places[token.i]], token, up_b[:at]
    return above, a.sent.root, up_b
