"""An HTML page -> draft of an article: the text by trafilatura, the rest only as far as the page states it."""

from datetime import date

from htmldate import find_date
from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.metadata import extract_metadata

from rashomon.articles.dates import EARLIEST, stated_day
from rashomon.articles.draft import Draft

_HIDDEN = (
    "//script|//style|//noscript|//template|//*[@hidden]|//input[@type='hidden']"
    "|//*[contains(translate(@style, ' ;', ''), 'display:none')]"
    "|//*[contains(translate(@style, ' ;', ''), 'visibility:hidden')]"
)


def read_web(text: str, url: str | None, latest: date) -> Draft | None:
    """The report in a page of HTML; None where there is no markup or no text in it."""
    tree = load_html(text)
    if tree is None:
        return None
    metadata = extract_metadata(tree, default_url=url, date_config={"extensive_search": False, "original_date": True})
    published = _published(tree, latest)
    for element in tree.xpath(_HIDDEN):
        if element.getparent() is not None:
            element.drop_tree()
    document = bare_extraction(tree, fast=True, include_comments=False, include_tables=False)
    if document is None:
        return None
    return Draft(
        text=document.text or "",
        title=metadata.title or None,
        byline=tuple(name.strip() for name in (metadata.author or "").split(";") if name.strip()),
        outlet=metadata.sitename or None,
        url=metadata.url or None,
        published=published,
    )


def _published(tree: HtmlElement, latest: date):
    found = find_date(tree, extensive_search=False, original_date=True, min_date=EARLIEST.isoformat(), max_date=latest.isoformat())
    return stated_day(date.fromisoformat(found), found, latest) if found else None
