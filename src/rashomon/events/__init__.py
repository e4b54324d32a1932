"""From statements to events: `gather_events`, the roll-up rules, who rests on whom, the words of other schemes."""

from rashomon.events.gather import gather_events
from rashomon.events.growth import GATHERING, grow
from rashomon.events.making import Stock
from rashomon.events.mappings import cameo_root
from rashomon.events.origins import Origins
from rashomon.events.rests import follow, rests
from rashomon.events.rollup import DEFAULT, RULES, reroll, roll_up, rule_name
from rashomon.events.spread import diagnostics, spreads
from rashomon.events.top import main_statement

__all__ = [
    "DEFAULT", "GATHERING", "RULES", "Origins", "Stock", "cameo_root", "diagnostics", "follow", "gather_events",
    "grow", "main_statement", "reroll", "rests", "roll_up", "rule_name", "spreads",
]  # fmt: skip
