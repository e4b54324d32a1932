"""Web archives of any size, made from the pages and reports of the test sets: the same seed, the same bytes."""

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from random import Random
from uuid import UUID

from benchmarks.rows import Row, read_lines

SEED = 7
CONFLICT = ("fakes", "indiapolice")
"""Sets whose reports are on conflict."""

PAGES = "article_extraction"
"""The set of web pages as they are found; hardly any is on conflict."""

FETCHED = "2024-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class Source:
    """A page of a stream: its address, its bytes, and whether it is a report of a set on conflict."""

    url: str
    body: bytes
    conflict: bool


def mixed(gold: Path, pages: int, share: float) -> list[Source]:
    """So many pages in an order drawn from the seed, a `share` of them reports on conflict. The pages of `PAGES` come
    again and again where there are fewer."""
    random = Random(SEED)
    reports = _drawn(list(_reports(gold)), round(pages * share), random)
    others = _drawn(list(_pages(gold)), pages - len(reports), random)
    stream = [*reports, *others]
    random.shuffle(stream)
    return stream


def write_warc(sources: Iterable[Source], path: Path) -> None:
    """The pages as the answers of a server, each packed by itself with gzip."""
    with path.open("wb") as file:
        for nth, source in enumerate(sources):
            http = _head("HTTP/1.1 200 OK", {"Content-Type": "text/html; charset=utf-8"})
            block = http + source.body
            named = {
                "WARC-Type": "response", "WARC-Target-URI": source.url, "WARC-Date": FETCHED,
                "WARC-Record-ID": f"<urn:uuid:{UUID(int=nth)}>", "Content-Type": "application/http; msgtype=response",
                "Content-Length": str(len(block)),
            }  # fmt: skip
            file.write(gzip.compress(_head("WARC/1.0", named) + block + b"\r\n\r\n", mtime=0))


def _head(first: str, named: dict[str, str]) -> bytes:
    lines = (first, *(f"{name}: {value}" for name, value in named.items()))
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _drawn(sources: Sequence[Source], number: int, random: Random) -> list[Source]:
    """So many of the sources, none more than once more often than another."""
    drawn: list[Source] = []
    while len(drawn) < number:
        drawn += random.sample(sources, min(len(sources), number - len(drawn)))
    return drawn


def _reports(gold: Path) -> Iterator[Source]:
    for name in CONFLICT:
        for row in read_lines(gold / name / "dev.jsonl.gz"):
            yield Source(f"https://{name}.example/{row['doc_id']}.html", _wrapped(row), conflict=True)


def _pages(gold: Path) -> Iterator[Source]:
    for row in read_lines(gold / PAGES / "dev.jsonl.gz"):
        url = row.get("url") or f"https://pages.example/{row['doc_id']}.html"
        yield Source(url, row["html"].encode("utf-8", "replace"), conflict=False)


def _wrapped(row: Row) -> bytes:
    title = escape(row.get("title") or "")
    paragraphs = "".join(f"<p>{escape(part)}</p>\n" for part in row["text"].split("\n") if part.strip())
    heading = f"<h1>{title}</h1>" if title else ""
    page = f"<!DOCTYPE html><html lang='en'><head><title>{title}</title></head><body><article>{heading}{paragraphs}"
    return f"{page}</article></body></html>".encode()
