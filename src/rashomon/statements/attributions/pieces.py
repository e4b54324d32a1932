"""A piece of an attribution: characters that may or may not belong to its source, its cue or its content."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.statements.attribution import Spans

SEPARATORS = frozenset({",", "—", "–", "--", "-", "(", ";", ":"})
"""What sets a piece off from what stands before it."""
_CLOSERS = frozenset({",", "—", "–", "--", "-", ")", ".", ";"})
LONG = 12
"""Tokens: pieces of this length and more are treated alike."""

Told = tuple[str, int, int, bool, tuple[str, ...]]
"""Role, start, end, whether the rules put it there, and the features, the kind of piece first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that may belong to `role`; `inside` where the rules put them there."""

    role: str
    start: int
    end: int
    inside: bool
    features: tuple[str, ...]


def holds(spans: Spans, at: int) -> bool:
    """Whether one of the spans holds this character."""
    return any(start <= at < end for start, end in spans)


def told_by(doc: Doc, token: Token, first: int, last: int) -> tuple[str, ...]:
    """Features of the constituent of `token`, which reaches from token `first` to token `last`."""
    before = doc[first - 1].text if first else ""
    sep = before if before in SEPARATORS else ""
    after = doc[last + 1].text if last + 1 < len(doc) else ""
    after = after if after in _CLOSERS else ""
    size = min(last - first + 1, LONG)
    dep = token.dep_
    return (
        f"dep={dep}",
        f"dep={dep}|sep={sep}",
        f"dep={dep}|sep={sep}|after={after}",
        f"dep={dep}|first={doc[first].lower_}",
        f"dep={dep}|size={size}|sep={sep}",
        f"first={doc[first].lower_}|sep={sep}",
        f"word={token.lower_}",
        f"tag={token.tag_}|dep={dep}",
        f"ent={token.ent_type_}|dep={dep}",
        f"on={token.head.lemma_.lower()}|first={doc[first].lower_}",
        f"on={token.head.pos_}|dep={dep}",
    )
