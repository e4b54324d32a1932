"""Commas for a text that has lost all of its own, as scrapers leave it.

Without them the parser runs one clause into the next: who said something at the end of a sentence becomes one more of
those who were killed. A comma takes the place of the space behind a word, so the text keeps its length and every offset
holds; it is parsed so, and quoted as it came. Where a comma stood is judged by a small model, learned from texts that
have theirs (`models/data/commas.md`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rashomon.models import load_model
from rashomon.statements.sayings import (
    ARTICLES,
    INVERTED,
    QUOTED,
    SPEAKERS,
    Speech,
    is_word,
    likelihood,
    names_somebody,
    speech_ahead,
)

LABEL = "comma"
SURE = 0.45
"""Chance from which a comma is set. On texts whose commas were taken out, about three of four set at this chance stood
there, and about half of all that stood there are set: see the model's card."""

FAIR = 0.15
"""Chance from which the likeliest gap in front of a sentence's last words, if these say who said it, has a comma."""

UNLIKELY = -0.4
"""What the words in front of a word of saying add to a chance at least where a comma would part a name or a phrase."""

WORDS = 40
"""Words that a text needs before the lack of any comma says something: English news has one in about 18 words."""


_KNOWN = frozenset(
    "the a an in on at by from of and but or for to with as it he she they we i this that these those his her its their"
    " there while when where after before since during although meanwhile however according some many most one two"
    " three four five six seven eight nine ten dozens hundreds monday tuesday wednesday thursday friday saturday sunday"
    " january february march april may june july august september october november december mr mrs ms dr gen"
    " col".split()
)
"""Words that are no names though they may be capitalised at the head of a sentence, and names of days and months."""

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]+")
_COMMA = re.compile(r",\s")


_HARMED = r"(?:killed|dead|injured|wounded|hurt|martyred|missing|arrested|captured)"
_HARMS = r"(?:kills?|injures?|wounds?|destroys?|captures?|arrests?|hurts?)"
_MANY = (
    r"(?:(?:over|at least|about|some|nearly|up to|more than|another)\s)?(?:\d+|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve|dozens|scores|hundreds|several|many|others)"
)
_TOLLS = re.compile(
    rf"\b{_MANY}(?: [\w'’-]+){{0,4}} {_HARMED}(?= {_MANY}(?: [\w'’-]+){{0,3}} {_HARMED}\b)"
    rf"|\b{_HARMS} {_MANY}(?: [\w'’-]+){{0,3}}?(?= {_HARMS} {_MANY}\b)",
    re.IGNORECASE,
)
"""Two tolls that a headline tells without a word between them (eight killed 25 injured, kills two injures three)."""


def with_commas(text: str) -> str:
    """The text with commas in the place of spaces if it has none at all, else as it came; its length is kept."""
    if _COMMA.search(text) or len(text.split()) < WORDS:
        return text
    model = load_model("commas")
    out = list(text)
    for match in _TOLLS.finditer(text):
        out[match.end()] = ","
    tail: dict[int, tuple[float, int]] = {}
    found = tuple(gaps(text))
    for gap, scores in zip(found, model.scores_of([gap.features for gap in found]), strict=True):
        chance = scores[LABEL]
        if chance >= SURE and not gap.before_saying and gap.likely > UNLIKELY:
            out[gap.at] = ","
        if gap.closing is not None:
            tail[gap.closing] = max(tail.get(gap.closing, (FAIR, -1)), (chance + gap.likely, gap.at))
    for _, at in tail.values():
        if at >= 0:
            out[at] = ","
    for match in INVERTED.finditer(text):
        out[match.end()] = ","
    for match in QUOTED.finditer(text):
        out[match.start("gap")] = ","
        for at in range(match.start("who"), match.end("who")):
            out[at] = text[at]
    return "".join(out)


