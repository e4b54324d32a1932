"""How well it is told that an event happened: who says so, what they rest on, who denies it, and a grade.

Each origin counts once, with the best that it rests on. A speaker who belongs to the actors or the targets of the
event, or to whom these belong, is a party. The grade is the last of `RULES` that holds: a class with a reason, no
probability. Plans, threats and suppositions corroborate nothing, and a reprint adds no source.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from rashomon.events.clues import TALK, belongings
from rashomon.events.mappings import party
from rashomon.events.origins import Origins
from rashomon.events.tables import rows
from rashomon.record import Actor, Corroboration, Role, Sayer, Source, Statement
from rashomon.record.event import Grade, SourceKind

RULES: Mapping[Grade, str] = {
    "none": "nobody says that it happened",
    "single": "one origin says so",
    "one-side": "several origins say so, and all of them have it from one party to it",
    "alike": "several origins say so, and all of them rest on the same kind of source",
    "independent": "several origins say so, on at least two kinds of sources or two parties to it",
    "against-interest": "several origins say so, among them a party that would rather not",
}
"""The grades from the weakest to the strongest, with their rules."""

_BEST: tuple[SourceKind, ...] = ("agency", "outlet", "witness", "document", "official", "unnamed", "party")
"""What an origin may rest on, from what it answers for itself to whose interest it serves."""

_SPEAKERS = frozenset({"official", "witness", "unnamed"})


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
        parties = self._parties(acts)
        sources: dict[str, list[Source]] = {}
        for s in acts:
            if s.factuality == "asserted":
                sources.setdefault(origin[s.id], []).append(self._source(s, origin[s.id], parties))
        best = tuple(min(sources[name], key=_rank) for name in sorted(sources))
        grade = _grade(best)
        return Corroboration(grade, RULES[grade], best, () if campaign else self._deniers(acts))

    def _deniers(self, acts: Iterable[Statement]) -> tuple[str, ...]:
        """Who denies it, by the names of the voices: the speaker, not the paper that brings the denial."""
        return tuple(sorted({self._origins.voice(s) for s in acts if s.factuality == "denied"}))

    def _parties(self, acts: Iterable[Statement]) -> frozenset[str]:
        """The actors of the event with all that they belong to."""
        ids = {role.actor for s in acts for role in (*s.actors, *s.targets) if role.actor}
        return frozenset().union(*(belongings(key, self._actors) for key in ids)) if ids else frozenset()

    def _source(self, statement: Statement, origin: str, parties: frozenset[str]) -> Source:
        last = statement.chain[-1] if statement.chain else None
        if last is None or last.role not in _SPEAKERS:
            return Source(origin, _carrying(last), None, False)
        side = None if last.role == "witness" else self._side(last, parties)
        if side is None:
            return Source(origin, last.role, None, False)
        return Source(origin, "party", self._actors[side].name, self._against(statement, last))

    def _side(self, sayer: Sayer, parties: frozenset[str]) -> str | None:
        """The widest actor that a speaker belongs to and that takes part, None where there is none."""
        if sayer.actor is None or sayer.actor not in self._actors:
            return None
        shared = belongings(sayer.actor, self._actors) & parties & self._actors.keys()
        widest = [key for key in shared if not (set(self._actors[key].parents) & shared)]
        return min(widest, default=None)

    def _against(self, statement: Statement, sayer: Sayer) -> bool:
        """Whether the statement tells what the speaker's own side would rather not."""
        own = belongings(sayer.actor or "", self._actors)
        hit = party(statement.targets, self._actors)
        for type_, mode, whose, whom in _interests():
            if type_ != statement.type or mode not in (None, statement.mode) or (whom and hit not in whom):
                continue
            if self._belong(statement.actors if whose == "actor" else statement.targets, own):
                return True
        return False

    def _belong(self, roles: Iterable[Role], own: frozenset[str]) -> bool:
        return any(role.actor and belongings(role.actor, self._actors) & own for role in roles)


def _carrying(last: Sayer | None) -> SourceKind:
    """What a report rests on that speaks for itself."""
    return last.role if last is not None and last.role in ("agency", "document") else "outlet"


def _rank(source: Source) -> tuple[bool, int, str]:
    """An admission goes before all else that an origin has."""
    return not source.against_interest, _BEST.index(source.kind), source.side or ""


def _grade(sources: Sequence[Source]) -> Grade:
    if len(sources) < 2:
        return "single" if sources else "none"
    if any(source.against_interest for source in sources):
        return "against-interest"
    kinds = {(source.kind, source.side) for source in sources}
    if len(kinds) > 1:
        return "independent"
    return "one-side" if sources[0].kind == "party" else "alike"
