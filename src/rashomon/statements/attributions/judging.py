"""Whether a cue word gives something to somebody here: a learned judgement on what the rules propose.

"Support" may stand for an opinion or for a beam, "plan" for an intent or for a paper. The rules propose; the model
weighs the word, how its content follows, who the source is, and how the cue is put.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from rashomon.models import Linear
from rashomon.statements.attribution import Attribution, Spans
from rashomon.statements.quotes import Quote, quotes_near
from rashomon.statements.wording import text_of

OPEN = "open"
"""The kind of what is proposed for a word that the lexicon lacks, or has in other frames."""
_ON_CUE = frozenset({"aux", "auxpass", "neg", "mark", "prt", "dative", "agent"})
LIKELY = 0.31
"""Chance from which a proposal is taken for an attribution: where precision and recall weigh alike."""
UNLIKELY = 0.1
"""Chance below which even a proposal of the lexicon makes no link of a chain."""
_OUTER = frozenset({"say", "announce", "report", "warn", "deny", "admit", "accuse", "confirm", "believe"})
_NEED_CONTEXT = frozenset({"believe", "expect", "show", "announce", "demand", "estimate"})
_WORTH_A_LOOK = 0.0
"""Weight that a word must have in the model to be proposed without the lexicon."""


def features(doc: Doc, found: Attribution, *, quoted: bool, nested: bool | None) -> list[str]:
    """What the judgement rests on. `quoted`: the cue stands between quotation marks. `nested`: within another's words,
    None where that is not to count."""
    return [f"is|{name}" for name in dict.fromkeys(_named(doc, found, quoted=quoted, nested=nested))]


def _named(doc: Doc, found: Attribution, *, quoted: bool, nested: bool | None) -> Iterator[str]:
    cue = doc[found.cue_head]
    lemma, frame = found.lemma, found.frame
    source = _source_kind(doc, found)
    own = "open" if found.kind == OPEN else "known"
    yield from (
        "any",
        own,
        f"{own}|frame={frame}",
        f"{own}|pos={cue.pos_}|frame={frame}",
        word(cue.pos_, lemma),
        f"lemma={lemma}|frame={frame}",
        f"lemma={lemma}|source={source}",
        f"kind={found.kind}|frame={frame}",
        f"kind={found.kind}|source={source}",
        f"source={source}|frame={frame}",
        f"tag={cue.tag_}|frame={frame}",
        f"lemma={lemma}|tag={cue.tag_}",
        f"dep={cue.dep_}|tag={cue.tag_}",
        f"dep={cue.dep_}|kind={found.kind}",
        f"head={cue.head.lemma_.lower()}",
        f"head={cue.head.pos_}|dep={cue.dep_}",
        f"suffix={lemma[-4:]}|{cue.pos_}",
    )
    yield f"lemma={lemma}|dep={cue.dep_}"
    yield f"lemma={lemma}|on={cue.head.lemma_.lower()}"
    yield f"on={cue.head.head.pos_}|{cue.head.dep_}|{cue.dep_}"
    for child in cue.children:
        if child.dep_ in ("advmod", "amod", "det", "poss"):
            yield f"{child.dep_}={child.lower_}|pos={cue.pos_}"
        if child.dep_ == "prep" and child.i > cue.i:
            for part in child.children:
                if part.dep_ == "pobj":
                    yield f"about={part.ent_type_ or part.pos_}|{child.lower_}"
                    yield f"about={part.lemma_.lower()}"
        if child.dep_ in _ON_CUE:
            yield f"{child.dep_}={child.lower_}"
            yield f"kind={found.kind}|{child.dep_}={child.lower_}"
        elif child.dep_ == "dobj":
            yield f"obj={child.lemma_.lower()}"
            yield f"obj={child.ent_type_ or child.pos_}|lemma={lemma}"
        elif child.dep_ == "prep" and child.i > cue.i:
            yield f"prep={child.lower_}|lemma={lemma}"
    if found.head is not None:
        head = doc[found.head]
        yield f"who={head.lemma_.lower()}"
        direct = head.head.i == cue.i
        yield f"direct={direct}|{cue.dep_}|{frame}"
        yield f"direct={direct}|{head.dep_}|{cue.tag_}"
        yield f"who={head.lemma_.lower()}|direct={direct}"
        yield f"who={head.dep_}|{head.ent_type_ or head.pos_}"
    start = found.content[0][0]
    size = sum(end - begin for begin, end in found.content)
    yield f"size={min(size.bit_length(), 10)}|frame={frame}"
    yield f"behind={start > cue.idx}|frame={frame}"
    first = text_of(doc)[start : start + 12].split()
    if first:
        yield f"first={first[0].lower()}|frame={frame}"
    if cue.i + 1 < len(doc):
        yield f"next={doc[cue.i + 1].lower_}"
    if cue.i:
        yield f"before={doc[cue.i - 1].lower_}"
    yield f"quoted={quoted}"
    if nested is not None:
        yield f"nested={nested}"
        yield f"nested={nested}|kind={found.kind}|frame={frame}"


def word(pos: str, lemma: str) -> str:
    """The feature that stands for the cue's main word."""
    return f"word={pos}|{lemma}"