class Gap(NamedTuple):
    """A single space between two words, where a comma may have stood: its offset and its features. `closing` is the
    index of the word of saying that ends its sentence a few words on, if the word behind the gap may begin its subject;
    else None; `likely` is what the words around the gap add to its chance then. `before_saying`: the word of saying
    follows at once, so a comma would part it from its subject."""

    at: int
    features: dict[str, float]
    closing: int | None
    likely: float
    before_saying: bool


def gaps(text: str) -> Iterator[Gap]:
    """Every gap of the text, in its order."""
    found = list(_TOKEN.finditer(text))
    words = [match[0] for match in found]
    starts = _starts(words)
    for at in range(len(found) - 1):
        end = found[at].end()
        if found[at + 1].start() == end + 1 and text[end] == " " and _parts(words[at], words[at + 1]):
            ahead = speech_ahead(words, at)
            direct = ahead is not None and words[ahead.at].lower() == "according"
            fits = ahead is not None and ahead.ends and bool(ahead.words) != direct and names_somebody(words[at + 1])
            closing = ahead.at if ahead is not None and fits else None
            likely = likelihood(words, at, closing) if closing is not None else 0.0
            subject = words[at][0].isupper() or words[at] in SPEAKERS
            before_saying = ahead is not None and ahead.words == 0 and subject and at > starts[at] and not direct
            yield Gap(end, _features(words, at, starts[at], ahead), closing, likely, before_saying)


BOUND = ARTICLES | frozenset(
    "was were is are be been in at by from for to with near into of his her"
    " its their north south east west northern southern eastern western"
    " northeast northwest southeast southwest central northeastern northwestern southeastern southwestern".split()
)
"""Words that no comma parts from the next."""


def _parts(left: str, right: str) -> bool:
    """May a comma part the two? Two numbers would become one by it."""
    clashing = left[-1].isdigit() and right[0].isdigit()
    return is_word(left) and is_word(right) and not clashing and left.lower() not in BOUND


def _starts(words: Sequence[str]) -> list[int]:
    """For each word the index of the first of its sentence."""
    out, start = [], 0
    for at, word in enumerate(words):
        out.append(start)
        if word[0] in ".!?":
            start = at + 1
    return out


def _shape(word: str) -> str:
    if word[0].isdigit():
        return "9"
    if word.isupper() and len(word) > 1:
        return "AA"
    return "A" if word[0].isupper() else "a" if word[0].isalpha() else word[0]


def _common(word: str) -> str:
    """The word in lower case; names, whatever they are, as one word: where a comma stands must not hang on a name."""
    return word.lower() if word[:1].islower() or word.lower() in _KNOWN else _shape(word) if word else ""


def _features(words: Sequence[str], at: int, start: int, ahead: Speech | None) -> dict[str, float]:
    window = [words[i] if start <= i < len(words) else "" for i in range(at - 2, at + 5)]
    low = [_common(word) for word in window]
    shape = [_shape(word) if word else "-" for word in window]
    before, this, after, then = low[1], low[2], low[3], low[4]
    ends, speech = ahead is not None and ahead.ends, ahead is not None
    far = min(ahead.words, 6) if ahead else 6
    into, first = min(at - start, 9), words[start].lower()
    names = (
        f"0={this}", f"1={after}", f"-1={before}", f"2={then}", f"-2={low[0]}", f"3={low[5]}",
        f"01={this} {after}", f"12={after} {then}", f"-10={before} {this}",
        f"s{shape[1]}{shape[2]}{shape[3]}{shape[4]}", f"s{shape[2]}{shape[3]}1={after}",
        f"0={this}s{shape[3]}{shape[4]}",
        f"e0={this[-3:]}", f"e1={after[-3:]}", f"e01={this[-3:]} {after[-3:]}", f"e0={this[-3:]}1={after}",
        f"into={into}", f"first={first}", f"first={first} into={into}",
        f"speech={speech} ends={ends} in={far}", f"ends={ends} 1={after}", f"ends={ends} e0={this[-3:]}",
        f"ends={ends} s{shape[2]}{shape[3]} in={far}",
    )  # fmt: skip
    return dict.fromkeys(names, 1.0)
