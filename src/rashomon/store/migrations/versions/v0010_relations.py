"""What holds for a while, joined from the statements; the next build fills it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0004"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """From a record without relations."""
    op.create_table(
        "relations",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("subject", WORD, nullable=False),
        sa.Column("relation", sa.Text, nullable=False),
        sa.Column("object", WORD),
        sa.Column("dated", sa.Boolean, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_relations_subject", "relations", ["subject"])
    op.create_index("ix_relations_object", "relations", ["object"])
    op.create_index("relations_by_day", "relations", ["dated", "earliest", "latest"])
