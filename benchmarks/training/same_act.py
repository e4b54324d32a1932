"""The model `same_act`, which mentions are of one act; its rows: `benchmarks.training.sameness`."""

from pathlib import Path

from rich.console import Console

from benchmarks.training.sameness import act_model, parts_of, story_model, tried
from rashomon.models import Linear


def train(gold: Path, console: Console) -> Linear:
    """Print how well both do together on topics that they were not made from, and give this one of all rows."""
    tried(gold, console)
    parts = parts_of(gold)
    return act_model(parts, story_model(parts))