def _source_kind(doc: Doc, found: Attribution) -> str:
    if found.head is None:
        return "none" if not found.impersonal else "impersonal"
    head: Token = doc[found.head]
    if head.pos_ == "PRON":
        return head.lower_
    return head.ent_type_ or head.pos_


def worth_a_look(model: Linear, token: Token) -> bool:
    """Whether the model knows the word as one that may attribute."""
    return _weight(model, token.pos_, token.lemma_.lower()) > _WORTH_A_LOOK


@cache
def _weight(model: Linear, pos: str, lemma: str) -> float:
    return model.margin(f"is|{word(pos, lemma)}")


def judged(doc: Doc, every: Sequence[Attribution], quotes: Sequence[Quote], model: Linear) -> tuple[Attribution, ...]:
    """Those that the model takes for attributions; of two that share a cue, the likelier."""
    chances = model.chances([features(doc, found, quoted=q, nested=n) for found, q, n in placed(every, quotes)])
    best = sorted(zip(chances, every, strict=True), key=lambda pair: (-pair[0], pair[1].cue_head))
    kept: list[Attribution] = []
    for chance, found in best:
        at = doc[found.cue_head].idx
        if chance < LIKELY:
            break
        if not any(_holds(other.cue, at) or _holds(found.cue, doc[other.cue_head].idx) for other in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda found: found.cue_head))


def not_unlikely(
    doc: Doc, every: Sequence[Attribution], quotes: Sequence[Quote], model: Linear
) -> tuple[Attribution, ...]:
    """Those that are no plain mistake, for the links of chains.

    Only words of thinking, wanting and showing are weighed, outside quotation marks: words of saying attribute wherever
    they stand, though the texts that the model was made from are not marked within another's words.
    """
    weighed = [
        (found, features(doc, found, quoted=False, nested=None))
        for found, quoted, _ in placed(every, quotes)
        if found.kind in _NEED_CONTEXT and not quoted
    ]
    chances = model.chances([names for _, names in weighed])
    wrong = {found for (found, _), chance in zip(weighed, chances, strict=True) if chance < UNLIKELY}
    return tuple(found for found in every if found not in wrong)


def placed(every: Sequence[Attribution], quotes: Sequence[Quote]) -> Iterator[tuple[Attribution, bool, bool]]:
    """Each with whether its cue stands between quotation marks, and whether within another's words."""
    outer = [found for found in every if found.kind in _OUTER]
    for found in every:
        at = found.cue[0][0]
        quoted = any(quote.start < at < quote.end for quote in quotes_near(quotes, at, at + 1))
        yield found, quoted, any(other is not found and other.covers(*found.cue[0]) for other in outer)


def _holds(spans: Spans, at: int) -> bool:
    return any(start <= at < end for start, end in spans)
