"""Pieces of a cue: adverbs, days and places beside its word, what leads over to the content, the verb above it."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.attribution import Attribution
from rashomon.statements.attributions.pieces import Told, holds, told_by
from rashomon.statements.wording import text_of

NEAR = 8
"""Tokens between the cue's main word and what may still belong to the cue."""
_LINKS = frozenset({"to", "that", "for", "about", "of", "as", "on", "how", "whether", "if"})
_UNDER = frozenset({"xcomp", "dobj", "pobj", "attr", "acomp", "pcomp", "prep", "advcl", "ccomp"})
LONGEST_GAP = 60
"""Characters between cue and content that may belong to the cue as a whole."""


def cue_pieces(doc: Doc, found: Attribution) -> Iterator[Told]:
    """The pieces of the cue."""
    cue = doc[found.cue_head]
    for child in cue.children:
        first, last = child.left_edge.i, child.right_edge.i
        if child.dep_ in ("nsubj", "ccomp", "conj", "cc") or abs(child.i - cue.i) > NEAR or last - first > NEAR:
            continue
        if child.is_punct and child.text != ":":
            continue
        start, end = doc[first].idx, doc[last].idx + len(doc[last])
        for name, a, b in (("whole", start, end), ("word", child.idx, child.idx + len(child))):
            if name == "word" and first == last:
                continue
            if any(s < b and a < e for s, e in (*found.content, *found.source)):
                continue
            inside = holds(found.cue, a)
            names = told_by(doc, child, first, last)
            side = "left" if child.i < cue.i else "right"
            gap = child.i - cue.i
            nextto = found.content[0][0] - b
            yield (
                "cue",
                a,
                b,
                inside,
                (
                    f"{name}|{names[0]}|{side}",
                    *(f"{name}|{side}|{n}" for n in names),
                    f"{name}|gap={gap}|{names[0]}",
                    f"{name}|inside={inside}|{names[0]}",
                    f"{name}|joins={0 <= nextto < 3}|{names[0]}",
                    f"{name}|{child.lower_}|lemma={found.lemma}",
                    f"{name}|{side}|{child.lower_}|{cue.pos_}",
                ),
            )
    begin = found.content[0][0]
    if begin > cue.idx:
        span = doc.char_span(begin, begin + 1, alignment_mode="expand")
        first_token = span[0] if span is not None else None
        if first_token is not None and first_token.lower_ in _LINKS:
            word = first_token.lower_
            yield (
                "cue",
                first_token.idx,
                first_token.idx + len(first_token),
                False,
                (
                    f"start={word}",
                    f"start={word}|lemma={found.lemma}",
                    f"start={word}|{cue.pos_}|{cue.tag_}",
                    f"start={word}|joins={found.cue[-1][1] + 1 >= begin}",
                    f"start={word}|frame={found.frame}",
                    f"start={word}|kind={found.kind}",
                ),
            )
        stop = found.cue[-1][1]
        if 0 < begin - stop < LONGEST_GAP:
            gap_words = text_of(doc)[stop:begin].split()
            if gap_words and not any(stop <= s < begin for s, _ in found.source):
                lead = text_of(doc)[stop:begin]
                start = stop + len(lead) - len(lead.lstrip())
                end = begin - (len(lead) - len(lead.rstrip()))
                last_word = gap_words[-1].lower()
                yield (
                    "cue",
                    start,
                    end,
                    False,
                    (
                        "gap",
                        f"gap|first={gap_words[0].lower()}",
                        f"gap|last={last_word}",
                        f"gap|size={min(len(gap_words), 8)}",
                        f"gap|{' '.join(gap_words).lower()}",
                        f"gap|lemma={found.lemma}",
                        f"gap|frame={found.frame}|last={last_word}",
                        f"gap|{cue.pos_}|first={gap_words[0].lower()}",
                    ),
                )
    host = cue.head
    if host.i != cue.i and 0 < cue.i - host.i < NEAR and cue.dep_ in _UNDER:
        low = host.i
        if cue.dep_ in ("pobj", "pcomp") and host.head.i < host.i and cue.i - host.head.i < NEAR:
            yield from _host(doc, found, host.head, cue, "far")
        yield from _host(doc, found, doc[low], cue, "near")


def _host(doc: Doc, found: Attribution, host: Token, cue: Token, name: str) -> Iterator[Told]:
    first = host.i
    lefts = {c.i for c in host.lefts if c.dep_ in ("aux", "auxpass", "neg", "advmod")}
    while first - 1 in lefts:
        first -= 1
    start, end = doc[first].idx, cue.idx
    if any(s < end and start < e for s, e in (*found.content, *found.source)):
        return
    inside = holds(found.cue, host.idx)
    yield (
        "cue",
        start,
        end - 1,
        inside,
        (
            f"{name}|host",
            f"{name}|host={host.lemma_.lower()}",
            f"{name}|host={host.lemma_.lower()}|{found.lemma}",
            f"{name}|host={host.pos_}|{cue.dep_}|{cue.pos_}",
            f"{name}|host|frame={found.frame}",
            f"{name}|host|inside={inside}",
            f"{name}|host|dep={cue.dep_}|gap={cue.i - host.i}",
            f"{name}|host|source={found.head is not None}",
        ),
    )
