"""Handing a record over: every format there is, with the roll-up chosen, and a card that says what is in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import IO, Annotated
from zipfile import ZIP_DEFLATED, ZipFile

from fastapi import APIRouter, Query
from starlette.responses import StreamingResponse

from rashomon.desk.desk import Desk
from rashomon.desk.routes import ThisDesk
from rashomon.desk.shapes import Counted, Trouble
from rashomon.exports import FORMATS, find_format, write, write_file
from rashomon.exports import Format as Kind
from rashomon.exports.contents import contents
from rashomon.record import Event
from rashomon.run import rolled_events, rule_named
from rashomon.store import View

CHUNK = 1 << 16
"""Bytes that are sent at once."""

router = APIRouter(
    responses={
        409: {"model": Trouble, "description": "There is no such format or roll-up."},
        422: {"model": Trouble, "description": "A value in the address can not be used."},
        503: {"model": Trouble, "description": "The record can not be used just now; the words say why."},
    }
)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that the record goes out in."""

    name: str
    help: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a record holds, for those who are handed it: sources, dates, versions of the reader, rules, counts."""

    name: str
    fresh: bool
    articles: int
    statements: int
    events: int
    dropped: int
    judgements: int
    outlets: tuple[Counted, ...]
    published_first: date | None
    published_last: date | None
    happened_first: date | None
    happened_last: date | None
    readers: tuple[str, ...]
    rules: tuple[str, ...]
    formats: tuple[Format, ...]


@router.get("/card")
def card(desk: ThisDesk) -> Card:
    """What is in the record: sources, dates, reader, rules, counts, and the formats that it goes out in."""
    record = desk.record()
    with desk.view() as view:
        held = contents(view)
    return Card(
        name=record.name,
        fresh=record.fresh,
        articles=held.articles,
        statements=held.statements,
        events=held.events,
        dropped=held.dropped,
        judgements=held.judgements,
        outlets=tuple(Counted(name, name, number) for name, number in held.outlets),
        published_first=held.published_first,
        published_last=held.published_last,
        happened_first=record.first,
        happened_last=record.last,
        readers=held.readers,
        rules=desk.pipeline.rules(),
        formats=tuple(Format(kind.name, kind.help) for kind in FORMATS),
    )


@router.get("/export", response_class=StreamingResponse)
def export(
    desk: ThisDesk,
    format: Annotated[str, Query(max_length=40)],
    rule: Annotated[str | None, Query(max_length=40)] = None,
) -> StreamingResponse:
    """The whole record in one format, its figures brought to one row by one rule."""
    kind = find_format(format)
    name = desk.record().name.rpartition(".")[0] or desk.record().name
    ending = f"{kind.name}.zip" if kind.folder else kind.name
    safe = "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "-" for char in name)
    return StreamingResponse(
        _written(desk, kind.name, rule),
        media_type="application/octet-stream",
        headers={"content-disposition": f'attachment; filename="{safe}.{ending}"'},
    )


def _packed(view: View, events: Iterable[Event], kind: Kind, file: IO[bytes], rule: str) -> None:
    """A format of several files, as one ZIP file."""
    with TemporaryDirectory(prefix="rashomon-") as folder, ZipFile(file, "w", ZIP_DEFLATED) as packed:
        write_file(view, events, kind, Path(folder) / kind.name, rule)
        for path in sorted((Path(folder) / kind.name).iterdir()):
            packed.write(path, f"{kind.name}/{path.name}")


def _written(desk: Desk, format: str, rule: str | None) -> Iterator[bytes]:
    """The export, written whole to a file that goes away, so that a fault shows before the first byte is sent."""
    file = NamedTemporaryFile(prefix="rashomon-")  # noqa: SIM115  It is closed when it has been sent.
    try:
        with desk.view() as view:
            used = rule_named(rule, desk.pipeline)
            events = view.events() if rule is None else rolled_events(view.events(), desk.pipeline, used)
            kind = find_format(format)
            if kind.folder:
                _packed(view, events, kind, file, used)
            else:
                write(view, events, kind, file, used)  # type: ignore[arg-type]
        file.seek(0)
    except BaseException:
        file.close()
        raise

    def chunks() -> Iterator[bytes]:
        with file:
            while chunk := file.read(CHUNK):
                yield chunk

    return chunks()
