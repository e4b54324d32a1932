"""The words in which English reports speak of a military operation as a whole: its names, its aim, its first day."""

import re

from rashomon.record import Statement

NAMED = re.compile(
    r"\b(?:counter-?offensive|offensive|(?:military |security )?operation|crackdown|siege|invasion"
    r"|onslaught|(?:military |air |bombing )campaign|battle(?= (?:for|of)\b))\b",
    re.IGNORECASE,
)
"""Words for an operation as a whole; "attack" and "assault" are left out, since they mostly mean a single
one, and so are plurals, which mean many."""

FIGHTING = re.compile(rf"{NAMED.pattern}|\b(?:fighting|battles?|clashes|assault|attack|mission)\b", re.IGNORECASE)
"""Words by which a statement places its act within a campaign ("fired for refusing during the fighting")."""

AIMS = re.compile(
    r"\b(?:aim(?:ed|s|ing)? (?:at|against)|focus(?:ed|es)? on|concentrated|directed (?:at|against))\b", re.IGNORECASE
)
TARGETS = re.compile(r"\btarget(?:ed|s|ing)?\b", re.IGNORECASE)
"""Words that tell whom an operation is meant for, and the verb that does so when it is the act itself."""

OPENING = re.compile(
    r"\b(?:open(?:ed|s|ing)?|launch(?:ed|es|ing)?|beg[iau]n(?:ning|s)?|start(?:ed|s|ing)?|commenced?|rush(?:ed|ing)?)\b",
    re.IGNORECASE,
)
"""Words that tell of an operation's first day."""

BEFORE_WORD = re.compile(r"\W(?:(?:security|military|joint|ground|air)\W)?")
AFTER_WORD = re.compile(r"\W(?:[\w-]+\W+){0,4}?(?:in|into|on|at|around|to|for|of|against)\W(?:[\w-]+\W){0,2}")
"""What may stand between a place and the word for its operation: nearly nothing before the word ("the Tarn
offensive"), a preposition after it ("an operation against smugglers in the port of Tarn")."""


def aims(statement: Statement) -> bool:
    """Whether the statement tells whom an operation is meant for: its own words do ("targeting"), or words of aim
    stand by ("a raid aimed at smugglers"). A plan to target somebody is no claim about what happened."""
    trigger = statement.trigger.text if statement.trigger else ""
    if statement.factuality in ("asserted", "denied") and (TARGETS.search(trigger) or AIMS.search(trigger)):
        return True
    return statement.factuality in ("asserted", "denied", "planned") and bool(AIMS.search(statement.evidence.text))
