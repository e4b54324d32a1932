"""The records of a WARC file, packed with gzip or zstd or not at all, one at a time.

A damaged stretch costs the records in it: reading goes on at the next place where a record begins.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from rashomon.pages.content import UnreadableError, open_file
from rashomon.pages.responses import Other, Response, answered

_BEGINNINGS = (b"\x1f\x8b\x08", b"WARC/1.")
"""How a record begins: as a gzip member of its own (WARC 1.1, annex D), or plain."""
_SILENT = frozenset({"warcinfo", "request", "metadata"})
"""Records about the crawl, not from a server."""
_STEP = 1 << 20


def read_warc(path: Path, limit: int) -> Iterator[Response | Other]:
    """The records of the file; a body is read up to one byte more than `limit`.

    Raises UnreadableError where the file can not be opened or holds no record.
    """
    number, last, damaged, why = 0, -1, False, ""
    with open_file(path) as file:
        at: int | None = 0
        while at is not None:
            file.seek(at)
            try:
                for record in ArchiveIterator(file, parse_http=False):
                    number, last, damaged = number + 1, record.stream_pos, False
                    if (sort := record.headers.get("WARC-Type") or "unknown") not in _SILENT:
                        yield _read(record, sort, number, limit)
                break
            except OSError as error:
                why = f"can not be read ({error}); fetch or pack the archive anew"
                if number and not damaged:
                    yield Other(number + 1, "damaged", f"the records from here to the next sound one {why}")
                damaged = True
                at = _beginning(file, max(last, at) + 1)
    if not number:
        raise UnreadableError(f"holds no WARC record{f': it {why}' if why else '; take it out'}")


def _read(record: WarcRecord, sort: str, number: int, limit: int) -> Response | Other:
    if sort != "response":
        return Other(number, sort)
    try:
        record.parse_http()
    except OSError as error:
        return Other(number, "response", f"its HTTP head can not be read ({error}); fetch the page anew")
    if record.http_headers is None:
        return Other(number, "response of another protocol than HTTP")
    told = record.content_length
    body = record.reader.read(limit + 1)
    torn = "the archive ends in it" if len(body) < min(told, limit + 1) else None
    return answered(
        number,
        url=record.headers.get("WARC-Target-URI"),
        fetched=record.record_date,
        status=record.http_headers.status_code or 0,
        headers=record.http_headers.items(),
        body=body,
        cut=torn or record.headers.get("WARC-Truncated"),
    )


def _beginning(file: BinaryIO, start: int) -> int | None:
    """Where the next record may begin, from byte `start` on; None where none does."""
    file.seek(start)
    window, before = b"", start
    while step := file.read(_STEP):
        window += step
        found = [place for mark in _BEGINNINGS if (place := window.find(mark)) >= 0]
        if found:
            return before + min(found)
        keep = min(len(window), max(map(len, _BEGINNINGS)) - 1)
        before += len(window) - keep
        window = window[-keep:]
    return None
