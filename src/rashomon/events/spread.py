"""Measures of how far accounts lie apart, those of report-level data sets.

Divergence, normalized divergence, range, standard deviation, share of events with any disagreement and modal
confidence are defined as in the R package eventreport (van Baalen 2025), with origins in place of reports: ten
reprints are one report. Entropy is ours. Values are told as different here that leave each other room ("army" and
"soldiers"): these measures count wordings and know nothing of what can be true at once. That is what the
disagreements of an event tell.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import log2
from statistics import fmean, stdev

from rashomon.events.clues import TALK, role_key
from rashomon.events.figures import bounded
from rashomon.events.titles import act_name, when_words
from rashomon.record import Diagnostic, Event, Figure, Role, Spread, Statement, Tally
from rashomon.record.event import Field

Value = tuple[Hashable, str, float | None]
"""What makes two values equal, the value in words, and its number where it has one."""

_ORDER: tuple[Field, ...] = ("figure", "time", "place", "actor", "target", "act", "factuality")


def spreads(event: Event, statements: Mapping[str, Statement]) -> tuple[Spread, ...]:
    """The spread of every field of an event that somebody gives a value for; `statements` are those of the event."""
    return tuple(spread for spread, _ in _spreads(event, statements))


def _spreads(event: Event, statements: Mapping[str, Statement]) -> Iterator[tuple[Spread, tuple[Hashable, ...]]]:
    """Each spread with the keys of its values."""
    for series in event.series:
        told = [(s.origin, _number(s.figure)) for s in series.sayings if not s.updated]
        if told:
            yield _spread("figure", " ".join(filter(None, (series.counts, series.measure))), told)
    origin = {key: account.origin for account in event.accounts for key in account.statements}
    acts = [statements[key] for key in event.statements if key in statements]
    acts = [s for s in acts if s.type not in TALK] or acts
    for field in _ORDER[1:]:
        found = [(origin[s.id], value) for s in acts if (value := _value(field, s))]
        if found:
            yield _spread(field, "", found)


def _number(figure: Figure) -> Value:
    """Numbers that say the same are equal whatever their words; where there is none, the words tell."""
    words = "" if bounded(figure) else figure.text.casefold()
    return (figure.low, figure.best, figure.high, words), figure.worded, figure.best


def _value(field: Field, s: Statement) -> Value | None:
    if field == "factuality":
        return s.factuality, s.factuality, None
    if field == "act":
        return (s.type, s.mode), act_name(s.type, s.mode), None
    if field == "time" and s.time:
        first = s.time.earliest or s.time.latest or date.min
        return (s.time.earliest, s.time.latest), when_words(s.time), float(first.toordinal())
    if field == "place" and s.places:
        return frozenset(m.place or m.text for m in s.places), ", ".join(m.text for m in s.places), None
    if field in ("actor", "target"):
        return _party(s.actors if field == "actor" else s.targets)
    return None


def _party(roles: Sequence[Role]) -> Value | None:
    names = ", ".join(dict.fromkeys(" ".join(role.name.split()) for role in roles))
    return (frozenset(role_key(role) or role.name.casefold() for role in roles), names, None) if roles else None


def _spread(field: Field, what: str, told: Iterable[tuple[str, Value]]) -> tuple[Spread, tuple[Hashable, ...]]:
    held: dict[Hashable, set[str]] = {}
    words: dict[Hashable, str] = {}
    numbers: dict[tuple[str, Hashable], float] = {}
    for origin, (key, value, number) in told:
        held.setdefault(key, set()).add(origin)
        words[key] = min(value, words.get(key, value))
        if number is not None:
            numbers[origin, key] = number
    keys = sorted(held, key=lambda key: (-len(held[key]), words[key]))
    total = sum(map(len, held.values()))
    shares = [len(held[key]) / total for key in keys]
    given = list(numbers.values())
    spread = Spread(
        field=field,
        what=what,
        values=tuple(Tally(words[key], tuple(sorted(held[key]))) for key in keys),
        divergence=len(keys) - 1,
        modal_share=shares[0],
        entropy=abs(sum(share * log2(share) for share in shares)),
        range=max(given) - min(given) if len(given) > 1 else None,
        deviation=stdev(given) if len(given) > 1 else None,
    )
    return spread, tuple(keys)


def diagnostics(events: Iterable[tuple[Event, Mapping[str, Statement]]]) -> tuple[Diagnostic, ...]:
    """The means over events, each with its statements, by field; a field that no two origins speak of is left out.
    Each thing counted in an event is a case of its own."""
    found: dict[Field, list[Spread]] = {}
    values: dict[Field, set[Hashable]] = {}
    for event, statements in events:
        for spread, keys in _spreads(event, statements):
            if len({origin for tally in spread.values for origin in tally.origins}) > 1:
                found.setdefault(spread.field, []).append(spread)
                values.setdefault(spread.field, set()).update(keys)
    return tuple(_diagnostic(field, found[field], len(values[field])) for field in _ORDER if field in found)


def _diagnostic(field: Field, told: Sequence[Spread], values: int) -> Diagnostic:
    divergence = fmean(s.divergence for s in told)
    ranges = [s.range for s in told if s.range is not None]
    deviations = [s.deviation for s in told if s.deviation is not None]
    return Diagnostic(
        field=field,
        events=len(told),
        divergence=divergence,
        normalized=divergence / values,
        share_disagreement=fmean(s.divergence > 0 for s in told),
        modal_share=fmean(s.modal_share for s in told),
        entropy=fmean(s.entropy for s in told),
        range=fmean(ranges) if ranges else None,
        deviation=fmean(deviations) if deviations else None,
    )
