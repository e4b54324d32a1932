"""How likely a statement is right in every part, from 0 to 1.

Learned from statements that people read against their sentences (`models/data/confidence.md`); it orders a review queue
and says nothing of whether what is told is so.
"""

from collections.abc import Iterator

from rashomon.models import load_model
from rashomon.record import Role, Statement

MODEL = "confidence"
RIGHT = "right"

SHORT, LONG = 15, 35
"""Words below which a sentence is short, and from which on it is long."""

PRONOUNS = frozenset(
    ("he", "she", "it", "they", "them", "him", "her", "we", "us", "i", "who", "those", "others", "some")
)


def confidence(statement: Statement) -> float:
    """The chance that the whole statement is right, rounded to two places."""
    return round(load_model(MODEL).scores(features(statement))[RIGHT], 2)


def features(statement: Statement) -> dict[str, float]:
    """What the chance rests on: the kind of act, what was found of it, and how long its sentence is."""
    return dict.fromkeys(_features(statement), 1.0)


def _features(statement: Statement) -> Iterator[str]:
    actors, targets = _filled(statement.actors), _filled(statement.targets)
    words = len(statement.evidence.text.split())
    length = "short" if words < SHORT else "long" if words >= LONG else "middle"
    yield from ("always", f"length={length}", f"type={statement.type}", f"actors={actors}", f"targets={targets}")
    yield from (f"type,actors={statement.type},{actors}", f"factuality={statement.factuality}")
    yield f"mode={statement.mode is not None}"
    yield f"time={statement.time is not None}"
    yield f"figures={min(len(statement.figures), 2)}"
    yield f"spoken={sum(sayer.text is not None for sayer in statement.chain) > 0}"
    yield f"verb={statement.trigger is not None and statement.trigger.text.endswith(('ed', 'ing', 'en'))}"


def _filled(roles: tuple[Role, ...]) -> str:
    if not roles:
        return "none"
    if any(role.name.lower() in PRONOUNS for role in roles):
        return "pronoun"
    if any("," in role.text or not role.text[:1].isalpha() for role in roles):
        return "odd"
    return "named" if any(role.name[:1].isupper() for role in roles) else "described"
