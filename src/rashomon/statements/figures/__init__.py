"""Figures: every number that counts something, with its bounds, what it counts and what became of it."""

from rashomon.statements.figures.find import find_figures

__all__ = ["find_figures"]
