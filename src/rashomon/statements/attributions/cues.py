"""The words that give something to a source: verbs, nouns and adjectives with what they do and how they are built.

The lexicon is data: `data/cue_verbs.tsv`, `data/cue_nouns.tsv`, `data/cue_adjectives.tsv`. Each row has a lemma, its
kind, and its frames, the ways in which the content may follow:

    quote    words in quotation marks           clause   a clause: that, whether, how, or no conjunction
    to       an infinitive                      ing      a gerund
    obj      the object, with its complement    raised   the subject of a passive or of "seem" ("is said to be")
    of, for, on, ...                            the object of this preposition
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.errors import SettingError


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word does when it attributes (`kind`), and the ways in which its content may follow (`frames`)."""

    kind: str
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    """Cues by lemma, one table a part of speech."""

    verbs: dict[str, Cue]
    nouns: dict[str, Cue]
    adjectives: dict[str, Cue]


@cache
def cues() -> Cues:
    """The lexicon as shipped, read once."""
    return Cues(*(_read(f"cue_{part}.tsv") for part in ("verbs", "nouns", "adjectives")))


def _read(name: str) -> dict[str, Cue]:
    out: dict[str, Cue] = {}
    text = files("rashomon.statements").joinpath("data", name).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != 3 or cells[0] in out:
            raise SettingError(f"{name} line {number}: want a new lemma, its kind and its frames, parted by tabs")
        out[cells[0]] = Cue(cells[1], frozenset(cells[2].split()))
    return out
