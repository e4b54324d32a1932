"""What stands on a day: relations joined from statements (`join_relations`), the flows between forces (`flows`), truces
(`truces`), the situation drawn from them (`draw_situation`), the sides in it (`sides`) and what differs between two
(`differences`)."""

from rashomon.situation.claims import Claim, claims
from rashomon.situation.draw import differences, draw_situation
from rashomon.situation.flows import MOVING, flows, truces
from rashomon.situation.join import bond_of, join_relations, key_of, post_of, relations_of
from rashomon.situation.sides import sides
from rashomon.situation.within import Within, bounds_within, parts_of

__all__ = [
    "MOVING", "Claim", "Within", "bond_of", "bounds_within", "claims", "differences", "draw_situation", "flows",
    "join_relations", "key_of", "parts_of", "post_of", "relations_of", "sides", "truces",
]  # fmt: skip
