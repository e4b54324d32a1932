"""Which pages of a web archive are read: those that tell of conflict, and all that somebody chose."""

from pathlib import Path

import pytest
from tests.pages.archives import answer, warc

from rashomon.models import words_of
from rashomon.run import SIFT, Pipeline
from rashomon.run.build import build
from rashomon.run.reading import ReadPage, read_page
from rashomon.settings import Settings
from rashomon.sift import judge_page, judge_report
from rashomon.sift.judge import page_text
from rashomon.sift.words import chance_of_conflict, in_english

CASES = [
    row.split("\t")
    for row in (Path(__file__).parent / "cases" / "reports.tsv").read_text("utf-8").splitlines()
    if not row.startswith("#")
]
ON_A_PHONE = next(text for _, title, text, _ in CASES if title == "A phone for the spring")
ON_A_WAR = (
    "Rebels shelled the town of Karsa on Monday, killing nine soldiers, the army said. Four gunmen were wounded. " * 5
)


def _page(text: str, around: str = "") -> bytes:
    return f"<html><body>{around}<article><h1>News</h1><p>{text}</p></article></body></html>".encode()


@pytest.mark.parametrize(("outcome", "title", "text", "why"), CASES)
def test_reports(outcome: str, title: str, text: str, why: str) -> None:
    assert (judge_report(title or None, text, english=True) is None) == (outcome == "read"), why


def test_names_tell_nothing() -> None:
    assert chance_of_conflict(words_of("aleppo gujarat basra kabul")) == chance_of_conflict(
        words_of("zzyzx qwv zzt xxq")
    )


@pytest.mark.parametrize(("text", "english"), [
    ("Die Soldaten haben am Montag die Stadt verlassen, und niemand weiß, wohin sie gegangen sind. " * 4, False),
    ("Los soldados salieron de la ciudad el lunes y nadie sabe adonde han ido desde entonces. " * 4, False),
    ("Солдаты покинули город в понедельник.", True),
    ("Солдаты покинули город в понедельник, и никто не знает, где они. The app and the phone. " * 4, False),
    ("The soldiers left the town on Monday, and nobody has told where they were taken by their officers. " * 3, True),
    ("Soldiers quit Karsa", True),
])  # fmt: skip
def test_another_language_is_known_by_its_words(text: str, english: bool) -> None:
    assert in_english(text, words_of(text)) == english


def test_another_language_is_read_where_the_reader_reads_it() -> None:
    text = "Die Soldaten haben am Montag die Stadt verlassen, und niemand weiß, wohin sie gegangen sind. " * 4
    assert judge_report(None, text, english=False) is None
    assert "not in English" in (judge_report(None, text, english=True) or "")


def test_menus_and_scripts_of_a_page_do_not_count() -> None:
    others = "<ul><li>Shelling kills nine</li><li>Rebels besiege town</li></ul><script>/* airstrike bombing */</script>"
    page = _page(ON_A_PHONE, others).decode()
    assert judge_page(page, markup=True, english=True)
    assert judge_page(_page(ON_A_WAR).decode(), markup=True, english=True) is None


def test_a_page_without_paragraphs_is_judged_by_all_of_it() -> None:
    assert judge_page("<b>Rebels kill nine soldiers in ambush</b>", markup=True, english=True) is None


@pytest.mark.parametrize(("page", "text"), [
    ("<p>One.</p><SCRIPT>two</SCRIPT ><p>Three.</p>", "One. Three."),
    ("<p>One.</p><style>p { two }</style><!-- three --><p>Four.</p>", "One. Four."),
    ("<p>One.</p><script>two</p><p>Three.</p>", "One. >two Three."),
    ("<p>One.</p><!-- two", "One. two"),
])  # fmt: skip
def test_what_is_no_text_is_left_out_of_a_page(page: str, text: str) -> None:
    assert " ".join(page_text(page).split()) == text


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        warc(
            [answer(_page(ON_A_PHONE), "http://www.example.org/a"), answer(_page(ON_A_WAR), "http://www.example.org/b")]
        )
    )
    return path


def test_of_an_archive_what_tells_of_no_conflict_is_dropped_and_counted(archive: Path, tmp_path: Path) -> None:
    report = build([archive], tmp_path / "record", Pipeline(Settings()))
    assert (report.articles, report.dropped) == (1, 1)
    assert [number for _, number in report.sifted] == [1]
    assert report.sifted[0][0].startswith("tells of no conflict, by the words of the page")


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
