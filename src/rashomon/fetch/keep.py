"""What was fetched, kept as WARC: one file a day, to which whole records are added."""

import os
from io import BytesIO
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, response

from rashomon.fetch.ask import Answer


def keep(answer: Answer, folder: Path) -> Path:
    """Add the answer to the file of its day in `folder`; the file.

    The record is written in one go behind what is there: a process that is killed leaves at most a torn end, which the
    reader of archives passes over.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{answer.moment:%Y-%m-%d}.warc.gz"
    with path.open("ab") as out:
        out.write(_packed(_record(answer)))
        out.flush()
        os.fsync(out.fileno())
    return path


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
