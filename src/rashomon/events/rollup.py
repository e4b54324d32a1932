"""Named, versioned rules that bring the figures of several accounts to one row. A rule is a function in `RULES`; a
new one is a function and a line there. A rule never invents: what nobody gave stays None.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

from rashomon.events.figures import bounded, counted, same_count, told_measure
from rashomon.record import Article, Event, Figure, RolledFigure, Statement

Number = float | int
Row = tuple[Number | None, Number | None, Number | None]
"""Low, best, high."""


@dataclass(frozen=True, slots=True)
class Told:
    """One figure, the origin that gives it, and the day on which it was said or printed (None where unknown)."""

    figure: Figure
    origin: str
    day: date | None = None


Rule = Callable[[Sequence[Told]], Row]


def _lows(told: Iterable[Told]) -> list[Number]:
    found = ((t.figure.low if t.figure.low is not None else t.figure.best) for t in told)
    return [value for value in found if value is not None]


def _highs(told: Iterable[Told]) -> list[Number]:
    found = ((t.figure.high if t.figure.high is not None else t.figure.best) for t in told)
    return [value for value in found if value is not None]


def _span(told: Sequence[Told]) -> tuple[Number | None, Number | None]:
    """Lowest and highest number given. Where the one is above the other (`at most 20`, `more than 30`), they change
    places."""
    low, high = min(_lows(told), default=None), max(_highs(told), default=None)
    if low is not None and high is not None and low > high:
        return high, low
    return low, high


def _latest_of_each(told: Sequence[Told]) -> list[Told]:
    """An origin that corrected itself counts with its last word; figures of one day all stay."""
    last: dict[str, date] = {}
    for t in told:
        if t.day:
            last[t.origin] = max(last.get(t.origin, t.day), t.day)
    return [t for t in told if t.origin not in last or t.day == last[t.origin]]


def _within(low: Number | None, best: Number | None, high: Number | None) -> Row:
    """The row with a low no higher and a high no lower than its best."""
    if best is not None:
        low = best if low is None else min(low, best)
        high = best if high is None else max(high, best)
    return low, best, high


def ucdp_like(told: Sequence[Told]) -> Row:
    """Low and high are the lowest and highest number that an origin gives in its last word; best is the number most
    origins give, of equals the lower.

    Source: UCDP GED, where best is the most likely and low and high the lowest and highest reliable estimate. How
    UCDP chooses its best among sources is not published in full; "most origins, then the lower" is ours, hence
    "like".
    """
    last = _latest_of_each(told)
    votes: dict[Number, set[str]] = {}
    for t in last:
        if t.figure.best is not None:
            votes.setdefault(t.figure.best, set()).add(t.origin)
    best = min(votes, key=lambda value: (-len(votes[value]), value), default=None)
    low, high = _span(last)
    return _within(low, best, high)


ACLED_WORDS = {"dozens": 12, "several": 3, "many": 3, "few": 3, "hundreds": 100}
"""Numbers that ACLED puts for words: dozens 12, hundreds 100; several, many and few 3 (or 10 by context, which takes
a person)."""


def acled_lowest(told: Sequence[Told]) -> Row:
    """One number: the lowest that any account gives, words turned into numbers as ACLED does.

    Source: the ACLED codebook (conflicting tolls: the lowest; "dozens" 12, "hundreds" 100). ACLED writes 0 where
    nothing is said; here what is not said is unknown.
    """
    found: list[Number] = []
    for t in told:
        word = next((w for w in t.figure.text.casefold().split() if w in ACLED_WORDS), None)
        if t.figure.qualifier == "vague" and word:
            found.append(ACLED_WORDS[word])
        else:
            found += _lows([t])
    lowest = min(found, default=None)
    return lowest, lowest, lowest


def minmax(told: Sequence[Told]) -> Row:
    """The lowest and the highest number given, and no best: how Iraq Body Count and Airwars print a range."""
    low, high = _span(told)
    return low, None, high


def middle(told: Sequence[Told]) -> Row:
    """Best is the median of the origins' numbers (an origin's own median first, so that none counts twice); low and
    high are the lowest and the highest."""
    own: dict[str, list[Number]] = {}
    for t in told:
        if t.figure.best is not None:
            own.setdefault(t.origin, []).append(t.figure.best)
    values = sorted(median(numbers) for numbers in own.values())
    low, high = _span(told)
    return _within(low, _whole(median(values)) if values else None, high)


def _whole(value: Number) -> Number:
    return int(value) if float(value).is_integer() else value


def latest(told: Sequence[Told]) -> Row:
    """What was said last. Of several on one day the span; where no day is known, no number."""
    days = [t.day for t in told if t.day]
    if not days:
        return None, None, None
    last = [t for t in told if t.day == max(days)]
    low, high = _span(last)
    given = {t.figure.best for t in last}
    best = given.pop() if len(given) == 1 else None
    return _within(low, best, high)


RULES: Mapping[str, Rule] = {
    "ucdp-like 1": ucdp_like,
    "acled-lowest 1": acled_lowest,
    "minmax 1": minmax,
    "median 1": middle,
    "latest 1": latest,
}
"""Every rule by name and version; a change of what a rule does is a new version."""

DEFAULT = "ucdp-like 1"
"""The rule by which events are built: it keeps the spread and names the number that most origins give."""


def rule_name(name: str) -> str:
    """The full name of a rule given with or without its version; KeyError names the rules there are."""
    found = [full for full in RULES if name in (full, full.rsplit(" ", 1)[0])]
    if not found:
        raise KeyError(f"no roll-up rule {name!r}: there are {', '.join(RULES)}")
    return found[-1]


def _groups(told: Iterable[Told]) -> list[list[Told]]:
    """Figures of one count together; each goes to the first group all of whose figures count the same."""
    groups: list[list[Told]] = []
    order = sorted(
        told, key=lambda t: (-len(counted(t.figure)), t.figure.counts, t.origin, t.figure.text, t.day or date.min)
    )
    for t in order:
        fit = next((g for g in groups if all(same_count(t.figure, other.figure) for other in g)), None)
        if fit is None:
            groups.append([t])
        else:
            fit.append(t)
    return groups


def _counts(group: Sequence[Told]) -> str:
    """What the group counts: the wording of most origins, of equals the longer; a share says of what."""
    unit = group[0].figure.unit
    votes: dict[str, set[str]] = {}
    for t in group:
        votes.setdefault(t.figure.counts, set()).add(t.origin)
    words = min(votes, key=lambda counts: (-len(votes[counts]), -len(counts), counts))
    if unit == "people":
        return words
    return unit if not words or unit in words else f"{unit} of {words}" if unit == "percent" else f"{words} ({unit})"


def roll_up(told: Iterable[Told], rule: str = DEFAULT) -> tuple[RolledFigure, ...]:
    """One row for each measure and counted group, sorted; figures without a number make no row."""
    name = rule_name(rule)
    found = []
    for group in _groups(t for t in told if bounded(t.figure)):
        low, best, high = RULES[name](group)
        if (low, best, high) != (None, None, None):
            found.append(RolledFigure(_counts(group), told_measure([t.figure for t in group]), low, best, high, name))
    return tuple(sorted(found, key=lambda row: (row.measure, row.counts, row.low or 0, row.best or 0, row.high or 0)))


def told_figures(
    statements: Iterable[Statement], origin: Mapping[str, str], articles: Mapping[str, Article]
) -> tuple[Told, ...]:
    """The figures of what is asserted, each with its origin and the day it was said: the speaker's day, else the
    report's.

    The same words printed again are the same saying, and count with the day of their first print.
    """
    found: dict[tuple[object, ...], Told] = {}
    for statement in sorted(statements, key=lambda s: s.id):
        if statement.factuality != "asserted":
            continue
        published = articles[statement.article].published
        said = next((s.said for s in reversed(statement.chain) if s.said and s.said.latest), published)
        words = " ".join(statement.evidence.text.split()).casefold()
        for figure in statement.figures:
            told = Told(figure, origin[statement.id], said.latest if said else None)
            key = (told.origin, words, figure.text, figure.counts, figure.measure, figure.unit)
            first = found.setdefault(key, told)
            if (told.day or date.max) < (first.day or date.max):
                found[key] = told
    return tuple(found.values())


def reroll(event: Event, rule: str, statements: Mapping[str, Statement], articles: Mapping[str, Article]) -> Event:
    """The same event with its figures rolled up by another rule; KeyError for a rule that is not there."""
    origin = {key: account.origin for account in event.accounts for key in account.statements}
    told = told_figures([statements[key] for key in event.statements], origin, articles)
    return replace(event, figures=roll_up(told, rule))
