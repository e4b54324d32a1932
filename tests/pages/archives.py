"""Web archives of a test's own making, written byte by byte as the standards say."""

import gzip
from collections.abc import Iterable
from uuid import UUID

REPORT = b"<html><body><p>Two bridges were closed on Monday, the governor said.</p></body></html>"
WHEN = "2008-04-01T10:00:00Z"


def answer(
    body: bytes = REPORT, url: str = "http://www.example.org/a", status: str = "200 OK", kind: str = "response",
    cut: str | None = None, **headers: str,
) -> bytes:  # fmt: skip
    """One WARC record (WARC 1.0): `headers` of HTTP with `_` for the hyphen, HTML unless they name another type."""
    told = {"Content_Type": "text/html"} | headers
    http = _head(f"HTTP/1.1 {status}", {name.replace("_", "-"): value for name, value in told.items()})
    block = http + body if kind in ("response", "revisit") else body
    named = {
        "WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": WHEN,
        "WARC-Record-ID": f"<urn:uuid:{UUID(int=len(block))}>",
        "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(block)),
    } | ({"WARC-Truncated": cut} if cut else {})  # fmt: skip
    return _head("WARC/1.0", named) + block + b"\r\n\r\n"


def warc(records: Iterable[bytes], *, packed: bool = True) -> bytes:
    """A WARC file with these records, each a gzip member of its own unless `packed` is off."""
    return b"".join(map(gzip.compress, records) if packed else records)


def arc(records: Iterable[tuple[str, bytes]], *, packed: bool = True) -> bytes:
    """An ARC file (version 1) of pages by address, each a gzip member of its own unless `packed` is off."""
    body = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    members = [b"filedesc://own.arc 0.0.0.0 20080401100000 text/plain %d\n" % len(body) + body + b"\n"]
    for url, page in records:
        sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page
        members.append(f"{url} 192.0.2.1 20080402113000 text/html {len(sent)}\n".encode() + sent + b"\n")
    return b"".join(map(gzip.compress, members) if packed else members)


def _head(first: str, named: dict[str, str]) -> bytes:
    return "\r\n".join([first, *(f"{name}: {value}" for name, value in named.items()), "", ""]).encode()
