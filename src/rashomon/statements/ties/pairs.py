"""Which mentions are held against each other, and which ties have no direction."""

from collections.abc import Iterator, Sequence

from rashomon.statements.mentions import Mention

FAINT = 0.25
"""Chance from which a word counts as a mention that may be tied, below that of a mention to be told: what is tied to
something is the likelier to be one. From .2 to .3 F1 is within half a point."""

FARTHEST = 25
"""Words between two mentions beyond which no tie is looked for: what is farther apart is seldom told of together."""

MUTUAL = frozenset(("FightingAgainst", "AlliesOf", "CoLocated", "Apart", "CommWith", "IsSynonymOf"))
"""Ties that hold both ways."""


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Every two mentions that stand near each other in one sentence, in the order of their heads."""
    ordered = sorted(mentions, key=lambda mention: (mention.head.i, mention.start))
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            apart = other.head.i - one.head.i
            if apart > FARTHEST or one.head.sent.start != other.head.sent.start:
                break
            if apart:
                yield one, other
