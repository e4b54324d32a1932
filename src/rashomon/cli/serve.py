"""`rashomon serve`: the desk, in a browser on this machine, or for a team."""

from getpass import getuser
from typing import Annotated

import typer

from rashomon.cli.console import say
from rashomon.settings import Settings

PORT = 8730
"""A port that no well-known program uses."""


def serve(
    record: Annotated[str, typer.Argument(metavar="RECORD", help="The record.")],
    port: Annotated[
        int, typer.Option("--port", metavar="PORT", help="Port on this machine; 0 takes a free one.")
    ] = PORT,
    by: Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", help="Who decides while there are no users; the login name if not given.",
            show_default=False,
        ),
    ] = None,
    host: Annotated[
        str,
        typer.Option("--host", metavar="ADDRESS", help="Address to listen at; another than this machine takes users."),
    ] = "127.0.0.1",
    name: Annotated[
        list[str] | None,
        typer.Option(
            "--name", metavar="NAME", help="A name that browsers call the desk by; may be given again.",
            show_default=False,
        ),
    ] = None,
) -> None:  # fmt: skip
    """Open the desk on a record: read, search and compare in a browser.

    Without more, nobody else's machine can reach it. For a team add users first: rashomon user. Stop it with Ctrl-C.
    """
    # The web server takes a third of a second to load, which the other commands need not wait for.
    from rashomon import desk  # noqa: PLC0415

    def opened(address: str) -> None:
        say(f"the desk of {record}: {address}")
        if not desk.is_built():
            say(f"its pages are not built, only its answers under /api are there. {desk.HOW}", style="yellow")

    desk.serve(record, port, Settings(), opened, by or _login(), host, tuple(name or ()))


def _login() -> str | None:
    try:
        return getuser()
    except (KeyError, OSError):
        return None
