"""The model `incident_traits`: see its card, and `benchmarks.training.looks` for how it is made."""

from pathlib import Path

from rich.console import Console

from benchmarks.training.looks import trained
from rashomon.models import Linear


def train(gold: Path, console: Console) -> Linear:
    """Print how well it does on reports that it was not made from, and give the model of all."""
    return trained("traits", gold, console)
