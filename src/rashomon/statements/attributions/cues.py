"""The words that give something to a source: verbs, nouns and adjectives with what they do and how they are built.

The lexicon is data: `data/cue_verbs.tsv`, `data/cue_nouns.tsv`, `data/cue_adjectives.tsv`. Each row has a lemma, a kind
(what it does), and the frames in which it does so, the ways in which the content may follow:

    quote    words in quotation marks           clause   a clause: that, whether, how, or no conjunction
    to       an infinitive                      ing      a gerund
    obj      the object, with its complement    raised   the subject of a passive or of "seem" ("is said to be")
    of, for, on, ...                            the object of this preposition; at: a number after the object

A lemma has a row for each of its kinds: who calls for an inquiry demands it, who calls it a crime labels it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rashomon.errors import SettingError

Frames = dict[str, str]
"""What a word does when it attributes (its kind), by the way in which the content follows (its frame)."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Frames by lemma, one table a part of speech."""

    verbs: dict[str, Frames]
    nouns: dict[str, Frames]
    adjectives: dict[str, Frames]


@cache
def load_cues() -> Cues:
    """The lexicon as shipped, read once."""
    return Cues(*(_read(f"cue_{part}.tsv") for part in ("verbs", "nouns", "adjectives")))


def _read(name: str) -> dict[str, Frames]:
    out: dict[str, Frames] = {}
    for number, line in enumerate(_lines(name), 1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        frames = dict.fromkeys(cells[-1].split(), cells[1]) if len(cells) == 3 else {}
        if not frames or not frames.keys().isdisjoint(out.get(cells[0], ())):
            raise SettingError(
                f"{name} line {number}: {line!r} is no row; mend: a lemma, its kind and frames that no other row has "
                "for it, parted by tabs"
            )
        out.setdefault(cells[0], {}).update(frames)
    return out


def _lines(name: str) -> list[str]:
    return files("rashomon.statements").joinpath("data", name).read_text(encoding="utf-8").splitlines()
