"""Words of languages that the package has no rules for: numbers in digits, and dates written out with their day.

Whatever stands beside a number is not understood ("more than", "some"), so a figure has its number as its best value
and no bounds. A language without a row in the table has no figures that are read, since there a word behind a number
may be "thousand".
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

import spacy
from spacy.language import Language

from rashomon.record import Article, Figure, Name, Span, When
from rashomon.statements.times import TimeWords, resolve_time
from rashomon.statements.times.words import Day

_NUMBER = re.compile(
    r"(?<![.,:/–-])(?<![^\W\u2e80-\ud7ff])"
    r"(?:(?P<whole>\d{1,3}(?:(?P<mark>[.,'’ \u00a0\u2009\u202f])\d{3})(?:(?P=mark)\d{3})*)|(?P<plain>\d+))"
    r"(?:(?<!\d{4})[.,](?P<part>\d{1,2}))?(?![\d:/]|[.,–-]\d|-\w)"
)
"""Digits that stand alone: grouped by threes, or plain, with one or two decimals; no clock, no date, no range."""

_WORD = re.compile(r"\s*(?P<word>[^\W\d]+)\.?")
_PART = re.compile(r"\d\s*(?P<word>[^\W\d]+)\.?\s*$")
_PERCENT = re.compile(r"\s*[%٪]")
_LEAD = r"(?P<lead>(?:[^\W\d]+[.,]?\s+)*)"
_DATE = re.compile(
    _LEAD + r"(?P<day>\d{1,2})(?:\.|º|°|er)?\s+(?:de\s+)?(?P<month>[^\W\d]+)\.?"
    r"(?:\s*,?\s+(?:de\s+|del\s+)?(?P<year>\d{4}))?(?:\s+(?P<tail>[^\W\d]+\.?))?"
)
_ISO = re.compile(_LEAD + r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<tail>)")
_POINTS = re.compile(_LEAD + r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?P<tail>)")


@dataclass(frozen=True, slots=True)
class _Tongue:
    """Lower-case words of one language: scales by what they multiply with, months by number, words that may stand in
    front of a day or behind a year and change nothing (articles, days of the week, "year")."""

    scales: Mapping[str, int]
    months: Mapping[str, int]
    idle: frozenset[str]


@cache
def _tongues() -> Mapping[str, _Tongue]:
    """The table `numbers.tsv`: language, "scale", "month" or "idle", the value, the words."""
    text = (files(__package__) / "data" / "numbers.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]

    def valued(language: str, kind: str) -> dict[str, int]:
        these = [row for row in rows if row[:2] == [language, kind]]
        return {word: int(value) for _, _, value, words in these for word in words.split()}

    return {
        language: _Tongue(valued(language, "scale"), valued(language, "month"), frozenset(valued(language, "idle")))
        for language in {row[0] for row in rows}
    }


@cache
def _splitter() -> Language:
    """Sentences by the marks at their ends, of most scripts."""
    nlp = spacy.blank("xx")
    nlp.add_pipe("sentencizer")
    return nlp


class OtherWords:
    """The words of an article in another language."""

    names: tuple[Name, ...] = ()

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._tongue = _tongues().get(article.language)
        self.sentences = tuple(self._split())

    def figures(self, start: int, end: int, counts: str, people: bool) -> Iterator[Figure]:
        """Numbers in digits that these characters touch, with what is said that they count."""
        if self._tongue is None:
            return
        for match in _NUMBER.finditer(self._text):
            if match.start() >= end or match.end() <= start:
                continue
            number, stop = self._scaled(match)
            if number is None or self._goes_on(match.start()) or self._is_date(match.start()):
                continue
            percent = _PERCENT.match(self._text, stop)
            stop = percent.end() if percent else stop
            unit = "percent" if percent else "people" if people else counts.lower()
            if unit:
                words = self._text[match.start() : stop]
                yield Figure(None, number, None, "about", counts, "", unit, words, match.start(), stop)

    def when(self, start: int, end: int, today: date | None, ahead: bool) -> When | None:
        """A day in digits or with its month, where every other word is known to change nothing."""
        text = self._text[start:end]
        match = _ISO.fullmatch(text) or _POINTS.fullmatch(text) or _DATE.fullmatch(text)
        if match is None:
            return None
        idle = self._tongue.idle if self._tongue else frozenset()
        beside = re.findall(r"[^\W\d]+", f"{match['lead']} {match['tail'] or ''}".lower())
        month = int(match["month"]) if match["month"].isdigit() else self._month(match)
        if month is None or not all(word in idle for word in beside):
            return None
        value = _day(int(match["day"]), month, int(match["year"]) if match["year"] else None)
        if value is None:
            return None
        return resolve_time(TimeWords(start, end, text, value), today=today, tense="future" if ahead else "past")

    def _is_date(self, start: int) -> bool:
        match = _DATE.match(self._text, start)
        return match is not None and self._month(match) is not None

    def _goes_on(self, start: int) -> bool:
        """Is it the rest of a number whose first part a scale ends (2 million 300 thousand)?"""
        before = _PART.search(self._text, max(0, start - 30), start)
        return before is not None and self._scale(before["word"].lower()) is not None

    def _month(self, match: re.Match[str]) -> int | None:
        return self._tongue.months.get(match["month"].lower()) if self._tongue else None

    def _scaled(self, match: re.Match[str]) -> tuple[float | int | None, int]:
        """What the digits are worth with the scales behind them, None where a further number follows on these."""
        assert self._tongue is not None
        whole = re.sub(r"\D", "", match["whole"] or match["plain"])
        number: float | int = float(f"{whole}.{match['part']}") if match["part"] else int(whole)
        stop, scaled = match.end(), False
        while (word := _WORD.match(self._text, stop)) and (scale := self._scale(word["word"].lower())):
            number, stop, scaled = number * scale[0], word.start("word") + scale[1], True
        if scaled and re.match(r"\s*\d", self._text[stop : stop + 2]):
            return None, stop
        return (round(number) if abs(number - round(number)) < 1e-6 else number), stop

    def _scale(self, word: str) -> tuple[int, int] | None:
        """What a word multiplies with, and how many of its characters do; scripts without spaces write on behind it."""
        assert self._tongue is not None
        if word in self._tongue.scales:
            return self._tongue.scales[word], len(word)
        first = word[:1]
        return (self._tongue.scales[first], 1) if first > "\u2e80" and first in self._tongue.scales else None

    def _split(self) -> Iterator[Span]:
        for paragraph in re.finditer(r"\S(?:(?!\n\s*\n).)*", self._text, re.DOTALL):
            for sentence in _splitter()(paragraph[0]).sents:
                at = paragraph.start()
                span = Span.trimmed(self._text, at + sentence.start_char, at + sentence.end_char)
                if span.text:
                    yield span


def _day(day: int, month: int, year: int | None) -> Day | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return Day(month, day, year)
