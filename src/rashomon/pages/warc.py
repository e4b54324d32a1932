"""The records of a WARC file, packed with gzip or zstd or not at all, one at a time.

A damaged stretch costs the records in it: reading goes on at the next place where a record begins.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord

from rashomon.pages.content import UnreadableError, open_file
from rashomon.pages.responses import Other, Response, answered

_BEGINNINGS = (b"\x1f\x8b\x08", b"WARC/1.", b"\x28\xb5\x2f\xfd")
"""How a record begins: as a gzip member (WARC 1.1, annex D) or zstd frame of its own, or plain."""
_SILENT = frozenset({"warcinfo", "request", "metadata"})
"""Records about the crawl, not from a server."""
_STEP = 1 << 20


def read_warc(path: Path, limit: int, start: int = 0, stop: int | None = None) -> Iterator[Response | Other]:
    """The records that begin at byte `start` or behind it, and before `stop`; a body is read up to one byte more than
    `limit`. Each record is in one stretch only, wherever a file is parted.

    Raises UnreadableError where the file can not be opened or does not begin as one.
    """
    seen = -1
    damaged, why = False, ""
    with open_file(path) as file:
        at = start if start == 0 else _beginning(file, start)
        while at is not None and (stop is None or at < stop):
            file.seek(at)
            try:
                for at, name, record in _named(file):
                    if stop is not None and at >= stop:
                        return
                    seen, damaged = at, False
                    if (sort := record.headers.get("WARC-Type") or "unknown") not in _SILENT:
                        yield _read(record, sort, name, limit)
                break
            except OSError as error:
                why = f"can not be read ({error}); fetch or pack the archive anew"
                if seen >= 0 and not damaged:
                    behind = f"the records behind it, to the next sound one, {why}"
                    yield Other(str(max(seen, at)), "damaged", behind)
                damaged = True
                at = _beginning(file, max(seen, at) + 1)
    if seen < 0 and start == 0:
        raise UnreadableError(f"holds no WARC record{f': it {why}' if why else '; take it out'}")


def _named(file: BinaryIO) -> Iterator[tuple[int, str, WarcRecord]]:
    """Where each record begins, its name and itself. Records packed together begin at one byte: then the name counts
    them from the second on ("840.2")."""
    last, nth = -1, 1
    for record in ArchiveIterator(file, parse_http=False):
        nth = nth + 1 if record.stream_pos == last else 1
        last = record.stream_pos
        yield last, str(last) if nth == 1 else f"{last}.{nth}", record


def _read(record: WarcRecord, sort: str, at: str, limit: int) -> Response | Other:
    if sort != "response":
        return Other(at, sort)
    try:
        record.parse_http()
    except OSError as error:
        return Other(at, "response", f"its HTTP head can not be read ({error}); fetch the page anew")
    if record.http_headers is None:
        return Other(at, "response of another protocol than HTTP")
    told = record.content_length
    body = record.reader.read(limit + 1)
    torn = "the archive ends in it" if len(body) < min(told, limit + 1) else None
    return answered(
        at,
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
