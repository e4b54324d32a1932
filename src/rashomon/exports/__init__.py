"""A record written out for other programs: one file per format, all listed here.

A new format is a class like those in `FORMATS`, in a file of its own, and one entry in the list.
"""

from difflib import get_close_matches

from rashomon.errors import UsageError
from rashomon.exports.base import Exporter
from rashomon.exports.jsonl import Jsonl
from rashomon.exports.writing import write, write_file

FORMATS: tuple[type[Exporter], ...] = (Jsonl,)
"""The formats, in the order in which the help names them."""


def find_format(name: str) -> type[Exporter]:
    """The format of this name; raises UsageError, which offers the nearest, where there is none."""
    known = {kind.name: kind for kind in FORMATS}
    if name in known:
        return known[name]
    near = get_close_matches(name.casefold(), known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(known)}"
    raise UsageError(f"--format {name}: no such format; {hint}")


__all__ = ["FORMATS", "Exporter", "find_format", "write", "write_file"]
