"""Where words go: results to stdout, everything else to stderr, in colour only where somebody looks on."""

from rich.console import Console
from rich.text import Text

out = Console()
"""For results."""

err = Console(stderr=True)
"""For progress, for what was dropped, and for errors."""


def say(words: str, style: str = "") -> None:
    """One line to stderr, whole: not folded where it is long, and no brackets taken for markup."""
    err.print(Text(words, style=style), soft_wrap=True)


def complain(words: str) -> None:
    """An error as one line on stderr."""
    line = Text("rashomon: ", style="bold red").append(" ".join(words.split()), style="default not bold")
    err.print(line, soft_wrap=True)
