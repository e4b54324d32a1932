"""From statements to events: `gather_events`, the roll-up rules, and the words of other schemes."""

from rashomon.events.gather import gather_events
from rashomon.events.mappings import cameo_root
from rashomon.events.rollup import DEFAULT, RULES, Told, reroll, roll_up, rule_name
from rashomon.events.top import main_statement

__all__ = [
    "DEFAULT",
    "RULES",
    "Told",
    "cameo_root",
    "gather_events",
    "main_statement",
    "reroll",
    "roll_up",
    "rule_name",
]
