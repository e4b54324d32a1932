"""The list of commands."""

from importlib.metadata import version
from typing import Annotated

import typer

from rashomon.cli.build import build
from rashomon.cli.compare import compare
from rashomon.cli.console import out
from rashomon.cli.copy import copy
from rashomon.cli.demo import demo
from rashomon.cli.export import export
from rashomon.cli.origins import origins
from rashomon.cli.read import read
from rashomon.cli.review import review
from rashomon.cli.serve import serve
from rashomon.cli.show import show
from rashomon.cli.situation import situation
from rashomon.cli.user import user
from rashomon.cli.watch import watch_feeds

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["--help", "-h"]},
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        out.print(f"rashomon {version('rashomon')}")
        raise typer.Exit


@app.callback(epilog="Example:  rashomon demo")
def rashomon(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Read news reports on a conflict into a sourced record: who did what to whom, according to whom."""


app.command(epilog="Example:  rashomon build pages/ --into basra.record")(build)
app.command(epilog="Example:  rashomon read report.html --explain")(read)
app.command(epilog='Example:  rashomon show basra.record "deserted" --place Basra')(show)
app.command(epilog="Example:  rashomon situation basra.record --on 2008-03-30")(situation)
app.command(epilog="Example:  rashomon origins basra.record dismissed")(origins)
app.command(epilog="Example:  rashomon serve basra.record")(serve)
app.add_typer(user, name="user", epilog="Example:  rashomon user basra.record add Mira --role administrator")
app.command(epilog="Example:  rashomon export basra.record --format ucdp --out events.csv")(export)
app.command(epilog="Example:  rashomon compare mine.record yours.record")(compare)
app.command(epilog="Example:  rashomon copy basra.record postgresql://ana@db.example/basra")(copy)
app.command(name="watch", epilog="Example:  rashomon watch feeds.txt --into basra.record")(watch_feeds)
app.add_typer(review, name="review", epilog="Example:  rashomon review basra.record actors Sadr")
app.command(epilog="Example:  rashomon demo --into demo.record")(demo)
