"""What stands on a day: relations joined from statements (`join_relations`), the flows between forces (`flows`), the
situation drawn from them (`draw_situation`) and what differs between two (`changes`)."""

from rashomon.situation.claims import Claim, claims
from rashomon.situation.draw import changes, draw_situation
from rashomon.situation.flows import flows
from rashomon.situation.join import bond_of, join_relations, key_of, post_of, relations_of

__all__ = [
    "Claim", "bond_of", "changes", "claims", "draw_situation", "flows", "join_relations", "key_of", "post_of",
    "relations_of",
]  # fmt: skip
