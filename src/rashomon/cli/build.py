"""`rashomon build`: pages into a record."""

from pathlib import Path
from typing import Annotated

import typer

import rashomon.api
from rashomon.cli.console import say
from rashomon.cli.progress import Progress
from rashomon.cli.reader import DEFAULTS, Endpoint, ReaderName, Yes, say_where_texts_go
from rashomon.cli.wording import count
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
        Path | None,
        typer.Option(
            "--acts", metavar="FILE", exists=True, dir_okay=False, help="Rows of your own for the lexicon of acts."
        ),
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
    reread: Annotated[
        bool, typer.Option("--reread", help="Read those pages again that another version of the reader has read.")
    ] = False,
    reader: ReaderName = DEFAULTS.reader,
    endpoint: Endpoint = None,
    yes: Yes = False,
    calls: Annotated[
        int, typer.Option("--calls", metavar="N", min=1, help="Requests to the endpoint at a time.")
    ] = DEFAULTS.reader_calls,
    seconds: Annotated[
        float, typer.Option("--seconds", metavar="N", min=1, help="Seconds that one request may take.")
    ] = DEFAULTS.reader_seconds,
    tokens: Annotated[
        int, typer.Option("--tokens", metavar="N", min=1, help="Tokens that all requests of this build may cost.")
    ] = DEFAULTS.reader_tokens,
) -> int:
    """Read pages into a record; what is there already is passed over.

    A page that can not be read is named with the reason, and the rest goes on. A build that was stopped goes on where
    it was when the same command is run again. Pages that are read again keep what people decided.
    """
    settings = Settings(
        acts=acts, everything=everything, reader=reader, endpoint=endpoint, may_send=yes, reader_calls=calls,
        reader_seconds=seconds, reader_tokens=tokens,
    )  # fmt: skip
    say_where_texts_go(settings)
    return build_with_progress(inputs, into, settings, Crew(workers, cluster, results), reread)


def build_with_progress(
    inputs: list[Path],
    into: str,
    settings: Settings | None = None,
    crew: Crew | None = None,
    reread: bool = False,
) -> int:
    """Build, with a bar and a last line on stderr; the exit code."""
    try:
        with Progress(inputs) as progress:
            report = rashomon.api.build(
                inputs, into=into, settings=settings, watcher=progress, crew=crew, reread=reread
            )
    except KeyboardInterrupt:
        say("stopped; what was read is kept, and the same command goes on from here")
        raise
    progress.tell(report)
    if report.older:
        mend = "name their files as well" if reread else "add --reread to read them again"
        say(f"{count(report.older, 'article')} read by another version of the reader: {mend}")
    return SOME_DROPPED if report.dropped else 0
