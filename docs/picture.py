"""Draws docs/img/show.svg: what `rashomon show` tells of the example pages. Run it after a change of the view."""

from io import StringIO
from pathlib import Path
from re import sub
from tempfile import TemporaryDirectory

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

import rashomon
from rashomon.cli import console
from rashomon.examples import PAGES

WORDS = "dismissed"
COLUMNS = 92

console.out = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True)

from rashomon.cli.asked import Asked  # noqa: E402
from rashomon.cli.show import show_view  # noqa: E402


def main() -> None:
    """Build the record of the example pages, show what it tells of WORDS, and write the picture."""
    with TemporaryDirectory() as folder:
        record = Path(folder) / "examples.record"
        rashomon.build([PAGES], into=record)
        with rashomon.open(record) as view:
            show_view(view, Asked(words=WORDS), most=1)
    # The terminal's font is the reader's own: a picture that fetches one would not show where there is no network.
    template = sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=16).replace("Fira Code, monospace", "monospace")
    svg = console.out.export_svg(title=f"rashomon show basra.record {WORDS}", code_format=template)
    (Path(__file__).parent / "img" / "show.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
