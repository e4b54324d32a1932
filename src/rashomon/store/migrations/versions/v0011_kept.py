"""What is kept of texts, local actors and claims, so that families, actors and relations grow by what comes."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _to(target: str, name: str, primary: bool = True) -> sa.Column[str]:
    key = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, WORD, key, primary_key=primary, nullable=False)


def upgrade() -> None:
    """From a record whose families, actors and relations are made as a whole; the next build makes them anew."""
    op.create_table(
        "sketches",
        _to("articles.id", "article"),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("runs", sa.Integer, nullable=False),
        sa.Column("least", sa.LargeBinary, nullable=False),
        sa.Column("head", WORD, nullable=False),
    )
    op.create_table("sorts", sa.Column("key", WORD, primary_key=True), sa.Column("body", sa.Text, nullable=False))
    op.add_column("merges", sa.Column("sort", WORD))
    op.create_index("ix_merges_sort", "merges", ["sort"])
    op.create_table(
        "claims",
        _to("statements.id", "statement"),
        sa.Column("position", sa.Integer, primary_key=True),
        _to("articles.id", "article", primary=False),
        sa.Column("key", WORD, nullable=False),
        sa.Column("bond", WORD, nullable=False),
        sa.Column("post", WORD),
        sa.Column("ends", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    for column in ("article", "key", "bond", "post"):
        op.create_index(f"ix_claims_{column}", "claims", [column])
    op.add_column("relations", sa.Column("key", WORD))
    op.create_index("ix_relations_key", "relations", ["key"])
    op.execute("UPDATE meta SET value = 'no' WHERE key = 'fresh'")
