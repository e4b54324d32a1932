"""The model `same_story`, which reports are of one story; its rows: `benchmarks.training.sameness`."""

from pathlib import Path

from rich.console import Console

from benchmarks.training.sameness import parts_of, story_model, tried
from rashomon.models import Linear


def train(gold: Path, console: Console) -> Linear:
    """Print how well both do together on topics that they were not made from, and give this one of all rows."""
    tried(gold, console)
    return story_model(parts_of(gold))
