"""How often the roles of an act are right: acts of several sets whose roles people read in their sentences.

Kept (`roles.tsv`) are the set, the report, where the act stands, and where those stand who act and are acted on; no
word of a report.
An act is right if each phrase that was read is told, and no other: a phrase is told by its head.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table
from spacy.tokens import Token

from benchmarks.reports import SETS, articles
from rashomon.run import Pipeline
from rashomon.settings import Settings
from rashomon.statements.found import find
from rashomon.statements.lexicon import load_lexicon
from rashomon.statements.phrases import counted
from rashomon.statements.roles import Cast
from rashomon.statements.triggers import Trigger

TOLD = Path(__file__).with_name("roles.tsv")
"""Acts by set, report, offset of the trigger, type and mode; spans of those who act and are acted on, "-" for none;
offsets are code points of the article's text."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """The roles of one act as a person read them, and as the package reads them now."""

    set: str
    report: str
    trigger: Trigger
    actors: tuple[Span, ...]
    targets: tuple[Span, ...]
    read: Cast

    @property
    def is_right(self) -> bool:
        """Whether exactly the phrases that a person read are told."""
        return _same(self.read.actors, self.actors) and _same(self.read.targets, self.targets)


def _within(token: Token, spans: tuple[Span, ...]) -> bool:
    return any(start <= counted(token).idx < end for start, end in spans)


def _same(tokens: tuple[Token, ...], spans: tuple[Span, ...]) -> bool:
    return all(_within(t, spans) for t in tokens) and all(any(_within(t, (span,)) for t in tokens) for span in spans)


def report(gold: Path, console: Console) -> None:
    """Print the share of acts whose roles are right, set by set."""
    right: defaultdict[str, list[bool]] = defaultdict(list)
    for told in read(gold):
        right[told.set].append(told.is_right)
    table = Table("set", "acts", "roles right")
    for name, each in (*right.items(), ("all", [one for every in right.values() for one in every])):
        table.add_row(name, str(len(each)), f"{sum(each) / len(each):.3f}")
    console.print(table)


def read(gold: Path) -> Iterator[Told]:
    """Every act of `TOLD` that the package finds, with its roles."""
    with TOLD.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted: defaultdict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        wanted[row["set"], row["report"]].append(row)
    pipeline, lexicon = Pipeline(Settings()), load_lexicon()
    for name in SETS:
        for article in articles(gold, name, pipeline):
            asked = wanted.get((name, article.file))
            if not asked:
                continue
            doc = pipeline.own_reader.parse(article)
            found = find(doc, lexicon)
            starts = {doc[t.start].idx: t for t in found.triggers.values()}
            for row in asked:
                trigger = starts.get(int(row["start"]))
                if trigger is not None:
                    cast = found.casts[trigger.head.i]
                    yield Told(name, article.file, trigger, _spans(row["actors"]), _spans(row["targets"]), cast)


def _spans(cell: str) -> tuple[Span, ...]:
    bounds = (each.split("-") for each in cell.split(",") if cell != "-")
    return tuple((int(start), int(end)) for start, end in bounds)
