"""Marks and styles of what is shown. Nothing is told by a style alone."""

DIFFERS = "≠"
"""Mark of a disagreement."""

QUIET, STRONG, NUMBER, WARN = "dim", "bold", "bold cyan", "bold yellow"
