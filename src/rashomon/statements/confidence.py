"""How sure the reader is of a statement, from 0 to 1.

A first estimate by what was filled; it orders a review queue, and is not yet calibrated against judged statements.
"""

from rashomon.record import Statement

BASE = 0.5
BY_ROLE = 0.15
"""For each of the two roles that is filled with a name or a description."""
BY_ANCHOR = 0.05
"""For each of time, place, figure that was found."""
PRONOUN = 0.1
"""Taken off for a role that is still a pronoun."""
PRONOUNS = frozenset(
    ("he", "she", "it", "they", "them", "him", "her", "we", "us", "i", "who", "those", "others", "some")
)


def confidence(statement: Statement) -> float:
    """The reader's confidence in a statement, rounded to two places."""
    score = BASE + BY_ROLE * bool(statement.actors) + BY_ROLE * bool(statement.targets)
    score += BY_ANCHOR * sum(map(bool, (statement.time, statement.places, statement.figures)))
    if any(role.name.lower() in PRONOUNS for role in (*statement.actors, *statement.targets)):
        score -= PRONOUN
    return round(min(score, 1.0), 2)
