"""What is compared: a report as bags of words, and a mention of an act with what stands around it.

Plain values without a parse, so that whoever has one can fill them; words are lower-case base forms.
"""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The telling words of one report: `names`, `things` (nouns, adjectives), `doings` (verbs) and `numbers`."""

    names: Counter[str]
    things: Counter[str]
    doings: Counter[str]
    numbers: Counter[str]

    @property
    def all(self) -> Counter[str]:
        """All of them together."""
        return self.names + self.things + self.doings + self.numbers


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a report names an act.

    `report` and `sentence` are numbers: of the report among those compared, of the sentence within the report.
    `wording` are the words of the mention, `word` the one that the others hang on, `form` what it is ("verb", "noun",
    "name", "other"). `doers`, `sufferers` and `around` are the words of who did it, of whom it was done to, and of the
    rest that hangs on it; `near` those a few words away, `sentence_words` those of the sentence without the mention's
    own; `names` and `numbers` those of the sentence. `above` is the word that the mention itself hangs on.
    """

    report: int
    sentence: int
    wording: tuple[str, ...]
    word: str
    form: str
    doers: frozenset[str]
    sufferers: frozenset[str]
    around: frozenset[str]
    near: frozenset[str]
    sentence_words: frozenset[str]
    names: frozenset[str]
    numbers: frozenset[str]
    above: str

    @property
    def roles(self) -> frozenset[str]:
        """All words that hang on the mention."""
        return self.doers | self.sufferers | self.around
