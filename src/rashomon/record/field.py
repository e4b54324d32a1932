"""The fields of a statement one by one: what one holds, a statement with another value in it, and what differs."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from typing import get_args

from rashomon.record.statement import FieldValue, Role, Statement, StatementField
from rashomon.record.when import When

STATEMENT_FIELDS: tuple[StatementField, ...] = get_args(StatementField)
"""The fields that can be corrected, in the order in which they are shown."""


def field_of(statement: Statement, field: StatementField) -> FieldValue:
    """What the statement holds in this field."""
    match field:
        case "act":
            return FieldValue(field, type=statement.type, mode=statement.mode)
        case "factuality":
            return FieldValue(field, factuality=statement.factuality)
        case "actors":
            return FieldValue(field, roles=statement.actors)
        case "targets":
            return FieldValue(field, roles=statement.targets)
        case "places":
            return FieldValue(field, places=statement.places)
        case "time":
            return FieldValue(field, time=statement.time)
        case "figures":
            return FieldValue(field, figures=statement.figures)
        case "source":
            return FieldValue(field, chain=statement.chain)


def with_field(statement: Statement, value: FieldValue) -> Statement:
    """The statement with this value; an act and a factuality are never unknown, so without one they stay."""
    match value.field:
        case "act":
            return replace(statement, type=value.type, mode=value.mode) if value.type else statement
        case "factuality":
            return replace(statement, factuality=value.factuality) if value.factuality else statement
        case "actors":
            return replace(statement, actors=value.roles)
        case "targets":
            return replace(statement, targets=value.roles)
        case "places":
            return replace(statement, places=value.places)
        case "time":
            return replace(statement, time=value.time)
        case "figures":
            return replace(statement, figures=value.figures)
        case "source":
            return replace(statement, chain=value.chain)


def _names(roles: tuple[Role, ...]) -> tuple[str, ...]:
    return tuple(sorted({role.name.casefold() for role in roles}))


def _days(when: When | None) -> tuple[str, str]:
    """The interval; empty where no time is told, so that telling none is a value that coders can agree on."""
    return (str(when.earliest), str(when.latest)) if when else ("", "")


SAID: Mapping[StatementField, Callable[[Statement], Hashable]] = {
    "act": lambda s: (s.type, s.mode or ""),
    "actors": lambda s: _names(s.actors),
    "targets": lambda s: _names(s.targets),
    "places": lambda s: tuple(sorted({place.text.casefold() for place in s.places})),
    "time": lambda s: _days(s.time),
    "figures": lambda s: tuple(sorted((str(f.low), str(f.best), str(f.high), f.measure) for f in s.figures)),
    "source": lambda s: s.chain[-1].name.casefold() if s.chain else "",
    "factuality": lambda s: s.factuality,
}
"""What two statements have to hold to say the same in a field; unknown is a value like others."""


def differing(one: Statement, other: Statement) -> tuple[StatementField, ...]:
    """The fields in which two statements on the same words do not say the same."""
    return tuple(field for field, said in SAID.items() if said(one) != said(other))
