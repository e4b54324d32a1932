"""The way from one word to another through the parse, told by what matters of it: words joined by "and" stand in one
place, and a preposition is a step, not a stop (the troops who were sent to Karsa: subject of sent, to)."""

from dataclasses import dataclass

from spacy.tokens import Token

STEPS = 30
"""Steps up the parse after which no further is looked; no sentence is so deep."""

Step = tuple[str, Token]
"""How a word hangs on another, and that other one."""


@dataclass(frozen=True, slots=True)
class Way:
    """`up` leads from the first word to `top`, `down` from the second one; both are empty at the top."""

    up: tuple[Step, ...]
    top: Token
    down: tuple[Step, ...]

    def between(self) -> tuple[Token, ...]:
        """The words that the way leads through."""
        at_top = (self.top,) if self.up and self.down else ()
        return (*(t for _, t in self.up[:-1]), *at_top, *(t for _, t in self.down[:-1]))


def way(a: Token, b: Token) -> Way:
    """The way between two words of a sentence."""
    up, down = _upwards(a), _upwards(b)
    above = {_first(token).i: at for at, token in reversed(list(enumerate([a, *(t for _, t in up)])))}
    for at, token in enumerate([b, *(t for _, t in down)]):
        met = above.get(_first(token).i)
        if met is not None:
            return Way(tuple(up[:met]), (a, *(t for _, t in up))[met], tuple(down[:at]))
    return Way(tuple(up), a.sent.root, tuple(down))


def _first(token: Token) -> Token:
    """The first of joined words."""
    while token.dep_ == "conj" and token.head is not token:
        token = token.head
    return token


def _upwards(token: Token) -> list[Step]:
    steps: list[Step] = []
    for _ in range(STEPS):
        above, how = token.head, token.dep_
        if above == token:
            break
        if how in ("pobj", "pcomp"):
            name = above.lower_
            while above.dep_ in ("prep", "agent", "dative") and above.head.pos_ == "ADP" and above.head != above:
                name = f"{above.head.lower_}_{name}"
                above = above.head
            if above.head == above:
                break
            steps.append(("by" if above.dep_ == "agent" else f"p:{name}", above.head))
            above = above.head
        elif how != "conj":
            steps.append((how, above))
        token = above
    return steps
