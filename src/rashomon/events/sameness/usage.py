"""How the reports of one story use the words of its mentions.

Two words that stand side by side in one sentence hardly tell of one act; two that stand in alike company may.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log

from rashomon.events.sameness.signs import Seen
from rashomon.events.sameness.weights import likeness

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


class Usage:
    """What the mentions of one story tell of two words, by their bases; of a word with itself only how common it is."""

    def __init__(self, mentions: Sequence[Seen], weight: Mapping[str, float]) -> None:
        self._weight = weight
        self._sentences: dict[str, set[tuple[int, int]]] = defaultdict(set)
        self._reports: dict[str, set[int]] = defaultdict(set)
        self._company: dict[str, tuple[set[str], ...]] = defaultdict(lambda: (set(), set(), set(), set()))
        for seen in mentions:
            mention = seen.mention
            self._sentences[seen.base].add((mention.report, mention.sentence))
            self._reports[seen.base].add(mention.report)
            told = (mention.sentence_words, mention.doers, mention.sufferers, mention.names)
            for company, words in zip(self._company[seen.base], told, strict=True):
                company.update(words)
        self._all = len({seen.mention.report for seen in mentions})
        self._known: dict[tuple[str, str], tuple[float, ...]] = {}

    def signs(self, one: str, other: str) -> tuple[float, ...]:
        """A number for each of SIGNS."""
        if (one, other) not in self._known:
            self._known[one, other] = self._known[other, one] = self._told(one, other)
        return self._known[one, other]

    def _told(self, one: str, other: str) -> tuple[float, ...]:
        reports, others = self._reports[one], self._reports[other]
        fewer, more = sorted((len(reports), len(others)))
        common = (log(fewer), log(more), fewer / self._all)
        if one == other:
            return (0.0, 0.0, 0.0, 0.0, *common, 0.0, 0.0, 0.0, 0.0)
        beside = len(self._sentences[one] & self._sentences[other])
        within = len(reports & others)
        company = (
            likeness(frozenset(words), frozenset(other_words), self._weight)
            for words, other_words in zip(self._company[one], self._company[other], strict=True)
        )
        return (
            log(1 + beside),
            beside / min(len(self._sentences[one]), len(self._sentences[other])),
            log(1 + within),
            within / fewer,
            *common,
            *company,
        )
