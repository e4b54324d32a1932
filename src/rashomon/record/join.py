"""Why two statements stand in one event."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Join:
    """Two statements that were found to tell of one event; `one` is the smaller id. `score` is the sum of what agreed,
    from 10 on that of two reports as wholes; `reason` says what agreed. That their event holds both is not said: other
    statements of it may contradict."""

    one: str
    other: str
    score: float
    reason: str
