"""The figures of one event as they were told: by which origin and which voice, on which day, and what they count.

The same words printed again are the same saying, and count with the day of their first print; so are other words of
one voice with the same number on the same day. Figures of one count make a group; the grouping is the same for whoever
compares them, rolls them up or shows them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rashomon.events.figures import counted, is_part, measure
from rashomon.events.origins import Origins
from rashomon.record import Figure, Statement, When

Thing = tuple[str, str, bool, frozenset[str]]
"""What a figure counts: its unit, its measure, whether it is a part of another figure, the kinds."""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure, the origin and the voice that give it, the day on which it was said or printed (None where unknown),
    the statements that print it, and whether a speaker with a name or an office stands behind it. `sentence` are the
    words around it, which tell more of what it measures. `part`: it counts some of those that another figure counts."""

    figure: Figure
    origin: str
    day: date | None = None
    voice: str = ""
    spoken: bool = False
    statements: tuple[str, ...] = ()
    sentence: str = ""
    part: bool = False

    @property
    def measure(self) -> str:
        """What happened to what is counted."""
        return measure(self.figure, self.sentence)


def told_figures(
    statements: Iterable[Statement], origin: Mapping[str, str], published: Mapping[str, When | None], origins: Origins
) -> tuple[Told, ...]:
    """The figures of what is asserted, each with its origin (`origin`, by statement) and its day: the day of the last
    in the chain who has one, else that on which its article was `published`."""
    found: dict[tuple[object, ...], Told] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.factuality != "asserted":
            continue
        day = said_on(statement, published.get(statement.article))
        sentence = " ".join(statement.evidence.text.split())
        voice, spoken = origins.voice(statement), origins.speaker(statement) is not None
        for figure in statement.figures:
            part = is_part(figure, statement.evidence)
            told = Told(figure, origin[statement.id], day, voice, spoken, (statement.id,), sentence, part)
            key = (told.origin, sentence.casefold(), figure.text, figure.counts, figure.measure, figure.unit)
            first = found.get(key)
            if first is None:
                found[key] = told
                continue
            ids = tuple(sorted({*first.statements, statement.id}))
            kept = told if (day or date.max) < (first.day or date.max) else first
            found[key] = replace(kept, statements=ids)
    return _once(found.values())


def _once(told: Iterable[Told]) -> tuple[Told, ...]:
    """Each number once that one voice gives on one day of one thing, with all statements that print it."""
    found: dict[tuple[object, ...], Told] = {}
    for t in sorted(told, key=lambda t: t.statements):
        f = t.figure
        key = (t.origin, t.voice, t.day, f.low, f.best, f.high, f.qualifier, f.counts, f.unit, t.measure, t.part)
        first = found.setdefault(key, t)
        if first is not t:
            found[key] = replace(first, statements=tuple(sorted({*first.statements, *t.statements})))
    return tuple(found.values())


def said_on(statement: Statement, published: When | None) -> date | None:
    """The day on which a statement was said last in its chain, else printed; None where neither is known. Nobody is
    quoted before speaking: a week of saying ends at the latest on the day of the print."""
    printed = published.latest if published else None
    said = next((s.said.latest for s in reversed(statement.chain) if s.said and s.said.latest), None)
    days = [day for day in (said, printed) if day]
    return min(days, default=None) if said else printed


def grouped(told: Iterable[Told]) -> list[list[Told]]:
    """Figures of one count together; each goes to the first group all of whose figures count the same."""
    groups: list[tuple[list[Told], set[Thing]]] = []
    for t in sorted(told, key=_order):
        thing = t.figure.unit, t.measure, t.part, counted(t.figure)
        fit = next((group for group in groups if all(_same(thing, other) for other in group[1])), None)
        if fit is None:
            groups.append(([t], {thing}))
        else:
            fit[0].append(t)
            fit[1].add(thing)
    return [group for group, _ in groups]


def _order(t: Told) -> tuple[object, ...]:
    """What counts most kinds first, so that "soldiers and policemen" takes in "policemen"; then whatever keeps one
    order."""
    f = t.figure
    return -len(counted(f)), f.counts, t.origin, f.text, t.day or date.min, t.voice, t.sentence, t.statements


def _same(one: Thing, other: Thing) -> bool:
    return one == other or (one[:-1] == other[:-1] and bool(one[-1] & other[-1]))


def wording(group: Sequence[Told]) -> str:
    """What a group counts: the wording of most origins, of equals the longer; a share says of what."""
    unit = group[0].figure.unit
    votes: dict[str, set[str]] = {}
    for t in group:
        votes.setdefault(t.figure.counts, set()).add(t.origin)
    words = min(votes, key=lambda counts: (-len(votes[counts]), -len(counts), counts))
    if unit == "people":
        return words
    return unit if not words or unit in words else f"{unit} of {words}" if unit == "percent" else f"{words} ({unit})"
