"""Article -> Reading: who says that who did what to whom, where, when and how many."""

from rashomon.statements.reader import Reader

__all__ = ["Reader"]
