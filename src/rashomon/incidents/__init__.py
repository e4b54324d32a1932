"""Article with its reading -> incidents: what one report tells of one act of violence, gathered from its sentences."""

from rashomon.incidents.find import find_incidents

__all__ = ["find_incidents"]
