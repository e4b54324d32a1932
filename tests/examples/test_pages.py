"""The example pages: ours, said to be invented, and full of what real pages are full of."""

import csv
import re
from pathlib import Path

import pytest

from rashomon.examples import PAGES

SHARED = Path(__file__).parents[2].parent / "shared"
FILES = sorted(PAGES.glob("*.html"))
ENCODINGS = {"meridian-post.html": "windows-1252"}


def words_of(path: Path) -> str:
    html = path.read_bytes().decode(ENCODINGS.get(path.name, "utf-8"))
    return " ".join(re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL).split())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
class TestEachPage:
    def test_says_that_it_is_invented(self, path: Path) -> None:
        assert "invented" in words_of(path).lower()

    def test_borrows_no_sentence(self, path: Path) -> None:
        """Facts are free, wording is not: no eight words in a row from the reports that the facts come from."""
        reports = sorted((SHARED / "basra").glob("*.txt"))
        if not reports:
            pytest.skip("the reports that the facts come from are not beside this checkout")
        theirs = {run for report in reports for run in runs_of_eight(report.read_text("utf-8"))}
        assert runs_of_eight(words_of(path)) & theirs == set()


def runs_of_eight(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}


def test_there_are_six_pages() -> None:
    assert len(FILES) == 6


def test_manifest_names_files_that_are_there() -> None:
    with (PAGES / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["file"] for row in rows} < {path.name for path in FILES}


def test_one_page_is_of_an_older_encoding() -> None:
    with pytest.raises(UnicodeDecodeError):
        (PAGES / "meridian-post.html").read_text("utf-8")


def test_one_page_has_no_date() -> None:
    """Whatever hangs on the day of publication must stay unknown there."""
    assert not re.search(r"\b(19|20)\d\d\b", (PAGES / "evening-lantern.html").read_text("utf-8"))
