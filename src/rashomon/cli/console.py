"""Where words go: results to stdout, everything else to stderr, in colour only where somebody looks on.

What is printed was written by others: nothing in it is taken for markup, and no control character reaches the terminal.
"""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.text import Text

_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)])
del _CONTROLS[ord("\n")]


class CleanConsole(Console):
    """A console that leaves out control characters, with which a page could move the cursor or recolour the window."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments, clean; those with which the console itself steers the terminal stay as they are."""
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else text.translate(_CONTROLS), style, control)


out = CleanConsole(markup=False, emoji=False, highlight=False)
"""For results."""

err = CleanConsole(stderr=True, markup=False, emoji=False, highlight=False)
"""For progress, for what was dropped, and for errors."""


def say(words: str, style: str = "") -> None:
    """One line to stderr, whole: not folded where it is long."""
    err.print(Text(words, style=style), soft_wrap=True)


def complain(words: str) -> None:
    """An error as one line on stderr."""
    line = Text("rashomon: ", style="bold red").append(" ".join(words.split()), style="default not bold")
    err.print(line, soft_wrap=True)
