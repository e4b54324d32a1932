"""Statements drawn at random and judged by people who read them against their sentences.

`draw` writes statements of a set, with their sentences, for somebody to judge: of the FA-KES reports, which have lost
their commas and quotation marks, or of those of re3d, which have them. What was judged is kept in `judged.tsv` without
a word of the reports: the report's id, where the statement stands, and a verdict on each part.
`report` counts the verdicts, and holds the reader's confidence against them.
"""

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.fakes import ready_page
from benchmarks.rows import Row, question, read_lines
from rashomon.errors import PageError
from rashomon.record import Article, Figure, Page, Role, Stated, Statement, When
from rashomon.run import Pipeline
from rashomon.settings import Settings

JUDGED = Path(__file__).with_name("judged.tsv")

PARTS = ("act", "roles", "chain", "time", "figures")
"""What is judged of a statement. 1: right, 0: wrong; a part that is rightly empty is right."""

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)
"""Bounds of the bands of confidence in the curve."""

KEY = ("report", "start", "type", "mode")


@dataclass(frozen=True, slots=True)
class Key:
    """Which statement is meant: the report, the offset of its trigger in code points, its type and mode."""

    report: str
    start: int
    type: str
    mode: str

    @classmethod
    def of(cls, article: Article, statement: Statement) -> "Key":
        """The key of a statement of a report."""
        start = (statement.trigger or statement.evidence).start
        return cls(article.file, start, statement.type, statement.mode or "-")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody found: `right` has a value for each of `PARTS`; `error` is the kind of the first thing wrong, ""
    where all is right; `draw` names the draw that the statement came from."""

    key: Key
    right: tuple[bool, ...]
    error: str
    draw: str

    @property
    def whole(self) -> bool:
        """Whether every part is right."""
        return all(self.right)


def _as_it_stands(row: Row) -> Page:
    """The row as a page without a date."""
    body = row["text"].encode()
    stated = Stated(outlet=row["outlet"], title=row["title"], url=row["url"], language="en")
    return Page(str(row["doc_id"]), sha256(body).hexdigest(), body, "article", stated)


SETS: dict[str, Callable[[Row], Page]] = {"fakes": ready_page, "re3d": _as_it_stands}
"""The sets that are drawn from, and how a row of each becomes a page."""


def read_all(gold: Path, sets: Iterable[str] = SETS) -> Iterator[tuple[Article, Statement]]:
    """Every statement of every report of the sets, as the package reads it now."""
    for name in sets:
        yield from _read_set(gold / name / "dev.jsonl.gz", name)


def _read_set(path: Path, name: str) -> Iterator[tuple[Article, Statement]]:
    pipeline = Pipeline(Settings())
    for row in read_lines(path):
        try:
            article = pipeline.extract(SETS[name](question(row, name)))
        except PageError:
            continue
        reading = pipeline.resolve(article, pipeline.reader.read(article), pipeline.gazetteer)
        for statement in reading.statements:
            yield article, statement


def draw(gold: Path, number: int, name: str, target: Path, of: str = "fakes") -> None:
    """Write `number` statements of a set, drawn by the name of the draw, into a table to fill in."""
    known = {verdict.key for verdict in verdicts()}
    order: dict[Key, tuple[str, Article, Statement]] = {}
    for article, statement in read_all(gold, (of,)):
        key = Key.of(article, statement)
        if key not in known:
            order[key] = sha256(f"{name} {key}".encode()).hexdigest(), article, statement
    chosen = sorted(order.items(), key=lambda each: each[1][0])[:number]
    with target.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, escapechar="\\")
        table.writerow((*KEY, *PARTS, "error", "draw", "told", "published", "before", "sentence"))
        for key, (_, article, statement) in chosen:
            published = article.published.text if article.published else ""
            start, end = statement.evidence.start, statement.evidence.end
            words = (_told(statement), published, article.text[max(0, start - 400) : start], article.text[start:end])
            table.writerow((*_cells(key), *("" for _ in PARTS), "", name, *(" ".join(word.split()) for word in words)))


def verdicts(path: Path = JUDGED) -> list[Verdict]:
    """What was judged so far."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return [
            Verdict(
                Key(row["report"], int(row["start"]), row["type"], row["mode"]),
                tuple(row[part] == "1" for part in PARTS),
                row["error"],
                row["draw"],
            )
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def keep(judged: Path) -> int:
    """Add the verdicts of a filled table to those that are kept; how many there were. Words of reports are left out."""
    told = verdicts(judged)
    rows = sorted({v.key: v for v in (*verdicts(), *told)}.values(), key=lambda v: (v.draw, *_cells(v.key)))
    with JUDGED.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        table.writerow((*KEY, *PARTS, "error", "draw"))
        for verdict in rows:
            table.writerow(
                (*_cells(verdict.key), *(int(right) for right in verdict.right), verdict.error, verdict.draw)
            )
    return len(told)


