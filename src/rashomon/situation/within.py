"""When undated acts happened at the earliest and at the latest, where they are told as a part of an operation.

An operation (an event that others are part of) begins on a day that its accounts tell, each its own. What an origin
tells as part of it was not before the day that this origin, or the same article, has for it, and not after the day on
which it is told. Both ends must be known; a day that stands in neither is never lent.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from rashomon.record import Event, Statement, When


@dataclass(frozen=True, slots=True)
class Within:
    """The operation (an event's id) and the interval that it leaves an undated statement."""

    operation: str
    time: When


def bounds_within(
    statements: Iterable[Statement],
    origins: Mapping[str, str],
    published: Mapping[str, When | None],
    operations: Mapping[str, tuple[str, ...]],
    parts: Mapping[str, str],
) -> dict[str, Within]:
    """The intervals of undated statements, by id.

    `operations` has the statements of each operation's own event, `parts` the operation that each other statement is
    told as part of, `published` the days of articles.
    """
    told = {statement.id: statement for statement in statements}
    begins: dict[tuple[str, str], When] = {}
    for operation in sorted(operations):
        for key in operations[operation]:
            time = told[key].time if key in told else None
            if time is None or not time.earliest:
                continue
            for teller in (origins[key], told[key].article):
                known = begins.get((operation, teller))
                if known is None or known.earliest is None or time.earliest < known.earliest:
                    begins[operation, teller] = time
    found = {}
    for key, statement in told.items():
        operation = parts.get(key, "")
        begin = begins.get((operation, origins[key])) or begins.get((operation, statement.article))
        end = _told_by(statement, published)
        if statement.time is None and begin and begin.earliest and end and begin.earliest <= end:
            found[key] = Within(operation, When(begin.earliest, end, "days", begin.text, "relative"))
    return found


def parts_of(events: Iterable[Event]) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
    """The statements of each operation's own event, and the operation of every other statement that is part of one."""
    known = tuple(events)
    parts = {key: event.part_of for event in known if event.part_of for key in event.statements}
    wholes = set(parts.values())
    return {event.id: event.statements for event in known if event.id in wholes}, parts


def _told_by(statement: Statement, published: Mapping[str, When | None]) -> date | None:
    """The first day by which it is known to have been told."""
    said = [sayer.said.latest for sayer in statement.chain if sayer.said and sayer.said.latest]
    out = published.get(statement.article)
    return min([*said, *([out.latest] if out and out.latest else [])], default=None)
