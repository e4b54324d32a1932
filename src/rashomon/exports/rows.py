"""Formats with a row for each event or account: what their columns have in common, and the way back from each cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.exports.behind import Spans, time_span
from rashomon.exports.facts import Facts, Loose, facts_of
from rashomon.exports.sink import Left, Link, Sink, Table
from rashomon.record import Article, Event, Figure, Statement
from rashomon.store import View

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column names, under a name of its own; `spans` are the words behind its cells, by column."""

    name: str
    cells: Mapping[str, Cell]
    spans: Mapping[str, Spans]


Rows = Callable[[Facts, str], Iterator[Row | str]]
"""The rows of an event under a rule of rolling up, or the reason why it has none."""


def write_rows(
    view: View, events: Iterable[Event], sink: Sink, columns: tuple[str, ...], rows: Rows, delimiter: str = ","
) -> None:
    """Write the rows of all events as a table, with a link for each span behind a filled cell."""
    table = Table(sink.out, columns, delimiter)
    for facts in facts_of(view, events):
        for row in rows(facts, sink.rule):
            if isinstance(row, str):
                sink.leave(left(facts, row))
                continue
            sink.rows += 1
            table.write(tuple(row.cells.get(column) for column in columns))
            filled = {column: spans for column, spans in row.spans.items() if row.cells.get(column) is not None}
            write_links(sink, row.name, facts, filled)
    table.finish()


def left(facts: Facts, reason: str) -> Left:
    """The event among those without a row."""
    event = facts.event
    dead = (f for account in event.accounts for f in account.figures if f.measure == "killed")
    return Left(
        event.id,
        event.title,
        event.time.earliest if event.time else None,
        event.time.latest if event.time else None,
        joined(map(_counted, dead)),
        reason,
        joined(article.file for article in facts.articles),
    )


def _counted(figure: Figure) -> str:
    return figure.text if figure.text == figure.counts else f"{figure.text} {figure.counts}".strip()


def outlet_of(article: Article) -> str:
    """The outlet, or the file where none is known."""
    return article.outlet or article.file


def joined(values: Iterable[str | None], mark: str = "; ") -> str | None:
    """The values, each once, in order; None where there is none."""
    return mark.join(dict.fromkeys(value for value in values if value)) or None


def write_links(sink: Sink, row: str, facts: Facts | Loose, spans: Mapping[str, Spans]) -> None:
    """Write a link for each span, by column."""
    for column, these in spans.items():
        for statement, start, end in dict.fromkeys(these):
            sink.link(_link(row, column, facts, statement, start, end))


def _link(row: str, column: str, facts: Facts | Loose, statement: Statement, start: int, end: int) -> Link:
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
                spans = [time_span(statement)]
        if (start, end) in spans:
            return one.author
    return statement.reader
