"""What was fetched, kept as WARC: one file a day, to which whole records are added."""

import os
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, response

from rashomon.fetch.ask import Answer

_BLOCK = 1 << 16
_GZIP = 16 + zlib.MAX_WBITS


def keep(answer: Answer, folder: Path, about_to: Callable[[str], None]) -> None:
    """Add the answer to the file of its day in `folder`; `about_to` is told the place before anything is written there.

    The record is written in one go behind what is there: a process that is killed leaves at most a torn end, which the
    reader of archives passes over, and `is_kept` tells afterwards whether the record at that place is whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{answer.moment:%Y-%m-%d}.warc.gz"
    with path.open("ab") as out:
        about_to(f"{path.name} {out.tell()}")
        out.write(_packed(_record(answer)))
        out.flush()
        os.fsync(out.fileno())


def is_kept(place: str, folder: Path) -> bool:
    """Does a whole record stand at the place that `keep` told?"""
    name, _, offset = place.rpartition(" ")
    unpacked = zlib.decompressobj(_GZIP)
    try:
        with (folder / name).open("rb") as file:
            file.seek(int(offset))
            while not unpacked.eof and (block := file.read(_BLOCK)):
                unpacked.decompress(block)
    except (OSError, ValueError, zlib.error):
        return False
    return unpacked.eof


def _record(answer: Answer) -> WarcRecord:
    moment = f"{answer.moment:%Y-%m-%dT%H:%M:%SZ}"
    record = WarcRecord()
    record.init_headers(response, f"urn:uuid:{uuid5(NAMESPACE_URL, f'{moment} {answer.url}')}".encode())
    record.headers["WARC-Target-URI"] = answer.url
    record.headers["WARC-Date"] = moment
    record.headers["Content-Type"] = "application/http; msgtype=response"
    # The body is as it was sent, but its chunks are put together.
    lines = [f"{name}: {value}" for name, value in answer.headers if name.lower() != "transfer-encoding"]
    head = "\r\n".join([f"HTTP/1.1 {answer.status}", *lines, "", ""])
    record.set_bytes_content(head.encode("latin-1", "replace") + answer.body)
    return record


def _packed(record: WarcRecord) -> bytes:
    packed = BytesIO()
    writer = GzipWriter(packed)
    record.write(writer, checksum_data=True)
    writer.close()
    return packed.getvalue()
