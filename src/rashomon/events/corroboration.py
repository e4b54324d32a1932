"""How well it is told that an event happened: who says so, what they rest on, who denies it, and a grade.

Each origin counts once, with the best that it rests on. A speaker is a party who belongs to the actors or the targets
of the event, or to whom these belong; where no name ties them, the words do ("an army spokesman" on what soldiers did).
The grade is the last of `RULES` that holds: a class with a reason, no probability. Plans, threats and suppositions
corroborate nothing, and a reprint adds no source.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from rashomon.events.clues import TALK, belongings
from rashomon.events.mappings import party
from rashomon.events.origins import Origins
from rashomon.events.tables import rows
from rashomon.people import kinds
from rashomon.record import Actor, Corroboration, Role, Sayer, Source, Statement
from rashomon.record.event import Grade, SourceKind

RULES: Mapping[Grade, str] = {
    "none": "nobody says that it happened",
    "single": "one origin says so",
    "one-side": "several origins say so, and all of them have it from one side of it",
    "alike": "several origins say so, and all of them rest on the same kind of source",
    "independent": "several origins say so, on at least two kinds of sources or on both sides of it",
    "against-interest": "several origins say so, among them a party that would rather not",
}
"""The grades from the weakest to the strongest, with their rules."""

_BEST: tuple[SourceKind, ...] = ("agency", "outlet", "witness", "document", "official", "unnamed", "party")
"""What an origin may rest on, from what it answers for itself to whose interest it serves."""

_SPEAKERS = frozenset({"official", "witness", "unnamed"})
_BIASED = frozenset({"official", "unnamed"})
"""Speakers who may speak for a party; a witness speaks for nobody."""

_ORGANISED = frozenset({"soldier", "police", "force", "fighter", "government"})
"""Kinds of people that a spokesman speaks for."""

_TITLE = re.compile(r"(?:[\w'’-]+ ){0,3}\Z")
"""The words before a name that say whose spokesman somebody is."""

Flank = Literal["actor", "target"]


@dataclass(frozen=True, slots=True)
class _Parties:
    """Who takes part in an event on either side."""

    actor: tuple[Role, ...]
    target: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class _Resting:
    """A source, and the side of the act on which it stands where it is a party."""

    source: Source
    flank: Flank | None = None


@cache
def _interests() -> tuple[tuple[str, str | None, str, frozenset[str]], ...]:
    return tuple(
        (type_, None if mode == "-" else mode, whose, frozenset(whom.split("|")) - {"-"})
        for type_, mode, whose, whom in rows("interests.tsv")
    )


class Corroborating:
    """Judges the statements of events; knows the actors of the record."""

    def __init__(self, origins: Origins, actors: Mapping[str, Actor]) -> None:
        self._origins = origins
        self._actors = actors

    def of(self, statements: Sequence[Statement], origin: Mapping[str, str], campaign: bool) -> Corroboration:
        """The corroboration of one event; `origin` is the origin of each statement by id. What is denied of an
        operation as a whole is an aim or a leader, not that it took place."""
        acts = [s for s in statements if s.type not in TALK] or list(statements)
        parties = _Parties(tuple(r for s in acts for r in s.actors), tuple(r for s in acts for r in s.targets))
        told: dict[str, list[_Resting]] = {}
        for s in acts:
            if s.factuality == "asserted":
                told.setdefault(origin[s.id], []).append(self._resting(s, origin[s.id], parties))
        best = [min(told[name], key=_rank) for name in sorted(told)]
        grade = _grade(best)
        denied = () if campaign else self._deniers(acts)
        return Corroboration(grade, RULES[grade], tuple(one.source for one in best), denied)

    def _deniers(self, acts: Iterable[Statement]) -> tuple[str, ...]:
        """Who denies it, by the names of the voices: the speaker, not the paper that brings the denial."""
        return tuple(sorted({self._origins.voice(s) for s in acts if s.factuality == "denied"}))

    def _resting(self, statement: Statement, origin: str, parties: _Parties) -> _Resting:
        last = statement.chain[-1] if statement.chain else None
        if last is None or last.role not in _SPEAKERS:
            return _Resting(Source(origin, _carrying(last), None, False))
        found = self._side(last, statement, parties) if last.role in _BIASED else None
        if found is None:
            return _Resting(Source(origin, last.role, None, False))
        flank, role = found
        actor = self._actors.get(role.actor or "")
        against = self._against(statement, last, flank)
        return _Resting(Source(origin, "party", actor.name if actor else role.name, against), flank)

    def _side(self, sayer: Sayer, statement: Statement, parties: _Parties) -> tuple[Flank, Role] | None:
        """The side of the act that a speaker speaks for, with the party; None where there is none, and where both
        sides would do. A tie closer than the state goes first, then the state, then words."""
        named = kinds(_title(sayer, statement)) & _ORGANISED
        ties: tuple[Callable[[Role], bool], ...] = (
            lambda role: not all(map(self._is_state, self._shared(sayer, role))),
            lambda role: bool(self._shared(sayer, role)),
            lambda role: bool(named & kinds(role.name)),
        )
        for tied in ties:
            own, hit = (sorted(filter(tied, roles), key=_first) for roles in (parties.actor, parties.target))
            if bool(own) != bool(hit):
                return ("actor", own[0]) if own else ("target", hit[0])
        return None

    def _is_state(self, key: str) -> bool:
        actor = self._actors.get(key)
        return actor is not None and actor.type == "state"

    def _shared(self, sayer: Sayer, role: Role) -> frozenset[str]:
        """What a speaker and a party both belong to, themselves included."""
        if not (sayer.actor and role.actor):
            return frozenset()
        return belongings(sayer.actor, self._actors) & belongings(role.actor, self._actors)

    def _against(self, statement: Statement, sayer: Sayer, flank: Flank) -> bool:
        """Whether the statement tells what the speaker's own side would rather not."""
        hit = party(statement.targets, self._actors)
        own = self._side(sayer, statement, _Parties(statement.actors, statement.targets))
        return own is not None and any(
            type_ == statement.type
            and mode in (None, statement.mode)
            and (not whom or hit in whom)
            and whose == flank == own[0]
            for type_, mode, whose, whom in _interests()
        )


def _title(sayer: Sayer, statement: Statement) -> str:
    """The words that name a speaker, with those right before them in the sentence."""
    evidence = statement.evidence
    if sayer.start is None or not evidence.start <= sayer.start < evidence.end:
        return sayer.name
    before = _TITLE.search(evidence.text[: sayer.start - evidence.start])
    return f"{before.group() if before else ''}{sayer.text or sayer.name}"


def _first(role: Role) -> tuple[bool, str]:
    """Named parties before others, by name, so that one order is kept."""
    return role.actor is None, role.name


def _carrying(last: Sayer | None) -> SourceKind:
    """What a report rests on that speaks for itself."""
    return last.role if last is not None and last.role in ("agency", "document") else "outlet"


def _rank(one: _Resting) -> tuple[bool, int, str]:
    """An admission goes before all else that an origin has."""
    return not one.source.against_interest, _BEST.index(one.source.kind), one.source.side or ""


def _grade(told: Sequence[_Resting]) -> Grade:
    if len(told) < 2:
        return "single" if told else "none"
    if any(one.source.against_interest for one in told):
        return "against-interest"
    if len({(one.source.kind, one.flank) for one in told}) > 1:
        return "independent"
    return "one-side" if told[0].flank else "alike"
