"""An HTML page -> draft of an article: the text by trafilatura, the rest only as far as the page states it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml.html import HtmlElement  # type: ignore[import-untyped]
from trafilatura import bare_extraction, load_html
from trafilatura.metadata import extract_metadata

from rashomon.articles.dates import EARLIEST, stated_day
from rashomon.articles.draft import Draft
from rashomon.articles.paragraphs import clean_characters, paragraphs_of
from rashomon.articles.trim import trim
from rashomon.record import When

_HIDDEN = (
    "//script|//style|//noscript|//template|//*[@hidden]|//input[@type='hidden']"
    "|//*[contains(translate(@style, ' ', ''), 'display:none')]"
    "|//*[contains(translate(@style, ' ', ''), 'visibility:hidden')]"
)
_PUBLISHED_BY = (
    "//meta[@property='og:site_name']/@content|//meta[@name='og:site_name']/@content",
    "//meta[translate(@name, 'DCPUBLISHER', 'dcpublisher')='publisher']/@content"
    "|//meta[translate(@name, 'DCPUBLISHER', 'dcpublisher')='dc.publisher']/@content",
)
_NOT_A_NAME = re.compile(r"https?:|^@|^www\.|^\W*$", re.I)
_NOT_A_PERSON = re.compile(
    r"^(?:admin\w*|editor|staff|guest|user\w*|webmaster|[\w.-]*-[\w-]*|by|text|foto|photo)$", re.I
)
_FULL_PARAGRAPH = 15
"""Words of a paragraph that is no caption or teaser."""
_BEHIND = 2
"""Lines cut last among which an agency is credited."""
_LARGEST_DATA = 1_000_000
"""Characters of a block of linked data that is read; larger ones hold whole sites."""


def read_web(text: str, url: str | None, latest: date) -> Draft | None:
    """The report in a page of HTML; None where there is no markup or no text in it."""
    tree = load_html(text)
    if tree is None:
        return None
    dates = {"extensive_search": False, "original_date": True,
             "min_date": EARLIEST.isoformat(), "max_date": latest.isoformat()}  # fmt: skip
    metadata = extract_metadata(tree, default_url=url, date_config=dates)
    outlet = _outlet(tree)
    for element in tree.xpath(_HIDDEN):
        if element.getparent() is not None:
            element.drop_tree()
    _gather(tree)
    document = bare_extraction(tree, fast=True, favor_recall=True, include_comments=False, include_tables=True)
    if document is None or isinstance(document, dict) or document.body is None:
        return None
    title = _title(metadata.title, outlet)
    paragraphs = paragraphs_of(clean_characters("\n\n".join(_paragraphs(document.body))))
    kept, cuts = trim(paragraphs, title)
    return Draft(
        text="\n\n".join(kept),
        title=title,
        byline=_byline(metadata.author, outlet),
        outlet=outlet,
        url=metadata.url or None,
        published=_published(metadata.date, latest),
        cuts=tuple(cuts),
        behind=tuple(cut.text for cut in cuts[-_BEHIND:]),
    )


def _gather(tree: HtmlElement) -> None:
    """A report laid out in several boxes of one kind goes into the first of them, where the extractor looks.

    Boxes are of one kind if they share tag, class and grandparent and hold two full paragraphs each; teasers hold one,
    and boxes with a headline of their own are reports of their own.
    """
    groups: dict[tuple[HtmlElement, str, str], list[HtmlElement]] = {}
    for box in tree.iter("div", "section", "td"):
        above = box.getparent()
        kind = box.get("class")
        if kind and above is not None and above.getparent() is not None and _full_paragraphs(box) >= 2:
            groups.setdefault((above.getparent(), box.tag, kind), []).append(box)
    for first, *others in groups.values():
        if not any(box.find(".//h1") is not None or box.getparent().tag == "article" for box in others):
            for box in others:
                first.extend(list(box))


def _full_paragraphs(box: HtmlElement) -> int:
    return sum(len(" ".join(p.itertext()).split()) >= _FULL_PARAGRAPH for p in box.iterchildren("p"))


def _paragraphs(element: Any) -> Iterator[str]:
    """The text of trafilatura's tree, a string for each paragraph, item, heading and row."""
    for child in element:
        if child.tag == "row":
            cells = ["".join(cell.itertext()).strip() for cell in child]
            yield "\n\n".join(cells) if any(len(cell.split()) > 12 for cell in cells) else " ".join(cells)
        elif child.tag in ("list", "table", "quote", "div") and len(child):
            if child.text and child.text.strip():
                yield child.text
            yield from _paragraphs(child)
        else:
            for line_break in child.iter("lb"):
                line_break.text = "\n\n"
            yield "".join(child.itertext())
        if child.tail and child.tail.strip():
            yield child.tail


def _published(day: str | None, latest: date) -> When | None:
    return stated_day(date.fromisoformat(day), day, latest) if day else None


def _outlet(tree: HtmlElement) -> str | None:
    stated = [name for path in _PUBLISHED_BY for name in tree.xpath(path)]
    stated += [name for data in tree.xpath("//script[contains(@type, 'ld+json')]/text()") for name in _publishers(data)]
    return next((name for name in (" ".join(name.split()) for name in stated) if not _NOT_A_NAME.search(name)), None)


def _publishers(data: str) -> Iterator[str]:
    if len(data) > _LARGEST_DATA:
        return
    try:
        todo = [json.loads(data, strict=False)]
    except (ValueError, RecursionError):
        return
    while todo:
        item = todo.pop()
        if isinstance(item, list):
            todo.extend(reversed(item))
        elif isinstance(item, dict):
            publisher = item.get("publisher")
            if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                yield publisher["name"]
            todo.extend(value for value in item.values() if isinstance(value, (dict, list)))


def _title(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet that pages hang on it (`... - The Daily Example`)."""
    if not title:
        return None
    if outlet:
        title = re.sub(rf"\s+[-–—|:•»]+\s+(?:the\s+)?{re.escape(outlet)}\s*$", "", title, flags=re.I)
    return clean_characters(title).replace("\n", " ") or None


def _byline(author: str | None, outlet: str | None) -> tuple[str, ...]:
    names = [" ".join(name.split()) for name in re.split(r"[;|]", author or "")]
    known = [
        name
        for name in names
        if name and not _NOT_A_PERSON.match(name) and name.casefold() != (outlet or "").casefold()
    ]
    return tuple(dict.fromkeys(known))
