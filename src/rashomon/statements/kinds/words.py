"""Classes of words that tell of what kind an act is (data/kinds_words.tsv), and where a text has them.

Texts in lower case, and with quotes that were decoded wrongly, are read as well: a word is what is left of a token
between its first and last letter or digit, and it meets a class by its form, by the parse's lemma, or without an
ending that English verbs and nouns take.
"""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from spacy.tokens import Token

from rashomon.statements.words import lemma

EDGES = re.compile(r"^[^a-z0-9]+|[^a-z0-9]+$")
ENDINGS = ("ing", "ed", "es", "d", "s")
SHORTEST = 3
"""Letters that must be left of a word without its ending."""


def form(token: Token) -> str:
    """The token in lower case without what is no letter or digit at its edges; empty where nothing is left."""
    return EDGES.sub("", token.lower_)


def base(token: Token) -> str:
    """The same for its lemma."""
    return EDGES.sub("", lemma(token)) or form(token)


@cache
def load_classes() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By the first word of each expression: its further words, and the class that it stands in."""
    text = files("rashomon.statements").joinpath("data", "kinds_words.tsv").read_text("utf-8")
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            name, expressions = line.split("\t")
            for expression in dict.fromkeys(expressions.split("|")):
                first, *rest = expression.replace("-", " - ").split()
                found.setdefault(first, []).append((tuple(rest), name))
    return {first: tuple(rows) for first, rows in found.items()}


def classes(tokens: Sequence[Token]) -> list[tuple[int, str]]:
    """Every class met, with the place (in `tokens`) where its expression starts, in the order of the text."""
    table = load_classes()
    looks = [_looks(token) for token in tokens]
    met: dict[tuple[int, str], None] = {}
    for at, look in enumerate(looks):
        for word in look:
            for rest, name in table.get(word, ()):
                if len(rest) < len(looks) - at and all(w in looks[at + n] for n, w in enumerate(rest, start=1)):
                    met[at, name] = None
    return list(met)


def _looks(token: Token) -> tuple[str, ...]:
    if token.text == "-":
        return ("-",)
    word = form(token)
    if not word:
        return ()
    bare = (word[: -len(end)] for end in ENDINGS if word.endswith(end) and len(word) - len(end) >= SHORTEST)
    return tuple(dict.fromkeys((word, base(token), *bare)))
