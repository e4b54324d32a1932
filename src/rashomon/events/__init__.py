"""From statements to events: `gather_events`, the roll-up rules, and the words of other schemes."""

from rashomon.events.gather import gather_events
from rashomon.events.growth import GATHERING, grow
from rashomon.events.making import Stock
from rashomon.events.mappings import cameo_root
from rashomon.events.rollup import DEFAULT, RULES, Told, reroll, roll_up, rule_name
from rashomon.events.top import main_statement

__all__ = [
    "DEFAULT",
    "GATHERING",
    "RULES",
    "Stock",
    "Told",
    "cameo_root",
    "gather_events",
    "grow",
    "main_statement",
    "reroll",
    "roll_up",
    "rule_name",
]
