"""What a request, a refusal or a threat is about: the act below its words, or a noun that stands for one, is its mode
(data/contents.tsv), as in threatened to deport the families, rejected talks.
"""

from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from rashomon.statements.triggers import Trigger

BELOW = frozenset("dobj obj xcomp ccomp prep pobj pcomp acl dative oprd attr nsubjpass conj".split())
"""Dependencies that lead from a word of speech to what it is about."""

DEEPEST = 5
"""Steps down at most: further down stands what the content's content is about."""

SIDES = 3
"""Parties from which on a meeting is of several."""

Row = tuple[str, str, frozenset[str], frozenset[str]]


@cache
def _rows() -> tuple[Row, ...]:
    text = files("rashomon.statements").joinpath("data", "contents.tsv").read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    parts = ((act, mode, acts.split("|"), words.split("|")) for act, mode, acts, words in lines)
    return tuple((act, mode, frozenset(acts), frozenset(words)) for act, mode, acts, words in parts)


def content_mode(trigger: Trigger, triggers: Mapping[int, Trigger]) -> str | None:
    """The mode of an act of speech by its content; None for other acts, and where the content tells of none."""
    rows = [row for row in _rows() if row[0] == trigger.sense.type]
    for token in _below(trigger.head) if rows else ():
        inner = triggers.get(token.i)
        told = {inner.sense.type, f"{inner.sense.type}/{inner.sense.mode}"} if inner else set()
        for _, mode, acts, words in rows:
            if told & acts or token.lemma_.lower() in words:
                return mode
    return None


def _below(head: Token) -> Iterator[Token]:
    """The words of the content, nearest first."""
    waiting = deque([(head, 0)])
    while waiting:
        token, depth = waiting.popleft()
        if depth:
            yield token
        if depth < DEEPEST:
            children = (c for c in token.children if c.dep_ in BELOW and (c.dep_ != "conj" or depth))
            waiting.extend((child, depth + 1) for child in children)
