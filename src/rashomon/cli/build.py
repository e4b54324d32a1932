"""`rashomon build`: pages into a record."""

from pathlib import Path
from typing import Annotated

import typer

import rashomon.api
from rashomon.cli.console import say
from rashomon.cli.progress import Progress
from rashomon.run import Crew
from rashomon.settings import Settings

SOME_DROPPED = 1
"""Exit code where all is done, but not every page got through."""


def build(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="INPUT",
            help="Files and folders: .html .txt .jsonl .warc .arc, feeds; a folder may hold a manifest.csv.",
        ),
    ],
    into: Annotated[str, typer.Option("--into", metavar="RECORD", help="The record; made where there is none.")],
    acts: Annotated[
        Path | None, typer.Option("--acts", metavar="FILE", help="Rows of your own for the lexicon of acts.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--everything", help="Read pages of web archives also where they tell of no conflict.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, help="Processes that read, each on a core of its own.")
    ] = 1,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar="ADDRESS", help="A Dask cluster that reads, as tcp://HOST:PORT.")
    ] = None,
    results: Annotated[
        Path | None,
        typer.Option("--results", metavar="FOLDER", help="Where what is read waits; a cluster must see it."),
    ] = None,
) -> int:
    """Read pages into a record; what is there already is passed over.

    A page that can not be read is named with the reason, and the rest goes on. A build that was stopped goes on where
    it was when the same command is run again.
    """
    return build_with_progress(
        inputs, into, Settings(acts=acts, everything=everything), Crew(workers, cluster, results)
    )


def build_with_progress(
    inputs: list[Path], into: str, settings: Settings | None = None, crew: Crew | None = None
) -> int:
    """Build, with a bar and a last line on stderr; the exit code."""
    try:
        with Progress(inputs) as progress:
            report = rashomon.api.build(inputs, into=into, settings=settings, watcher=progress, crew=crew)
    except KeyboardInterrupt:
        say("stopped; what was read is kept, and the same command goes on from here")
        raise
    progress.tell(report)
    return SOME_DROPPED if report.dropped else 0
