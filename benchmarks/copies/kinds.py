"""Eight kinds of copies of one text, made as newsrooms make them; each takes a source and a generator of chances.

A report is a list of paragraphs here. One that came without any is parted into some of two sentences each.
"""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from benchmarks.copies.words import ASIDES, HEADLINES, NUMBERS, SURROUNDINGS, SYNONYMS

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”'’)]?\s+(?=[\"“'‘(]?\w)")
_QUOTED = re.compile(r"([\"“])([^\"“”]{12,}?)([\"”])")
_TOKEN = re.compile(r"\w+|\W+")

_STRAIGHT = {ord(mark): plain for mark, plain in zip("“”’‘–—\xa0", ('"', '"', "'", "'", "-", "--", " "), strict=True)}

FEWEST_PARAGRAPHS = 4
"""A report with fewer is parted by its sentences, so that something can be moved or dropped."""

SHORTEST, LONGEST = 0.35, 0.6
"""Between which shares of its words a shortened copy keeps."""

EDITED = 0.07
"""Share of the words that a light edit touches: one or two in a sentence."""

RETRANSLATED = 0.7
"""Share of the words of a quotation that come out otherwise when it is translated a second time."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One printing of a report: the page's headline, byline and paragraphs; `markup` where it is a page of HTML."""

    headline: str
    byline: str | None
    paragraphs: tuple[str, ...]
    markup: bool = False

    @property
    def text(self) -> str:
        """The report as a reader has it."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class Chances:
    """The generator with what the copies are made of: `words` are drawn from where a word has no other of its own."""

    random: Random
    words: Sequence[str]
    agency: str
    town: str


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a report, each on one line."""
    found = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text)]
    found = [part for part in found if part]
    if len(found) >= FEWEST_PARAGRAPHS:
        return tuple(found)
    sentences = [one for part in found for one in _SENTENCE_END.split(part)]
    return tuple(" ".join(sentences[at : at + 2]) for at in range(0, len(sentences), 2))


def another_headline(source: Printed, chances: Chances) -> Printed:
    """The same text under a headline of its own, which stands above it."""
    headline = chances.random.choice(HEADLINES)
    return replace(source, headline=headline, paragraphs=(headline, *source.paragraphs))


def shortened(source: Printed, chances: Chances) -> Printed:
    """The first paragraphs, to about half of the words."""
    share = chances.random.uniform(SHORTEST, LONGEST)
    total = sum(len(part.split()) for part in source.paragraphs)
    kept: list[str] = []
    for part in source.paragraphs:
        if kept and sum(len(one.split()) for one in kept) >= share * total:
            break
        kept.append(part)
    return replace(source, paragraphs=tuple(kept))


def credit_moved(source: Printed, chances: Chances) -> Printed:
    """The agency that the dateline credits is credited at the end, in brackets or in a line of its own."""
    first, *rest = _without_dateline(source)
    tail = chances.random.choice(
        (f"({chances.agency})", f"Source: {chances.agency}", f"(Reporting by staff, {chances.agency})")
    )
    return replace(source, paragraphs=(first, *rest, tail))


def credit_gone(source: Printed, chances: Chances) -> Printed:
    """No agency is credited any more, a reporter of the paper is."""
    return replace(source, byline="Our staff reporter", paragraphs=_without_dateline(source))


def edited(source: Printed, chances: Chances) -> Printed:
    """Some words replaced, dropped or put in, and numbers spelled otherwise."""
    return replace(source, paragraphs=tuple(_edit(part, EDITED, chances) for part in source.paragraphs))


def reordered(source: Printed, chances: Chances) -> Printed:
    """Paragraphs in another order, or one of the paper's own in front."""
    parts = list(source.paragraphs)
    if chances.random.random() < 0.5:
        tail = parts[1:]
        chances.random.shuffle(tail)
        return replace(source, paragraphs=(*parts[:1], *tail))
    return replace(source, paragraphs=(chances.random.choice(ASIDES), *parts))


def other_marks(source: Printed, chances: Chances) -> Printed:
    """A page of HTML with other quotation marks, dashes and spaces, entities, and the headline in capitals."""
    straight = chances.random.random() < 0.5
    changed = [_marks(part, straight) for part in source.paragraphs]
    return replace(source, headline=source.headline.upper(), paragraphs=tuple(changed), markup=True)


def surrounded(source: Printed, chances: Chances) -> Printed:
    """Lines of another outlet around and between, and the quotations translated a second time."""
    lines = list(SURROUNDINGS)
    chances.random.shuffle(lines)
    parts = [_QUOTED.sub(lambda found: _retranslated(found, chances), part) for part in source.paragraphs]
    middle = len(parts) // 2
    return replace(source, paragraphs=(lines[0], *parts[:middle], lines[1], *parts[middle:], lines[2], lines[3]))


KINDS: dict[str, Callable[[Printed, Chances], Printed]] = {
    "another headline": another_headline,
    "shortened": shortened,
    "credit moved": credit_moved,
    "credit gone": credit_gone,
    "edited": edited,
    "reordered": reordered,
    "other marks": other_marks,
    "surrounded": surrounded,
}


def page(printed: Printed) -> str:
    """The printing as a page of HTML."""
    body = "".join(f"<p>{html.escape(part)}</p>" for part in printed.paragraphs)
    title = html.escape(printed.headline)
    return (
        f"<!doctype html><html><head><title>{title}</title></head>"
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def dateline(chances: Chances) -> str:
    """The beginning of a report that credits its agency."""
    return f"{chances.town} ({chances.agency}) - "


def _without_dateline(source: Printed) -> tuple[str, ...]:
    first, *rest = source.paragraphs
    return (re.sub(r"^[^()]{2,30} \([^()]{2,30}\) - ", "", first), *rest)


def _edit(part: str, share: float, chances: Chances) -> str:
    told = []
    for token in _TOKEN.findall(part):
        if not token[0].isalnum():
            told.append(token)
        elif token in NUMBERS:
            told.append(NUMBERS[token])
        elif chances.random.random() >= share:
            told.append(token)
        else:
            told.append(_touched(token, chances))
    return "".join(told).strip()


def _touched(token: str, chances: Chances) -> str:
    other = SYNONYMS.get(token.casefold()) or chances.random.choice(chances.words)
    match chances.random.randrange(3):
        case 0:
            return other
        case 1:
            return f"{token} {other}"
    return ""


def _retranslated(found: re.Match[str], chances: Chances) -> str:
    words = [
        chances.random.choice(chances.words) if chances.random.random() < RETRANSLATED else word
        for word in found[2].split()
    ]
    return f"{found[1]}{' '.join(words)}{found[3]}"


def _marks(part: str, straight: bool) -> str:
    if straight:
        return part.translate(_STRAIGHT)
    part = re.sub(r'(^|[\s(])"', r"\1“", part).replace('"', "”").replace("'", "’")
    return part.replace(" - ", " — ").replace("--", "—")
