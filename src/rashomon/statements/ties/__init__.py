"""Ties: how two mentions of one sentence hang together, as the sentence tells it.

Every two mentions near each other are weighed by a small learned model (`models/data/ties.md`) over the way from one to
the other through the parse, the words between them, and hints: patterns of the language that tell one sort of tie.
"""

from rashomon.statements.ties.find import Tie, find_ties
from rashomon.statements.ties.pairs import FAINT, MUTUAL, pairs
from rashomon.statements.ties.signs import signs

__all__ = ["FAINT", "MUTUAL", "Tie", "find_ties", "pairs", "signs"]
