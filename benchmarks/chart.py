"""Draws docs/img/peers.svg from the lines that `benchmarks/peers.py` prints: pages a second, one bar a way.

python -m benchmarks.chart LINES.jsonl
"""

import sys
from html import escape
from pathlib import Path

import msgspec

TARGET = Path(__file__).parents[1] / "docs" / "img" / "peers.svg"
WIDTH, ROW, LABELS, NUMBERS = 640, 30, 190, 60
"""Of the picture, of one row of it, of the names at the left and of the numbers at the right, in pixels."""


class Line(msgspec.Struct):
    """What is drawn of one way."""

    way: str
    pages_a_second: float


def drawn(lines: list[Line]) -> str:
    """The picture."""
    most = max(line.pages_a_second for line in lines)
    rows = []
    for at, line in enumerate(lines):
        top = 30 + at * ROW
        long = round((WIDTH - LABELS - NUMBERS) * line.pages_a_second / most)
        colour = "#b5502a" if line.way == "ours" else "#7d8794"
        rows.append(
            f'<text x="{LABELS - 8}" y="{top + 15}" text-anchor="end">{escape(line.way)}</text>'
            f'<rect x="{LABELS}" y="{top}" width="{long}" height="20" fill="{colour}"/>'
            f'<text x="{LABELS + long + 6}" y="{top + 15}">{line.pages_a_second:.1f}</text>'
        )
    height = 40 + ROW * len(lines)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="13" fill="#333"><title>Pages a second of processor time</title>'
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>'
        f'<text x="{LABELS}" y="18">pages a second of processor time</text>{"".join(rows)}</svg>\n'
    )


if __name__ == "__main__":
    decoder = msgspec.json.Decoder(Line)
    TARGET.write_text(drawn([decoder.decode(line) for line in Path(sys.argv[1]).read_bytes().splitlines() if line]))
