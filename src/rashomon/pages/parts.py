"""Inputs -> parts that can be read each by itself, by any process that sees the files: a file, or a stretch of one.

Parts come in the order handed in, each folder in the order of its names, stretches in that of the file; so the pages
are the same, in the same order, however many processes read them.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.pages.content import UnreadableError, is_compressed, open_file
from rashomon.pages.folder import Found, find_files, recorded_name
from rashomon.pages.manifest import read_manifest
from rashomon.pages.part import Part, sort_of
from rashomon.pages.ready import holds_articles
from rashomon.record import Dropped, Stated

STRETCH = 1_000_000
"""Bytes of an archive or of articles that are read in one go: some dozen pages, seconds of work."""

_BLOCK = 1 << 20


def parts_of(sources: Sequence[Path], limit: int) -> Iterator[Part | Dropped]:
    """The parts of `sources` (files and folders), and a row for each that has none; `limit` in bytes of one page."""
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
                stated = manifest.stated.get(found.file, Stated())
                yield from _stretches(found, stated, limit, named=found.path == source)
        if empty:
            yield Dropped(recorded_name(source.name or str(source)), "page", "the folder holds no files; put pages in")


def _stretches(found: Found, stated: Stated, limit: int, *, named: bool) -> Iterator[Part | Dropped]:
    whole = Part(found.path, found.file, stated, named)
    sort = sort_of(found.path)
    try:
        if sort == "articles" and not named and not holds_articles(found.path, limit):
            yield Dropped(found.file, "page", "its lines have no `text`: no articles; take the file out")
        elif sort == "warc" and (size := found.path.stat().st_size) > STRETCH:
            for start in range(0, size, STRETCH):
                yield Part(found.path, found.file, stated, named, start, start + STRETCH)
        elif sort == "articles" and not is_compressed(found.path) and found.path.stat().st_size > STRETCH:
            yield from _lines(whole)
        else:
            yield whole
    except UnreadableError as error:
        yield Dropped(found.file, "page", str(error))
    except OSError:
        # Reading the file says why, as it does for one that is small.
        yield whole


def _lines(whole: Part) -> Iterator[Part]:
    """Stretches that begin with a line."""
    start, line, passed = 0, 1, 0
    with open_file(whole.path) as file:
        while block := file.read(_BLOCK):
            end = file.tell()
            if end - start >= STRETCH and b"\n" in block:
                cut = block.rindex(b"\n") + 1
                stop = end - len(block) + cut
                yield Part(whole.path, whole.file, whole.stated, whole.named, start, stop, line)
                start, line = stop, line + passed + block.count(b"\n")
                passed = 0
            else:
                passed += block.count(b"\n")
        if start < file.tell():
            yield Part(whole.path, whole.file, whole.stated, whole.named, start, None, line)
