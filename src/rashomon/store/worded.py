"""The words by which a statement is found without reading all: their stems stand beside it, and in PostgreSQL in an
index. What they find may hold more than is asked for, never less, so whoever asks still looks at each statement.
"""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Dialect, cast, func, literal_column, or_
from sqlalchemy.dialects.postgresql import TSQUERY

from rashomon.record import Statement
from rashomon.store import tables as t
from rashomon.store.words import stems

LONGEST = 40
"""Characters of a stem that are kept: longer than any word, while a page may hold anything, and an index may not."""


def words_of(statement: Statement) -> str:
    """The stems of the words of a statement as it was read, of its names as the article has them too."""
    roles = (*statement.actors, *statement.targets)
    trigger = statement.trigger.text if statement.trigger else None
    named = (*(role.name for role in roles), *(sayer.name for sayer in statement.chain))
    return " ".join(sorted({stem[:LONGEST] for stem in stems(statement.evidence.text, trigger, *named)}))


def worded(asked: Collection[str], dialect: Dialect) -> ColumnElement[bool]:
    """The condition that a statement has one of these stems, of which there is at least one, among its words."""
    kept = sorted({stem[:LONGEST] for stem in asked})
    if dialect.name == "postgresql":
        # Written as the index is, which would not be used otherwise. Stems hold letters, digits and `_` alone.
        query = " | ".join(f"'{stem}'" for stem in kept)
        return literal_column(INDEXED).bool_op("@@")(cast(query, TSQUERY))
    return or_(*(func.instr(" " + t.statements.c.words + " ", f" {stem} ") > 0 for stem in kept))


INDEXED = "array_to_tsvector(string_to_array(statements.words, ' '))"
"""What PostgreSQL has an index of."""
