"""What the person who handed in a folder says of its pages: `manifest.csv` with file, outlet, url, published."""

import csv
import posixpath
import re
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from types import MappingProxyType

from rashomon.pages.content import decompressed
from rashomon.pages.folder import MANIFEST
from rashomon.record import Dropped, Stated

_ISO_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ][\d:.,]+(?:Z|[+-]\d{2}:?\d{2})?)?")


DELIMITERS = (",", ";", "\t")
"""Of equally many the first."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is stated of each file, and a row for each line that can not be used."""

    stated: MappingProxyType[str, Stated]
    dropped: tuple[Dropped, ...]


def read_manifest(folder: Path, limit: int) -> Manifest:
    """The manifest of `folder`; an empty one where there is none. `limit` in bytes."""
    path = folder / MANIFEST
    if not path.is_file():
        return Manifest(MappingProxyType({}), ())
    try:
        body = decompressed(path, limit)
        text = _decoded(body)
        rows = csv.DictReader(
            StringIO(text, newline=""), skipinitialspace=True, strict=True, delimiter=_delimiter(text)
        )
        header = [(name or "").strip().lower() for name in rows.fieldnames or ()]
        if "file" not in header:
            return _unusable("has no column named file; its first line must be file,outlet,url,published")
        rows.fieldnames = header
        lines = [{key: (value or "").strip() for key, value in row.items() if isinstance(key, str)} for row in rows]
    except (OSError, ValueError, csv.Error) as error:
        return _unusable(f"can not be read ({error}); write it as CSV with the columns file,outlet,url,published")
    stated: dict[str, Stated] = {}
    dropped: list[Dropped] = []
    for number, row in enumerate(lines, start=2):
        if not any(row.values()):
            continue
        file = posixpath.normpath(row["file"].replace("\\", "/")) if row["file"] else ""
        complaint = _complaint(folder, file, row, stated)
        if complaint:
            dropped.append(Dropped(file or MANIFEST, "page", f"{MANIFEST}, row {number}: {complaint}"))
        if file and file not in stated:
            stated[file] = Stated(
                outlet=row.get("outlet") or None,
                url=row.get("url") or None,
                published=iso_day(row.get("published", "")),
            )
    return Manifest(MappingProxyType(stated), tuple(dropped))


def iso_day(text: str) -> date | None:
    """The day of an ISO 8601 day or moment (`2008-04-04`, `2008-04-04T10:30:00Z`); None for anything else."""
    match = _ISO_DAY.fullmatch(text.strip())
    if not match:
        return None
    try:
        return date.fromisoformat(match[1])
    except ValueError:
        return None


def _complaint(folder: Path, file: str, row: dict[str, str], stated: dict[str, Stated]) -> str | None:
    if not file:
        return "names no file; fill in the column file, or take the row out"
    if file in stated:
        return f"names {file} once more; the first row holds, take one of them out"
    if file.startswith(("/", "../")) or not (folder / file).exists():
        return f"there is no file {file} in the folder; mend the name, or take the row out"
    day = row.get("published", "")
    if day and iso_day(day) is None:
        return f"published is {day!r}, no day of the calendar, so the page has none; write it as 2008-04-30"
    return None


def _unusable(why: str) -> Manifest:
    return Manifest(MappingProxyType({}), (Dropped(MANIFEST, "page", f"the manifest {why}"),))


def _delimiter(text: str) -> str:
    """What parts the columns: commas, or what spreadsheets put in their place where a comma stands in numbers."""
    first = next(iter(text.splitlines()), "")
    return max(DELIMITERS, key=first.count)


def _decoded(body: bytes) -> str:
    """UTF-8 with or without its mark; else Windows-1252, as spreadsheets of western Europe write it."""
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252")
