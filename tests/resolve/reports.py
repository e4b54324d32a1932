"""Makes a report and the reading of it from a text in which names are marked: `[Adel Marun|PERSON]`."""

import re

from rashomon.gazetteer import Gazetteer
from rashomon.record import Actor, Article, Name, PlaceMention, Reading, Role, Sayer, Span, Statement, content_id
from rashomon.resolve import resolve_article

_MARK = re.compile(r"\[([^|\]]+)\|([A-Z]+)\]")


def marked(text: str) -> tuple[str, tuple[Name, ...]]:
    """The plain text, and its names at their offsets."""
    plain, names, last = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        names.append(Name(mark[1], len(plain), len(plain) + len(mark[1]), mark[2]))
        plain += mark[1]
        last = mark.end()
    return plain + text[last:], tuple(names)


def article(text: str, *, file: str = "a.txt", outlet: str | None = None) -> Article:
    return Article(content_id(file), file, None, "", outlet, None, (), None, "en", text, None)


def resolved(text: str, gazetteer: Gazetteer, *, file: str = "a.txt", outlet: str | None = None) -> Reading:
    """The resolved reading of a marked text without statements."""
    plain, names = marked(text)
    report = article(plain, file=file, outlet=outlet)
    return resolve_article(report, Reading(report.id, (), names), gazetteer)


def actors(text: str, gazetteer: Gazetteer, *, file: str = "a.txt") -> dict[str, Actor]:
    """The local actors of a marked text by every name they go by."""
    return {name: actor for actor in resolved(text, gazetteer, file=file).actors for name in actor.names}


def told(
    text: str, gazetteer: Gazetteer, *, by: str = "", who: str = "", where: str = "", outlet: str | None = None
) -> Reading:
    """The resolved reading of a marked text whose one statement has a role, a sayer or a place found by its words."""
    plain, names = marked(text)
    report = article(plain, outlet=outlet)
    evidence = Span.of(plain, 0, len(plain))

    def at(words: str) -> tuple[str, int, int]:
        start = plain.index(words)
        return words, start, start + len(words)

    chain = (Sayer(outlet, "outlet"),) if outlet else ()
    statement = Statement(
        "s", report.id, evidence, None, "say", None, "asserted",
        tuple(Role(words, *at(words)) for words in [who] if words), (),
        tuple(PlaceMention(*at(words)) for words in [where] if words), None, (),
        (*chain, *(Sayer(words, "official", *at(words)) for words in [by] if words)), 1.0, "test",
    )  # fmt: skip
    return resolve_article(report, Reading(report.id, (statement,), names), gazetteer)
