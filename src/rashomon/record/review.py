"""What stands judged of one statement, as the record reads it now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from rashomon.record.statement import FieldValue, StatementField

ReviewState = Literal["open", "right", "wrong", "corrected"]


@dataclass(frozen=True, slots=True)
class Made:
    """A value that `author` made by a judgement."""

    value: FieldValue
    author: str
    at: datetime
    reason: str
    judgement: str


@dataclass(frozen=True, slots=True)
class Differing:
    """A judgement, and the fields in which the reader now reads other than it did when this was judged."""

    judgement: str
    fields: tuple[StatementField, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """`judgements` are the ids of those that stand, in the order of time; the last of them that decides makes `state`.

    `open`: there are comments only, or the reader now reads another act than was judged. `made` are the values that
    take the place of the reader's, the latest of each field; where the state is `wrong` they count for nothing.
    """

    statement: str
    state: ReviewState
    made: tuple[Made, ...]
    judgements: tuple[str, ...]
    differs: tuple[Differing, ...]

    @property
    def effect(self) -> tuple[bool, tuple[Made, ...]]:
        """All of it that changes what the events are made of: left out or not, and the values made."""
        return (True, ()) if self.state == "wrong" else (False, self.made)
