"""From statements to events: `gather_events`, the roll-up rules, and the words of other schemes."""

from rashomon.events.gather import gather_events
from rashomon.events.mappings import cameo_root
from rashomon.events.rollup import DEFAULT, RULES, reroll, roll_up, rule_name
from rashomon.events.spread import diagnostics, spreads

__all__ = [
    "DEFAULT", "RULES", "cameo_root", "diagnostics", "gather_events", "reroll", "roll_up", "rule_name", "spreads",
]  # fmt: skip
