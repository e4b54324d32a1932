"""The lexicon of acts: which words tell of what, on which condition, and who stands where around them.

The data are rows of `data/acts.tsv` and word classes of `data/classes.tsv`; the heads of those files say how to read
and extend them. Rows are tried from top to bottom, so the narrow sense of a word stands above the wide one.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from rashomon.errors import SettingError
from rashomon.record.vocabulary import MODES

NONE = "none"
"""The type of a sense that is no act."""

COLUMNS = 8
Part = Literal["v", "n", "a"]
PARTS: tuple[Part, ...] = ("v", "n", "a")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place around a trigger where a role is looked for; `kind` is a word class the filler must be of, "" for any."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition on a slot: one of `lemmas`, of the word class `kind`, empty (`may_be_empty`), or, with none of these,
    just filled. `negated` turns it round."""

    slot: str
    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    may_be_empty: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word: its act, what must hold, and the slots of its roles (alternatives in order)."""

    words: tuple[str, ...]
    pos: Part
    type: str
    mode: str | None
    guards: tuple[Guard, ...]
    actors: tuple[Slot, ...]
    targets: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`senses` by the lemma that bears the parse (first of a verb's words, last of a noun's), in the file's order."""

    senses: dict[tuple[str, str], tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]


def _rows(name: str) -> list[list[str]]:
    text = files("rashomon.statements").joinpath("data", name).read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _guard(text: str) -> Guard:
    negated, text = text.startswith("!"), text.lstrip("!")
    if text.endswith("!"):
        return Guard(text[:-1], negated=negated)
    if text.endswith("-") and ":" not in text:
        return Guard(text[:-1], may_be_empty=True, negated=negated)
    slot, _, words = text.partition(":")
    each = words.split("|")
    return Guard(
        slot,
        frozenset(w for w in each if not w.startswith("@") and w != "-"),
        frozenset(w[1:] for w in each if w.startswith("@")),
        "-" in each,
        negated,
    )


def _slots(text: str) -> tuple[Slot, ...]:
    parts = (part.partition(":@") for part in text.split("|"))
    return tuple(Slot(name, kind) for name, _, kind in parts if name != "-")


def parse_sense(row: list[str]) -> tuple[Sense, ...]:
    """The senses of one row of the lexicon; raises SettingError naming what does not fit."""
    if len(row) != COLUMNS:
        raise SettingError(f"acts: a row has {len(row)} columns, not {COLUMNS}: {row[:4]}")
    act, mode, letter, words, guards, actors, targets, _example = row
    pos = next((known for known in PARTS if known == letter), None)
    if pos is None:
        raise SettingError(f"acts: part of speech {letter!r} is none of v, n, a: {row[:4]}")
    if act != NONE and (act not in MODES or mode not in MODES[act] | {"-"}):
        raise SettingError(f"acts: no such act or mode: {act} {mode}")
    conditions = tuple(_guard(g) for g in guards.split(" ") if g != "-")
    shared = (act, None if mode == "-" else mode, conditions, _slots(actors), _slots(targets))
    return tuple(Sense(tuple(w.split(" ")), pos, *shared) for w in words.split("|"))


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package."""
    senses: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for row in _rows("acts.tsv"):
        for sense in parse_sense(row):
            key = (sense.words[-1 if sense.pos == "n" else 0].lower(), sense.pos)
            senses[key] = (*senses.get(key, ()), sense)
    classes = {name: frozenset(words.split("|")) for name, words in _rows("classes.tsv")}
    return Lexicon(senses, classes)
