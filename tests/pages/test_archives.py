"""Web archives and feeds: what a crawl keeps, whole and damaged."""

import gzip
import json
import zlib
from datetime import UTC, date, datetime
from pathlib import Path

import brotli
import pytest
from fastwarc.stream_io import ZstdWriter
from tests.pages.archives import REPORT, answer, arc, warc

from rashomon.pages import Part, count_pages, find_parts, parts, read_pages
from rashomon.pages.warc import read_warc
from rashomon.record import Dropped, Page
from rashomon.settings import Settings


def read(path: Path, body: bytes, **settings: int) -> tuple[list[Page], dict[str, list[str]]]:
    path.write_bytes(body)
    rows = list(read_pages([path], Settings(**settings)))
    dropped: dict[str, list[str]] = {}
    for row in rows:
        if isinstance(row, Dropped):
            dropped.setdefault(row.file, []).append(row.reason)
    return [row for row in rows if isinstance(row, Page)], dropped


def zstd(body: bytes, path: Path) -> bytes:
    writer = ZstdWriter(str(path))
    writer.write(body)
    writer.close()
    return path.read_bytes()


def test_each_answer_of_a_server_is_a_page_with_its_address_and_moment(tmp_path):
    (page,), dropped = read(tmp_path / "a.warc.gz", warc([answer(Content_Type="text/html; charset=Windows-1252")]))
    assert (page.file, page.body, page.kind) == ("a.warc.gz#0", REPORT, "html")
    assert page.stated.url == "http://www.example.org/a"
    assert page.fetched == datetime(2008, 4, 1, 10, tzinfo=UTC)
    assert page.charset == "Windows-1252"
    assert not dropped


@pytest.mark.parametrize("ending", ["warc", "warc.gz", "warc.zst"])
def test_an_archive_is_read_however_it_is_packed(tmp_path, ending):
    records = [answer(url=f"http://example.org/{n}") for n in range(3)]
    packed = [gzip.compress(r) if ending == "warc.gz" else zstd(r, tmp_path / "p") if ending == "warc.zst" else r
              for r in records]  # fmt: skip
    pages, dropped = read(tmp_path / f"a.{ending}", b"".join(packed))
    begins = [0, len(packed[0]), len(packed[0] + packed[1])]
    assert [page.file for page in pages] == [f"a.{ending}#{n}" for n in begins], "named by where they begin"
    assert not dropped


def test_records_packed_together_are_told_apart(tmp_path):
    pages, _ = read(tmp_path / "a.warc.zst", zstd(warc([answer()] * 3, packed=False), tmp_path / "p"))
    assert len({page.file for page in pages}) == 3


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_can_be_read_in_stretches_wherever_it_is_parted(tmp_path, packed):
    path = tmp_path / "a.warc"
    path.write_bytes(warc([answer(url=f"http://example.org/{n}") for n in range(9)], packed=packed))
    whole = [record.at for record in read_warc(path, 1000)]
    size = path.stat().st_size
    for step in (1, 100, 431, 1000, size):
        parts = [read_warc(path, 1000, start, start + step) for start in range(0, size, step)]
        assert [record.at for part in parts for record in part] == whole, f"parted every {step} bytes"


@pytest.mark.parametrize("packed", [True, False])
def test_an_arc_file_is_read_as_well(tmp_path, packed):
    records = [("http://example.org/a", REPORT)] * 2
    begins = [len(arc(records[:n], packed=packed)) for n in range(2)]
    pages, dropped = read(tmp_path / "a.arc.gz", arc(records, packed=packed))
    assert [(page.file, page.body, page.stated.url) for page in pages] == [
        (f"a.arc.gz#{begin}", REPORT, "http://example.org/a") for begin in begins
    ]
    assert pages[0].fetched == datetime(2008, 4, 2, 11, 30, tzinfo=UTC)
    assert not dropped


CHUNKED = b"20;note=x\r\n" + REPORT[:32] + b"\r\n" + b"%x\r\n" % len(REPORT[32:]) + REPORT[32:] + b"\r\n0\r\n\r\n"


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(REPORT), {"Content_Encoding": "gzip"}),
        (gzip.compress(REPORT), {"Content_Encoding": "x-gzip"}),
        (zlib.compress(REPORT), {"Content_Encoding": "deflate"}),
        (brotli.compress(REPORT), {"Content_Encoding": "br"}),
        (CHUNKED, {"Transfer_Encoding": "chunked"}),
        (REPORT, {"Transfer_Encoding": "chunked"}),
        (REPORT, {"Content_Encoding": "gzip"}),
        (REPORT, {"Content_Encoding": "identity"}),
        (REPORT, {"Content_Type": "application/octet-stream"}),
    ],
)
def test_encodings_are_undone_also_those_that_were_undone_before(tmp_path, body, headers):
    (page,), dropped = read(tmp_path / "a.warc.gz", warc([answer(body, **headers)]))
    assert (page.body, page.kind, dropped) == (REPORT, "html", {})


def test_what_is_no_page_is_counted_by_kind_in_one_row(tmp_path):
    records = [
        answer(b"\x89PNG", Content_Type="image/png"), answer(b"GIF8", Content_Type="image/gif"),
        answer(status="404 Not Found"), answer(kind="revisit", body=b""), answer(),
        answer(b"GET /", kind="request"), answer(b"software: own", kind="warcinfo"),
        answer(b"{}", Content_Type="application/json"), answer(b"x", Content_Type="chemical/x-pdb"),
    ]  # fmt: skip
    pages, dropped = read(tmp_path / "a.warc.gz", warc(records))
    assert len(pages) == 1
    assert dropped == {
        "a.warc.gz": [
            "not pages, so not read: 1 answers of other types; 1 answers with status 404; 1 data; 2 pictures; "
            "1 records of type revisit"
        ]
    }


