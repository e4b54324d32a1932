"""The chain of those who say what stands at a place of the text, from the outlet to whoever is closest to the fact."""

from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from rashomon.record import Sayer, When
from rashomon.record.statement import SayerRole
from rashomon.statements.attribution import Attribution
from rashomon.statements.sayers.words import outlet as known_outlet
from rashomon.statements.wording import text_of

SaidOf = Callable[[int, int], When | None]
"""When something was said, by the start and end of the cue in code points."""

_SAID = frozenset({"say", "announce", "report", "confirm", "deny", "admit", "accuse", "believe", "estimate", "warn"})
"""Kinds of cue that make a link where nobody is named: it was reported, it is believed."""

_PRINTED = frozenset({"post", "publish", "print", "broadcast", "air", "upload", "circulate", "release", "share"})
"""Cues that, with nobody named, only say where something stands."""


def chain_at(
    doc: Doc,
    attributions: Sequence[Attribution],
    start: int,
    end: int,
    outlet: str | None,
    *,
    copied_from: str | None = None,
    said_of: SaidOf | None = None,
) -> tuple[Sayer, ...]:
    """Who says what stands at the characters from `start` to `end`, outermost first.

    `outlet` is whose report it is, None if unknown; `copied_from` the agency or outlet that the page credits for the
    text. `attributions` are those of `find_attributions`. A speaker is named once, however often they are heard.
    """
    chain = list(printers(outlet, copied_from))
    for found in _outermost_first([a for a in attributions if a.covers(start, end)]):
        for sayer in _links(doc, found, said_of):
            if chain and chain[-1].name.casefold() == sayer.name.casefold():
                if chain[-1].said is None and sayer.said is not None and chain[-1].text is not None:
                    chain[-1] = sayer
                continue
            if any(sayer.name.casefold() == each.name.casefold() for each in chain):
                continue
            chain.append(sayer)
    return tuple(chain)


def printers(outlet: str | None, copied_from: str | None) -> tuple[Sayer, ...]:
    """Who prints a report: what every chain in it begins with."""
    return tuple(Sayer(*_known(name)) for name in (outlet, copied_from) if name)


def _known(name: str) -> tuple[str, SayerRole]:
    """An outlet as the page names it, with its role."""
    known = known_outlet(name, proper=False)
    return name, known[1] if known is not None else "outlet"


def _outermost_first(covering: list[Attribution]) -> list[Attribution]:
    """Whoever reports another's cue stands before that other; else the longer content is the outer one."""

    def depth(inner: Attribution) -> tuple[int, int, bool, int]:
        above = sum(outer.covers(*inner.cue[0]) for outer in covering if outer is not inner)
        return above, -sum(stop - begin for begin, stop in inner.content), inner.kind == "cite", inner.cue_head

    return sorted(covering, key=depth)


def _links(doc: Doc, found: Attribution, said_of: SaidOf | None) -> list[Sayer]:
    said = said_of(found.cue[0][0], found.cue[-1][1]) if said_of is not None else None
    links: list[Sayer] = []
    for speaker in (found.through, found.speaker):
        if speaker is not None:
            text = text_of(doc)[speaker.start : speaker.end]
            links.append(Sayer(speaker.name, speaker.role, text, speaker.start, speaker.end, said))
    if found.impersonal and found.kind in _SAID and found.lemma not in _PRINTED:
        start, end = found.cue[0]
        text = text_of(doc)[start:end]
        links.append(Sayer(" ".join(text.split()), "unnamed", text, start, end, said))
    return links
