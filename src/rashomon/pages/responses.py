"""What servers answered, as web archives keep it -> pages; what is none is counted by kind in one row.

A crawl holds far more pictures, scripts and errors than reports: a row for each would bury the pages that failed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO

from urllib3 import HTTPResponse
from urllib3.exceptions import HTTPError

from rashomon.pages.content import UnreadableError, binary_kind, is_html, too_large
from rashomon.record import Dropped, Page, Stated

_MARKUP = frozenset({"text/html", "application/xhtml+xml"})
_UNSAID = frozenset({"", "application/octet-stream", "unknown", "unknown/unknown"})
_OTHERS = (
    ("image/", "pictures"), ("audio/", "sound or film"), ("video/", "sound or film"), ("font/", "typefaces"),
    ("text/css", "scripts or styles"), ("text/javascript", "scripts or styles"), ("application/javascript",
     "scripts or styles"), ("application/x-javascript", "scripts or styles"), ("application/json", "data"),
    ("application/pdf", "PDF files"), ("text/xml", "XML"), ("application/xml", "XML"), ("application/rss+xml", "feeds"),
    ("application/atom+xml", "feeds"), ("text/dns", "names of hosts"),
)  # fmt: skip
"""Beginnings of media types that are no pages, and what to call them."""
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w:.-]+)""", re.I)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,15})[^\r\n]*\r?\n")


@dataclass(frozen=True, slots=True)
class Response:
    """One answer of a server. `at` is the byte of the archive at which its record begins, which names it. `body` is as
    it was sent, its encodings not undone, one byte more than the limit at most.

    `media` is the type in lower case without its parameters, `charset` the encoding of letters that the server named.
    `encodings` are those of the body, `chunked` and gzip and the like, in the order in which they were applied. `cut`
    is why the crawler kept only its beginning.
    """

    at: str
    url: str | None
    fetched: datetime | None
    status: int
    media: str
    charset: str | None
    encodings: tuple[str, ...]
    body: bytes
    cut: str | None = None


@dataclass(frozen=True, slots=True)
class Other:
    """A record that is no answer of a server (`revisit`, `resource`, …), or one that can not be read: then `why`."""

    at: str
    kind: str
    why: str | None = None


def answered(
    at: str,
    *,
    url: str | None,
    fetched: datetime | None,
    status: int,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    cut: str | None = None,
) -> Response:
    """The response with what its HTTP `headers` say of the body."""
    told = {name.lower(): value for name, value in headers}
    media, _, parameters = told.get("content-type", "").partition(";")
    charset = _CHARSET.search(parameters)
    named = ",".join(told.get(name, "") for name in ("content-encoding", "transfer-encoding"))
    encodings = tuple(each for part in named.lower().split(",") if (each := part.strip()) not in ("", "identity"))
    return Response(
        at, url, fetched, status, media.strip().lower(), charset and charset[1], encodings, body, cut
    )  # fmt: skip


def read_responses(
    file: str, records: Iterable[Response | Other], stated: Stated, limit: int
) -> Iterator[Page | Dropped]:
    """The pages among `records` of the archive `file`, named by where they begin; then a row of what is no page."""
    others: Counter[str] = Counter()
    for record in records:
        if isinstance(record, Other):
            if record.why:
                yield Dropped(f"{file}#{record.at}", "page", record.why)
            else:
                others[f"records of type {record.kind}"] += 1
        elif record.status != 200:
            others[f"answers with status {record.status}"] += 1
        elif sort := _other_sort(record.media):
            others[sort] += 1
        else:
            yield from _page(file, record, stated, limit)
    if others:
        told = "; ".join(f"{number:,} {what}" for what, number in sorted(others.items()))
        yield Dropped(file, "page", f"not pages, so not read: {told}")


def _page(file: str, response: Response, stated: Stated, limit: int) -> Iterator[Page | Dropped]:
    name = f"{file}#{response.at}"
    try:
        body = _undone(response, limit)
    except UnreadableError as error:
        yield Dropped(name, "page", str(error))
        return
    if binary := binary_kind(body):
        yield Dropped(name, "page", f"the content is {binary}, though the server called it a page")
        return
    markup = response.media in _MARKUP or is_html(body)
    yield Page(
        file=name,
        sha256=sha256(body).hexdigest(),
        body=body,
        kind="html" if markup else "text",
        stated=Stated(
            outlet=stated.outlet, url=response.url or stated.url, published=stated.published, language=stated.language
        ),
        fetched=response.fetched,
        charset=response.charset,
        chosen=False,
    )
    if response.cut:
        yield Dropped(name, "page", f"only its beginning was kept ({response.cut}); what there is is read")


def _other_sort(media: str) -> str | None:
    if media in _MARKUP or media in _UNSAID or media == "text/plain":
        return None
    return next((sort for start, sort in _OTHERS if media.startswith(start)), "answers of other types")


def _undone(response: Response, limit: int) -> bytes:
    """The body with its encodings undone; raises UnreadableError where that fails, or gives more than `limit` bytes.

    A body whose encoding the server named wrongly is common; it is taken as it is where it shows that it is text.
    """
    if len(response.body) > limit:
        raise UnreadableError(too_large(limit))
    body = response.body
    for encoding in reversed(response.encodings):
        body = _unchunked(body) if encoding == "chunked" else _unpacked(body, encoding, limit)
    if not body.strip(b" \t\r\n\x00"):
        raise UnreadableError("the page is empty; fetch it anew or leave it")
    return body


def _unchunked(body: bytes) -> bytes:
    """The pieces of a chunked body (RFC 9112, 7.1) put together; the body itself where it was put together before."""
    pieces, at = [], 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            break
        pieces.append(body[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if body.startswith(b"\r\n", at) else 1 if body.startswith(b"\n", at) else 0
    return b"".join(pieces) if pieces else body


def _unpacked(body: bytes, encoding: str, limit: int) -> bytes:
    answer = HTTPResponse(BytesIO(body), headers={"content-encoding": encoding}, preload_content=False)
    pieces: list[bytes] = []
    size = 0
    try:
        for piece in answer.stream(1 << 16, decode_content=True):
            size += len(piece)
            if size > limit:
                raise UnreadableError(too_large(limit))
            pieces.append(piece)
    except HTTPError as error:
        if binary_kind(body) is None:
            return body
        raise UnreadableError(f"its {encoding} can not be unpacked ({error}); fetch it anew") from error
    return b"".join(pieces)
