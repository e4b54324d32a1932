"""When each act happened and when each sayer said it.

Days of saying are settled first, against the day of publication or that of the saying around them; then the times of
acts, each against the day on which it was said. In an undated report what hangs on today stays unknown.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from spacy.tokens import Token

from rashomon.record import Article, Sayer, When
from rashomon.statements.anchors import NOWHERE, head_of
from rashomon.statements.attribution import Attribution
from rashomon.statements.chains import chain_at
from rashomon.statements.factuality import factuality
from rashomon.statements.found import Found, cue_tokens
from rashomon.statements.sharing import shared_from
from rashomon.statements.times import TimeWords, resolve_time
from rashomon.statements.times.words import Bound

FUTURE = frozenset(("planned", "requested", "threatened", "hypothetical"))


class Dating:
    """The resolved times of one article."""

    def __init__(self, found: Found, article: Article) -> None:
        self._found = found
        self._article = article
        self._published = article.published.latest if article.published else None
        self._said: dict[int, When] = {}
        self._acts: dict[int, When] = {}
        self._loose: list[tuple[int, When]] = []
        self._sites: dict[int, When] = {}
        self._settle()

    def of_act(self, head: Token) -> When | None:
        """When the act happened whose trigger is `head`; one that has no time of its own shares that of the act or verb
        that the sentence ties it to."""
        own = self._acts.get(head.i)
        if own is not None or head.i in self._found.times:
            return own
        ahead = factuality(head) in FUTURE
        acts = self._found.triggers
        site = shared_from(head, self._sites, acts, lambda other: (factuality(other) in FUTURE) == ahead)
        return self._sites[site] if site is not None else None

    def of_claim(self, start: int, end: int) -> When | None:
        """The first time told between these characters that hangs on no act."""
        return next((when for at, when in self._loose if start <= at < end), None)

    def chain_at(self, start: int, end: int) -> tuple[Sayer, ...]:
        """Who says what stands at these characters, outermost first, each with the day of saying."""
        return chain_at(
            self._found.doc,
            self._found.attributions,
            start,
            end,
            self._article.outlet,
            copied_from=self._article.copied_from,
            said_of=self._said_of,
        )

    def _said_of(self, start: int, end: int) -> When | None:
        """The day of saying told beside the cue that stands at these characters."""
        span = self._found.doc.char_span(start, end, alignment_mode="expand")
        return next((self._said[t.i] for t in span if t.i in self._said), None) if span is not None else None

    def _settle(self) -> None:
        cues = set(cue_tokens(self._found.doc, self._found.attributions))
        listed = sorted(
            ((words, owner) for owner, each in self._found.times.items() for words in each),
            key=lambda pair: (pair[0].start, pair[1]),
        )
        told: When | None = None
        first: dict[int, When] = {}
        for words, _owner in listed:
            when = resolve_time(words, today=self._published, told=told, tense="past")
            told = when or told
            if when:
                first[words.start] = when
        self._said = self._closest(first, cues)
        self._settle_inner([(words, owner) for words, owner in listed if owner in cues], first, cues)
        told, second = None, {}
        for words, owner in listed:
            when = resolve_time(words, today=self._today(words), told=told, tense=self._tense(owner))
            told = when or told
            if when:
                second[words.start] = when
        self._acts = self._closest(second, {*self._found.triggers, *self._found.gaps})
        loose = [words for words in self._found.times.get(NOWHERE, ()) if words.start in second]
        self._loose = [(words.start, second[words.start]) for words in loose]
        days = {**self._verbs(loose, second, cues), **self._days(words for words, _ in listed)}
        self._sites = {**days, **self._acts}

    def _settle_inner(
        self, listed: Iterable[tuple[TimeWords, int]], resolved: dict[int, When], cues: Collection[int]
    ) -> None:
        """Set right the days of sayings that are told within others (the agency reported on 3 May that officials had
        said on Sunday): they hang on the day of the outer one, which comes first."""

        def around(words: TimeWords, cue: int) -> list[Attribution]:
            over = (each for each in self._found.attributions if each.covers(words.start, words.end))
            return [each for each in over if cue not in cue_tokens(self._found.doc, (each,))]

        inner = [(outer, words) for words, owner in listed if (outer := around(words, owner))]
        for outer, words in sorted(inner, key=lambda each: len(each[0])):
            days = [said for each in outer if (said := self._said_of(each.cue[0][0], each.cue[-1][1]))]
            today = min((said.latest for said in days if said.latest and said.precision == "day"), default=None)
            when = resolve_time(words, today=today, tense="past") if today else None
            if when is not None:
                resolved[words.start] = when
                self._said = self._closest(resolved, cues)

    def _verbs(
        self, loose: Sequence[TimeWords], resolved: Mapping[int, When], cues: Collection[int]
    ) -> dict[int, When]:
        """The times that hang on a verb which is neither an act nor a cue (managed on Saturday to take the town)."""
        out: dict[int, When] = {}
        for words in loose:
            token = head_of(self._found.doc, words.start, words.end)
            while token is not None and token.dep_ in ("pobj", "prep", "npadvmod", "advmod", "nmod", "tmod"):
                token = token.head
                if token.pos_ in ("VERB", "AUX") and token.i not in cues:
                    out.setdefault(token.i, resolved[words.start])
                if token.pos_ not in ("ADP", "ADV", "SCONJ"):
                    break
        return out

    def _days(self, listed: Iterable[TimeWords]) -> dict[int, When]:
        """The times themselves, without what bounds them, for a clause that hangs on one (since Friday, when the army
        entered the town)."""
        out: dict[int, When] = {}
        for words in listed:
            bare = words.value.of if isinstance(words.value, Bound) else words
            when = resolve_time(bare, today=self._today(words), told=None, tense="past")
            token = head_of(self._found.doc, bare.start, bare.end)
            if when is not None and token is not None:
                out[token.i] = when
        return out

    def _closest(self, resolved: Mapping[int, When], owners: Collection[int]) -> dict[int, When]:
        """Of the times that hang on each owner the closest that could be resolved."""
        listed = ((owner, each) for owner, each in self._found.times.items() if owner in owners)
        found = (
            (owner, next((resolved[w.start] for w in each if w.start in resolved), None)) for owner, each in listed
        )
        return {owner: when for owner, when in found if when is not None}

    def _today(self, words: TimeWords) -> date | None:
        days = [s.said for s in self.chain_at(words.start, words.end) if s.said and s.said.precision == "day"]
        return days[-1].latest if days else self._published

    def _tense(self, owner: int) -> Literal["past", "future"] | None:
        if owner == NOWHERE:
            return None
        trigger = self._found.triggers.get(owner)
        return "future" if trigger and factuality(trigger.head) in FUTURE else "past"
