"""Draws docs/img/show.svg: what `rashomon show` tells of the example pages. Run it after a change of the view."""

import re
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich._export_format import CONSOLE_SVG_FORMAT

import rashomon
from rashomon.cli.asked import Asked
from rashomon.cli.console import out
from rashomon.cli.show import show_view
from rashomon.examples import PAGES

WORDS = "dismissed"
COLUMNS = 104

_FONTS = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)
"""The terminal's font is the reader's own: a picture that fetches one would not show where there is no network."""


def main() -> None:
    """Build the record of the example pages, show what it tells of WORDS, and write the picture."""
    out.record, out.width, out.file = True, COLUMNS, StringIO()
    with TemporaryDirectory() as folder:
        record = Path(folder) / "examples.record"
        rashomon.build([PAGES], into=record)
        with rashomon.open(record) as view:
            show_view(view, Asked(words=WORDS), most=1)
    template = _FONTS.sub("", CONSOLE_SVG_FORMAT).replace("Fira Code, monospace", "monospace")
    svg = out.export_svg(title=f"rashomon show basra.record {WORDS}", code_format=template)
    (Path(__file__).parent / "img" / "show.svg").write_text(svg, "utf-8")


if __name__ == "__main__":
    main()
