"""An export from one side: the table that could have been made on a day, from what one outlet or agency tells.

    python examples/one_side.py basra.record 2008-04-05 "Harbour Wire" wire.csv

A short name may mean several outlets, so the names that were taken to be meant are printed.
"""

import sys
from datetime import date
from pathlib import Path

import rashomon
from rashomon.exports import find_format, write_file


def main(record: str, day: str, origin: str, out: str) -> None:
    """Write a row for each account that this origin gives, known by that day."""
    with rashomon.open(record) as view:
        seen = rashomon.scope(view, as_of=date.fromisoformat(day), according_to=origin)
        write_file(view, seen.events, find_format("reports"), Path(out))
    print(f"{len(seen.events)} events; taken to mean {origin}: {', '.join(sorted(seen.names))}")
    print(f"articles without a day, left out: {seen.undated}")


if __name__ == "__main__":
    main(*sys.argv[1:])