def report(gold: Path, console: Console, only: str | None = None) -> None:
    """Print the share of right parts, the kinds of errors, and how many of each band of confidence are right."""
    told = [verdict for verdict in verdicts() if only in (None, verdict.draw)]
    if not told:
        console.print("nothing was judged")
        return
    table = Table("part", "right", "of", "share")
    for at, part in enumerate(PARTS):
        _row(table, part, [verdict.right[at] for verdict in told])
    _row(table, "whole statement", [verdict.whole for verdict in told])
    console.print(table)
    errors = Table("kind of the first error", "statements")
    for error, count in Counter(verdict.error for verdict in told if not verdict.whole).most_common():
        errors.add_row(error, str(count))
    console.print(errors)
    console.print(_curve({verdict.key: verdict for verdict in told}, read_all(gold)))


def _curve(told: dict[Key, Verdict], read: Iterable[tuple[Article, Statement]]) -> Table:
    bands: defaultdict[int, list[bool]] = defaultdict(list)
    sums: defaultdict[int, float] = defaultdict(float)
    for article, statement in read:
        verdict = told.get(Key.of(article, statement))
        if verdict:
            band = next(i for i, bound in enumerate(BANDS[1:]) if statement.confidence < bound)
            bands[band].append(verdict.whole)
            sums[band] += statement.confidence
    table = Table("confidence", "mean", "right", "of", "share")
    for band, right in sorted(bands.items()):
        mean = f"{sums[band] / len(right):.2f}"
        name = f"{BANDS[band]:.1f} to {min(1.0, BANDS[band + 1]):.1f}"
        table.add_row(name, mean, str(sum(right)), str(len(right)), f"{sum(right) / len(right):.2f}")
    return table


def _row(table: Table, name: str, right: list[bool]) -> None:
    table.add_row(name, str(sum(right)), str(len(right)), f"{sum(right) / len(right):.3f}")


def _cells(key: Key) -> tuple[str, str, str, str]:
    return key.report, str(key.start), key.type, key.mode


def _told(statement: Statement) -> str:
    """The statement in one line, as somebody who judges it wants to see it."""
    trigger = statement.trigger.text if statement.trigger else ""
    return " | ".join(
        (
            f"ACT {trigger!r}: {statement.type}/{statement.mode or '-'} {statement.factuality}",
            f"BY {_roles(statement.actors)}",
            f"TO {_roles(statement.targets)}",
            f"WHEN {_when(statement.time)}",
            f"WHERE {', '.join(place.text for place in statement.places) or '-'}",
            f"FIGURES {'; '.join(map(_figure, statement.figures)) or '-'}",
            f"SAID BY {' <- '.join(sayer.name for sayer in statement.chain) or '-'}",
        )
    )


def _roles(roles: tuple[Role, ...]) -> str:
    return ", ".join(f"{role.text} (= {role.name})" if role.name != role.text else role.text for role in roles) or "-"


def _when(when: When | None) -> str:
    return f"{when.earliest} to {when.latest} ({when.text}, {when.basis})" if when else "-"


def _figure(figure: Figure) -> str:
    return f"{figure.text} = [{figure.low}, {figure.best}, {figure.high}] {figure.counts}, {figure.measure or '-'}"
