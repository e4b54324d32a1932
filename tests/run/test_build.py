"""A build ends with the same record however often, in whatever order and with whatever interruptions it is run."""

import os
import random
import shutil
import signal
import subprocess
import time
from io import BytesIO
from pathlib import Path

import pytest

from makers import LinePipeline
from rashomon.errors import InputError, RecordError, SettingError
from rashomon.exports import find_format, write
from rashomon.record import Dropped
from rashomon.run import Outcome, Pipeline, Watcher, build
from rashomon.store import Store


def exported(record: Path) -> bytes:
    out = BytesIO()
    with Store(record).view() as view:
        write(view, view.events(), find_format("jsonl"), out)
    return out.getvalue()


class Seen(Watcher):
    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.gathered = 0

    def page(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)

    def gathering(self) -> None:
        self.gathered += 1


def test_a_build_tells_what_it_did(pages, tmp_path, lines):
    seen = Seen()
    report = build([pages], tmp_path / "r", lines, seen)
    assert (report.pages, report.articles, report.already, report.dropped) == (3, 3, 0, 0)
    assert (report.statements, report.events) == (4, 2)
    assert report.seconds > 0
    assert [(outcome.file, outcome.statements) for outcome in seen.outcomes] == [
        ("a.txt", 1),
        ("b.txt", 2),
        ("c.txt", 1),
    ]
    assert seen.gathered == 1
    with Store(tmp_path / "r").view() as view:
        assert [event.title for event in view.events()] == ["Desertions in Karsa", "Desertions in Vell"]
        assert view.fresh


def test_a_second_build_finds_all_there(pages, tmp_path, lines):
    build([pages], tmp_path / "r", lines)
    first = exported(tmp_path / "r")
    seen = Seen()
    report = build([pages], tmp_path / "r", lines, seen)
    assert (report.articles, report.already, report.dropped, report.events) == (0, 3, 0, 2)
    assert seen.gathered == 0, "where nothing is new the events stay as they are"
    assert exported(tmp_path / "r") == first


def test_two_builds_of_one_folder_are_equal(pages, tmp_path, lines):
    build([pages], tmp_path / "r1", lines)
    build([pages], tmp_path / "r2", lines)
    assert exported(tmp_path / "r1") == exported(tmp_path / "r2")


def test_the_order_of_files_makes_no_difference(pages, tmp_path, lines):
    (pages / "manifest.csv").unlink()
    files = sorted(pages.iterdir())
    build(files, tmp_path / "r1", lines)
    for file in reversed(files):
        build([file], tmp_path / "r2", lines)
    assert exported(tmp_path / "r1") == exported(tmp_path / "r2")


def test_what_is_stated_anew_is_read_anew(pages, tmp_path, lines):
    build([pages], tmp_path / "r", lines)
    manifest = pages / "manifest.csv"
    manifest.write_text(manifest.read_text().replace("Delta Post", "Vell Herald"))
    report = build([pages], tmp_path / "r", lines)
    assert (report.articles, report.already) == (1, 2)
    with Store(tmp_path / "r").view() as view:
        assert [article.outlet for article in view.articles()] == ["Hill Courier", "Vell Herald", "Hill Courier"]
    build([pages], tmp_path / "fresh", lines)
    assert exported(tmp_path / "r") == exported(tmp_path / "fresh")


def test_a_newer_reader_does_not_read_again(pages, tmp_path, lines):
    build([pages], tmp_path / "r", lines)
    newer = LinePipeline()
    newer.reader.version = "lines 2"
    assert build([pages], tmp_path / "r", newer).already == 3


def test_one_page_that_fails_stops_no_other(pages, tmp_path, lines):
    (pages / "b.txt").write_text("fail")
    (pages / "c.txt").write_text("no report")
    (pages / "d.txt").write_text("Karsa ist gefallen")
    seen = Seen()
    report = build([pages], tmp_path / "r", lines, seen)
    assert (report.pages, report.articles, report.dropped) == (4, 1, 3)
    unforeseen = "failed unexpectedly (ValueError: this line); please report it with this page"
    dropped = (
        Dropped("b.txt", "statement", unforeseen),
        Dropped("c.txt", "article", "there is no report on it"),
        Dropped("d.txt", "statement", "language de is not read by this reader; mend: --reader openai:MODEL"),
    )
    assert tuple(outcome.dropped for outcome in seen.outcomes if outcome.dropped) == dropped
    with Store(tmp_path / "r").view() as view:
        assert view.dropped() == dropped
        assert [article.file for article in view.articles()] == ["a.txt", "d.txt"], "what is not read yet is kept"
    again = build([pages], tmp_path / "r", lines)
    assert (again.already, again.dropped) == (1, 3), "what is still dropped is told again"


def test_a_page_that_is_mended_leaves_the_list(pages, tmp_path, lines):
    (pages / "b.txt").write_text("fail")
    build([pages], tmp_path / "r", lines)
    (pages / "b.txt").write_text("Karsa: 40 deserted, says Ilse Horn\n")
    assert build([pages], tmp_path / "r", lines).dropped == 0
    with Store(tmp_path / "r").view() as view:
        assert view.dropped() == ()


