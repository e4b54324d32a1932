"""From what a reviewer types, picks and selects to the value of a field.

A value stands on words of the article, as those of a reader do: on those that were selected; else on the name where the
sentence has it, on what stood there before, or on the words of the act. Whoever is meant is looked up among the actors
and places of the record; a name that the record does not know stays a name.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from rashomon.errors import UsageError
from rashomon.record import (
    Article,
    FieldValue,
    Figure,
    Made,
    PlaceMention,
    Role,
    Sayer,
    SayerRole,
    Span,
    Statement,
    StatementField,
    field_of,
)
from rashomon.record.statement import Factuality
from rashomon.run.typed import FACTUALITY, act_typed, days_typed, number_typed
from rashomon.store import View, with_made

T = TypeVar("T")

SPEAKERS: dict[str, SayerRole] = {"outlet": "outlet", "agency": "agency"}
"""The role of a sayer by the type of the actor, where the type tells it."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One value as a person gives it. `keep`: the value of this number, from 0, stays as it is. Otherwise `text` was
    typed or picked, `id` is that of a known actor or place that was picked, `start` and `end` are the words selected in
    the article. `measure` is what happened to what a figure counts, `role` that of a sayer."""

    text: str = ""
    id: str | None = None
    start: int | None = None
    end: int | None = None
    keep: int | None = None
    measure: str | None = None
    role: SayerRole | None = None


def field_value(
    view: View, read: Statement, field: StatementField, values: Sequence[Typed], author: str | None = None
) -> FieldValue:
    """The value of the field that these values make. `author`: what stands in it is what this one alone left.

    Raises UsageError where a value can not be used.
    """
    shown = shown_to(view, read, author)
    return _Fixing(view, shown, view.article(read.article)).value(field, values)


def shown_to(view: View, read: Statement, author: str | None) -> Statement:
    """The statement, with local actors, as all left it, or as one author alone did."""
    review = view.reviewed.of([read.id]).get(read.id)
    if review is None:
        return read
    if author is None:
        return with_made(read, review.made)
    by_id = {each.id: each for each in view.judgements()}
    told = (by_id[key] for key in review.judgements)
    own = {
        each.value.field: Made(each.value, each.author, each.at, each.reason, each.id)
        for each in told
        if each.author == author and each.value
    }
    return with_made(read, own.values())


class _Fixing:
    def __init__(self, view: View, shown: Statement, article: Article) -> None:
        self._view = view
        self._shown = shown
        self._article = article

    def value(self, field: StatementField, values: Sequence[Typed]) -> FieldValue:
        old = field_of(self._shown, field)
        match field:
            case "act":
                type_, mode = act_typed(self._one(values, "an act is never unknown: judge the statement wrong").text)
                return FieldValue(field, type=type_, mode=mode)
            case "factuality":
                return FieldValue(field, factuality=self._factuality(values))
            case "actors" | "targets":
                return FieldValue(field, roles=self._each(values, old.roles, self._role))
            case "places":
                return FieldValue(field, places=self._each(values, old.places, self._place))
            case "figures":
                return FieldValue(field, figures=self._each(values, old.figures, self._figure))
            case "time":
                if not values or values[0].keep is not None:
                    return FieldValue(field, time=old.time if values else None)
                one = self._one(values, "")
                words = self._selected(one)
                return FieldValue(field, time=days_typed(one.text, words.text if words else one.text))
            case "source":
                return FieldValue(field, chain=self._chain(values, old.chain))

    @staticmethod
    def _one(values: Sequence[Typed], unknown: str) -> Typed:
        if len(values) != 1 or values[0].keep is not None:
            raise UsageError(unknown if not values and unknown else "this field holds one value; give one")
        return values[0]

    @staticmethod
    def _each(values: Sequence[Typed], old: Sequence[T], make: Callable[[Typed], T]) -> tuple[T, ...]:
        """The values, each kept or made, and none twice."""
        if any(each.keep is not None and not 0 <= each.keep < len(old) for each in values):
            raise UsageError("a value to be kept is not there; look at the statement again")
        return tuple(dict.fromkeys(make(each) if each.keep is None else old[each.keep] for each in values))

    def _factuality(self, values: Sequence[Typed]) -> Factuality:
        text = self._one(values, "how an act is put is never unknown: it is asserted where nothing else is told").text
        for each in FACTUALITY:
            if text.strip().casefold() == each:
                return each
        raise UsageError(f"{text}: is no way to put an act; one of: {', '.join(FACTUALITY)}")

    def _role(self, typed: Typed) -> Role:
        name, local = self._who(typed)
        words = self._words(typed, name, [*self._shown.actors, *self._shown.targets])
        return Role(name, words.text, words.start, words.end, local)

    def _place(self, typed: Typed) -> PlaceMention:
        key = typed.id
        name = typed.text.strip()
        if key is None:
            named = [p.id for p in self._view.places() if name and name.casefold() in map(str.casefold, p.names)]
            key = named[0] if len(named) == 1 else None
        elif key not in self._view.places_by_id([key]):
            raise UsageError(f"{key}: no place of the record has this id")
        words = self._words(typed, name, self._shown.places)
        return PlaceMention(words.text, words.start, words.end, key)

    def _figure(self, typed: Typed) -> Figure:
        words = self._words(typed, typed.text.strip(), self._shown.figures)
        near = min(self._shown.figures, key=lambda f: abs(f.start - words.start), default=None)
        number = number_typed(typed.text)
        counts = number.counts or (near.counts if near else "")
        measure = typed.measure if typed.measure is not None else near.measure if near else self._shown.mode or ""
        unit = near.unit if near else "people"
        return Figure(
            number.low, number.best, number.high, number.qualifier, counts, measure, unit,
            words.text, words.start, words.end,
        )  # fmt: skip

    def _chain(self, values: Sequence[Typed], old: Sequence[Sayer]) -> tuple[Sayer, ...]:
        """The outlet that the page itself tells stays at its head."""
        told = list(self._each(values, old, self._sayer))
        head = next((each for each in self._shown.chain if each.role == "outlet"), None)
        if self._article.outlet and head and (not told or told[0] != head):
            told = [head, *(each for each in told if each != head)]
        return tuple(told)

    def _sayer(self, typed: Typed) -> Sayer:
        name, local = self._who(typed)
        actor = self._view.actor(typed.id) if typed.id else None
        role = typed.role or SPEAKERS.get(actor.type if actor else "", "official")
        words = self._selected(typed) or self._named(name)
        if words is None:
            return Sayer(name, role, actor=local)
        return Sayer(name, role, words.text, words.start, words.end, actor=local)

    def _who(self, typed: Typed) -> tuple[str, str | None]:
        """The name that is meant, and the local actor that stands for it, if the record knows one."""
        name = " ".join(typed.text.split())
        if typed.id is None:
            words = self._selected(typed)
            name = name or (words.text if words else "")
            if not name:
                raise UsageError("say who is meant, or select the words")
            local = [a for a in self._view.reading(self._article.id).actors if name in a.names]
            if len(local) == 1:
                return name, local[0].id
            known = [a.id for a in self._view.actors() if name in a.names]
            return name, self._local(known[0]) if len(known) == 1 else None
        actor = self._view.actor(typed.id)
        if actor is None:
            raise UsageError(f"{typed.id}: no actor of the record has this id")
        return name or actor.name, self._local(actor.id)

    def _local(self, actor: str) -> str:
        """A local actor that stands for this one: of this article where there is one, else the first by file."""
        joined = [local.id for _, local, _ in self._view.joined(actor)]
        own = {one.id for one in self._view.reading(self._article.id).actors}
        return next((key for key in joined if key in own), joined[0] if joined else actor)

    def _words(self, typed: Typed, name: str, before: Sequence[Role | PlaceMention | Figure]) -> Span:
        """The words that the value stands on."""
        if found := self._selected(typed) or self._named(name):
            return found
        if before:
            return Span(before[0].start, before[0].end, before[0].text)
        return self._shown.trigger or self._shown.evidence

    def _selected(self, typed: Typed) -> Span | None:
        if typed.start is None or typed.end is None:
            return None
        if not 0 <= typed.start < typed.end <= len(self._article.text):
            raise UsageError(f"{typed.start} to {typed.end}: the article has no such words")
        return Span.trimmed(self._article.text, typed.start, typed.end)

    def _named(self, name: str) -> Span | None:
        evidence = self._shown.evidence
        at = self._article.text.find(name, evidence.start, evidence.end) if name else -1
        return Span.of(self._article.text, at, at + len(name)) if at >= 0 else None
