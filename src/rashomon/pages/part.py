"""A file as it was handed in, or a stretch of a large one: what one process reads in one go."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from rashomon.record import Stated

Sort = Literal["html", "text", "articles", "feed", "warc", "arc"]

SORTS: dict[str, Sort] = {
    ".html": "html", ".htm": "html", ".txt": "text", ".jsonl": "articles", ".warc": "warc", ".arc": "arc",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
"""What the end of a name says about the file, with or without a `.gz` behind it, `.zst` for a WARC file."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file, or of a large one what begins at byte `start` and before `stop` (None: to its end).

    `file` is the name it goes by in the record, `stated` what the manifest says of it. `named`: the file itself was
    handed in. `line` is the number of the first line in the stretch.
    """

    path: Path
    file: str
    stated: Stated
    named: bool
    start: int = 0
    stop: int | None = None
    line: int = 1


def sort_of(path: Path) -> Sort | None:
    """What the name says that the file holds; None for what can not be read."""
    name = path.name.lower()
    bare = name.removesuffix(".zst") if name.endswith(".warc.zst") else name.removesuffix(".gz")
    return SORTS.get(Path(bare).suffix)
