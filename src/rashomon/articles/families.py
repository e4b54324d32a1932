"""Near-copies of one text, however they were shortened, edited or credited, found in time that grows with their number.

The result does not depend on the order of the articles. Two newspapers' own reports of one event are no family, nor
are two reports with a paragraph of background in common. Of a text four bytes a word are kept while families are found.
"""

from collections.abc import Iterable

from rashomon.articles.near import Near
from rashomon.articles.prints import print_of
from rashomon.articles.sources import Copy, copy_of, origin
from rashomon.record import Article, Family, content_id


def find_families(articles: Iterable[Article]) -> tuple[Family, ...]:
    """Every article in exactly one family; families in the order of their first article's id."""
    prints = {}
    copies: dict[str, Copy] = {}
    for article in articles:
        prints[article.id] = print_of(article.text)
        copies[article.id] = copy_of(article)
    ids = sorted(prints)
    near = Near()
    for key in ids:
        near.add(prints[key])
    return tuple(_family([ids[at] for at in group], copies) for group in near.groups())


def _family(ids: list[str], copies: dict[str, Copy]) -> Family:
    names = origin([copies[key] for key in ids])
    among = names if len(names) > 1 else ()
    return Family(content_id("family", *ids), " or ".join(names), tuple(ids), among)
