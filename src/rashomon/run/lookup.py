"""Values by id out of a record, a few of them in memory at a time."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from rashomon.record import Article
from rashomon.store import View

T = TypeVar("T")

KEPT = 256
"""Articles in memory at once: the statements of one article come one after the other, so a few are enough."""

REMEMBERED = 20_000
"""Actors, places and families in memory at once: more than a large pile names in a month."""


class Lookup(Mapping[str, T]):
    """Values that are asked for when they are needed, and remembered for a while, those that are not there too."""

    def __init__(
        self, find: Callable[[list[str]], Mapping[str, T]], every: Callable[[], Iterator[str]], kept: int = REMEMBERED
    ) -> None:
        self._find = find
        self._every = every
        self._kept = kept
        self._known: OrderedDict[str, T | None] = OrderedDict()

    def __getitem__(self, key: str) -> T:
        if key in self._known:
            self._known.move_to_end(key)
        else:
            self.fetch((key,))
        value = self._known[key]
        if value is None:
            raise KeyError(key)
        return value

    def fetch(self, keys: Iterable[str]) -> None:
        """Get these values at once, for what is asked next."""
        asked = [key for key in keys if key not in self._known]
        found = self._find(asked) if asked else {}
        self._known.update((key, found.get(key)) for key in asked)
        # What was asked for at once is needed at once, however much it is.
        self._kept = max(self._kept, len(asked))
        while len(self._known) > self._kept:
            self._known.popitem(last=False)

    def __iter__(self) -> Iterator[str]:
        return self._every()

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Articles(Lookup[Article]):
    """The articles of a view as a mapping."""

    def __init__(self, view: View) -> None:
        super().__init__(view.articles_by_id, lambda: (article.id for article in view.articles()), KEPT)
