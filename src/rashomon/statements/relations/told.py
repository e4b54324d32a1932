"""A standing relation as one sentence tells it."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from rashomon.record import Figure, RelationKind

Held = Literal["now", "before"]
Part = Token | tuple[int, int]
"""The head of a phrase, or the tokens of one (end exclusive) where it stands inside another."""


@dataclass(frozen=True, slots=True)
class Told:
    """`subject` and `object` (None for a strength); `trigger` is the token that tells it. `held` "before": it no longer
    did when this was said (the former governor)."""

    relation: RelationKind
    subject: Part
    object: Part | None
    trigger: Token
    what: str | None = None
    figure: Figure | None = None
    held: Held = "now"


def token_of(part: Part) -> int:
    """A token index that the part is known by."""
    return part.i if isinstance(part, Token) else part[1] - 1
