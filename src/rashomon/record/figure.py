"""A number with its wording."""

from dataclasses import dataclass
from typing import Literal

Qualifier = Literal["exact", "about", "at_least", "more_than", "at_most", "fewer_than", "between", "vague"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A count or measure as one source worded it; `low` and `high` are inclusive bounds, None where nothing bounds it.

    `exact` has low = best = high. `about` has only `best`. `vague` may have `low` alone (`dozens` 24) or nothing.
    `counts` is what is counted in the source's words ("soldiers and policemen"), `measure` what happened to it
    ("killed", "dismissed", "" where nothing is told), `unit` "people", "percent", a currency code such as "USD",
    or the thing itself ("rockets", "km"). `start` and `end` are offsets of `text` in the article.
    """

    low: float | int | None
    best: float | int | None
    high: float | int | None
    qualifier: Qualifier
    counts: str
    measure: str
    unit: str
    text: str
    start: int
    end: int

    @property
    def worded(self) -> str:
        """The figure in the source's words, with what it counts where these do not tell: `407 police officers`."""
        text = self.text if self.counts in self.text else f"{self.text} {self.counts}"
        return " ".join(text.split())
