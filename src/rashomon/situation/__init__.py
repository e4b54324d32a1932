"""What stands on a day: relations joined from statements (`join_relations`), the flows between forces (`flows`), the
situation drawn from them (`draw_situation`) and what differs between two (`changes`)."""

from rashomon.situation.draw import changes, draw_situation
from rashomon.situation.flows import flows
from rashomon.situation.join import join_relations

__all__ = ["changes", "draw_situation", "flows", "join_relations"]
