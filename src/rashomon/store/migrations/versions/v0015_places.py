"""Each place as all articles together know it; the next build that makes the views fills it."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """From a record whose places are joined from the articles whenever they are asked for."""
    op.create_table(
        "places",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
    )
