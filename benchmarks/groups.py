"""FA-KES as one record: the event that each report is mainly about; reports of one incident should share one."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

import rashomon
from benchmarks.fakes import main_incident, ready_page
from benchmarks.rows import Row


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """{"doc_id", "event"} for every report that counts dead; an event is named by its id in the record of all rows."""
    with TemporaryDirectory() as folder:
        pile, record = Path(folder) / "pile.jsonl", Path(folder) / "pile.rashomon"
        with pile.open("wb") as out:
            for row in rows:
                out.write(msgspec.json.encode(ready_line(row)) + b"\n")
        rashomon.build([pile], into=record)
        with rashomon.open(record) as view:
            event_of = {statement: event.id for event in view.events() for statement in event.statements}
            for article in view.articles():
                statement = main_incident(view.reading(article.id)).statement
                if statement:
                    yield {"doc_id": article.file, "event": event_of[statement.id]}


def ready_line(row: Row) -> Row:
    """The row as a line of a pile of ready articles."""
    page = ready_page(row)
    return {
        "file": page.file,
        "text": page.body.decode(),
        "outlet": page.stated.outlet,
        "title": page.stated.title,
        "published": page.stated.published,
        "language": page.stated.language,
    }
