"""What statements are asked for: a condition on their rows, and on a statement that people may have changed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, not_, or_, select

from rashomon.record import Statement
from rashomon.store import tables as t
from rashomon.store.joined import actors_in


@dataclass(frozen=True, slots=True)
class Conditions:
    """None leaves a condition out."""

    type: str | None
    actor: str | None
    place: str | None
    since: date | None
    until: date | None

    def sql(self) -> list[ColumnElement[bool]]:
        """The conditions on what the reader read."""
        s = t.statements
        told: list[ColumnElement[bool]] = []
        if self.type is not None:
            told.append(s.c.type == self.type)
        if self.actor is not None:
            link, merged = t.statement_actors, t.merges
            local = select(merged.c.local).where(merged.c.actor == self.actor)
            meant = or_(link.c.local == self.actor, link.c.local.in_(local))
            told.append(s.c.id.in_(select(link.c.statement).where(meant)))
        if self.place is not None:
            link = t.statement_places
            told.append(s.c.id.in_(select(link.c.statement).where(link.c.place == self.place)))
        if self.since is not None or self.until is not None:
            told.append(not_(and_(s.c.earliest.is_(None), s.c.latest.is_(None))))
        if self.since is not None:
            told.append(or_(s.c.latest.is_(None), s.c.latest >= self.since))
        if self.until is not None:
            told.append(or_(s.c.earliest.is_(None), s.c.earliest <= self.until))
        return told

    def met(self, statement: Statement) -> bool:
        """Whether the statement itself meets them."""
        time = statement.time
        return (
            (self.type is None or statement.type == self.type)
            and (self.actor is None or self.actor in actors_in([statement]))
            and (self.place is None or any(mention.place == self.place for mention in statement.places))
            and (self.since is None or (time is not None and (time.latest is None or time.latest >= self.since)))
            and (self.until is None or (time is not None and (time.earliest is None or time.earliest <= self.until)))
        )
