"""Reading the stage's tables: tab-separated lines in `data`, "#" begins a remark, "-" stands for nothing."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of `data/name` as tuples of their columns, in the order of the file."""
    text = files("rashomon.events").joinpath("data", name).read_text("utf-8")
    return tuple(tuple(line.split("\t")) for line in text.splitlines() if line.strip() and not line.startswith("#"))
