"""A record written out for other programs; all formats are listed here.

A new format is a function that writes into a `Sink`, in a file of its own, and one entry in the list.
"""

from difflib import get_close_matches

from rashomon.errors import UsageError
from rashomon.exports.acled import ACLED
from rashomon.exports.base import Format
from rashomon.exports.ftm import FTM
from rashomon.exports.geojson import GEOJSON
from rashomon.exports.jsonl import JSONL
from rashomon.exports.polecat import POLECAT
from rashomon.exports.reports import REPORTS
from rashomon.exports.sink import Written
from rashomon.exports.tables import CSV, PARQUET
from rashomon.exports.ucdp import UCDP
from rashomon.exports.writing import write, write_file

FORMATS: tuple[Format, ...] = (JSONL, UCDP, ACLED, REPORTS, POLECAT, FTM, GEOJSON, CSV, PARQUET)
"""The formats, in the order in which the help names them."""


def find_format(name: str) -> Format:
    """The format of this name; raises UsageError, which offers the nearest, where there is none."""
    known = {format.name: format for format in FORMATS}
    if name in known:
        return known[name]
    near = get_close_matches(name.casefold(), known, n=1)
    hint = f"did you mean {near[0]}?" if near else f"there is: {', '.join(known)}"
    raise UsageError(f"--format {name}: no such format; {hint}")


__all__ = ["FORMATS", "Format", "Written", "find_format", "write", "write_file"]
