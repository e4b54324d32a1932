"""What a model tells, held against the text: each quotation gets its offsets or goes, and numbers and times are read
anew from the words.

The evidence is looked for first, and widened to its sentences. Everything else must stand inside of it; names, places
and sayers may stand elsewhere in the report.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from rashomon.readers.openai.quotes import Quotes
from rashomon.readers.openai.told import MOST, Reply, Told, ToldFigure, ToldRole, ToldSayer, told_in
from rashomon.readers.openai.words import Words
from rashomon.record import Article, Figure, PlaceMention, Role, Sayer, Span, Statement, When, content_id
from rashomon.record.vocabulary import MODES
from rashomon.statements import measured, printers

CONFIDENCE = 0.3
"""Of every statement: a fixed value, since nobody has held a model's statements against their sentences, and what a
model says of its own certainty is worth nothing. It is low, so that a person looks at these first."""

SENTENCES = 3
"""Sentences of an evidence at most."""

TRIGGER_WORDS = 8
"""Words of a trigger at most: the longest idioms of the package's own lexicon have six."""

NAME_LENGTH = 150
"""Characters of a name at most; longer ones are sentences."""

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s$")

AHEAD = frozenset(("planned", "requested", "threatened", "hypothetical"))


class Check:
    """What holds of the replies on one article; `refused` counts what does not, by reason."""

    def __init__(self, article: Article, words: Words, version: str) -> None:
        self._article = article
        self._words = words
        self._version = version
        self._quotes = Quotes(article.text)
        self._printers = printers(article.outlet, article.copied_from)
        self.refused: Counter[str] = Counter()

    def statements(self, replies: Iterable[Reply]) -> tuple[Statement, ...]:
        """The statements that hold, in the order of the text, each once."""
        held: dict[str, Statement] = {}
        for reply in replies:
            self.refused["one of too many statements"] += max(0, len(reply.statements) - MOST)
            seen: set[Told] = set()
            for raw in reply.statements[:MOST]:
                told = told_in(raw)
                if told is None:
                    self.refused["not of the schema"] += 1
                elif told in seen:
                    self.refused["told twice"] += 1
                else:
                    seen.add(told)
                    self._take(told, held)
        self.refused = +self.refused
        return tuple(sorted(held.values(), key=lambda s: (s.trigger or s.evidence, s.type, s.id)))

    def _take(self, told: Told, held: dict[str, Statement]) -> None:
        mode = told.mode or None
        if told.type not in MODES or (mode and mode not in MODES[told.type]):
            self.refused["no such act"] += 1
            return
        evidence = self._evidence(told.evidence)
        if evidence is None:
            return
        triggers = self._triggers(told, evidence)
        if not triggers:
            self.refused["act not worded in its evidence"] += 1
            return
        for trigger in triggers:
            where = trigger or evidence
            key = content_id("statement", self._article.id, where.start, where.end, told.type, mode, evidence.start)
            if key not in held:
                held[key] = self._statement(key, told, mode, evidence, trigger)
                return
        self.refused["told twice"] += 1

    def _evidence(self, quote: str) -> Span | None:
        found = next(self._quotes.find(quote), None)
        if found is None:
            self.refused["evidence not in the text"] += 1
            return None
        touched = [s for s in self._words.sentences if s.start < found[1] and found[0] < s.end]
        if not 1 <= len(touched) <= SENTENCES:
            self.refused[f"evidence of more than {SENTENCES} sentences"] += 1
            return None
        return Span.of(self._article.text, touched[0].start, touched[-1].end)

    def _triggers(self, told: Told, evidence: Span) -> Sequence[Span | None]:
        """Where the words for the act stand; a claim or fact may have none."""
        if not told.trigger:
            return (None,) if told.type in ("say", "state") else ()
        if len(told.trigger.split()) > TRIGGER_WORDS:
            return ()
        found = self._quotes.find(told.trigger, evidence.start, evidence.end)
        return [Span.of(self._article.text, *each) for each in found]

    def _statement(self, key: str, told: Told, mode: str | None, evidence: Span, trigger: Span | None) -> Statement:
        chain = (*self._printers, *self._sayers(told.sayers, evidence))
        days = [sayer.said for sayer in chain if sayer.said and sayer.said.precision == "day"]
        ahead = told.factuality in AHEAD
        return Statement(
            id=key,
            article=self._article.id,
            evidence=evidence,
            trigger=trigger,
            type=told.type,
            mode=mode,
            factuality=told.factuality,
            actors=tuple(self._roles("actor", told.actors, evidence)),
            targets=tuple(self._roles("target", told.targets, evidence)),
            places=tuple(self._places(told.places, evidence)),
            time=self._when(told.time, evidence, days[-1].latest if days else self._published, ahead=ahead),
            figures=tuple(measured(each, told.type, mode) for each in self._figures(told.figures, evidence)),
            chain=chain,
            confidence=CONFIDENCE,
            reader=self._version,
        )

    @property
    def _published(self) -> date | None:
        return self._article.published.latest if self._article.published else None

    def _roles(self, what: str, told: Sequence[ToldRole], evidence: Span) -> Iterator[Role]:
        seen: set[tuple[int, int]] = set()
        for each in told:
            found = self._inside(each.words, evidence)
            if found is None:
                self.refused[f"{what} not in its evidence"] += 1
            elif (found.start, found.end) not in seen:
                seen.add((found.start, found.end))
                yield Role(self._name(each.name, found), found.text, found.start, found.end)

    def _places(self, told: Sequence[str], evidence: Span) -> Iterator[PlaceMention]:
        seen: set[tuple[int, int]] = set()
        for words in told:
            found = self._inside(words, evidence) or self._anywhere(words)
            if found is None:
                self.refused["place not in the text"] += 1
            elif (found.start, found.end) not in seen:
                seen.add((found.start, found.end))
                yield PlaceMention(found.text, found.start, found.end)

    def _figures(self, told: Sequence[ToldFigure], evidence: Span) -> Iterator[Figure]:
        seen: set[tuple[int, int]] = set()
        for each in told:
            found = self._inside(each.words, evidence, most=len(evidence.text))
            if found is None:
                self.refused["figure not in its evidence"] += 1
                continue
            counts = self._inside(each.counts, evidence) if each.counts else None
            if each.counts and counts is None:
                self.refused["what is counted not in its evidence"] += 1
            worded = " ".join(counts.text.split()) if counts else ""
            read = tuple(self._words.figures(found.start, found.end, worded, each.of == "people"))
            if not read:
                self.refused["no number read in the words of a figure"] += 1
            for figure in read:
                if (figure.start, figure.end) not in seen:
                    seen.add((figure.start, figure.end))
                    yield figure

    def _sayers(self, told: Sequence[ToldSayer], evidence: Span) -> Iterator[Sayer]:
        seen = {sayer.name.casefold() for sayer in self._printers}
        for each in told:
            found = self._inside(each.words, evidence) or self._anywhere(each.words)
            if found is None:
                self.refused["sayer not in the text"] += 1
                continue
            name = self._name(each.name, found)
            if name.casefold() not in seen:
                seen.add(name.casefold())
                said = self._when(each.time, evidence, self._published, ahead=False)
                yield Sayer(name, each.role, found.text, found.start, found.end, said)

    def _when(self, words: str | None, evidence: Span, today: date | None, *, ahead: bool) -> When | None:
        if not words:
            return None
        found = self._inside(words, evidence)
        if found is None:
            self.refused["time not in its evidence"] += 1
            return None
        when = self._words.when(found.start, found.end, today, ahead)
        if when is None:
            self.refused["no day read in the words of a time"] += 1
        return when

    def _name(self, quote: str | None, words: Span) -> str:
        """The name that the words stand for, where it stands somewhere in the text; else the words themselves."""
        found = self._anywhere(quote) if quote else None
        if quote and found is None:
            self.refused["name not in the text"] += 1
        name = " ".join((found or words).text.split())
        if self._article.language == "en":
            name = _POSSESSIVE.sub("", _ARTICLE.sub("", name)) or name
        return name

    def _inside(self, quote: str, evidence: Span, most: int = NAME_LENGTH) -> Span | None:
        found = next(self._quotes.find(quote, evidence.start, evidence.end), None)
        return Span.of(self._article.text, *found) if found and found[1] - found[0] <= most else None

    def _anywhere(self, quote: str) -> Span | None:
        found = next(self._quotes.find(quote), None)
        span = Span.of(self._article.text, *found) if found else None
        return span if span and len(span.text) <= NAME_LENGTH and "\n\n" not in span.text else None
