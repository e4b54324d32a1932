"""Pages from the network: feeds looked at again and again, politely, and what they link to, kept as it came.

Nothing else of the package opens a connection.
"""

from rashomon.fetch.manners import Manners
from rashomon.fetch.memory import remembered
from rashomon.fetch.watch import Found, watch

__all__ = ["Found", "Manners", "remembered", "watch"]
