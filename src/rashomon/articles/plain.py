"""Plain text, saved out of a browser -> draft of an article."""

from dataclasses import replace
from datetime import date

from rashomon.articles.cutter import find_report
from rashomon.articles.draft import Draft
from rashomon.articles.heading import read_heading
from rashomon.articles.inline import without_furniture
from rashomon.articles.markup import read_markup
from rashomon.articles.paragraphs import clean_characters, paragraphs_of
from rashomon.articles.pieces import join_torn, weigh
from rashomon.record import Cut

_BEHIND = 2
"""Lines behind the report among which an agency is credited."""


def read_plain(text: str, latest: date) -> Draft:
    """The report in a page of plain text. `latest`: the last day that a page can be of."""
    bare, codes = read_markup(clean_characters(text))
    region = find_report(join_torn(weigh(paragraphs_of(clean_characters(bare)))), latest)
    kept = region.kept()
    heading = read_heading(region.head, "\n".join(kept), latest)
    body = [*heading.standfirst, *kept]
    return Draft(
        text="\n\n".join(body),
        title=heading.title,
        byline=heading.byline,
        outlet=heading.outlet,
        published=heading.published,
        cuts=(*heading.cuts, *region.cuts(), *(Cut(code, "embed code") for code in codes)),
        behind=tuple(piece.text for piece in region.pieces[region.end : region.end + _BEHIND]),
    )


def tidy(draft: Draft) -> Draft:
    """Text of a draft that was cut out elsewhere: clean characters, paragraphs, without furniture run into it."""
    text, cuts = without_furniture("\n\n".join(paragraphs_of(clean_characters(draft.text))))
    return replace(draft, text=text, cuts=(*draft.cuts, *cuts))
