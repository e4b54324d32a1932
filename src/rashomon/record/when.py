"""When something happened or was said, as precisely as the source put it and no more."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "days", "week", "month", "year", "open"]
Basis = Literal["stated", "relative", "published"]


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, both ends included; one end may be None, and then the interval is open on that side.

    `text` is the wording it came from. `basis` says what it rests on: a date that is `stated` whole, one that is
    `relative` to another date told in the text, or one that needed the day of publication.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    text: str
    basis: Basis
