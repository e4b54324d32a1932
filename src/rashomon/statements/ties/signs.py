"""What the model of ties knows of two mentions, by name, each with how much it counts."""

from collections.abc import Iterator
from itertools import pairwise

from rashomon.statements.mentions import Mention
from rashomon.statements.ties.hints import hints
from rashomon.statements.ties.ways import way
from rashomon.statements.ties.words import sorts
from rashomon.statements.words import lemma

HINT, TYPED_HINT, WORDED = 4.0, 3.0, 2.0
"""How much more a hint counts than another sign, alone and with the types of both, and a sign of few words. They were
raised together; each alone moves F1 by less than half a point."""

STEPS, SHORT, BETWEEN, TWOS = 4, 4, 12, 8
"""Steps of a way that are told in order, words of a gap that are told as a whole, words between that are told each and
two by two."""


def signs(a: Mention, b: Mention) -> dict[str, float]:
    """The signs of two mentions in the order of the text."""
    types = f"{a.type}>{b.type}"
    told = dict.fromkeys((*_of_way(a, b, types), *_of_words(a, b, types)), 1.0)
    told |= dict.fromkeys(_of_heads(a, b, types), WORDED)
    gap = _gap(a, b)
    if gap is not None and len(words := gap.split()) <= SHORT:
        told |= {f"gap={' '.join(words)}": WORDED, f"gap,T={' '.join(words)},{types}": WORDED}
    for name, sign in hints(a, b):
        told[f"x={name}{sign}"] = HINT
        told[f"xT={name}{sign},{types}"] = TYPED_HINT
    return told


def _of_way(a: Mention, b: Mention, types: str) -> Iterator[str]:
    found = way(a.head, b.head)
    up, down = [how for how, _ in found.up], [how for how, _ in found.down]
    steps = f"{'.'.join(up[:STEPS])}^{'.'.join(down[:STEPS])}"
    where = "mid" if up and down else "A" if up else "B" if down else "same"
    meeting = f"{up[-1] if up else '-'}^{down[-1] if down else '-'}"
    yield from (f"cp={steps}", f"cp,T={steps},{types}", f"pos={where},{types}", f"len={len(up)},{len(down)},{types}")
    yield from (f"meet={meeting},{types}", f"meet={meeting},{lemma(found.top)}")
    if where == "mid":
        for sort in sorts(found.top):
            yield from (f"meetc={meeting},{sort}", f"topc={sort},{types}", f"meetc,T={meeting},{sort},{types}")
    ends = f"{up[0] if up else '-'}^{down[0] if down else '-'},{types}"
    yield f"first={ends}"
    for token in found.between():
        if token.pos_ in ("VERB", "NOUN", "PROPN", "ADJ", "AUX"):
            yield f"node={lemma(token)}"
            for sort in sorts(token):
                yield from (f"nodec={sort}", f"nodec={sort},{types}")
    for side, steps_of in (("A", found.up), ("B", found.down)):
        for how, token in steps_of:
            yield from (f"{side}:{how}", f"{side}:{how},{lemma(token)}")
            yield from (f"{side}:{how},{sort},{types}" for sort in sorts(token))
    if _gap(a, b) is None:
        within = "A" if b.start <= a.start and a.end <= b.end else "B" if a.start <= b.start and b.end <= a.end else "x"
        yield from (
            f"inside={within},{types}",
            f"inside={within},{up[0] if up else '-'},{down[0] if down else '-'},{types}",
        )


def _of_words(a: Mention, b: Mention, types: str) -> Iterator[str]:
    between = [t for t in a.head.doc[a.head.i + 1 : b.head.i] if not t.is_space]
    gap = _gap(a, b)
    if gap is not None:
        yield f"gaplen={min(len(gap.split()), 10)},{types}"
        if len(gap.split()) <= 1:
            yield f"adj={types}"
    yield f"far={min(b.head.i - a.head.i, 15) // 2},{types}"
    for token in between[:BETWEEN]:
        yield f"w={token.lower_}"
        if token.pos_ in ("VERB", "ADP", "NOUN", "ADJ"):
            yield from (f"wc={sort},{types}" for sort in sorts(token))
        if token.pos_ in ("VERB", "ADP"):
            yield f"w,T={lemma(token)},{types}"
    yield from (f"bi={one.lower_} {other.lower_}" for one, other in pairwise(between[:TWOS]))
    yield f"verbs={min(3, sum(t.pos_ == 'VERB' for t in between))},{types}"
    yield f"commas={min(3, sum(t.text == ',' for t in between))},{types}"
    yield from (f"a={lemma(a.head)}", f"b={lemma(b.head)}")
    for mention, name in ((a, "A"), (b, "B")):
        span = a.head.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for token in span or ():
            if token.i != mention.head.i and not token.is_punct:
                yield f"in{name}={token.lower_}"


def _of_heads(a: Mention, b: Mention, types: str) -> Iterator[str]:
    yield from (f"a,tb={lemma(a.head)},{b.type}", f"b,ta={lemma(b.head)},{a.type}")


def _gap(a: Mention, b: Mention) -> str | None:
    """The text between two mentions in small letters, None where one lies in the other."""
    return a.head.doc.text[a.end : b.start].lower() if a.end < b.start else None
