"""What people decided, beside what was read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """From a record that holds no judgements."""
    op.create_table(
        "judgements",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("judgements_in_order", "judgements", ["at", "id"])
