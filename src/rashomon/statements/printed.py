"""A reading over the same text in another casing, or with commas set: every text that has offsets becomes the
characters that stand there.

Names of actors and sayers stay as they were read, without commas that were set.
"""

from dataclasses import replace
from typing import TypeVar

from rashomon.record import Figure, Name, PlaceMention, Reading, Role, Sayer, Span, Statement

_Worded = TypeVar("_Worded", Role, PlaceMention, Figure, Name, Sayer, Span)


def printed(reading: Reading, text: str) -> Reading:
    """`reading` with the characters of `text`, which is as long as the text that was read."""
    return replace(
        reading,
        statements=tuple(_statement(each, text) for each in reading.statements),
        names=tuple(_at(each, text) for each in reading.names),
        place_mentions=tuple(_at(each, text) for each in reading.place_mentions),
    )


def _statement(told: Statement, text: str) -> Statement:
    return replace(
        told,
        evidence=_at(told.evidence, text),
        trigger=_at(told.trigger, text) if told.trigger else None,
        actors=tuple(_at(each, text) for each in told.actors),
        targets=tuple(_at(each, text) for each in told.targets),
        places=tuple(_at(each, text) for each in told.places),
        figures=tuple(_at(each, text) for each in told.figures),
        chain=tuple(_at(each, text) for each in told.chain),
    )


def _at(each: _Worded, text: str) -> _Worded:
    """A sayer whom only the page names has no offsets, and one put together from two places other words than stand
    between them: both keep their wording."""
    if each.start is None or each.end is None or each.text is None:
        return each
    there = text[each.start : each.end]
    if _plain(there) != _plain(each.text):
        return each
    if isinstance(each, (Role, Sayer)) and "," in each.name and "," not in there:
        return replace(each, text=there, name=each.name.replace(",", " "))
    return replace(each, text=there)


def _plain(words: str) -> str:
    return words.lower().replace(",", " ")
