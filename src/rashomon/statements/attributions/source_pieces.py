"""Pieces of a source: what is set beside the name, in front or behind, or the whole; and who else it may be."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.statements.attribution import Attribution
from rashomon.statements.attributions.pieces import SEPARATORS, Told, holds, told_by
from rashomon.statements.attributions.subjects import source_tokens

_BESIDE = frozenset({"relcl", "acl", "appos", "prep", "nummod", "npadvmod", "advmod", "amod", "advcl", "conj"})
_BEFORE = frozenset({"advmod", "predet", "amod", "det", "nummod", "compound", "nmod", "poss", "preconj", "quantmod"})
_DEPTH = 4
"""Constituents at the source's right edge that are looked into, one within another."""
_STEPS = 6
"""Steps up from a cue without a source to the verb whose subject it may share."""


def source_pieces(doc: Doc, found: Attribution) -> Iterator[Told]:
    """The pieces of the source, from the rules or, where they have none, of the sentence."""
    if not found.source:
        yield from _governor(doc, found)
    if found.head is None or not found.source:
        return
    head = doc[found.head]
    begin, stop = found.source[0][0], found.source[-1][1]
    place = "before" if stop <= found.cue[0][0] else "behind"
    cue = doc[found.cue_head]
    direct = head.head.i == cue.i
    rel = (
        f"place={place}",
        f"head={head.pos_}|{head.ent_type_}",
        f"direct={direct}",
        f"cue={cue.dep_}",
        f"frame={found.frame}",
    )
    yield (
        "source",
        begin,
        stop,
        True,
        (
            f"all|{head.dep_}",
            f"all|who={head.lower_}",
            f"all|who={head.pos_}|{head.ent_type_}",
            f"all|direct={direct}|{cue.dep_}|{head.dep_}",
            f"all|direct={direct}|{cue.dep_}|who={head.lower_}",
            f"all|{cue.tag_}|{cue.dep_}",
            f"all|on={head.head.lemma_.lower()}|{head.dep_}",
            f"all|far={min(abs(cue.i - head.i) // 3, 8)}|direct={direct}",
            f"all|place={place}|{head.dep_}",
            f"all|tag={head.tag_}|direct={direct}",
        ),
    )
    for child in head.lefts:
        if child.dep_ in _BEFORE and child.left_edge.idx >= begin:
            first, last = child.left_edge.i, child.right_edge.i
            names = told_by(doc, child, first, last)
            edge = child.left_edge.idx == begin
            yield (
                "source",
                doc[first].idx,
                doc[last + 1].idx,
                True,
                (
                    f"left|{names[0]}",
                    *(f"left|{n}" for n in names[1:]),
                    *(f"left|{names[0]}|{r}" for r in rel),
                    f"left|edge={edge}",
                ),
            )
            if not edge:
                continue
    node: Token | None = head
    depth = 0
    while node is not None and depth < _DEPTH:
        following = None
        for child in node.rights:
            if child.dep_ not in _BESIDE:
                if child.idx < stop:
                    following = child
                continue
            first, last = child.left_edge.i, child.right_edge.i
            if first <= found.cue_head <= last or first <= node.i:
                continue
            inside = holds(found.source, doc[first].idx)
            if not inside and doc[first].idx > stop + 3:
                continue
            start = doc[first].idx
            if first and doc[first - 1].text in SEPARATORS and holds(found.source, doc[first - 1].idx):
                start = doc[first - 1].idx
            end = doc[last].idx + len(doc[last])
            names = told_by(doc, child, first, last)
            edge = end >= stop
            yield (
                "source",
                start,
                end,
                inside,
                (
                    *names,
                    *(f"{names[0]}|{r}" for r in rel),
                    f"{names[1]}|place={place}",
                    f"edge={edge}|{names[1]}",
                    f"depth={depth}|{names[0]}|inside={inside}",
                ),
            )
            following = child if inside else following
        node, depth = following, depth + 1


def _governor(doc: Doc, found: Attribution) -> Iterator[Told]:
    """Who does what the sentence says around a cue that has no source of its own."""
    cue = doc[found.cue_head]
    node, steps = cue, 0
    while node.head.i != node.i and steps < _STEPS:
        way = node.dep_
        node, steps = node.head, steps + 1
        subject = next((c for c in node.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None or holds(found.content, subject.idx) or subject.left_edge.i <= cue.i <= subject.right_edge.i:
            continue
        tokens = sorted(source_tokens(subject, cue))
        if not tokens:
            return
        start, end = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
        if any(a < end and start < b for a, b in (*found.cue, *found.content)):
            return
        yield (
            "source",
            start,
            end,
            False,
            (
                f"govern|{cue.dep_}",
                f"govern|{cue.dep_}|way={way}|steps={steps}",
                f"govern|by={node.lemma_.lower()}",
                f"govern|who={subject.lower_}",
                f"govern|who={subject.pos_}|{subject.ent_type_}|{subject.dep_}",
                f"govern|by={node.lemma_.lower()}|{cue.dep_}",
                f"govern|{cue.tag_}|{cue.dep_}",
                f"govern|frame={found.frame}|{cue.dep_}",
                f"govern|impersonal={found.impersonal}",
                f"govern|open={found.kind == 'open'}|{cue.pos_}|{cue.dep_}|{subject.dep_}",
            ),
        )
        return
