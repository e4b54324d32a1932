"""Inputs -> pages, in the order handed in, each folder in the order of its names; one page's bytes at a time."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

from rashomon.errors import InputError
from rashomon.pages.arc import read_arc
from rashomon.pages.content import UnreadableError, binary_kind, decompressed, is_html
from rashomon.pages.feeds import read_feed
from rashomon.pages.folder import MANIFEST, Found, find_files, recorded_name
from rashomon.pages.manifest import Manifest, read_manifest
from rashomon.pages.ready import read_ready
from rashomon.pages.responses import read_responses
from rashomon.pages.warc import read_warc
from rashomon.record import Dropped, Page, Stated
from rashomon.record.page import PageKind
from rashomon.settings import Settings

Sort = Literal["html", "text", "articles", "feed", "warc", "arc"]

SORTS: dict[str, Sort] = {
    ".html": "html", ".htm": "html", ".txt": "text", ".jsonl": "articles", ".warc": "warc", ".arc": "arc",
    ".xml": "feed", ".rss": "feed", ".atom": "feed",
}  # fmt: skip
"""What the end of a name says about the file, with or without a `.gz` behind it, `.zst` for a WARC file."""

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
    sources = list(dict.fromkeys(Path(source) for source in inputs))
    for source in sources:
        _check(source)
    return _read_all(sources, settings.page_limit)


def count_pages(inputs: Sequence[str | Path]) -> int | None:
    """How many files will be read, for a progress bar; None where one of them holds an unknown number of articles."""
    sorts = [
        _sort(found.path)
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


def _read_all(sources: Sequence[Path], limit: int) -> Iterator[Page | Dropped]:
    for source in sources:
        manifest = read_manifest(source, limit)
        yield from manifest.dropped
        empty = True
        for found in find_files(source):
            empty = False
            if isinstance(found, OSError):
                name = recorded_name(str(Path(found.filename).relative_to(source).as_posix()))
                yield Dropped(name, "page", f"the folder can not be listed ({found.strerror}); check its rights")
            else:
                yield from _read_one(found, manifest, limit, named=found.path == source)
        if empty:
            yield Dropped(recorded_name(source.name or str(source)), "page", "the folder holds no files; put pages in")


def _read_one(found: Found, manifest: Manifest, limit: int, *, named: bool) -> Iterator[Page | Dropped]:
    stated = manifest.stated.get(found.file, Stated())
    try:
        match _sort(found.path):
            case "articles":
                yield from read_ready(found, stated, limit, named=named)
            case "feed":
                yield from read_feed(found, stated, limit)
            case "warc":
                yield from read_responses(found.file, read_warc(found.path, limit), stated, limit)
            case "arc":
                yield from read_responses(found.file, read_arc(found.path, limit), stated, limit)
            case "html" | "text" as kind:
                yield _page(found, kind, stated, limit)
            case None:
                reason = _NESTED_MANIFEST if found.path.name == MANIFEST else _OTHER_SORT
                yield Dropped(found.file, "page", reason)
    except UnreadableError as error:
        yield Dropped(found.file, "page", str(error))


def _page(found: Found, kind: PageKind, stated: Stated, limit: int) -> Page:
    body = decompressed(found.path, limit)
    if binary := binary_kind(body):
        raise UnreadableError(f"the content is {binary}, not text; save the page as HTML or plain text")
    return Page(found.file, sha256(body).hexdigest(), body, "html" if is_html(body) else kind, stated)


def _sort(path: Path) -> Sort | None:
    name = path.name.lower()
    bare = name.removesuffix(".gz") if name.endswith(".gz") or not name.endswith(".warc.zst") else name[:-4]
    return SORTS.get(Path(bare).suffix)
