"""What two mentions themselves tell for and against being of one act: their words, and what stands around them.

What agrees is 1, what differs -1, what one of them does not tell 0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from rashomon.events.sameness.told import Mention
from rashomon.events.sameness.weights import likeness
from rashomon.events.sameness.words import SAYING, Meaning, base, meaning, opposed

SIGNS = (
    "one word",
    "one base",
    "bases shared",
    "letters shared",
    "one wording",
    "opposed",
    "one sense",
    "one field",
    "both known",
    "other sense",
    "other field",
    "saying",
    "rarer word",
    "commoner word",
    "verbs",
    "nouns",
    "names for words",
    "one report",
    "one sentence",
    "first sentences",
    "story",
    "other story",
    "sentences alike",
    "near alike",
    "roles alike",
    "names alike",
    "doers",
    "sufferers",
    "around",
    "any role",
    "crossed roles",
    "names",
    "numbers",
    "one above",
    "one above the other",
    "in the other's sentence",
)

FARTHEST = 6.0
"""Beyond these log odds the chance of one story says no more."""

LETTERS = 3
"""Letters at a time in which two words are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A mention with what is found out about it once: stems, meaning, letters."""

    mention: Mention
    base: str
    bases: frozenset[str]
    meaning: Meaning
    letters: frozenset[str]
    roles: frozenset[str]

    @classmethod
    def of(cls, mention: Mention) -> "Seen":
        """The mention, looked at."""
        word = mention.word
        return cls(
            mention,
            base(word),
            frozenset(map(base, (word, *mention.wording))),
            meaning(word, mention.wording),
            frozenset(word[at : at + LETTERS] for at in range(max(1, len(word) - LETTERS + 1))),
            mention.roles,
        )


def signs(one: Seen, other: Seen, story: float, weight: Mapping[str, float]) -> tuple[float, ...]:
    """A number for each of SIGNS; `story` is the chance that their reports tell one story."""
    a, b = one.mention, other.mention
    report, sentence = a.report == b.report, (a.report, a.sentence) == (b.report, b.sentence)
    odds = log(max(story, 1e-9)) - log(max(1 - story, 1e-9))
    return (
        *_words(one, other),
        min(weight[a.word], weight[b.word]),
        max(weight[a.word], weight[b.word]),
        *((a.form == form) + (b.form == form) for form in ("verb", "noun", "name")),
        report,
        sentence,
        (a.sentence == 0) + (b.sentence == 0),
        0.0 if report else max(-FARTHEST, min(FARTHEST, odds)),
        not report and story < 0.5,
        0.0 if sentence else likeness(a.sentence_words, b.sentence_words, weight),
        likeness(a.near, b.near, weight),
        likeness(one.roles, other.roles, weight),
        likeness(a.names, b.names, weight),
        _agree(a.doers, b.doers),
        _agree(a.sufferers, b.sufferers),
        _agree(a.around, b.around),
        _agree(one.roles, other.roles),
        bool(a.doers & b.sufferers or a.sufferers & b.doers),
        _agree(a.names, b.names),
        _agree(a.numbers, b.numbers),
        a.above == b.above,
        a.word == b.above or b.word == a.above,
        a.word in b.sentence_words or b.word in a.sentence_words,
    )


def _words(one: Seen, other: Seen) -> tuple[float, ...]:
    known = bool(one.meaning.senses and other.meaning.senses)
    sense = bool(one.meaning.senses & other.meaning.senses)
    field = bool(one.meaning.fields & other.meaning.fields)
    return (
        one.mention.word == other.mention.word,
        one.base == other.base,
        len(one.bases & other.bases) / len(one.bases | other.bases),
        len(one.letters & other.letters) / min(len(one.letters), len(other.letters)),
        one.mention.wording == other.mention.wording,
        opposed(one.mention.wording, other.mention.wording),
        sense,
        field,
        known,
        known and not sense,
        known and not field,
        (SAYING in one.meaning.fields) + (SAYING in other.meaning.fields),
    )


def _agree(one: frozenset[str], other: frozenset[str]) -> int:
    """1 where they share a word, -1 where both have some and share none."""
    return (1 if one & other else -1) if one and other else 0
