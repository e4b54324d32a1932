"""Figures: every number that counts something, with its bounds, what it counts and what became of it."""

from rashomon.statements.figures.find import find_figures
from rashomon.statements.figures.measures import COUNTED, harm_told

__all__ = ["COUNTED", "find_figures", "harm_told"]
