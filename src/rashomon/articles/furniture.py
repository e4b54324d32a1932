"""The words of what stands around a report, read from `furniture.toml`: each line of it with the reason it is cut."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_EDGES = re.compile(r"^[^\w(£$€@©+]+|[^\w)%]+$")
_NUMBER = re.compile(r"\d[\d,.]*(?<=\d)")
_SPACES = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[a-z]{2}[.!?]['\"’”)]*$")
_MENU_BREAK = re.compile(r"\s*[|»›•·>/]\s*|\s+-\s+|\s{2,}")
_MENU_ITEMS = 3
"""Items from which a line parted by bars or arrows is a menu, where none is longer than so many words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the file, whose head says what the keys mean."""

    reason: str
    words: int
    sentence: bool
    opens: bool
    edge: bool
    whole: re.Pattern[str] | None
    starts: re.Pattern[str] | None
    has: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def fits(self, line: str, words: int, *, ends_sentence: bool) -> bool:
        """Does the rule speak for a prepared line of so many words? A colon that ends it counts for `starts` only."""
        if words > self.words or (ends_sentence and not self.sentence):
            return False
        found = (
            (self.whole and self.whole.fullmatch(line.removesuffix(":")))
            or (self.starts and self.starts.match(line))
            or (self.has and self.has.search(line))
        )
        return bool(found) and not (self.unless and self.unless.search(line))


def furniture_rule(paragraph: str) -> Rule | None:
    """The first rule that says that a paragraph is no part of a report; None where none does."""
    words = paragraph.count(" ") + 1
    line = prepared(paragraph)
    ends_sentence = bool(_SENTENCE_END.search(paragraph))
    for rule in _rules():
        if rule.fits(line, words, ends_sentence=ends_sentence):
            return rule
    return _menu_rule(line, words)


def prepared(paragraph: str) -> str:
    """The paragraph as the rules read it: lower case, straight apostrophes, 0 for numbers, no marks at its ends
    but a colon behind it."""
    line = _EDGES.sub("", paragraph.casefold().replace("’", "'").replace("‘", "'"))
    line = _NUMBER.sub("0", _SPACES.sub(" ", line))
    return f"{line}:" if paragraph.endswith(":") else line


def _menu_rule(line: str, words: int) -> Rule | None:
    """The rule of the items, where the line is a list of items parted by bars and every item is furniture or short."""
    if words > 60 or not _MENU_BREAK.search(line):
        return None
    items = [item for item in _MENU_BREAK.split(line) if item]
    known = [
        next((r for r in _rules() if r.fits(item, item.count(" ") + 1, ends_sentence=False)), None) for item in items
    ]
    first = next(filter(None, known), None)
    if first and all(known):
        return first
    short = all(item.count(" ") < _MENU_ITEMS for item in items)
    return first if first and short and len(items) >= _MENU_ITEMS else None


@cache
def _rules() -> tuple[Rule, ...]:
    table = tomllib.loads(files(__package__).joinpath("furniture.toml").read_text("utf-8"))
    return tuple(_rule(**entry) for entry in table["rule"])


def _rule(reason: str, words: int, **rest: Any) -> Rule:
    return Rule(
        reason,
        words,
        sentence=rest.get("sentence", True),
        opens=rest.get("opens", False),
        edge=rest.get("edge", False),
        whole=_any_of(rest.get("whole")),
        starts=_any_of(rest.get("starts")),
        has=_any_of(rest.get("has")),
        unless=_any_of(rest.get("unless")),
    )


def _any_of(phrases: list[str] | None) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases)) if phrases else None
