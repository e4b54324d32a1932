"""The records of an ARC file, the format of web archives before WARC, packed with gzip or not at all."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from rashomon.pages.content import UnreadableError, open_file
from rashomon.pages.responses import Other, Response, answered


def read_arc(path: Path, limit: int) -> Iterator[Response | Other]:
    """The records of the file; a body is read up to one byte more than `limit`.

    Raises UnreadableError where the file can not be opened, or not be read to its end.
    """
    at = ""
    with open_file(path) as file:
        try:
            records = ArchiveIterator(file)
            for record in records:
                at = str(records.offset)
                if record.rec_type == "arc_header":
                    continue
                if record.http_headers is None or not record.http_headers.get_statuscode().isdigit():
                    yield Other(at, f"{record.rec_type} of another protocol than HTTP")
                    continue
                yield answered(
                    at,
                    url=record.rec_headers.get_header("uri"),
                    fetched=_moment(record.rec_headers.get_header("archive-date")),
                    status=int(record.http_headers.get_statuscode()),
                    headers=record.http_headers.headers,
                    body=record.raw_stream.read(limit + 1),
                )
        except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
            where = f"behind the record at byte {at}" if at else "from its beginning"
            raise UnreadableError(f"can not be read {where} ({error}); fetch or pack the archive anew") from error
    if not at:
        raise UnreadableError("holds no ARC record; take it out")


def _moment(stamp: str | None) -> datetime | None:
    """A moment as ARC writes it, fourteen digits in UTC; None for anything else."""
    try:
        return datetime.strptime(stamp or "", "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None
