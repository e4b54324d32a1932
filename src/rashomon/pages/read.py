"""Inputs -> pages, in the order handed in, each folder in the order of its names; one page's bytes at a time."""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from rashomon.errors import InputError
from rashomon.pages.content import UnreadableError, binary_kind, decompressed
from rashomon.pages.folder import MANIFEST, Found, find_files, recorded_name
from rashomon.pages.manifest import Manifest, read_manifest
from rashomon.pages.ready import read_ready
from rashomon.record import Dropped, Page, Stated
from rashomon.record.page import PageKind
from rashomon.settings import Settings

KINDS: dict[str, PageKind] = {".html": "html", ".htm": "html", ".txt": "text", ".jsonl": "article"}
"""What the end of a name says about the file, with or without a `.gz` behind it."""

_OTHER_KIND = "not a kind of page that can be read (.html .htm .txt .jsonl, or .gz of these)"
_NESTED_MANIFEST = f"a {MANIFEST} counts only in the folder that is handed in; hand this folder in by itself"
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


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
    kinds = [
        _kind(found.path)
        for source in dict.fromkeys(Path(source) for source in inputs)
        for found in find_files(source)
        if isinstance(found, Found)
    ]
    return None if "article" in kinds else len(kinds)


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
    kind = _kind(found.path)
    if kind == "article":
        yield from read_ready(found, stated, limit, named=named)
        return
    if kind is None:
        reason = _NESTED_MANIFEST if found.path.name == MANIFEST else _OTHER_KIND
        yield Dropped(found.file, "page", reason)
        return
    try:
        body = decompressed(found.path, limit)
    except UnreadableError as error:
        yield Dropped(found.file, "page", str(error))
        return
    binary = binary_kind(body)
    if binary:
        yield Dropped(found.file, "page", f"the content is {binary}, not text; save the page as HTML or plain text")
        return
    if kind == "text" and _HTML_START.match(body[:4096]):
        kind = "html"
    yield Page(found.file, sha256(body).hexdigest(), body, kind, stated)


def _kind(path: Path) -> PageKind | None:
    name = path.name.lower().removesuffix(".gz")
    return KINDS.get(Path(name).suffix)
