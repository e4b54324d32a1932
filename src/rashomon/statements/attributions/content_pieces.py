"""Pieces of a content: what trails or leads in it, and what follows and may still be said by the same source."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.attribution import Attribution
from rashomon.statements.attributions.pieces import SEPARATORS, Told, holds, told_by
from rashomon.statements.wording import text_of

_LEADING = frozenset({"advmod", "prep", "npadvmod", "advcl", "nmod", "dep", "intj", "cc", "meta"})
_TRAILING = frozenset(
    "prep relcl advcl acl appos conj npadvmod advmod ccomp xcomp dep parataxis agent nummod oprd".split()
)
_DASHES = frozenset({"—", "–", "--", "-"})
_QUOTES = frozenset("\"”'’")
_DEPTH = 8
"""Constituents at the content's right edge that are decided on, one within another."""
_FOLLOWING = 3
"""Pieces behind the content that are decided on."""


def content_pieces(doc: Doc, found: Attribution) -> Iterator[Told]:
    """The pieces of a content that is not direct speech, whose bounds are its marks."""
    if found.frame == "quote":
        return
    begin, stop = found.content[0][0], found.content[-1][1]
    last_start = found.content[-1][0]
    span = doc.char_span(last_start, stop, alignment_mode="contract")
    if span is None or not len(span):
        return
    where = f"behind={begin > doc[found.cue_head].idx}"
    node, final = span[-1], span[-1].i
    if node.is_punct and len(span) > 1:
        node = span[-2]
    for depth in range(_DEPTH):
        first, last = node.left_edge.i, node.right_edge.i
        if first <= span[0].i or last > final + 1:
            break
        if node.dep_ in _TRAILING:
            start = doc[first].idx
            names = told_by(doc, node, first, last)
            before = doc[first - 1]
            if before.text in SEPARATORS or (node.dep_ == "conj" and before.dep_ == "cc"):
                start = doc[first - 1].idx
            yield (
                "content",
                start,
                stop,
                True,
                (
                    f"end|{names[0]}",
                    *(f"end|{n}" for n in names),
                    f"end|depth={depth}|{names[0]}",
                    f"end|{where}|{names[0]}",
                    f"end|{where}|{names[1]}",
                    f"end|long={min((last - first + 1) // 4, 6)}|{names[1]}",
                    f"end|left={min((first - span[0].i) // 3, 6)}|{names[0]}",
                    f"end|{names[1]}|frame={found.frame}",
                    f"end|quoted={text_of(doc)[max(start - 3, 0) : start].rstrip(' ,')[-1:] in _QUOTES}|{names[1]}",
                    f"end|kind={found.kind}|{names[1]}",
                    f"end|{names[2]}|{where}",
                    f"end|lemma={found.lemma}|{names[1]}",
                    f"end|lemma={found.lemma}|{names[3]}",
                    f"end|pobj={_object(node)}|{names[3]}",
                    f"end|on={node.head.dep_}|{names[3]}",
                ),
            )
        if node.head.i == node.i or node.head.idx < last_start:
            break
        node = node.head
    yield from _following(doc, found, final, where)
    yield from _leading(doc, found, begin, where)


def _following(doc: Doc, found: Attribution, final: int, where: str) -> Iterator[Told]:
    """What stands right behind the content, piece by piece."""
    for number in range(_FOLLOWING):
        piece = _next(doc, found, final, f"{where}|number={number}")
        if piece is None:
            return
        yield piece[0]
        final = piece[1]


def _next(doc: Doc, found: Attribution, final: int, where: str) -> tuple[Told, int] | None:
    after = final + 1
    if after < len(doc) and doc[after].text in (",", "—", "–", "-", "--"):
        after += 1
    if after < len(doc) and not doc[after].is_space and doc[after].text not in ".!?;" and doc[after].sent_start != 1:
        node = doc[after]
        while node.head.i != node.i and node.head.left_edge.i == after:
            node = node.head
        first, last = node.left_edge.i, node.right_edge.i
        if (
            first == after
            and not first <= found.cue_head <= last
            and (found.head is None or not first <= found.head <= last)
        ):
            while last > first and (doc[last].is_punct or doc[last].is_space):
                last -= 1
            names = told_by(doc, node, first, last)
            owner = (
                "cue"
                if node.head.i == found.cue_head
                else "content"
                if holds(found.content, node.head.idx)
                else "other"
            )
            quoted = text_of(doc)[found.content[-1][1] - 1] in _QUOTES
            return (
                "content",
                doc[after].idx,
                doc[last].idx + len(doc[last]),
                False,
                (
                    f"next|{names[0]}",
                    *(f"next|{n}" for n in names),
                    f"next|owner={owner}|{names[0]}",
                    f"next|owner={owner}|{names[1]}",
                    f"next|{where}|{names[1]}",
                    f"next|owner={owner}|{names[0]}|lemma={found.lemma}",
                    f"next|owner={owner}|first={doc[first].lower_}",
                    f"next|owner={owner}|frame={found.frame}|{names[1]}",
                    f"next|quoted={quoted}|{names[1]}",
                    f"next|owner={owner}|ent={node.ent_type_}|first={doc[first].lower_}",
                    f"next|pobj={_object(node)}|first={doc[first].lower_}",
                    f"next|{doc[found.cue_head].pos_}|owner={owner}|{names[3]}",
                ),
            ), last
    return None


def _leading(doc: Doc, found: Attribution, begin: int, where: str) -> Iterator[Told]:
    opening = doc.char_span(begin, found.content[0][1], alignment_mode="contract")
    if opening is None or not len(opening):
        return
    first_token = opening[0]
    node = first_token
    while node.head.i != node.i and node.head.left_edge.i == first_token.i and node.dep_ not in _LEADING:
        node = node.head
    if node.dep_ in _LEADING and node.left_edge.i == first_token.i and node.right_edge.i < opening[-1].i:
        last = node.right_edge.i
        names = told_by(doc, node, first_token.i, last)
        end = doc[last].idx + len(doc[last])
        yield (
            "content",
            begin,
            end,
            True,
            (
                f"lead|{names[0]}",
                *(f"lead|{n}" for n in names),
                f"lead|{where}|{names[0]}",
                f"lead|starts={first_token.is_sent_start}|{names[0]}",
            ),
        )
    for offset, token in enumerate(opening[:10]):
        if token.text in _DASHES and offset and token.whitespace_ and opening[0].is_sent_start:
            upper = opening[0].text.isupper()
            yield (
                "content",
                begin,
                token.idx + len(token),
                True,
                (
                    "dateline",
                    f"dateline|upper={upper}",
                    f"dateline|ent={opening[0].ent_type_}",
                    f"dateline|offset={offset}",
                ),
            )
            break


def _object(node: Token) -> str:
    """What a preposition leads to: the kind of name, or the word."""
    return next((child.ent_type_ or child.lemma_.lower() for child in node.children if child.dep_ == "pobj"), "")
