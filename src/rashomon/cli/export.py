"""`rashomon export`: a record for other programs."""

import sys
from pathlib import Path
from typing import Annotated

import typer

import rashomon.api
from rashomon.cli.console import say
from rashomon.cli.wording import STALE, count
from rashomon.exports import FORMATS, Format, Written, find_format, write, write_file
from rashomon.run import Pipeline, rolled_events, rule_named
from rashomon.settings import Settings

_FORMATS = "; ".join(f"{kind.name}: {kind.help}" for kind in FORMATS)


def export(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")],
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"What to write. {_FORMATS}.")],
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="File, or folder for csv and parquet; stdout if not given."),
    ] = None,
    rule: Annotated[
        str | None,
        typer.Option(
            "--rule",
            metavar="ROLL-UP",
            help="Rule that brings the accounts' figures to one row: "
            "ucdp-like (the default), acled-lowest, minmax, median, latest.",
        ),
    ] = None,
) -> int:
    """Write a record out for other programs.

    Beside all but jsonl, which holds its offsets itself, go FILE.links.csv, which leads each cell back to the words,
    and FILE.card.md: sources, dates, rule, what was left out. Where some events have no row, FILE.left-out.csv names
    each with the reason. FILE is replaced only when everything has been written.
    """
    kind = find_format(format)
    with rashomon.api.open(record) as view:
        if not view.fresh:
            say(STALE, style="yellow")
        pipeline = Pipeline(Settings())
        used = rule_named(rule, pipeline)
        events = view.events() if rule is None else rolled_events(view.events(), pipeline, used)
        if out is None:
            write(view, events, kind, sys.stdout.buffer, used)
        else:
            written = write_file(view, events, kind, out, used)
            say(_told(kind, out, written))
    return 0


_ROWS = {"jsonl": "line", "ftm": "line", "geojson": "point", "csv": "event", "parquet": "event"}
"""What one of a format is called."""


def _told(kind: Format, out: Path, written: Written) -> str:
    """What was written, and where it is told which events have no row."""
    lines = count(written.rows, _ROWS.get(kind.name, "row"))
    if not (written.named_in and written.left_out):
        return f"{lines} in {out}"
    which = out.with_name(written.named_in.name)
    return f"{lines} in {out}; {count(written.left_out, 'event')} without one: {which} tells why, one by one"
