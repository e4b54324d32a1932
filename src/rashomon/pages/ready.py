"""Articles that others have cut out already: a `.jsonl` file, one JSON object a line."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec

from rashomon.pages.content import UnreadableError, lines_of
from rashomon.pages.manifest import iso_day
from rashomon.pages.part import Part
from rashomon.record import Dropped, Page, Stated


class _Line(msgspec.Struct):
    """The fields of a line that are read; others may stand beside them."""

    text: str
    file: str | None = None
    doc_id: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    date: str | None = None
    byline: str | list[str] | None = None
    language: str | None = None


_BLANKS = b"\xef\xbb\xbf \t\r\n"
_DECODER = msgspec.json.Decoder(_Line)
_OBJECT = msgspec.json.Decoder(dict[str, msgspec.Raw])


def read_ready(part: Part, limit: int) -> Iterator[Page | Dropped]:
    """The articles of one part, in order; a row for each line that is none and for each day that is none.

    What a line says wins over what is stated of the whole file. Raises UnreadableError where the file can not be read.
    """
    for number, line in enumerate(lines_of(part.path, limit, part.start, part.stop), start=part.line):
        place = f"{part.file}#{number}"
        if isinstance(line, UnreadableError):
            yield Dropped(place, "page", f"the line is {line}")
        elif line.strip(_BLANKS):
            yield from _read_line(line, place, part.stated)


def holds_articles(path: Path, limit: int) -> bool:
    """Has the first object of the file a `text`? Also where there is none, so that reading tells what is wrong."""
    for line in lines_of(path, limit):
        if not isinstance(line, UnreadableError) and line.strip(_BLANKS) and (fields := _fields(line)) is not None:
            return "text" in fields
    return True


def _fields(line: bytes) -> dict[str, msgspec.Raw] | None:
    try:
        return _OBJECT.decode(line.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def _read_line(line: bytes, place: str, stated: Stated) -> Iterator[Page | Dropped]:
    try:
        ready = _DECODER.decode(line.removeprefix(b"\xef\xbb\xbf"))
        body = ready.text.encode("utf-8", "replace")
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        mend = "each line must be one JSON object with the article in `text`"
        yield Dropped(place, "page", f"the line can not be used ({error}); {mend}")
        return
    file = ready.file or (str(ready.doc_id) if ready.doc_id not in (None, "") else place)
    if not body.strip():
        yield Dropped(file, "page", "the line has an empty `text`; fill it in or take the line out")
        return
    day = ready.published or ready.date
    published = iso_day(day) if day else stated.published
    if day and published is None:
        yield Dropped(
            file,
            "page",
            f"its date {day!r} is no day of the calendar, so it has none; write it as 2008-04-30",
        )
    byline = (ready.byline,) if isinstance(ready.byline, str) else tuple(ready.byline or ())
    yield Page(
        file=file,
        sha256=sha256(body).hexdigest(),
        body=body,
        kind="article",
        stated=Stated(
            outlet=ready.outlet or ready.publisher or stated.outlet,
            url=ready.url or stated.url,
            published=published,
            title=ready.title or stated.title,
            byline=tuple(name for name in byline if name.strip()) or stated.byline,
            language=ready.language or stated.language,
        ),
    )
