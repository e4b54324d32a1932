"""Near-copies of one text, however they were shortened, edited or credited, found in time that grows with their number.

The result does not depend on the order of the articles, nor on how many came at a time. Two newspapers' own reports of
one event are no family, nor are two reports with a paragraph of background in common. Of a text four bytes a word are
kept while families are found, and its sketch from one time to the next.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from rashomon.articles.growing import Growing
from rashomon.articles.near import Near, Sketch
from rashomon.articles.prints import Print, print_of
from rashomon.articles.sources import Copy, copy_of, origin
from rashomon.record import Article, Family, content_id

Read = Callable[[Collection[str]], Mapping[str, Article]]
"""Gives the articles with these ids."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """`families` take the place of all that hold one of their articles; `sketches` are those of the articles that came,
    `heads` the longest text of the family of each article for which it is another than it was."""

    families: tuple[Family, ...]
    sketches: Mapping[str, Sketch]
    heads: Mapping[str, str]


def find_families(articles: Iterable[Article]) -> tuple[Family, ...]:
    """Every article in exactly one family; families in the order of their first article's id."""
    return first_families(articles).families


def first_families(articles: Iterable[Article]) -> Kinship:
    """The families of these articles, with what is kept for those to come."""
    prints: dict[str, Print] = {}
    copies: dict[str, Copy] = {}
    for article in articles:
        prints[article.id] = print_of(article.text)
        copies[article.id] = copy_of(article)
    ids = sorted(prints)
    near = Near()
    for key in ids:
        near.add(prints.pop(key))
    heads = {key: ids[head] for key, head in zip(ids, near.heads(), strict=True)}
    return Kinship(_families(heads, copies), dict(zip(ids, near.sketches(), strict=True)), heads)


def more_families(
    known: Mapping[str, Sketch], heads: Mapping[str, str], came: Collection[Article], read: Read
) -> Kinship:
    """What becomes of the families when some articles came to those whose sketches and heads are known."""
    ordered = sorted(came, key=lambda article: article.id)
    new = _sketches(ordered)
    texts = {article.id: article for article in ordered}

    def print_by(key: str) -> Print:
        return print_of((texts.get(key) or read([key])[key]).text)

    moved = Growing(known, new, heads, print_by).changed()
    touched = {*moved.values(), *(heads[key] for key in moved if key in heads)}
    members = {key: head for key, head in {**heads, **moved}.items() if head in touched}
    articles = {**read([key for key in members if key not in texts]), **texts}
    return Kinship(_families(members, {key: copy_of(articles[key]) for key in members}), new, moved)


def _sketches(articles: Iterable[Article]) -> dict[str, Sketch]:
    near, ids = Near(), []
    for article in articles:
        near.add(print_of(article.text))
        ids.append(article.id)
    return dict(zip(ids, near.sketches(), strict=True))


def _families(heads: Mapping[str, str], copies: Mapping[str, Copy]) -> tuple[Family, ...]:
    groups: dict[str, list[str]] = {}
    for key, head in heads.items():
        groups.setdefault(head, []).append(key)
    return tuple(_family(ids, copies) for ids in sorted(map(sorted, groups.values())))


def _family(ids: list[str], copies: Mapping[str, Copy]) -> Family:
    names = origin([copies[key] for key in ids])
    among = names if len(names) > 1 else ()
    return Family(content_id("family", *ids), " or ".join(names), tuple(ids), among)
