"""Pages from the network: feeds looked at again and again, politely, and what they link to, kept as it came.

Beside it only a language model as a reader opens a connection, where one is asked for.
"""

from rashomon.fetch.manners import Manners
from rashomon.fetch.memory import remembered
from rashomon.fetch.watch import Found, watch

__all__ = ["Found", "Manners", "remembered", "watch"]
