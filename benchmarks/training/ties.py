"""The model of ties between two mentions of a sentence, and how well mentions and ties are found together."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from spacy.tokens import Doc

from benchmarks.re3d import answers
from benchmarks.rows import Row, read_lines
from benchmarks.training import mentions
from benchmarks.training.fitting import Example, fit, part_of
from rashomon.models import Linear
from rashomon.statements.mentions import Mention, extent, find_mentions
from rashomon.statements.parse import load_pipeline
from rashomon.statements.ties import FAINT, MUTUAL, pairs, signs

STRENGTH = 4.0
"""Inverse of the penalty; 3 to 10 differ by half a point of F1."""

LIFT = 0.3
"""How much rarer labels count more (`fitting.fit`); without, F1 is a third of a point less."""

PARTS = 5

BANDS = (0.0, 0.1, 0.2, 0.3, 0.45)
"""Chances from which a band begins."""


def train(gold: Path, console: Console) -> Linear:
    """The model of all rows of re3d; prints the scores of documents that neither model was made from, for three ways to
    part the documents."""
    nlp = load_pipeline()
    rows = {row["doc_id"]: row for row in read_lines(gold / "re3d" / "dev.jsonl.gz")}
    made = _Made(rows, {key: nlp(row["text"]) for key, row in rows.items()})
    for salt in ("", "second ", "third "):
        told: list[Row] = []
        for part in range(PARTS):
            tried = [key for key in rows if part_of(salt + key, PARTS) == part]
            known = [key for key in rows if key not in tried]
            finder, judge = made.finder(known), made.judge(known, salt)
            told += [{"doc_id": key, **answers(made.docs[key], finder, judge)} for key in tried]
        console.print(scored(gold, told))
        console.print("chance, ties, share that the rows have:", *banded(rows, told))
    return made.judge(list(rows), "")


def scored(gold: Path, told: list[Row]) -> str:
    """What the scorer says of predictions."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "told.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in told), "utf-8")
        scorer = gold / "score" / "score_re3d.py"
        called = [sys.executable, str(scorer), str(gold / "re3d" / "dev.jsonl.gz"), str(path)]
        return subprocess.run(called, check=True, capture_output=True, text=True).stdout


def banded(rows: dict[str, Row], told: list[Row]) -> Iterator[str]:
    """How many of the ties of each band of chance the rows have, by kind and by words that meet."""
    seen: dict[float, list[bool]] = {low: [] for low in BANDS}
    for row in told:
        for tie in row["relations"]:
            band = max(low for low in BANDS if low <= tie["chance"])
            seen[band].append(any(_is_told(tie, relation) for relation in rows[row["doc_id"]]["relations"]))
    return (f"from {low}: {len(hits)}, {sum(hits) / len(hits):.2f};" for low, hits in seen.items() if hits)


def _is_told(tie: Row, relation: Row) -> bool:
    one, other = tie["source"], tie["target"]
    ends = [(relation["source"], relation["target"])]
    ends += [(relation["target"], relation["source"])] if tie["type"] in MUTUAL else []
    same = tie["type"] == relation["type"]
    return same and any(_overlap(one, source) and _overlap(other, target) for source, target in ends)


def _overlap(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class _Made:
    """Models made from some of the documents; each that was made is kept."""

    def __init__(self, rows: dict[str, Row], docs: dict[str, Doc]) -> None:
        self.rows, self.docs = rows, docs
        self._named = {key: list(mentions.examples_of(row, docs[key])) for key, row in rows.items()}
        self._finders: dict[tuple[str, ...], Linear] = {}

    def finder(self, keys: Sequence[str]) -> Linear:
        """The model of mentions made from these documents."""
        named = tuple(sorted(keys))
        if named not in self._finders:
            self._finders[named] = fit(
                [e for key in named for e in self._named[key]], mentions.STRENGTH, exclusive=True
            )
        return self._finders[named]

    def judge(self, keys: Sequence[str], salt: str) -> Linear:
        """The model of ties made from these documents: from their mentions, and from those that a model of mentions
        made from other documents finds there, as it will in a text that it has not seen."""
        tied: list[Example] = []
        for part in range(PARTS):
            inside = [key for key in keys if part_of(salt + key, PARTS) == part]
            if inside:
                finder = self.finder([key for key in keys if key not in inside])
                tied += [e for key in inside for e in examples_of(self.rows[key], self.docs[key], finder)]
        return fit(tied, STRENGTH, exclusive=False, lift=LIFT)


def examples_of(row: Row, doc: Doc, finder: Linear) -> Iterator[Example]:
    """Every two mentions near each other, told by the row or found, with the ties that the row has between them: the
    name alone where it is mutual, "+" where it leads from the first to the second, "-" where it leads back."""
    known = [Mention(doc[i], *extent(doc[i]), kind, 1.0) for i, kind in mentions.heads(row, doc).items()]
    heads = {mention.head.i for mention in known}
    known += [mention for mention in find_mentions(doc, finder, FAINT) if mention.head.i not in heads]
    for one, other in pairs(known):
        labels = set()
        for relation in row["relations"]:
            kind, source, target = relation["type"], relation["source"], relation["target"]
            first, second = (one.start, one.end), (other.start, other.end)
            if _overlap(first, source) and _overlap(second, target):
                labels.add(kind if kind in MUTUAL else f"{kind}+")
            elif _overlap(first, target) and _overlap(second, source):
                labels.add(kind if kind in MUTUAL else f"{kind}-")
        yield Example(row["doc_id"], signs(one, other), frozenset(labels))
