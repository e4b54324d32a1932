"""Articles by id out of a record, a few of them in memory at a time."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from rashomon.record import Article
from rashomon.store import View

KEPT = 256
"""Articles in memory at once: the statements of one article come one after the other, so a few are enough."""


class Articles(Mapping[str, Article]):
    """The articles of a view as a mapping."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._article = lru_cache(KEPT)(view.article)

    def __getitem__(self, key: str) -> Article:
        return self._article(key)

    def __iter__(self) -> Iterator[str]:
        return (article.id for article in self._view.articles())

    def __len__(self) -> int:
        return self._view.counts()["articles"]
