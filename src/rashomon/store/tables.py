"""The tables of a record: what was read, and the views made from it.

What is searched has a column of its own; the whole value stands beside it in `body`, as the JSON of the frozen noun.
What was read (articles, statements, local actors, places, names, dropped) is only ever added to, or replaced article by
article. What people decided (judgements) is only ever added to. The views (reviews, families, actors, merges, places,
events, relations, flows, truces) are made from both and can be made again at any time; what is kept to make events of
more articles stands beside them.
"""

from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Subquery,
    Table,
    Text,
    select,
    union_all,
)
from sqlalchemy.types import TypeDecorator

from rashomon.record import Actor, Article, Event, Flow, Judgement, Place, Relation, Review, Statement, Truce

T = TypeVar("T")

Word = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that sorts by code point on every database, whatever its locale, so that exports keep one order."""


class Body(TypeDecorator[T]):
    """A noun as JSON text. Text, not a JSON type: PostgreSQL's would reorder the keys and refuse the character NUL."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[T]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: T | None, dialect: Dialect) -> str | None:
        """The value as JSON."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> T | None:
        """The value again, equal to the one that went in."""
        return None if value is None else msgspec.json.decode(value, type=self.kind)


def _to(target: str, name: str, primary: bool = True) -> Column[str]:
    """A column that holds an id of another table and goes with its row."""
    return Column(name, Word, ForeignKey(target, ondelete="CASCADE"), primary_key=primary, nullable=False)


def _id() -> Column[str]:
    return Column("id", Word, primary_key=True)


metadata = MetaData()

meta = Table("meta", metadata, Column("key", Word, primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "articles", metadata,
    _id(),
    Column("file", Word, nullable=False),
    Column("fingerprint", Word, nullable=False, unique=True),
    Column("outlet", Text),
    Column("published", Date, index=True),
    Column("language", Text, nullable=False),
    Column("reader", Text),
    Column("body", Body(Article), nullable=False),
    Index("articles_in_order", "file", "id"),
)  # fmt: skip

statements = Table(
    "statements", metadata,
    _id(),
    _to("articles.id", "article", primary=False),
    Column("position", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("factuality", Text, nullable=False),
    Column("earliest", Date, index=True),
    Column("latest", Date, index=True),
    Column("confidence", Float, nullable=False, server_default="0"),
    Column("words", Text, nullable=False, server_default=""),
    Column("body", Body(Statement), nullable=False),
    Index("statements_by_confidence", "confidence", "id"),
    Index("statements_in_order", "article", "position"),
    Index("statements_by_act", "type", "mode"),
)  # fmt: skip

statement_actors = Table(
    "statement_actors", metadata,
    _to("statements.id", "statement"),
    Column("part", Text, primary_key=True),
    Column("local", Word, primary_key=True, index=True),
)  # fmt: skip

statement_places = Table(
    "statement_places", metadata,
    _to("statements.id", "statement"),
    Column("place", Word, primary_key=True, index=True),
)  # fmt: skip

local_actors = Table(
    "local_actors", metadata,
    _id(),
    _to("articles.id", "article", primary=False),
    Column("position", Integer, nullable=False),
    Column("name", Word, nullable=False),
    Column("type", Text, nullable=False),
    Column("body", Body(Actor), nullable=False),
    Index("local_actors_in_order", "article", "position"),
)  # fmt: skip

article_places = Table(
    "article_places", metadata,
    _to("articles.id", "article"),
    Column("position", Integer, primary_key=True),
    Column("id", Word, nullable=False, index=True),
    Column("body", Body(Place), nullable=False),
)  # fmt: skip

names = Table(
    "names", metadata,
    _to("articles.id", "article"),
    Column("position", Integer, primary_key=True),
    Column("text", Word, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("label", Text, nullable=False),
)  # fmt: skip

place_mentions = Table(
    "place_mentions", metadata,
    _to("articles.id", "article"),
    Column("position", Integer, primary_key=True),
    Column("text", Word, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("place", Word, index=True),
)  # fmt: skip

dropped = Table(
    "dropped", metadata,
    Column("file", Word, primary_key=True),
    Column("stage", Word, primary_key=True),
    Column("reason", Text, nullable=False),
)  # fmt: skip

judgements = Table(
    "judgements", metadata,
    _id(),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("body", Body(Judgement), nullable=False),
    Index("judgements_in_order", "at", "id"),
)  # fmt: skip

reviews = Table(
    "reviews", metadata,
    _to("statements.id", "statement"),
    Column("state", Text, nullable=False),
    Column("made", Boolean, nullable=False),
    Column("body", Body(Review), nullable=False),
    Index("reviews_by_state", "state"),
)  # fmt: skip

families = Table(
    "families", metadata,
    _id(),
    Column("origin", Text, nullable=False),
    Column("among", Body(tuple[str, ...]), nullable=False, server_default="[]"),
)  # fmt: skip

family_articles = Table(
    "family_articles", metadata,
    _to("articles.id", "article"),
    _to("families.id", "family", primary=False),
    Index("family_articles_by_family", "family", "article"),
)  # fmt: skip

actors = Table(
    "actors", metadata,
    _id(),
    Column("name", Word, nullable=False, index=True),
    Column("type", Text, nullable=False),
    Column("body", Body(Actor), nullable=False),
)  # fmt: skip

places = Table("places", metadata, _id(), Column("body", Body(Place), nullable=False))

merges = Table(
    "merges", metadata,
    _to("local_actors.id", "local"),
    Column("actor", Word, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("sort", Word, index=True),
)  # fmt: skip

events = Table(
    "events", metadata,
    _id(),
    Column("part_of", Word, index=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("earliest", Date, index=True),
    Column("latest", Date, index=True),
    Column("origins", Integer, nullable=False),
    Column("body", Body(Event), nullable=False),
)  # fmt: skip

event_statements = Table(
    "event_statements", metadata,
    _to("statements.id", "statement"),
    _to("events.id", "event", primary=False),
    Index("event_statements_by_event", "event"),
)  # fmt: skip

gathered = Table("gathered", metadata, _to("articles.id", "article"))

clues = Table(
    "clues", metadata,
    _to("statements.id", "statement"),
    _to("articles.id", "article", primary=False),
    Column("head", Word, nullable=False),
    Column("position", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("clues_by_article", "article"),
    Index("clues_by_head", "head", "position"),
)  # fmt: skip

keys = Table(
    "keys", metadata,
    Column("key", Word, primary_key=True),
    _to("statements.id", "head"),
    Index("keys_by_head", "head"),
)  # fmt: skip

joins = Table(
    "joins", metadata,
    _to("statements.id", "one"),
    _to("statements.id", "other"),
    Column("score", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("joins_by_other", "other"),
)  # fmt: skip

notes = Table("notes", metadata, _to("articles.id", "article"), Column("body", Text, nullable=False))

wholes = Table("wholes", metadata, Column("event", Word, primary_key=True), Column("body", Text, nullable=False))

sketches = Table(
    "sketches", metadata,
    _to("articles.id", "article"),
    Column("words", Integer, nullable=False),
    Column("runs", Integer, nullable=False),
    Column("least", LargeBinary, nullable=False),
    Column("head", Word, nullable=False),
)  # fmt: skip

sorts = Table("sorts", metadata, Column("key", Word, primary_key=True), Column("body", Text, nullable=False))

claims = Table(
    "claims", metadata,
    _to("statements.id", "statement"),
    Column("position", Integer, primary_key=True),
    Column("article", Word, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", Word, nullable=False, index=True),
    Column("bond", Word, nullable=False, index=True),
    Column("post", Word, index=True),
    Column("ends", Boolean, nullable=False),
    Column("body", Text, nullable=False),
)  # fmt: skip

SHELF = (gathered, clues, keys, joins, notes, wholes, sketches, sorts, claims)
"""What is kept between two builds, so that new articles touch only what they concern; made from the others too."""

relations = Table(
    "relations", metadata,
    _id(),
    Column("subject", Word, nullable=False, index=True),
    Column("relation", Text, nullable=False),
    Column("object", Word, index=True),
    Column("dated", Boolean, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("fork", Integer),
    Column("origins", Integer, nullable=False),
    Column("key", Word, index=True),
    Column("body", Body(Relation), nullable=False),
    Index("relations_by_end", "fork", "latest", "earliest", "origins", "id"),
    Index("relations_by_beginning", "fork", "earliest", "latest", "origins", "id"),
    Index("relations_by_weight", "dated", "origins", "id"),
)  # fmt: skip

flows = Table(
    "flows", metadata,
    _id(),
    Column("dated", Boolean, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("body", Body(Flow), nullable=False),
    Index("flows_by_beginning", "dated", "earliest", "id"),
)  # fmt: skip

truces = Table(
    "truces", metadata,
    _id(),
    Column("dated", Boolean, nullable=False),
    Column("earliest", Date),
    Column("latest", Date),
    Column("body", Body(Truce), nullable=False),
    Index("truces_by_beginning", "dated", "earliest", "id"),
)  # fmt: skip

VIEWS = (
    *SHELF, reviews, relations, flows, truces, event_statements, events, merges, actors, places, family_articles,
    families,
)  # fmt: skip
"""The tables that are made from the others, in the order in which they can be emptied."""


def all_actors() -> Subquery:
    """Merged actors, and local ones that no build has merged yet."""
    unmerged = select(local_actors.c.id, local_actors.c.body).where(local_actors.c.id.not_in(select(merges.c.local)))
    return union_all(select(actors.c.id, actors.c.body), unmerged).subquery()
