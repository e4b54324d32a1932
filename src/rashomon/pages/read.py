# ruff: noqa: PLC0415  Most piles hold no archives and no feeds: their libraries are loaded when one is met.
"""Inputs -> pages, in the order handed in, each folder in the order of its names; one page's bytes at a time."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from rashomon.errors import InputError
from rashomon.pages.content import UnreadableError, binary_kind, decompressed, is_html
from rashomon.pages.folder import MANIFEST, Found, find_files
from rashomon.pages.part import Part, sort_of
from rashomon.pages.parts import parts_of
from rashomon.pages.ready import read_ready
from rashomon.record import Dropped, Page
from rashomon.record.page import PageKind
from rashomon.settings import Settings

SINGLE = frozenset({"html", "text"})
"""Sorts of files that hold one page."""

_OTHER_SORT = (
    "not a kind of page that can be read "
    "(.html .htm .txt .jsonl .warc .arc .xml .rss .atom, or .gz of these, or .warc.zst)"
)
_NESTED_MANIFEST = f"a {MANIFEST} counts only in the folder that is handed in; hand this folder in by itself"


def read_pages(inputs: Sequence[str | Path], settings: Settings) -> Iterator[Page | Dropped]:
    """The pages behind `inputs` (files and folders), and a `Dropped` of stage "page" for each that can not be read.

    Raises InputError at once, before anything is yielded, where an input does not exist or a folder can not be listed.
    """
    parts = find_parts(inputs, settings)
    return (
        page for part in parts for page in ([part] if isinstance(part, Dropped) else read_part(part, settings))
    )  # fmt: skip


def find_parts(inputs: Sequence[str | Path], settings: Settings) -> Iterator[Part | Dropped]:
    """The parts that `inputs` can be read in, and rows for what has none, in order; raises as `read_pages` does."""
    sources = list(dict.fromkeys(Path(source) for source in inputs))
    for source in sources:
        _check(source)
    return parts_of(sources, settings.page_limit)


def read_part(part: Part, settings: Settings) -> Iterator[Page | Dropped]:
    """The pages of one part, and a `Dropped` for each that can not be read."""
    limit = settings.page_limit
    try:
        match sort_of(part.path):
            case "articles":
                yield from read_ready(part, limit)
            case "feed":
                from rashomon.pages.feeds import read_feed

                yield from read_feed(part, limit)
            case "warc":
                from rashomon.pages.responses import read_responses
                from rashomon.pages.warc import read_warc

                records = read_warc(part.path, limit, part.start, part.stop)
                yield from read_responses(part.file, records, part.stated, limit)
            case "arc":
                from rashomon.pages.arc import read_arc
                from rashomon.pages.responses import read_responses

                yield from read_responses(part.file, read_arc(part.path, limit), part.stated, limit)
            case "html" | "text" as kind:
                yield _page(part, kind, limit)
            case None:
                reason = _NESTED_MANIFEST if part.path.name == MANIFEST else _OTHER_SORT
                yield Dropped(part.file, "page", reason)
    except UnreadableError as error:
        yield Dropped(part.file, "page", str(error))


def count_pages(inputs: Sequence[str | Path]) -> int | None:
    """How many files will be read, for a progress bar; None where one of them holds an unknown number of articles."""
    sorts = [
        sort_of(found.path)
        for source in dict.fromkeys(Path(source) for source in inputs)
        for found in find_files(source)
        if isinstance(found, Found)
    ]
    return len(sorts) if SINGLE.issuperset(filter(None, sorts)) else None


def _check(source: Path) -> None:
    try:
        if source.is_dir():
            next(source.iterdir(), None)
        elif not source.exists():
            raise InputError(f"{source}: there is no such file or folder; check the path")
    except (OSError, ValueError) as error:
        raise InputError(f"{source}: can not be opened ({error}); check its rights and the path") from error


def _page(part: Part, kind: PageKind, limit: int) -> Page:
    body = decompressed(part.path, limit)
    if binary := binary_kind(body):
        raise UnreadableError(f"the content is {binary}, not text; save the page as HTML or plain text")
    return Page(part.file, sha256(body).hexdigest(), body, "html" if is_html(body) else kind, part.stated)
