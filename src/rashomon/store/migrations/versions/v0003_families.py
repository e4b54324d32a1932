"""The names among which the origin of a family is, where nothing shows which."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """From a record in which every family has one origin; the next build finds them anew."""
    op.add_column("families", sa.Column("among", sa.Text, nullable=False, server_default="[]"))
