"""`rashomon copy`: a record into another place."""

from typing import Annotated

import typer
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

import rashomon.api
from rashomon.cli.console import err, say
from rashomon.cli.wording import count


def copy(
    source: Annotated[str, typer.Argument(metavar="A", help="A record: a file, or a postgresql:// address.")],
    target: Annotated[str, typer.Argument(metavar="B", help="Where the copy goes: a new file, or an empty database.")],
) -> None:
    """Copy a record from a file into a database, or the other way: all that it holds, with what people decided.

    A copy that is stopped leaves nothing behind; the same command begins it again.
    """
    columns = (TextColumn("copying"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("copying", total=None)
        try:
            told = rashomon.api.copy(source, target, lambda done, whole: bar.update(task, completed=done, total=whole))
        except KeyboardInterrupt:
            say("stopped; nothing was copied, and the same command begins again")
            raise
    kinds = (count(told[kind], kind.removesuffix("s")) for kind in ("articles", "statements", "events"))
    say(f"copied: {', '.join(kinds)}")
