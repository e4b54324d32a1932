"""Formats with a row for each event or account: what their columns have in common, and the way back from each cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.exports.facts import Facts, facts_of
from rashomon.exports.sink import Link, Sink, Table
from rashomon.record import Article, Event, Statement
from rashomon.store import View

Cell = str | int | float | None
Span = tuple[Statement, int, int]
"""The statement, and the characters of its article's text."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column names, under a name of its own; `spans` are the words behind its cells, by column."""

    name: str
    cells: Mapping[str, Cell]
    spans: Mapping[str, tuple[Span, ...]]


Rows = Callable[[Facts, str], Iterator[Row | str]]
"""The rows of an event under a rule of rolling up, or the reason why it has none."""


def write_rows(
    view: View, events: Iterable[Event], sink: Sink, columns: tuple[str, ...], rows: Rows, delimiter: str = ","
) -> None:
    """Write the rows of all events as a table, with a link for each span."""
    table = Table(sink.out, columns, delimiter)
    for facts in facts_of(view, events):
        for row in rows(facts, sink.rule):
            if isinstance(row, str):
                sink.left_out[row] += 1
                continue
            sink.rows += 1
            table.write(tuple(row.cells.get(column) for column in columns))
            for column, spans in row.spans.items():
                for statement, start, end in spans:
                    sink.link(_link(row.name, column, facts, statement, start, end))
    table.finish()


def words_behind(statements: Iterable[Statement]) -> dict[str, tuple[Span, ...]]:
    """The spans of who, to whom, where, when it was told and what, by our own names of these fields."""
    told = tuple(statements)
    return {
        "act": tuple((s, s.trigger.start, s.trigger.end) for s in told if s.trigger),
        "actor": tuple((s, role.start, role.end) for s in told for role in s.actors),
        "target": tuple((s, role.start, role.end) for s in told for role in s.targets),
        "place": tuple((s, place.start, place.end) for s in told for place in s.places),
        "time": tuple((s, *found) for s in told if (found := _time_span(s))),
    }


def figures_behind(statements: Iterable[Statement], measure: str) -> tuple[Span, ...]:
    """The spans of the figures of one measure."""
    return tuple((s, f.start, f.end) for s in statements for f in s.figures if f.measure == measure)


def outlet_of(article: Article) -> str:
    """The outlet, or the file where none is known."""
    return article.outlet or article.file


def joined(values: Iterable[str | None], mark: str = "; ") -> str | None:
    """The values, each once, in order; None where there is none."""
    return mark.join(dict.fromkeys(value for value in values if value)) or None


def _time_span(statement: Statement) -> tuple[int, int] | None:
    """Where the sentence tells the time, if its wording stands there."""
    if statement.time is None or not statement.time.text:
        return None
    at = statement.evidence.text.find(statement.time.text)
    if at < 0:
        return None
    return statement.evidence.start + at, statement.evidence.start + at + len(statement.time.text)


def _link(row: str, column: str, facts: Facts, statement: Statement, start: int, end: int) -> Link:
    article = facts.article(statement.article)
    return Link(
        row, column, article.id, article.file, start, end, facts.origin(statement), article.text[start:end],
        maker(statement, start, end),
    )  # fmt: skip


def maker(statement: Statement, start: int, end: int) -> str:
    """Who made the value that stands on these characters: the reader, or the last person who corrected its field."""
    for one in reversed(statement.corrected):
        spans: list[tuple[int, int] | None] = []
        match one.was.field:
            case "act" | "factuality":
                spans = [(statement.trigger.start, statement.trigger.end)] if statement.trigger else []
            case "actors":
                spans = [(role.start, role.end) for role in statement.actors]
            case "targets":
                spans = [(role.start, role.end) for role in statement.targets]
            case "places":
                spans = [(place.start, place.end) for place in statement.places]
            case "figures":
                spans = [(figure.start, figure.end) for figure in statement.figures]
            case "time":
                spans = [_time_span(statement)]
        if (start, end) in spans:
            return one.author
    return statement.reader
