"""The model `incident_reports`: see its card, and `benchmarks.training.incidents` for the rows."""

from pathlib import Path

from rich.console import Console

from benchmarks.training.incidents import measured, rows_of
from rashomon.models import Linear


def train(gold: Path, console: Console) -> Linear:
    """Print how well it does on reports that it was not made from, and give the model of all."""
    return measured(rows_of(gold).reports, console)
