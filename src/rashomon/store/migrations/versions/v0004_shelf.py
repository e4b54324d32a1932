"""What is kept of statements between two gatherings of events; events in the order of their ids."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _to(target: str, name: str, primary: bool = True) -> sa.Column[str]:
    key = sa.ForeignKey(target, ondelete="CASCADE")
    return sa.Column(name, WORD, key, primary_key=primary, nullable=False)


def upgrade() -> None:
    """From a record whose events are made as a whole; the next build makes them anew."""
    op.drop_table("event_statements")
    op.drop_table("events")
    op.create_table(
        "events",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("part_of", WORD),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_events_earliest", "events", ["earliest"])
    op.create_index("ix_events_latest", "events", ["latest"])
    op.create_index("ix_events_part_of", "events", ["part_of"])
    op.create_table("event_statements", _to("statements.id", "statement"), _to("events.id", "event", primary=False))
    op.create_index("event_statements_by_event", "event_statements", ["event"])
    op.create_table("gathered", _to("articles.id", "article"))
    op.create_table(
        "clues",
        _to("statements.id", "statement"),
        _to("articles.id", "article", primary=False),
        sa.Column("head", WORD, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("clues_by_article", "clues", ["article"])
    op.create_index("clues_by_head", "clues", ["head", "position"])
    op.create_table("keys", sa.Column("key", WORD, primary_key=True), _to("statements.id", "head"))
    op.create_index("keys_by_head", "keys", ["head"])
    op.create_table(
        "joins",
        _to("statements.id", "one"),
        _to("statements.id", "other"),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("joins_by_other", "joins", ["other"])
    op.create_table("notes", _to("articles.id", "article"), sa.Column("body", sa.Text, nullable=False))
    op.create_table("wholes", sa.Column("event", WORD, primary_key=True), sa.Column("body", sa.Text, nullable=False))
    op.execute("UPDATE meta SET value = 'no' WHERE key = 'fresh'")
