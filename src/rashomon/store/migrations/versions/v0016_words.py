"""The stems of the words of each statement beside it, by which a search finds it; PostgreSQL has an index of them."""

import sqlalchemy as sa
from alembic import op

from rashomon.record import Statement
from rashomon.store.tables import Body
from rashomon.store.worded import words_of

revision = "0016"
down_revision = "0015"

BATCH = 1000
"""Statements brought up at once."""


def upgrade() -> None:
    """From a record that is searched by reading all of it; it keeps its views."""
    op.add_column("statements", sa.Column("words", sa.Text, nullable=False, server_default=""))
    connection = op.get_bind()
    body, last = Body(Statement), ""
    while rows := connection.execute(
        sa.text("SELECT id, body FROM statements WHERE id > :last ORDER BY id LIMIT :most"),
        {"last": last, "most": BATCH},
    ).all():
        told = ((key, body.process_result_value(value, connection.dialect)) for key, value in rows)
        connection.execute(
            sa.text("UPDATE statements SET words = :words WHERE id = :id"),
            [{"id": key, "words": words_of(statement)} for key, statement in told if statement],
        )
        last = rows[-1][0]
    if connection.dialect.name == "postgresql":
        indexed = "array_to_tsvector(string_to_array(words, ' '))"
        op.execute(f"CREATE INDEX statements_by_words ON statements USING gin ({indexed})")
