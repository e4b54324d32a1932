"""What stands on a day: relations joined from statements (`join_relations`), and the situation drawn from them
(`draw_situation`)."""

from rashomon.situation.draw import changes, draw_situation
from rashomon.situation.join import join_relations

__all__ = ["changes", "draw_situation", "join_relations"]
