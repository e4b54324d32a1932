"""How the reports of one story use the words of their mentions, or whatever else mentions are sorted by.

What stands side by side in one sentence is hardly one act told twice; what stands in alike company may be.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations
from math import log
from typing import Generic, TypeVar

from rashomon.events.sameness.told import Mention
from rashomon.events.words import likeness

SIGNS = (
    "side by side",
    "side by side, of all",
    "in one report",
    "in one report, of all",
    "fewer reports",
    "more reports",
    "share of reports",
    "company",
    "company of doers",
    "company of sufferers",
    "company of names",
)

Sort = TypeVar("Sort", bound=Hashable)


class Usage(Generic[Sort]):
    """What the mentions of one story, each of a sort, tell of two sorts; of a sort with itself only how common it is."""

    def __init__(self, mentions: Sequence[Mention], sorts: Sequence[Sort], weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._sentences: dict[Sort, set[tuple[int, int]]] = defaultdict(set)
        self._reports: dict[Sort, set[int]] = defaultdict(set)
        self._words: dict[Sort, tuple[set[str], ...]] = defaultdict(lambda: (set(), set(), set(), set()))
        for mention, sort in zip(mentions, sorts, strict=True):
            self._sentences[sort].add((mention.report, mention.sentence))
            self._reports[sort].add(mention.report)
            told = (mention.sentence_words, mention.doers, mention.sufferers, mention.names)
            for all_words, words in zip(self._words[sort], told, strict=True):
                all_words |= words
        self._all = len({mention.report for mention in mentions})
        self._known: dict[tuple[Sort, Sort], tuple[float, ...]] = {}

    def signs(self, one: Sort, other: Sort) -> tuple[float, ...]:
        """A number for each of SIGNS."""
        if (one, other) not in self._known:
            self._known[one, other] = self._known[other, one] = self._told(one, other)
        return self._known[one, other]

    def _told(self, one: Sort, other: Sort) -> tuple[float, ...]:
        first, second = self._reports[one], self._reports[other]
        fewer, more = sorted((len(first), len(second)))
        common = (log(fewer), log(more), fewer / self._all)
        if one == other:
            return (0.0, 0.0, 0.0, 0.0, *common, 0.0, 0.0, 0.0, 0.0)
        sentences, others = self._sentences[one], self._sentences[other]
        beside, within = len(sentences & others), len(first & second)
        company = (
            likeness(frozenset(words), frozenset(more_words), self._weight)
            for words, more_words in zip(self._words[one], self._words[other], strict=True)
        )
        return (
            log(1 + beside),
            beside / min(len(sentences), len(others)),
            log(1 + within),
            within / fewer,
            *common,
            *company,
        )
