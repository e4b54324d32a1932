"""What a report mainly tells of, so that two reports of one incident are known by more than one sentence of each.

A report of violence puts its incident into the headline and the first paragraphs. These together, its day, the region
it names most and the numbers of dead speak for or against one incident in many small signs, which a linear model
weighs (`python -m benchmarks train leads`). The signs of two reports are short names; those that spoke most for a
join become its reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import exp, fsum, sqrt

from rashomon.events.words import likeness
from rashomon.models import Linear, load_model

ONE = "one incident"
"""The label of the model."""

FAR = 4
"""Days; two reports further apart than this are not asked about at all: news of an incident comes within days."""

NEAR_BY = 0.65
"""Share of the probability that is left where the towns are others: such reports must resemble each other the more."""

ALIKE = 0.1
"""Likeness of first words below which such reports have nothing in common but a day and a region."""

TELLING = 10
"""Numbers of dead from here on seldom agree by chance."""


@dataclass(frozen=True, slots=True)
class Lead:
    """`days` are the days that its incident is told to lie in, `published` that of the report; `dead` are numbers of
    dead told near its top, `killed` the first of them; `regions` are votes for the
    regions that it names, `most` those with most votes."""

    headline: frozenset[str]
    words: frozenset[str]
    published: date | None
    days: tuple[tuple[date, date], ...]
    dead: frozenset[float]
    killed: float | None
    armed: bool
    towns: frozenset[str]
    around: frozenset[str]
    regions: dict[str, int]
    most: frozenset[str]
    manners: frozenset[str]
    doers: frozenset[str]

    @property
    def day(self) -> date | None:
        """The day under which the report is looked up."""
        return self.published or (self.days[0][0] if self.days else None)


def gap(one: Lead, other: Lead) -> int | None:
    """Days between two reports; where one has no day of its own, between the days that they tell of."""
    if one.published and other.published:
        return abs((one.published - other.published).days)
    mine = one.days or (((one.published, one.published),) if one.published else ())
    theirs = other.days or (((other.published, other.published),) if other.published else ())
    return min((max(0, (a[0] - b[1]).days, (b[0] - a[1]).days) for a in mine for b in theirs), default=None)


def signs(one: Lead, other: Lead) -> frozenset[str]:
    """What speaks for or against one incident, as names of signs."""
    days = gap(one, other)
    close = days is not None and days <= 1
    found = {f"days {'unknown' if days is None else min(days, 3)}"}
    head = likeness(one.headline, other.headline)
    words = likeness(one.words, other.words)
    for at in (0.1, 0.2, 0.3, 0.5):
        found.update(f"{name} {at}" for name, value in (("headline", head), ("words", words)) if value >= at)
    if close:
        found.update(f"words {at} and day" for at in (0.1, 0.2, 0.3) if words >= at)
    found.update(_numbers(one, other))
    shared = one.towns & other.towns
    found.add("town" if shared else "towns apart" if one.towns and other.towns else "no town")
    if one.around and other.around and not one.around & other.around:
        found.add("areas apart")
    if one.regions and other.regions:
        same = bool(one.most & other.most)
        found.add("region" if same else "regions apart")
        if same and close:
            found.add(f"region on day {days}")
    mine, theirs = one.regions, other.regions
    votes = sum(min(mine[name], theirs[name]) for name in mine.keys() & theirs.keys())
    common = votes / (1 + min(sum(mine.values()), sum(theirs.values())))
    found.update(f"regions {at}" for at in (0.3, 0.6, 0.8) if common >= at)
    if one.manners and other.manners:
        found.add("manner" if one.manners & other.manners else "manners apart")
    if one.doers and other.doers:
        found.add("doers" if one.doers & other.doers else "doers apart")
    return frozenset(found)


def _numbers(one: Lead, other: Lead) -> Iterator[str]:
    common = one.dead & other.dead
    if common:
        yield "number"
        if max(common) >= TELLING:
            yield "telling number"
    if one.killed and other.killed:
        share = min(one.killed, other.killed) / max(one.killed, other.killed)
        yield "killed" if share == 1 else "killed nearly" if share > 0.8 else "killed apart"
        if share < 0.4:
            yield "killed far apart"
        if one.armed != other.armed:
            yield "others killed"


@cache
def _model() -> Linear:
    return load_model("leads")


@cache
def _weight(sign: str) -> float:
    return _model().margin(sign)


WORDS = {
    "headline": "headlines", "words": "words", "number": "numbers of dead", "telling number": "numbers of dead",
    "killed": "numbers of dead", "killed nearly": "numbers of dead", "town": "town",
    "region": "region", "region on day 0": "day", "region on day 1": "day", "regions": "region", "days 0": "day",
    "days 1": "day", "manner": "kind of attack", "doers": "attackers",
}  # fmt: skip
"""How a sign is called in a reason; those not listed speak against a join."""


def reason(one: Lead, other: Lead, model: Linear | None = None) -> str:
    """What the two reports agree on, in words."""
    weighs = (model or _model()).margin
    told = {
        name
        for sign in signs(one, other)
        if (name := WORDS.get(sign) or WORDS.get(sign.rpartition(" ")[0])) and weighs(sign) > 0
    }
    return f"reports of one incident: {', '.join(sorted(told))} agree"


def chance(one: Lead, other: Lead, model: Linear | None = None) -> float:
    """The probability that two reports are mainly about one incident; less where their tops name towns and none in
    common, and 0 where their words are not alike either: what is merely near by on one day is another incident."""
    days = gap(one, other)
    if days is not None and days > FAR:
        return 0.0
    if not one.towns or not other.towns or one.towns & other.towns:
        return _likely(one, other, model)
    return _likely(one, other, model) * NEAR_BY if likeness(one.words, other.words) >= ALIKE else 0.0


def _likely(one: Lead, other: Lead, model: Linear | None) -> float:
    told = signs(one, other)
    if model is not None:
        return model.chances([told])[0]
    # An exact sum, since a set has no order; otherwise as the model itself reckons.
    margin = float(_model().bias[0]) + fsum(map(_weight, told)) / sqrt(len(told))
    return 1 / (1 + exp(-margin))
