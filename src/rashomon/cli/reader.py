"""The options that choose another reader, and the word on where texts go before the first one does."""

from typing import Annotated

import typer

from rashomon.cli.console import say
from rashomon.settings import Settings

DEFAULTS = Settings()
"""What holds where nothing is told."""

ReaderName = Annotated[
    str, typer.Option("--reader", metavar="NAME", help="Who reads: rules, openai:MODEL, or an installed one.")
]
Endpoint = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        help="Server of the model, as http://localhost:11434/v1; a key goes in RASHOMON_KEY.",
    ),
]
Yes = Annotated[bool, typer.Option("--yes", help="Texts may be sent to an endpoint that is not this machine.")]


def say_where_texts_go(settings: Settings) -> None:
    """On stderr, where the reader sends them anywhere. Raises SettingError where it can not be had, or may not."""
    if settings.reader == DEFAULTS.reader:
        return
    from rashomon.readers import open_reader  # noqa: PLC0415  Only who asks for another reader needs it.

    if to := getattr(open_reader(settings), "sends_to", None):
        say(f"the text of each report that is read is sent to {to}")
