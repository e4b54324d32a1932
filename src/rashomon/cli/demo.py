"""`rashomon demo`: the package's own example pages, built and shown."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

import rashomon.api
from rashomon.cli.asked import Asked
from rashomon.cli.build import build_with_progress
from rashomon.cli.console import say
from rashomon.cli.show import show_view
from rashomon.examples import PAGES

WORDS = "desert"
"""What the demo looks for: the event of the example pages that they disagree on most."""


def demo(
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="RECORD", help="Keep the record here; else it is thrown away."),
    ] = None,
) -> int:
    """Read the example pages that come with the package, and show what they tell of the soldiers who deserted."""
    with TemporaryDirectory(prefix="rashomon-") as folder:
        record = into or str(Path(folder) / "demo.record")
        code = build_with_progress([PAGES], record)
        with rashomon.api.open(record) as view:
            show_view(view, Asked(words=WORDS))
    if into:
        say(f"more: rashomon show {into} | rashomon show {into} WORDS | rashomon export {into} --format jsonl")
    return code
