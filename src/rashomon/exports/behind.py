"""The words behind a cell: which characters of which report it was made from.

A cell that is derived (a latitude from the name of a place, a year from a day) has the words of what it derives from.
Only words that bear the cell out are named: a place that stands for another point, or a day outside of the event's, is
another account's and no ground of this cell.
"""

from collections.abc import Iterable
from datetime import date

from rashomon.record import Figure, Place, Role, Sayer, Statement

Span = tuple[Statement, int, int]
"""The statement, and the characters of its article's text."""

Spans = tuple[Span, ...]


def linked(*groups: tuple[str, Spans]) -> dict[str, Spans]:
    """The spans of each column; a group names its columns, parted by spaces, and the words that all of them have."""
    return {column: spans for names, spans in groups for column in names.split()}


def acts(statements: Iterable[Statement]) -> Spans:
    """The words that tell of the act; where a claim has none, its sentence."""
    parts = ((s, s.trigger or s.evidence) for s in statements)
    return tuple((s, part.start, part.end) for s, part in parts)


def sentences(statements: Iterable[Statement]) -> Spans:
    """The sentences that tell of it."""
    return tuple((s, s.evidence.start, s.evidence.end) for s in statements)


def roles(told: Iterable[tuple[Statement, Role]]) -> Spans:
    """The words of these roles."""
    return tuple((s, role.start, role.end) for s, role in told)


def places(statements: Iterable[Statement], where: Place | None = None) -> Spans:
    """The words that name this place, or any."""
    return tuple(
        (s, place.start, place.end)
        for s in statements
        for place in s.places
        if where is None or place.place == where.id
    )


def times(statements: Iterable[Statement], days: tuple[date | None, date | None] | None = None) -> Spans:
    """The words that tell a time which shares a day with these, or any time."""
    told = tuple(statements)
    found = ((s, time_span(s)) for s in told if days is None or _shares(s, days))
    return tuple((s, *at) for s, at in found if at)


def figures(statements: Iterable[Statement], *wanted: Figure) -> Spans:
    """The words of these figures."""
    return tuple((s, f.start, f.end) for s in statements for f in s.figures if f in wanted)


def counts(statements: Iterable[Statement], measure: str | None = None) -> Spans:
    """The words of all figures, or of those of one measure."""
    return tuple((s, f.start, f.end) for s in statements for f in s.figures if measure in (None, f.measure))


def sayers(statements: Iterable[Statement]) -> Spans:
    """The words that name whoever is closest to the fact."""
    last = ((s, s.chain[-1]) for s in statements if s.chain)
    return tuple((s, *at) for s, sayer in last if (at := _sayer_span(sayer)))


def chains(statements: Iterable[Statement]) -> Spans:
    """The words of whole chains."""
    return tuple((s, *at) for s in statements for sayer in s.chain if (at := _sayer_span(sayer)))


def _sayer_span(sayer: Sayer) -> tuple[int, int] | None:
    return None if sayer.start is None or sayer.end is None else (sayer.start, sayer.end)


def _shares(statement: Statement, days: tuple[date | None, date | None]) -> bool:
    when = statement.time
    if when is None:
        return False
    first, last = days
    return (first is None or when.latest is None or first <= when.latest) and (
        last is None or when.earliest is None or when.earliest <= last
    )


def time_span(statement: Statement) -> tuple[int, int] | None:
    """Where the sentence tells the time, if its wording stands there."""
    if statement.time is None or not statement.time.text:
        return None
    at = statement.evidence.text.find(statement.time.text)
    if at < 0:
        return None
    return statement.evidence.start + at, statement.evidence.start + at + len(statement.time.text)
