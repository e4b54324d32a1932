"""What stands judged of single statements, and how sure the reader was of each, so that the least sure come first."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

BATCH = 1000
"""Statements brought up at once."""


def upgrade() -> None:
    """From a record in which only names and events were judged; it keeps its views."""
    op.create_table(
        "reviews",
        sa.Column("statement", WORD, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("made", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("reviews_by_state", "reviews", ["state"])
    op.add_column("statements", sa.Column("confidence", sa.Float, nullable=False, server_default="0"))
    connection = op.get_bind()
    last = ""
    while rows := connection.execute(
        sa.text("SELECT id, body FROM statements WHERE id > :last ORDER BY id LIMIT :most"),
        {"last": last, "most": BATCH},
    ).all():
        connection.execute(
            sa.text("UPDATE statements SET confidence = :confidence WHERE id = :id"),
            [{"id": key, "confidence": json.loads(body).get("confidence", 0)} for key, body in rows],
        )
        last = rows[-1][0]
    op.create_index("statements_by_confidence", "statements", ["confidence", "id"])
