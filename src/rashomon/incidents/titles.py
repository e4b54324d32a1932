"""Words that stand before the name of a person and do not belong to it (data/titles.tsv)."""

from functools import cache
from importlib.resources import files


@cache
def titles() -> frozenset[str]:
    """All of them, in lower case and without a full stop."""
    text = files("rashomon.incidents").joinpath("data", "titles.tsv").read_text("utf-8")
    lines = (line.partition("\t")[2] for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())
