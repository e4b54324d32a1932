"""Files and folders as people hand them in: good ones, broken ones, hostile ones."""

import gzip
import json
import os
import resource
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.pages import count_pages, read_pages
from rashomon.record import Dropped, Page
from rashomon.settings import Settings

REPORT = b"<html><body><p>Two bridges were closed on Monday, the governor said.</p></body></html>"


def read(*inputs: str | Path, **settings: int) -> list[Page | Dropped]:
    return list(read_pages(inputs, Settings(**settings)))


def put(folder: Path, **files: bytes) -> Path:
    """Files by name, with `__` for a folder and `_` for the dot before the ending."""
    for name, body in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_name(".".join(path.name.rsplit("_", 1)))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return folder


def pages(rows: list[Page | Dropped]) -> list[Page]:
    return [row for row in rows if isinstance(row, Page)]


def dropped(rows: list[Page | Dropped]) -> dict[str, str]:
    assert all(row.stage == "page" for row in rows if isinstance(row, Dropped))
    return {row.file: row.reason for row in rows if isinstance(row, Dropped)}


def test_a_folder_gives_its_pages_in_the_order_of_names_with_paths_relative_to_it(tmp_path: Path) -> None:
    put(tmp_path, b_html=REPORT, a_txt=b"Plain words.", sub__c_HTM=REPORT)
    rows = read(tmp_path)
    assert [(page.file, page.kind) for page in pages(rows)] == [
        ("a.txt", "text"),
        ("b.html", "html"),
        ("sub/c.HTM", "html"),
    ]
    assert pages(rows)[1].sha256 == sha256(REPORT).hexdigest()
    assert read(tmp_path) == rows, "the same folder gives the same pages"


def test_a_single_file_goes_by_its_bare_name_and_the_same_input_twice_counts_once(tmp_path: Path) -> None:
    put(tmp_path, deep__a_txt=b"Words.")
    file = tmp_path / "deep" / "a.txt"
    assert [page.file for page in pages(read(file, str(file)))] == ["a.txt"]


