"""The bytes of one file, never more of them than the limit; and whether they are text at all."""

import gzip
import re
import stat
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

_MAGIC = {
    b"%PDF-": "a PDF file", b"PK\x03\x04": "a ZIP or Office file", b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture", b"GIF8": "a picture", b"RIFF": "a picture, sound or film",
    b"\x1f\x8b": "a gzip file inside",
    b"\x7fELF": "a program", b"MZ": "a program", b"\xd0\xcf\x11\xe0": "an old Office file", b"{\\rtf": "an RTF file",
    b"Rar!": "an archive", b"7z\xbc\xaf": "an archive", b"BZh": "a bzip2 file", b"\xfd7zXZ": "an xz file",
    b"ID3": "a sound file", b"OggS": "a sound or film file", b"SQLite format 3": "a database",
}  # fmt: skip
"""First bytes of common kinds of files, from their specifications."""

_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\v\x1a\x1b"))
"""Control characters that no text encoding uses; the escape character is part of ISO 2022, 0x1a the old end of file."""
_MOST_CONTROLS = 0.02
"""Share of control characters that a damaged text may have; random bytes have a tenth."""
_SAMPLE = 65_536
_CHUNK = 1 << 20


class UnreadableError(ValueError):
    """A file can not be a page; the message says why and the mend."""


def open_bytes(path: Path) -> BinaryIO:
    """The file opened for reading, decompressed on the way where its name ends in `.gz`; raises as `open_file`."""
    return _opened(path, _unpacking if is_compressed(path) else _as_it_is)


def open_file(path: Path) -> BinaryIO:
    """The file opened for reading, as it is.

    Raises UnreadableError where it is no ordinary file (opening a pipe would wait for ever) or can not be opened.
    """
    return _opened(path, _as_it_is)


def _as_it_is(path: Path) -> BinaryIO:
    return path.open("rb")


def _unpacking(path: Path) -> BinaryIO:
    return cast("BinaryIO", gzip.open(path, "rb"))


def _opened(path: Path, opener: Callable[[Path], BinaryIO]) -> BinaryIO:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            kind = "a folder" if stat.S_ISDIR(status.st_mode) else "a pipe, socket or device"
            raise UnreadableError(f"it is {kind}, not a file; save the page as a file")
        return opener(path)
    except FileNotFoundError as error:
        raise UnreadableError("the file is gone, or a link to nothing; put it back or take it out") from error
    except OSError as error:
        raise UnreadableError(
            f"can not be opened ({error.strerror or error}); check the file and its rights"
        ) from error


def decompressed(path: Path, limit: int) -> bytes:
    """All bytes of the file; raises UnreadableError where there are none, more than `limit`, or reading fails.

    The size is looked at first, and decompressing stops at the limit, so a small file that unpacks to a huge one
    costs no memory.
    """
    with open_bytes(path) as stream:
        if not is_compressed(path) and path.stat().st_size > limit:
            raise UnreadableError(too_large(limit))
        pieces: list[bytes] = []
        size = 0
        while True:
            try:
                piece = stream.read(min(_CHUNK, limit + 1 - size))
            except (OSError, EOFError, zlib.error) as error:
                raise UnreadableError(f"can not be read to its end ({error}); fetch or pack it anew") from error
            size += len(piece)
            if size > limit:
                raise UnreadableError(too_large(limit))
            if not piece:
                break
            pieces.append(piece)
    body = b"".join(pieces)
    if not body.strip(b" \t\r\n\x00"):
        raise UnreadableError("the file is empty; fetch it anew or take it out")
    return body


def lines_of(path: Path, limit: int, start: int = 0, stop: int | None = None) -> Iterator[bytes | UnreadableError]:
    """The lines that begin at byte `start` (of what is unpacked) or behind it and before `stop`, one at a time; in the
    place of one longer than `limit` bytes, the error.

    Raises UnreadableError where the file can not be read, or not to its end.
    """
    with open_bytes(path) as stream:
        try:
            stream.seek(start)
            while (stop is None or stream.tell() < stop) and (line := stream.readline(limit + 1)):
                if len(line) <= limit or line.endswith(b"\n"):
                    yield line
                    continue
                del line
                while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
                    pass
                yield UnreadableError(too_large(limit))
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableError(f"can not be read to its end ({error}); fetch or pack it anew") from error


def binary_kind(body: bytes) -> str | None:
    """What the bytes are if they are no text ("a PDF file"); None for text in any encoding."""
    for magic, kind in _MAGIC.items():
        if body.startswith(magic) and (len(magic) > 2 or b"\x00" in body[:_SAMPLE]):
            return kind
    if body.startswith(_BOMS) or re.match(rb"(?:<\x00|\x00<|(?:[\t\n\r -~]\x00){8}|(?:\x00[\t\n\r -~]){8})", body):
        return None
    sample = body[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "binary data" if controls > _MOST_CONTROLS * len(sample) else None


def is_html(body: bytes) -> bool:
    """Does it begin as a page of HTML?"""
    return bool(_HTML_START.match(body[:4096]))


def is_compressed(path: Path) -> bool:
    """Does the name say that the file is packed with gzip?"""
    return path.suffix.lower() == ".gz"


def too_large(limit: int) -> str:
    """The reason for a page above the limit."""
    return f"larger than {limit:,} bytes; raise the setting page_limit if this is a page"
