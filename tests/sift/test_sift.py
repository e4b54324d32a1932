"""Which pages of a web archive are read: those that tell of conflict, and all that somebody chose."""

from pathlib import Path

import pytest
from tests.pages.archives import answer, warc

from rashomon.run import SIFT, Pipeline
from rashomon.run.build import build
from rashomon.run.reading import ReadPage, read_page
from rashomon.settings import Settings
from rashomon.sift import judge_page, judge_report
from rashomon.sift.words import Words, conflict_words

CASES = [
    row.split("\t")
    for row in (Path(__file__).parent / "cases" / "reports.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
ON_A_PHONE = (
    "The new phone has a larger screen, a better camera and a battery that lasts two days, the maker said on Monday. "
) * 5
ON_A_WAR = (
    "Rebels shelled the town of Karsa on Monday, killing nine soldiers, the army said. Four gunmen were wounded. " * 5
)


def _page(text: str, around: str = "") -> bytes:
    return f"<html><body>{around}<article><h1>News</h1><p>{text}</p></article></body></html>".encode()


@pytest.mark.parametrize(("outcome", "title", "text", "why"), CASES)
def test_reports(outcome: str, title: str, text: str, why: str) -> None:
    assert (judge_report(title or None, text) is None) == (outcome == "read"), why


@pytest.mark.parametrize("worn", ["{}", "«{}»", "{}.", "–{}–"])
def test_a_word_is_found_whatever_stands_beside_it(worn: str) -> None:
    assert conflict_words().signs_in(worn.format("Grenades")).points == 3


@pytest.mark.parametrize("worn", ["a{}", "{}x", "1{}", "{}2"])
def test_a_form_in_another_word_is_none(worn: str) -> None:
    assert Words(iter([(3, ["grenade", "mine"])])).signs_in(worn.format("grenade")).hits == 0


def test_a_word_counts_once_however_often_it_stands_there() -> None:
    told = conflict_words().signs_in("Grenades, a grenade and more grenades.")
    assert (told.points, told.hits) == (3, 3)


def test_menus_and_scripts_of_a_page_do_not_count() -> None:
    others = "<ul><li>Shelling kills nine</li><li>Rebels besiege town</li></ul><script>/* airstrike bombing */</script>"
    page = _page(ON_A_PHONE, others).decode()
    assert judge_page(page, markup=True)
    assert judge_page(_page(ON_A_WAR).decode(), markup=True) is None


def test_a_page_without_paragraphs_is_judged_by_all_of_it() -> None:
    assert judge_page("<b>Rebels kill nine soldiers in ambush</b>", markup=True) is None


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        warc(
            [answer(_page(ON_A_PHONE), "http://www.example.org/a"), answer(_page(ON_A_WAR), "http://www.example.org/b")]
        )
    )
    return path


@pytest.mark.parametrize("cascade", [True, False])
def test_of_an_archive_what_tells_of_no_conflict_is_dropped_and_counted(
    archive: Path, tmp_path: Path, cascade: bool
) -> None:
    report = build([archive], tmp_path / "record", Pipeline(Settings(cascade=cascade)))
    assert (report.articles, report.dropped) == (1, 1)
    assert [number for _, number in report.sifted] == [1]
    assert ("in the page" in report.sifted[0][0]) == cascade, "without the cascade only the report is judged"


def test_everything_reads_all_pages_of_an_archive(archive: Path) -> None:
    pipeline = Pipeline(Settings(everything=True))
    assert all(isinstance(read_page(page, pipeline), ReadPage) for page in pipeline.pages([archive]))


def test_a_page_that_somebody_chose_is_read_whatever_it_tells(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(_page(ON_A_PHONE))
    report = build([tmp_path], tmp_path / "record", Pipeline(Settings()))
    assert (report.articles, report.sifted) == (1, ())


def test_the_stage_is_named(archive: Path, tmp_path: Path) -> None:
    pipeline = Pipeline(Settings())
    told = [read_page(page, pipeline) for page in pipeline.pages([archive])]
    assert [each.stage for each in told if not isinstance(each, ReadPage)] == [SIFT]
