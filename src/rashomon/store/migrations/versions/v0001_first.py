"""The first tables of a record.

Written out rather than taken from `tables`: a step that records have gone through must stay what it was.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

WORD = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """From an empty database."""
    op.create_table(
        "actors",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("name", WORD, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_actors_name", "actors", ["name"])
    op.create_table(
        "articles",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("file", WORD, nullable=False),
        sa.Column("fingerprint", WORD, nullable=False, unique=True),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.Date),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("reader", sa.Text),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("articles_in_order", "articles", ["file", "id"])
    op.create_index("ix_articles_published", "articles", ["published"])
    op.create_table(
        "dropped",
        sa.Column("file", WORD, primary_key=True),
        sa.Column("stage", WORD, primary_key=True),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False, unique=True),
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
    op.create_table(
        "families",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("origin", sa.Text, nullable=False),
    )
    op.create_table(
        "meta",
        sa.Column("key", WORD, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "article_places",
        sa.Column("article", WORD, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("id", WORD, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_article_places_id", "article_places", ["id"])
    op.create_table(
        "family_articles",
        sa.Column("article", WORD, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("family", WORD, sa.ForeignKey("families.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("family_articles_by_family", "family_articles", ["family", "article"])
    op.create_table(
        "local_actors",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("article", WORD, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", WORD, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("local_actors_in_order", "local_actors", ["article", "position"])
    op.create_table(
        "names",
        sa.Column("article", WORD, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("text", WORD, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
    )
    op.create_index("ix_names_text", "names", ["text"])
    op.create_table(
        "place_mentions",
        sa.Column("article", WORD, sa.ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("text", WORD, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("place", WORD),
    )
    op.create_index("ix_place_mentions_place", "place_mentions", ["place"])
    op.create_table(
        "statements",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("article", WORD, sa.ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("factuality", sa.Text, nullable=False),
        sa.Column("earliest", sa.Date),
        sa.Column("latest", sa.Date),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_statements_earliest", "statements", ["earliest"])
    op.create_index("ix_statements_latest", "statements", ["latest"])
    op.create_index("statements_by_act", "statements", ["type", "mode"])
    op.create_index("statements_in_order", "statements", ["article", "position"])
    op.create_table(
        "event_statements",
        sa.Column("statement", WORD, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("event", WORD, sa.ForeignKey("events.id", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("event_statements_by_event", "event_statements", ["event"])
    op.create_table(
        "merges",
        sa.Column("local", WORD, sa.ForeignKey("local_actors.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("actor", WORD, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
    )
    op.create_index("ix_merges_actor", "merges", ["actor"])
    op.create_table(
        "statement_actors",
        sa.Column("statement", WORD, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("part", sa.Text, primary_key=True),
        sa.Column("local", WORD, primary_key=True),
    )
    op.create_index("ix_statement_actors_local", "statement_actors", ["local"])
    op.create_table(
        "statement_places",
        sa.Column("statement", WORD, sa.ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", WORD, primary_key=True),
    )
    op.create_index("ix_statement_places_place", "statement_places", ["place"])
