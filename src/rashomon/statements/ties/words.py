"""The classes of words of ties, `data/ties_words.tsv`; its head says how to read and extend it."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from spacy.tokens import Token

from rashomon.statements.lexicon import NONE, load_lexicon
from rashomon.statements.words import lemma


@cache
def classes(kind: str) -> MappingProxyType[str, frozenset[str]]:
    """The classes of one kind, each with its lemmas."""
    text = files("rashomon.statements").joinpath("data", "ties_words.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType({name: frozenset(words.split("|")) for of, name, words in rows if of == kind})


def sorts(token: Token) -> tuple[str, ...]:
    """What a word is about: its classes, and the act that it may tell."""
    return _sorts(lemma(token), "v" if token.pos_ in ("VERB", "AUX") else "n")


@cache
def _sorts(word: str, pos: str) -> tuple[str, ...]:
    return tuple(_told(word, pos))


def _told(word: str, pos: str) -> Iterator[str]:
    yield from (name for name, words in classes("sort").items() if word in words)
    senses = load_lexicon().senses.get((word, pos), ())
    act = next((sense.type for sense in senses if sense.type != NONE and len(sense.words) == 1), None)
    if act is not None:
        yield f"act:{act}"
