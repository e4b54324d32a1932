"""Tables of cases: one a line, tab-separated, "#" in front of a note."""

from pathlib import Path

CASES = Path(__file__).parent / "cases"


def rows(name):
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
