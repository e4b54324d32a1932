"""A record in which every text that a page brings is hostile: mark-up, scripts, turned writing, emoji, no end."""

import re
from dataclasses import replace
from pathlib import Path

from makers import LinePipeline
from rashomon.record import Article, Page
from rashomon.run import build

LONG = 100_000
"""Characters of the longest text, and of the longest word in it."""

LONG_NAME = 3000
"""Characters of the longest name: no list shows it whole."""

NAMES = (
    "<script>window.ran = 1</script>",
    "<img src=x onerror=window.ran=2>",
    '"><svg onload=window.ran=3>',
    "javascript:window.ran=4",
    "{{constructor.constructor('window.ran=5')()}}",
    "\u202egnp.exe\u202c عادل مارون 😀👩\u200d👩\u200d👧",
    "'; DROP TABLE events; --",
    "</title><base href=//evil.example/>",
)
"""Names of people, places and outlets."""


class HostilePipeline(LinePipeline):
    """Takes any text for a name."""

    LINE = re.compile(r"(?m)^(?P<place>[^\n]+?): (?P<figure>\d+) (?P<act>deserted), says (?P<who>[^\n]+)")

    def extract(self, page: Page) -> Article:
        """The page with a headline, a byline and an address as hostile as the rest."""
        article = super().extract(page)
        return replace(article, title=NAMES[1], byline=(NAMES[0],), url="javascript:window.ran=6")


def hostile_record(folder: Path, pipeline: HostilePipeline) -> Path:
    """Make it in this folder."""
    pages = folder / "pages"
    pages.mkdir()
    lines = [f"{name}: {n + 3} deserted, says {NAMES[n - 1]}" for n, name in enumerate(NAMES)]
    link = "<a href='javascript:window.ran=7'>x</a>"
    (pages / "a.txt").write_text("\n".join([*lines, link, "word " * (LONG // 5)]))
    (pages / "b.txt").write_text("\n".join([*(f"{line}{'e' * LONG_NAME}" for line in lines[:2]), "e" * LONG]))
    rows = [f'{name}.txt,"{NAMES[n].replace(chr(34), chr(34) * 2)}"' for n, name in enumerate("ab")]
    (pages / "manifest.csv").write_text("\n".join(["file,outlet", *rows]))
    record = folder / "hostile.record"
    build([pages], record, pipeline)
    return record
