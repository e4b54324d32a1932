"""Relations found by day through an index, and flows and truces beside them; the next build makes all anew."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _days() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("dated", sa.Boolean, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
    )


def upgrade() -> None:
    """From a record whose relations are scanned, and without flows."""
    op.drop_table("relations")
    op.create_table(
        "relations",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("subject", WORD, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("object", WORD),
        *_days(),
        sa.Column("fork", sa.Integer),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("key", WORD),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_relations_subject", "relations", ["subject"])
    op.create_index("ix_relations_object", "relations", ["object"])
    op.create_index("ix_relations_key", "relations", ["key"])
    op.create_index("relations_by_end", "relations", ["fork", "latest", "earliest", "origins", "id"])
    op.create_index("relations_by_beginning", "relations", ["fork", "earliest", "latest", "origins", "id"])
    op.create_index("relations_by_weight", "relations", ["dated", "origins", "id"])
    for name in ("flows", "truces"):
        body = sa.Column("body", sa.Text, nullable=False)
        op.create_table(name, sa.Column("id", WORD, primary_key=True), *_days(), body)
        op.create_index(f"{name}_by_beginning", name, ["dated", "earliest", "id"])
