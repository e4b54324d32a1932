"""The lexicon of acts: which words tell of what, on which condition, and who stands where around them.

The data are rows of `data/acts.tsv` and word classes of `data/classes.tsv`; the heads of those files say how to read
and extend them. Rows are tried from top to bottom, so the narrow sense of a word stands above the wide one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Literal

from rashomon.errors import SettingError
from rashomon.record.vocabulary import MODES

NONE = "none"
"""The type of a sense that is no act."""

ACTS = "acts.tsv"
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
    just filled. `negated` turns it round. `text` is how the row words it."""

    slot: str
    lemmas: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    may_be_empty: bool = False
    negated: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class Sense:
    """One sense of a word: its act, what must hold, and the slots of its roles (alternatives in order); the row that it
    stands in (file and line) and that row's example."""

    words: tuple[str, ...]
    pos: Part
    type: str
    mode: str | None
    guards: tuple[Guard, ...]
    actors: tuple[Slot, ...]
    targets: tuple[Slot, ...]
    row: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`senses` by the lemma that bears the parse (first of a verb's words, last of a noun's), in the file's order.
    `edition` names the rows that the user added, "" where there are none."""

    senses: dict[tuple[str, str], tuple[Sense, ...]]
    classes: dict[str, frozenset[str]]
    edition: str = ""


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table, each with its line, from 1."""
    for line, row in enumerate(text.splitlines(), start=1):
        if row.strip() and not row.startswith("#"):
            yield line, row.split("\t")


def _shipped(name: str) -> str:
    return files("rashomon.statements").joinpath("data", name).read_text("utf-8")


def _guard(text: str) -> Guard:
    negated, rest = text.startswith("!"), text.lstrip("!")
    if rest.endswith("!"):
        return Guard(rest[:-1], negated=negated, text=text)
    if rest.endswith("-") and ":" not in rest:
        return Guard(rest[:-1], may_be_empty=True, negated=negated, text=text)
    slot, _, words = rest.partition(":")
    each = words.split("|")
    return Guard(
        slot,
        frozenset(w for w in each if not w.startswith("@") and w != "-"),
        frozenset(w[1:] for w in each if w.startswith("@")),
        "-" in each,
        negated,
        text,
    )


def _slots(text: str) -> tuple[Slot, ...]:
    parts = (part.partition(":@") for part in text.split("|"))
    return tuple(Slot(name, kind) for name, _, kind in parts if name != "-")


def parse_sense(row: Sequence[str], place: str = "acts") -> tuple[Sense, ...]:
    """The senses of one row of the lexicon; `place` is its file and line. Raises SettingError naming what does not
    fit, and where."""
    if len(row) != COLUMNS:
        raise SettingError(f"{place}: a row has {len(row)} columns, not {COLUMNS}, parted by tabs: {row[:4]}")
    act, mode, letter, words, guards, actors, targets, example = row
    pos = next((known for known in PARTS if known == letter), None)
    if pos is None:
        raise SettingError(f"{place}: part of speech {letter!r} is none of v, n, a: {row[:4]}")
    if act != NONE and (act not in MODES or mode not in MODES[act] | {"-"}):
        raise SettingError(f"{place}: no such act or mode: {act} {mode}")
    conditions = tuple(_guard(g) for g in guards.split(" ") if g != "-")
    shared = (act, None if mode == "-" else mode, conditions, _slots(actors), _slots(targets), place, example)
    return tuple(Sense(tuple(w.split(" ")), pos, *shared) for w in words.split("|"))


@cache
def load_lexicon(own: Path | None = None) -> Lexicon:
    """The lexicon that comes with the package; rows of a file of the user's `own`, of the same form, stand above it.

    Raises SettingError where that file can not be read, or naming its line that does not fit.
    """
    senses: dict[tuple[str, str], tuple[Sense, ...]] = {}
    tables = [(own.name, _read(own))] if own else []
    for name, text in (*tables, (ACTS, _shipped(ACTS))):
        for line, row in _rows(text):
            for sense in parse_sense(row, f"{name} line {line}"):
                key = (sense.words[-1 if sense.pos == "n" else 0].lower(), sense.pos)
                senses[key] = (*senses.get(key, ()), sense)
    classes = {name: frozenset(words.split("|")) for _, (name, words) in _rows(_shipped("classes.tsv"))}
    edition = f" + {own.name} {sha256(tables[0][1].encode()).hexdigest()[:8]}" if own else ""
    return Lexicon(senses, classes, edition)


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingError(
            f"setting acts: {path} can not be read as a table of acts ({error}); mend: name a UTF-8 text of the form "
            "that docs/stages/statements.md tells"
        ) from error
