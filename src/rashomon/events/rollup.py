"""Named, versioned rules that bring the figures of several accounts to one row. A rule is a function in `RULES`; a
new one is a function and a line there. A rule never invents: what nobody gave stays None.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from statistics import median

from rashomon.people import kinds
from rashomon.record import Event, RolledFigure, Saying, Series

Number = float | int
Row = tuple[Number | None, Number | None, Number | None]
"""Low, best, high."""

Rule = Callable[[Sequence[Saying]], Row]


def _lows(told: Iterable[Saying]) -> list[Number]:
    found = ((t.figure.low if t.figure.low is not None else t.figure.best) for t in told)
    return [value for value in found if value is not None]


def _highs(told: Iterable[Saying]) -> list[Number]:
    found = ((t.figure.high if t.figure.high is not None else t.figure.best) for t in told)
    return [value for value in found if value is not None]


def _span(told: Sequence[Saying]) -> tuple[Number | None, Number | None]:
    """Lowest and highest number given; an end that nobody gives stays open. A bound that nothing else fits under (`at
    most 20` beside `25`) or above (`dozens` beside `nine`) is a number given at that end."""
    lows, highs = _lows(told), _highs(told)
    return min(lows + highs) if lows else None, max(lows + highs) if highs else None


def _standing(told: Sequence[Saying]) -> list[Saying]:
    """The last word of each: a number that its own origin has replaced by a later one counts no more. Of one day, of no
    known day, and of two speakers with names all stay."""
    return [t for t in told if not t.updated]


def _within(low: Number | None, best: Number | None, high: Number | None) -> Row:
    """The row with a low no higher and a high no lower than its best."""
    if best is not None:
        low = best if low is None else min(low, best)
        high = best if high is None else max(high, best)
    return low, best, high


def ucdp_like(told: Sequence[Saying]) -> Row:
    """Low and high are the lowest and highest number that stands in the last word of an origin; best is the number most
    origins give, of equals the lower.

    Source: UCDP GED, where best is the most likely and low and high the lowest and highest reliable estimate. How
    UCDP chooses its best among sources is not published in full; "most origins, then the lower" is ours, hence
    "like".
    """
    last = _standing(told)
    votes: dict[Number, set[str]] = {}
    for t in last:
        if t.figure.best is not None:
            votes.setdefault(t.figure.best, set()).add(t.origin)
    best = min(votes, key=lambda value: (-len(votes[value]), value), default=None)
    low, high = _span(last)
    return _within(low, best, high)


ACLED_WORDS = {"hundred": 100, "dozen": 12, "several": 3, "many": 3, "few": 3}
"""Numbers that ACLED puts for words, the greater first ("several dozen" are dozens): dozens 12, hundreds 100;
several, many and few 3 (or 10 by context, which takes a person)."""


def acled_lowest(told: Sequence[Saying]) -> Row:
    """One number: the lowest that stands in any account, words turned into numbers as ACLED does.

    Source: the ACLED codebook (conflicting tolls: the lowest; "dozens" 12, "hundreds" 100), which corrects its figures
    when the sources do, so that a first report that was replaced counts no more. An upper bound ("up to 20") gives no
    number by itself, but none above it is the lowest. ACLED writes 0 where nothing is said; here what is not said is
    unknown.
    """
    found: list[Number] = []
    most: list[Number] = []
    for t in _standing(told):
        words = [w.removesuffix("s") for w in t.figure.text.casefold().split()]
        word = next((w for w in ACLED_WORDS if w in words or f"{w}s" in words), None)
        if t.figure.qualifier == "vague" and word:
            found.append(ACLED_WORDS[word])
        elif lows := _lows([t]):
            found += lows
        else:
            most += _highs([t])
    lowest = min([*found, *most]) if found else None
    return lowest, lowest, lowest


def minmax(told: Sequence[Saying]) -> Row:
    """The lowest and the highest number given, and no best: how Iraq Body Count and Airwars print a range."""
    low, high = _span(told)
    return low, None, high


def middle(told: Sequence[Saying]) -> Row:
    """Best is the median of the origins' last words (of several of one origin their own median first, so that none
    counts twice); low and high are the lowest and the highest of them."""
    last = _standing(told)
    own: dict[str, list[Number]] = {}
    for t in last:
        if t.figure.best is not None:
            own.setdefault(t.origin, []).append(t.figure.best)
    values = sorted(median(numbers) for numbers in own.values())
    low, high = _span(last)
    return _within(low, _whole(median(values)) if values else None, high)


def _whole(value: Number) -> Number:
    return int(value) if float(value).is_integer() else value


def latest(told: Sequence[Saying]) -> Row:
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


def roll_up(series: Iterable[Series], rule: str = DEFAULT) -> tuple[RolledFigure, ...]:
    """One row for each thing counted, sorted; where nobody gives a number there is no row, nor for a part of the same
    people (of 40 wounded two)."""
    name = rule_name(rule)
    found = []
    for one in (each for each in series if not _in_its_like(each)):
        low, best, high = RULES[name](one.sayings)
        if (low, best, high) != (None, None, None):
            found.append(RolledFigure(one.counts, one.measure, low, best, high, name))
    return tuple(sorted(found, key=lambda row: (row.measure, row.counts, row.low or 0, row.best or 0, row.high or 0)))


def _in_its_like(one: Series) -> bool:
    """Is it a part of a series of the same kind of people?"""
    own = kinds(one.counts)
    whole = (r.counts for r in one.related if r.how == "part of" and r.measure == one.measure)
    return any(counts == one.counts or own & kinds(counts) for counts in whole)


def reroll(event: Event, rule: str) -> Event:
    """The same event with its figures rolled up by another rule; KeyError for a rule that is not there."""
    return replace(event, figures=roll_up(event.series, rule))
