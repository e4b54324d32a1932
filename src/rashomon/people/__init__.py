"""Whom and what reports count and name, by kind: a small table of general nouns, read once, for whoever compares two
wordings or asks whether words stand for people.
"""

from rashomon.people.kinds import broader, kinds, known_kinds

__all__ = ["broader", "kinds", "known_kinds"]
