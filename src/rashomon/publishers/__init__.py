"""Who publishes news: agencies, which sell their text to others, and outlets, which print it for readers.

A small closed list of names, read once, for whoever meets one: in the credits of a page, as a speaker in a text, as an
actor of a record. An outlet that it lacks is an outlet all the same.
"""

from rashomon.publishers.hosts import outlet_at
from rashomon.publishers.names import Publisher, PublisherKind, find_publisher, full_name, publishers

__all__ = ["Publisher", "PublisherKind", "find_publisher", "full_name", "outlet_at", "publishers"]
