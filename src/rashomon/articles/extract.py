"""Page -> Article: what is stated from outside wins over what the page says, and nothing is guessed."""

from datetime import UTC, date, datetime

from rashomon.articles.credits import credited
from rashomon.articles.dates import dateline_day
from rashomon.articles.decode import decode
from rashomon.articles.draft import Draft
from rashomon.articles.guard import read_guarded
from rashomon.articles.language import language_of
from rashomon.articles.mojibake import mend_mojibake
from rashomon.articles.plain import tidy
from rashomon.errors import PageError
from rashomon.publishers import outlet_at
from rashomon.record import Article, Page, When, content_id
from rashomon.settings import Settings


def extract_article(page: Page, settings: Settings) -> Article:
    """The report in `page`, with the text it holds and what it states of itself.

    Raises PageError (stage "article") where the page has no words, or takes longer than `settings.extract_seconds`.
    """
    text = mend_mojibake(decode(page.body, page.charset))
    latest = (page.fetched or datetime.now(UTC)).date()
    draft = _draft(page, text, latest, settings.extract_seconds)
    if not any(map(str.isalnum, draft.text)):
        raise PageError(page.file, "article", "no report was found in the page; check that it holds text")
    return _article(page, draft, latest)


def _draft(page: Page, text: str, latest: date, seconds: float) -> Draft:
    if page.kind == "article":
        return tidy(Draft(text))
    return read_guarded(page, text, latest, seconds) or Draft("")


def _article(page: Page, draft: Draft, latest: date) -> Article:
    stated = page.stated
    paragraphs = draft.text.split("\n\n")
    published = draft.published or dateline_day(paragraphs[0], latest)
    if stated.published:
        published = When(stated.published, stated.published, "day", stated.published.isoformat(), "stated")
    byline = stated.byline if stated.byline is not None else draft.byline
    url = stated.url or draft.url
    outlet = stated.outlet or draft.outlet or outlet_at(url)
    copied = credited(paragraphs, draft.behind, byline, tuple(cut.text for cut in draft.cuts))
    return Article(
        id=content_id("article", page.sha256, page.file),
        file=page.file,
        url=url,
        sha256=page.sha256,
        outlet=outlet,
        title=stated.title or draft.title,
        byline=byline,
        published=published,
        language=stated.language or language_of(draft.text),
        text=draft.text,
        copied_from=None if copied == outlet else copied,
        cuts=draft.cuts,
    )
