"""What stands on a day: relations joined from statements (`join_relations`), the flows between forces (`flows`), truces
(`truces`), the situation drawn from them (`draw_situation`), the sides in it (`sides`) and what differs between two
(`differences`)."""

from rashomon.situation.draw import differences, draw_situation
from rashomon.situation.flows import flows, truces
from rashomon.situation.join import join_relations
from rashomon.situation.sides import sides
from rashomon.situation.within import Within, bounds_within, parts_of

__all__ = [
    "Within", "bounds_within", "differences", "draw_situation", "flows", "join_relations", "parts_of", "sides",
    "truces",
]  # fmt: skip
