"""Why a reader read what it read in one article, and what it passed over."""

from dataclasses import dataclass

from rashomon.record.span import Span


@dataclass(frozen=True, slots=True)
class Ground:
    """What a statement (by its id) rests on: the row of a table that fired, the cue of speech, or a lone figure."""

    statement: str
    words: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A word that can tell of an act, and why it makes no statement here."""

    word: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The sentences of an article, the ground of each of its statements, and what was passed over, in text order."""

    sentences: tuple[Span, ...]
    grounds: tuple[Ground, ...]
    passed: tuple[PassedOver, ...]
