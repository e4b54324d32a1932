"""The record as four plain tables: articles, statements, accounts, events; as Arrow (Parquet) or as text (CSV).

What is a list in the record (roles, figures, places, chains) is JSON in one cell, with the names of the contract. In
the links a column is named with its table, `events.time_earliest`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

import msgspec

from rashomon.errors import UsageError
from rashomon.exports.base import Format
from rashomon.exports.behind import Spans, acts, chains, counts, linked, places, roles, sentences, times
from rashomon.exports.facts import Facts, Loose, facts_of, loose_of
from rashomon.exports.rows import write_links
from rashomon.exports.sink import Sink, Table
from rashomon.record import Account, Article, Event, Statement, When
from rashomon.store import View

if TYPE_CHECKING:
    import pyarrow

BATCH = 5_000
"""Rows of a table that are in memory at once."""

WHEN = ("earliest", "latest", "precision")

COLUMNS: dict[str, dict[str, str]] = {
    "articles": dict.fromkeys(
        ("id", "file", "url", "sha256", "outlet", "title", "byline", "published_earliest", "published_latest",
         "published_precision", "language", "text", "family", "copied_from"), "text"),
    "statements": dict.fromkeys(
        ("id", "article", "event", "type", "mode", "factuality", "evidence", "trigger"), "text")
    | {"evidence_start": "whole", "evidence_end": "whole"}
    | dict.fromkeys(
        ("actors", "targets", "places", "time_earliest", "time_latest", "time_precision", "figures", "chain"), "text")
    | {"confidence": "number", "reader": "text", "corrected": "text"},
    "accounts": {"id": "text", "event": "text", "origin": "text", "articles": "text", "reprints": "whole",
                 "statements": "text", "figures": "text"},
    "events": dict.fromkeys(
        ("id", "part_of", "type", "mode", "title", "time_earliest", "time_latest", "time_precision", "places", "actors",
         "targets", "figures", "disagreements", "acled_event_type", "acled_sub_event_type"), "text")
    | {"ucdp_violence": "whole", "origins": "whole", "reason": "text"},
}  # fmt: skip
"""The columns of each table, with what they hold: text, whole numbers, or numbers."""

Cells = tuple[Any, ...]


class Book(Protocol):
    """Takes the rows of one table."""

    def write(self, rows: list[Cells]) -> None:
        """Write some rows."""

    def finish(self) -> None:
        """Hand on what waits in memory."""


def write_csv(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write the tables as text, the first line names the columns."""
    _write(view, events, sink, _Text, ".csv")


