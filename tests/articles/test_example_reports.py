"""The five example reports, where they are at hand: nothing of what stands around them, every paragraph of them."""

import json
import re
from pathlib import Path

import pytest

from rashomon.articles import extract_article
from rashomon.pages import read_pages
from rashomon.record import Article, Page
from rashomon.settings import Settings

FOLDER = Path(__file__).parents[2].parent / "shared" / "basra"


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    if not FOLDER.is_dir():
        pytest.skip("the example reports are not here")
    rows = read_pages([FOLDER], Settings())
    return {row.file: extract_article(row, Settings()) for row in rows if isinstance(row, Page)}


def test_nothing_that_is_no_report_is_in_the_text(articles: dict[str, Article]) -> None:
    answers = [json.loads(line) for line in (FOLDER / "answers.jsonl").read_text("utf-8").splitlines()]
    asked = [answer for answer in answers if answer["kind"] == "boilerplate"]
    assert asked
    wrong = [
        a["id"] for a in asked if a["text"] in articles[a["doc"]].text or a["keeps"] not in articles[a["doc"]].text
    ]
    assert wrong == []


def test_every_full_paragraph_is_in_the_text_or_among_the_cuts(articles: dict[str, Article]) -> None:
    for file, article in articles.items():
        left = " ".join([article.text, article.title or "", *article.byline, *(cut.text for cut in article.cuts)])
        words = set(re.findall(r"[^\W\d_]{4,}", left))
        page = (FOLDER / file).read_text("utf-8")
        assert set(re.findall(r"[^\W\d_]{4,}", page)) - words <= {"April"}, file
