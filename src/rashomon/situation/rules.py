"""The table of what acts show, `data/rules.tsv`; its head says how to read it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

from rashomon.record import RelationKind, Statement

ANY = "*"
TOLD = "told"
"""The rule of what a text itself tells as standing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """`objects`: where the other side stands in the statement. `lasts`: from the act on; `ends`: the act ends it."""

    type: str
    mode: str
    relation: RelationKind
    objects: str
    lasts: bool
    ends: bool
    name: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the table."""
    text = files("rashomon.situation").joinpath("data", "rules.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(
        Rule(type_, mode, cast("RelationKind", relation), objects, lasts == "on", ends == "yes", name)
        for type_, mode, relation, objects, lasts, ends, name in rows
    )


def rules_for(statement: Statement) -> tuple[Rule, ...]:
    """What follows from an act; nothing from one that is denied, planned or asked for."""
    if statement.factuality != "asserted" or statement.relation is not None:
        return ()
    return tuple(r for r in rules() if r.type == statement.type and r.mode in (ANY, statement.mode))