def write_parquet(view: View, events: Iterable[Event], sink: Sink) -> None:
    """Write the tables as Parquet; raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow.parquet  # noqa: F401, PLC0415  Eighty megabytes that only this format needs.
    except ModuleNotFoundError as error:
        raise UsageError("parquet needs one more package; add it with: pip install 'rashomon[parquet]'") from error
    _write(view, events, sink, _Arrow, ".parquet")


def _write(view: View, events: Iterable[Event], sink: Sink, book: Callable[..., Book], ending: str) -> None:
    assert sink.opened is not None, "a format of several files is given a folder"
    books = {name: book(sink.opened(f"{name}{ending}"), columns) for name, columns in COLUMNS.items()}
    families = {article: family.id for family in view.families() for article in family.articles}
    for articles in _batches(view.articles()):
        books["articles"].write([_article(article, families.get(article.id)) for article in articles])
    for statements in _batches(view.statements()):
        of_event = view.events_of(statement.id for statement in statements)
        books["statements"].write([_statement(statement, of_event.get(statement.id)) for statement in statements])
    for some in _batches(facts_of(view, events)):
        books["events"].write([_event(facts.event) for facts in some])
        books["accounts"].write([_account(facts.event, *numbered) for facts in some for numbered in _numbered(facts)])
        for facts in some:
            _link(sink, facts)
        sink.rows += len(some)
    for loose in loose_of(view):
        _link_statement(sink, loose, loose.statement, None)
    for each in books.values():
        each.finish()


def _article(a: Article, family: str | None) -> Cells:
    return (a.id, a.file, a.url, a.sha256, a.outlet, a.title, _json(a.byline), *_when(a.published), a.language, a.text,
            family, a.copied_from)  # fmt: skip


def _statement(s: Statement, event: str | None) -> Cells:
    corrected = _json(s.corrected) if s.corrected else None
    return (s.id, s.article, event, s.type, s.mode, s.factuality, s.evidence.text, s.trigger and s.trigger.text,
            s.evidence.start, s.evidence.end, _json(s.actors), _json(s.targets), _json(s.places), *_when(s.time),
            _json(s.figures), _json(s.chain), s.confidence, s.reader, corrected)  # fmt: skip


def _numbered(facts: Facts) -> Iterator[tuple[int, Account]]:
    return enumerate(facts.event.accounts, start=1)


def _account(event: Event, number: int, a: Account) -> Cells:
    return (
        f"{event.id}-{number}",
        event.id,
        a.origin,
        _json(a.articles),
        a.reprints,
        _json(a.statements),
        _json(a.figures),
    )


def _event(e: Event) -> Cells:
    return (e.id, e.part_of, e.type, e.mode, e.title, *_when(e.time), _json(e.places), _json(e.actors),
            _json(e.targets), _json(e.figures), _json(e.disagreements), *(e.acled or (None, None)), e.ucdp_violence,
            e.origins, e.reason)  # fmt: skip


def _link(sink: Sink, facts: Facts) -> None:
    """The words behind the cells of an event, of its accounts and of its statements."""
    event, told = facts.event, facts.statements
    for one in told:
        _link_statement(sink, facts, one, event.id)
    for number, account in _numbered(facts):
        cells = _account(event, number, account)
        _write_links(sink, "accounts", facts, cells, {"figures": counts(facts.of(account))})
    held = {key for d in event.disagreements for position in d.positions for key in position.statements}
    _write_links(sink, "events", facts, _event(event), _behind(told) | linked(
        ("title acled_event_type acled_sub_event_type ucdp_violence", acts(told)),
        ("time_earliest time_latest time_precision", times(told, _ends(event.time))),
        ("actors", roles((s, role) for s in told for role in s.actors if role.actor in event.actors)),
        ("targets", roles((s, role) for s in told for role in s.targets if role.actor in event.targets)),
        ("disagreements", sentences(s for s in told if s.id in held)),
    ))  # fmt: skip


def _link_statement(sink: Sink, facts: Facts | Loose, one: Statement, event: str | None) -> None:
    spans = _behind((one,)) | linked(
        ("evidence evidence_start evidence_end", sentences((one,))),
        ("trigger factuality", acts((one,))),
        ("chain", chains((one,))),
    )
    _write_links(sink, "statements", facts, _statement(one, event), spans)


def _behind(told: tuple[Statement, ...]) -> dict[str, Spans]:
    return linked(
        ("type mode", acts(told)),
        ("time_earliest time_latest time_precision", times(told)),
        ("places", places(told)),
        ("actors", roles((s, role) for s in told for role in s.actors)),
        ("targets", roles((s, role) for s in told for role in s.targets)),
        ("figures", counts(told)),
    )


def _ends(when: When | None) -> tuple[date | None, date | None]:
    return (when.earliest, when.latest) if when else (None, None)


def _write_links(sink: Sink, table: str, facts: Facts | Loose, cells: Cells, spans: Mapping[str, Spans]) -> None:
    """A link for each span behind a cell that is not empty; a row goes by its first cell."""
    filled = {name for name, cell in zip(COLUMNS[table], cells, strict=True) if cell not in (None, "[]")}
    found = {f"{table}.{column}": these for column, these in spans.items() if column in filled}
    write_links(sink, cells[0], facts, found)


def _batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    waiting = iter(values)
    while some := list(islice(waiting, BATCH)):
        yield some


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _when(when: When | None) -> tuple[str | None, str | None, str | None]:
    if when is None:
        return None, None, None
    return (
        when.earliest.isoformat() if when.earliest else None,
        when.latest.isoformat() if when.latest else None,
        when.precision,
    )


class _Text:
    def __init__(self, out: BinaryIO, columns: dict[str, str]) -> None:
        self._table = Table(out, tuple(columns))

    def write(self, rows: list[Cells]) -> None:
        for row in rows:
            self._table.write(row)

    def finish(self) -> None:
        self._table.finish()


class _Arrow:
    def __init__(self, out: BinaryIO, columns: dict[str, str]) -> None:
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

        kinds = {"text": pa.string(), "whole": pa.int64(), "number": pa.float64()}
        self._schema: pyarrow.Schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()])
        self._table = pa.Table
        self._writer = ParquetWriter(out, self._schema, compression="zstd")

    def write(self, rows: list[Cells]) -> None:
        columns = dict(zip(self._schema.names, zip(*rows, strict=True), strict=True))
        self._writer.write_table(self._table.from_pydict(columns, schema=self._schema))

    def finish(self) -> None:
        self._writer.close()


CSV = Format("csv", "articles, statements, accounts and events as plain tables, in a folder", write_csv, folder=True)
PARQUET = Format("parquet", "the same tables as Parquet, in a folder", write_parquet, folder=True)
