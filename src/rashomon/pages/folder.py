"""The files behind an input: itself, or what lies in it and below, in the order of their names.

The order is that of the names' code points, so it is the same under every locale and file system.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "manifest.csv"
PARTS_OF_A_PAGE = "_files"
"""Browsers save the pictures and scripts of `name.html` in a folder `name_files` beside it: parts, no pages."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file, and the name it goes by in the record: relative to the folder handed in, or bare."""

    path: Path
    file: str


def find_files(source: Path) -> Iterator[Found | OSError]:
    """The files of `source`; an error, with its file name, for each folder below that can not be listed.

    Hidden files and folders, the manifest and the folders of parts beside saved pages are passed over. Links to
    folders are not followed, so that a circle of links ends.
    """
    if source.is_dir():
        yield from _below(source, "")
    else:
        yield Found(source, recorded_name(source.name))


def recorded_name(name: str) -> str:
    """A file name that can be written as UTF-8: bytes that are none stand as `\\xe9`."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _below(folder: Path, prefix: str) -> Iterator[Found | OSError]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        yield error
        return
    stems = {name.rsplit(".", 1)[0] for entry in entries if (name := entry.name).lower().endswith((".html", ".htm"))}
    for entry in entries:
        name = entry.name
        if name.startswith(".") or (not prefix and name == MANIFEST):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield Found(folder / name, recorded_name(prefix + name))
        elif not (name.endswith(PARTS_OF_A_PAGE) and name.removesuffix(PARTS_OF_A_PAGE) in stems):
            yield from _below(folder / name, f"{prefix}{name}/")
