"""What a reader was told and did not take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refused:
    """Values that did not hold against the text of one article: why, and how many times."""

    why: str
    times: int
