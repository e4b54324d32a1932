"""Rows of the test sets: JSON lines, plain or gzipped. Only what a reader could know is ever handed on."""

import gzip
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

Row = dict[str, Any]

GOLD = Path(__file__).parents[2] / "shared" / "gold"
"""Where the test sets are looked for unless another folder is named: beside the repository."""

QUESTION = frozenset({"doc_id", "text", "title", "outlet", "publisher", "date", "dct", "sents", "html", "url"})
"""The fields of a row that are no answer."""

SENTENCE = frozenset({"sent_id", "start", "end"})
"""The same for each of its `sents`."""

MENTION = frozenset({"start", "end", "kind"})
"""The same for each of its `mentions`, of tasks in which they are given and not asked for."""

MENTIONS_ARE_GIVEN = frozenset({"ecbplus"})

DATE_IS_AN_ANSWER = frozenset({"fakes", "groups"})
"""Tasks in which `date` is the day of the incident, which is asked for, and not the day of publication."""


def read_lines(path: Path) -> Iterator[Row]:
    """The rows as they stand in the file."""
    with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            if line.strip():
                yield msgspec.json.decode(line)


def question(row: Row, task: str) -> Row:
    """The row without its answers."""
    known = QUESTION - {"date"} if task in DATE_IS_AN_ANSWER else QUESTION
    asked = {key: value for key, value in row.items() if key in known}
    if "sents" in asked:
        asked["sents"] = _only(SENTENCE, asked["sents"])
    if task in MENTIONS_ARE_GIVEN:
        asked["mentions"] = _only(MENTION, row["mentions"])
    return asked


def _only(known: Collection[str], parts: Iterable[Row]) -> list[Row]:
    return [{key: value for key, value in part.items() if key in known} for part in parts]