def test_large_files_are_read_in_stretches_and_give_the_same_pages(tmp_path, monkeypatch):
    (tmp_path / "a.warc.gz").write_bytes(warc([answer(url=f"http://example.org/{n}") for n in range(9)]))
    lines = [json.dumps({"text": f"Report {n} of the day."}).encode() for n in range(40)]
    lines[7], lines[21] = b"broken", b""
    (tmp_path / "b.jsonl").write_bytes(b"\n".join(lines))
    (tmp_path / "c.jsonl").write_bytes(b'{"no": "text"}\n' * 40)
    whole = list(read_pages([tmp_path], Settings()))
    monkeypatch.setattr(parts, "_BLOCK", 64)
    for stretch in (1, 100, 431):
        monkeypatch.setattr(parts, "STRETCH", stretch)
        found = list(find_parts([tmp_path], Settings()))
        assert len([part for part in found if isinstance(part, Part)]) > 3
        assert list(read_pages([tmp_path], Settings())) == whole


def test_a_page_that_fails_is_named_and_the_next_is_read(tmp_path):
    records = [
        answer(b"%PDF-1.4 \x00"), answer(b" "), answer(b"\x1f\x8b\x08nonsense", Content_Encoding="gzip"),
        answer(b"x" * 2000), answer(gzip.compress(b"y" * 9000), Content_Encoding="gzip"), answer(cut="length"),
    ]  # fmt: skip
    (page,), dropped = read(tmp_path / "a.warc.gz", warc(records), page_limit=1000)
    begins = [f"a.warc.gz#{len(warc(records[:n]))}" for n in range(6)]
    assert page.file == begins[5]
    words = ["a PDF file", "empty", "gzip can not be unpacked", *["larger than 1,000 bytes"] * 2,
             "only its beginning was kept (length)"]  # fmt: skip
    for begin, word in zip(begins, words, strict=True):
        assert word in dropped[begin][0]


def test_a_damaged_stretch_costs_only_its_own_records(tmp_path):
    members = [warc([answer(url=f"http://example.org/{n}")]) for n in range(5)]
    broken = bytearray(members[2])
    broken[60:90] = bytes(30)
    whole = b"".join([*members[:2], bytes(broken), *members[3:]])
    pages, dropped = read(tmp_path / "a.warc.gz", whole)
    assert [page.stated.url for page in pages] == [f"http://example.org/{n}" for n in (0, 1, 3, 4)]
    (reason,) = dropped.pop(f"a.warc.gz#{len(members[0])}")
    assert "the records behind it, to the next sound one, can not be read" in reason
    assert not dropped


def test_an_archive_cut_off_in_the_middle_keeps_what_is_whole(tmp_path):
    records = [answer(url=f"http://example.org/{n}") for n in range(3)]
    pages, dropped = read(tmp_path / "a.warc.gz", warc(records)[:-40])
    last = f"a.warc.gz#{len(warc(records[:2]))}"
    assert len([page for page in pages if page.file != last]) == 2
    assert "only its beginning was kept (the archive ends in it)" in dropped[last][0]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.arc", "a.arc.gz"])
@pytest.mark.parametrize("body", [b"", b"nothing of the kind " * 100, bytes(range(256)) * 9])
def test_a_file_that_is_no_archive_is_dropped_with_the_reason(tmp_path, name, body):
    pages, dropped = read(tmp_path / name, body)
    assert not pages
    assert list(dropped) == [name]


def test_an_archive_holds_an_unknown_number_of_pages(tmp_path):
    (tmp_path / "a.warc").write_bytes(warc([answer()], packed=False))
    assert count_pages([tmp_path]) is None


FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour &amp; Hill Post</title><link>http://example.org</link>
<item><title>Bridges &lt;b&gt;closed&lt;/b&gt;</title><link>http://example.org/bridges</link>
<author>Nadia Okoro</author>
<pubDate>Tue, 01 Apr 2008 10:00:00 GMT</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>Two bridges over the Teshal were closed on Monday after shots were fired, the governor
said.</p><p>Nobody was hurt.</p>]]></content:encoded></item>
<item><title>Only a headline</title><link>http://example.org/two</link></item></channel></rss>"""


def test_an_entry_of_a_feed_is_a_page_with_what_the_feed_says_of_it(tmp_path):
    (page,), dropped = read(tmp_path / "news.xml", FEED.encode())
    assert (page.file, page.kind) == ("news.xml#1", "text")
    stated = page.stated
    assert (stated.outlet, stated.title, stated.byline) == (
        "The Harbour & Hill Post", "Bridges closed", ("Nadia Okoro",),
    )  # fmt: skip
    assert (stated.url, stated.published) == ("http://example.org/bridges", date(2008, 4, 1))
    assert b"Two bridges over the Teshal" in page.body
    assert "a headline and no report" in dropped["news.xml#2"][0]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<?xml version='1.0'?><catalogue><book/></catalogue>", "no feed"),
        (b"<rss version='2.0'><channel><title>Post</title></channel></rss>", "no entries"),
        (b"", "empty"),
    ],
)
def test_other_xml_is_dropped_with_the_reason(tmp_path, body, reason):
    pages, dropped = read(tmp_path / "news.rss", body)
    assert not pages
    assert reason in dropped["news.rss"][0]