def test_hidden_files_and_the_parts_that_browsers_save_beside_a_page_are_no_pages(tmp_path: Path) -> None:
    put(tmp_path, a_html=REPORT, a_files__ad_html=REPORT)
    (tmp_path / ".hidden.html").write_bytes(REPORT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.html").write_bytes(REPORT)
    assert [row.file for row in read(tmp_path)] == ["a.html"]


def test_content_tells_html_from_text_whatever_the_name(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"\n<!DOCTYPE html>\n" + REPORT)
    assert pages(read(tmp_path))[0].kind == "html"


@pytest.mark.parametrize("name", ["a.html.gz", "a.txt.gz"])
def test_packed_pages_are_unpacked(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(gzip.compress(REPORT))
    (page,) = pages(read(tmp_path))
    assert (page.file, page.body) == (name, REPORT)


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("empty.html", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("paper.html", b"%PDF-1.4 \x00\x01", "a PDF file"),
        ("noise.txt", bytes(range(256)) * 50, "binary data"),
        ("packed.html", gzip.compress(REPORT), "gzip"),
        ("torn.html.gz", gzip.compress(REPORT)[:-9], "read to its end"),
        ("false.html.gz", REPORT, "read to its end"),
        ("photo.jpg", b"\xff\xd8\xff", "not a kind of page that can be read (.html .htm .txt .jsonl .warc"),
        ("table.csv", b"a,b", "not a kind of page"),
    ],
)
def test_what_is_no_page_is_dropped_with_the_reason(tmp_path: Path, name: str, body: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(body)
    (tmp_path / "z.txt").write_bytes(b"Words that go on.")
    rows = read(tmp_path)
    assert reason in dropped(rows)[name]
    assert [page.file for page in pages(rows)] == ["z.txt"], "the others go on"


def test_a_file_over_the_limit_is_dropped_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(200_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert "larger than 20,000,000 bytes" in dropped(read(tmp_path))["huge.html"]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "in kilobytes"


@pytest.mark.parametrize("name", ["bomb.html.gz", "bomb.jsonl.gz"])
def test_a_small_file_that_unpacks_to_a_huge_one_fills_no_memory(tmp_path: Path, name: str) -> None:
    with gzip.open(tmp_path / name, "wb", compresslevel=1) as file:
        for _ in range(300):
            file.write(b" " * 1_000_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (reason,) = dropped(read(tmp_path, page_limit=1_000_000)).values()
    assert "larger than 1,000,000 bytes" in reason
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "in kilobytes"


def test_what_can_not_be_read_is_dropped_and_nothing_hangs(tmp_path: Path) -> None:
    (tmp_path / "folder.html").mkdir()
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.html")
    rows = read(tmp_path)
    assert pages(rows) == []
    reasons = dropped(rows)
    assert "link to nothing" in reasons["gone.html"]
    assert "pipe" in reasons["pipe.html"]
    assert "folder.html" not in reasons, "a folder is looked into, whatever its name"


def test_a_name_that_is_no_utf8_can_still_be_written(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"Words.")
    (page,) = pages(read(tmp_path))
    assert page.file == "caf\\xe9.txt"
    assert page.file.encode("utf-8")


def test_an_input_that_does_not_exist_is_told_before_anything_is_read(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"Words.")
    with pytest.raises(InputError, match="no such file or folder"):
        read_pages([tmp_path, tmp_path / "missing"], Settings())


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "no files" in dropped(read(tmp_path))[tmp_path.name]


MANIFEST = "\ufeffpublished,file,note,outlet,url\r\n2008-04-23,a.txt,x,The Daily Example,https://example.org/a\r\n"


def test_a_manifest_states_what_is_known_in_any_order_of_columns(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"Words.", sub__b_txt=b"Words.")
    text = MANIFEST + '2008-04-24T10:00:00Z,sub\\b.txt,,"Example, Weekly",\r\n\r\n'
    (tmp_path / "manifest.csv").write_bytes(text.encode())
    first, second = pages(read(tmp_path))
    assert (first.stated.outlet, first.stated.url) == ("The Daily Example", "https://example.org/a")
    assert first.stated.published == date(2008, 4, 23)
    assert (second.stated.outlet, second.stated.url) == ("Example, Weekly", None)
    assert second.stated.published == date(2008, 4, 24)


@pytest.mark.parametrize(
    ("row", "file", "reason"),
    [
        ("2008-04-23,gone.txt,,,", "gone.txt", "there is no file gone.txt"),
        ("2008-04-23,../a.txt,,,", "../a.txt", "there is no file ../a.txt"),
        ("23 April,a.txt,,Example,", "a.txt", "no day of the calendar"),
        ("2008-02-30,a.txt,,Example,", "a.txt", "no day of the calendar"),
        ("2008-04-23,,,Example,", "manifest.csv", "names no file"),
    ],
)
def test_a_row_of_the_manifest_that_can_not_be_used_is_told(tmp_path: Path, row: str, file: str, reason: str) -> None:
    put(tmp_path, a_txt=b"Words.")
    (tmp_path / "manifest.csv").write_text(f"published,file,note,outlet,url\n{row}\n")
    rows = read(tmp_path)
    assert reason in dropped(rows)[file]
    (page,) = pages(rows)
    assert page.stated.published is None


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_manifest_comes_from_any_spreadsheet(tmp_path: Path, mark: str) -> None:
    put(tmp_path, a_txt=b"Words.")
    (tmp_path / "manifest.csv").write_text(
        f'file{mark}outlet{mark}published\na.txt{mark}"Post, of the Coast; South"{mark}2021-05-04\n'
    )
    (page,) = pages(read(tmp_path))
    assert (page.stated.outlet, page.stated.published) == ("Post, of the Coast; South", date(2021, 5, 4))


def test_of_two_rows_for_one_file_the_first_holds(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"Words.")
    (tmp_path / "manifest.csv").write_text("file,outlet\na.txt,First\na.txt,Second\n")
    rows = read(tmp_path)
    assert pages(rows)[0].stated.outlet == "First"
    assert "once more" in dropped(rows)["a.txt"]


@pytest.mark.parametrize("body", [b"outlet,url\nExample,x\n", b'file,outlet\n"a.txt,Example\n', b"\x00\xff\x00\xff"])
def test_a_manifest_that_is_none_is_told_and_the_pages_come(tmp_path: Path, body: bytes) -> None:
    put(tmp_path, a_txt=b"Words.")
    (tmp_path / "manifest.csv").write_bytes(body)
    rows = read(tmp_path)
    assert (
        "columns file,outlet" in dropped(rows)["manifest.csv"] or "must be file,outlet" in dropped(rows)["manifest.csv"]
    )
    assert len(pages(rows)) == 1


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def test_ready_articles_come_line_by_line_and_broken_lines_are_told(tmp_path: Path) -> None:
    file = tmp_path / "ready.jsonl"
    file.write_bytes(
        b"\xef\xbb\xbf"
        + line(
            text="First words.",
            title="A title",
            publisher="Example",
            date="2008-04-23",
            byline="Ann Lee",
            url="u",
            language="en",
        )
        + b"{broken\n\n"
        + line(text="Second words.", doc_id=7, published="2008-04-23T10:00:00+02:00", byline=["Ann Lee", "Bo Chu"])
        + line(text="  ", file="empty")
        + line(title="no text")
        + line(text="Third words.", file="third", published="yesterday")
        + b"[" * 100_000
        + b"\n"
        + b'{"text": "\\ud800 is half a character"}\n'
    )
    rows = read(file)
    first, second, third, *rest = pages(rows)
    assert (first.file, first.kind, first.body) == ("ready.jsonl#1", "article", b"First words.")
    assert (first.stated.outlet, first.stated.title, first.stated.byline) == ("Example", "A title", ("Ann Lee",))
    assert (first.stated.published, first.stated.url, first.stated.language) == (date(2008, 4, 23), "u", "en")
    assert (second.file, second.stated.byline) == ("7", ("Ann Lee", "Bo Chu"))
    assert second.stated.published == date(2008, 4, 23)
    assert third.stated.published is None
    reasons = dropped(rows)
    assert "JSON" in reasons["ready.jsonl#2"]
    assert "empty `text`" in reasons["empty"]
    assert "`text`" in reasons["ready.jsonl#6"]
    assert "no day of the calendar" in reasons["third"]
    assert "ready.jsonl#8" in reasons
    assert len(rest) + ("ready.jsonl#9" in reasons) == 1


def test_a_line_over_the_limit_is_dropped_and_the_next_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ready.jsonl"
    file.write_bytes(line(text="x" * 5000) + line(text="Words."))
    rows = read(file, page_limit=1000)
    assert [page.file for page in pages(rows)] == ["ready.jsonl#2"]
    assert "larger than 1,000 bytes" in dropped(rows)["ready.jsonl#1"]


def test_a_jsonl_of_something_else_in_a_folder_is_one_dropped_file(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_bytes(line(id=1) + line(id=2, text="Not an article."))
    rows = read(tmp_path)
    assert (len(rows), "no articles" in dropped(rows)["rows.jsonl"]) == (1, True)


def test_pages_are_counted_for_a_progress_bar(tmp_path: Path) -> None:
    put(tmp_path, a_txt=b"Words.", b_html=REPORT)
    assert count_pages([tmp_path]) == 2
    put(tmp_path, c_jsonl=line(text="Words."))
    assert count_pages([tmp_path]) is None