def test_an_input_that_is_missing_makes_no_record(pages, tmp_path, lines):
    with pytest.raises(InputError):
        build([pages, tmp_path / "nowhere"], tmp_path / "r", lines)
    assert not (tmp_path / "r").exists()


class Unset(LinePipeline):
    """Its reader can not be loaded."""

    @property
    def reader(self):
        raise SettingError("setting pipeline is xx: there is no such pipeline")


def test_a_wrong_setting_stops_the_build(pages, tmp_path, lines):
    with pytest.raises(SettingError):
        build([pages], tmp_path / "r", Unset())
    build([pages], tmp_path / "r", lines)
    build([pages], tmp_path / "fresh", lines)
    assert exported(tmp_path / "r") == exported(tmp_path / "fresh"), "nothing was written down as dropped"


class Stopped(Watcher):
    """Interrupts after the first page, as Ctrl-C does."""

    def page(self, outcome: Outcome) -> None:
        raise KeyboardInterrupt


def test_an_interruption_stops_the_build_and_keeps_what_is_done(pages, tmp_path, lines):
    with pytest.raises(KeyboardInterrupt):
        build([pages], tmp_path / "r", lines, Stopped())
    with Store(tmp_path / "r").view() as view:
        assert (view.counts()["articles"], view.fresh) == (1, False)
    assert build([pages], tmp_path / "r", lines).already == 1
    build([pages], tmp_path / "fresh", lines)
    assert exported(tmp_path / "r") == exported(tmp_path / "fresh")


def many_pages(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        lines = [f"Town{(n * 7 + k) % 40}: {n + k + 1} deserted, says Speaker {n % 11}" for k in range(4)]
        (folder / f"{n:03}.txt").write_text("\n".join(lines))
    return folder


class Ticking(Watcher):
    """Writes a byte down a pipe for each page, so that another process can follow."""

    def __init__(self, pipe: int) -> None:
        self.pipe = pipe

    def page(self, outcome: Outcome) -> None:
        os.write(self.pipe, b".")


def killed_after(pages: int, inputs: Path, record: Path, pipeline: Pipeline, *, reread: bool = False) -> bool:
    """Whether a build in another process died by our hand, a moment of chance after that many pages."""
    told, telling = os.pipe()
    child = os.fork()
    if child == 0:
        build([inputs], record, pipeline, Ticking(telling), reread=reread)
        os._exit(0)
    os.close(telling)
    for _ in range(pages):
        os.read(told, 1)
    time.sleep(random.uniform(0, 0.02))
    os.kill(child, signal.SIGKILL)
    os.close(told)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def assert_survives_kills(inputs: Path, folder: Path, pipeline: Pipeline) -> None:
    """Eleven builds, each killed at another moment: what is left opens, and the same build completes it."""
    count = build([inputs], folder / "whole", pipeline).pages
    whole = exported(folder / "whole")
    killed = 0
    for n in range(11):
        record = folder / f"killed-{n}"
        killed += killed_after(n * count // 10, inputs, record, pipeline)
        try:
            exported(record)
        except RecordError as error:
            assert "there is no such record" in str(error) or "still empty" in str(error)  # noqa: PT017
        build([inputs], record, pipeline)
        assert exported(record) == whole, f"killed after {n} tenths of the pages"
    assert killed > 5, "most of the kills were in time"


def test_kills_while_writing(tmp_path, lines):
    assert_survives_kills(many_pages(tmp_path / "pages", 80), tmp_path, lines)


def test_kills_while_reading_real_pages(example_pages, tmp_path, pipeline, example_record):
    assert_survives_kills(example_pages, tmp_path, pipeline)
    assert exported(tmp_path / "whole") == exported(example_record)


def test_a_second_builder_stops_at_once(tmp_path, lines):
    inputs = many_pages(tmp_path / "pages", 3)
    with Store(tmp_path / "r").writer(), pytest.raises(RecordError, match="another build is adding to this record"):
        build([inputs], tmp_path / "r", lines)


@pytest.fixture
def small_disk(tmp_path):
    """A file system of its own with 400 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        not shutil.which("mount")
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("a small disk can only be mounted by root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_stops_the_build_and_more_room_completes_it(small_disk, tmp_path, lines):
    inputs = many_pages(tmp_path / "pages", 200)
    with pytest.raises(RecordError, match=r"no room left .* run the same command again"):
        build([inputs], small_disk / "r", lines)
    with Store(small_disk / "r").view() as view:
        assert 0 < view.counts()["articles"] < 200
    with pytest.raises(RecordError, match="no room left"):
        build([inputs], small_disk / "r", lines)
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    assert build([inputs], small_disk / "r", lines).already > 0
    build([inputs], tmp_path / "fresh", lines)
    assert exported(small_disk / "r") == exported(tmp_path / "fresh")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_record_that_may_not_be_written(pages, tmp_path, lines):
    build([pages], tmp_path / "r", lines)
    tmp_path.chmod(0o555)
    with pytest.raises(RecordError, match="check the rights"):
        build([pages], tmp_path / "r", lines)
    tmp_path.chmod(0o755)
