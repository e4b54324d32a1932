"""What the words for a time mean before it is known when they were written: a small closed union of moments.

A moment is parsed from the text alone. Which days it stands for is the matter of `resolve`, which knows the day of
publication and the time told before.
"""

from dataclasses import dataclass
from typing import Literal

Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"]
Part = Literal["start", "middle", "end"]
Which = Literal["last", "this", "next", "previous", "following"]
"""`last`, `this`, `next` count from the day of writing, `previous` and `following` from the time told before."""
SeasonName = Literal["spring", "summer", "autumn", "winter"]
DayPartName = Literal["MO", "MI", "AF", "EV", "NI"]
"""Morning, noon, afternoon, evening, night, as TIMEX3 shortens them."""
Side = Literal["since", "from", "until", "by", "before", "after"]
Nearness = Literal["exact", "over", "under", "about"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month; `year` None where the text leaves it out."""

    month: int
    day: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or its first, second or last ten days."""

    month: int
    year: int | None = None
    part: Part | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A year, or years from `first` to `last` (a decade, "the 1960s and 70s"), or a third of a single year."""

    first: int
    last: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season, by the months that it has in the north."""

    name: SeasonName
    year: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter or a half of a year: the `number`-th of `of` equal parts."""

    number: int
    of: Literal[2, 4]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday. `today_too`: it may be the day of writing itself, which a writer who says
    "today" and "yesterday" would not call by its name."""

    weekday: int
    which: Which | None = None
    today_too: bool = True


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of writing, or from the time told before (`told`): yesterday, two weeks ago, the
    next day. `whole`: the unit as the calendar cuts it (last week), not a distance (a week ago). `or_today`: where
    nothing was told before, or nothing so exact, from the day of writing ("the end of the year")."""

    count: int | float
    unit: Unit
    told: bool = False
    whole: bool = True
    part: Part | None = None
    near: Nearness = "exact"
    or_today: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The last or next so many units, up to or from the day of writing; `count` None where it is not told ("the past
    few days", "recent weeks")."""

    count: int | float | None
    unit: Unit
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with its day where that is told beside it. `clock` is ISO ("21:30") or a part of the day."""

    clock: str
    day: "Moment | None" = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day: Wednesday night, yesterday morning."""

    part: DayPartName
    day: "Moment"


@dataclass(frozen=True, slots=True)
class Within:
    """A date without its year, and the words for the year beside it: March last year, the spring of this year."""

    date: "Day | Month | Season | YearPart"
    year: "TimeWords"


@dataclass(frozen=True, slots=True)
class Away:
    """So many units before (negative) or after another time: two days after April 5. `far`: the words for how far."""

    count: int | float
    unit: Unit
    far: "TimeWords"
    of: "TimeWords"


@dataclass(frozen=True, slots=True)
class Bound:
    """A time that begins, ends or bounds: since March 23, until Friday, by Sunday, before 2003."""

    side: Side
    of: "TimeWords"


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: "TimeWords"
    last: "TimeWords"


@dataclass(frozen=True, slots=True)
class Duration:
    """How long, not when. `count` None where it is not told ("for years")."""

    count: int | float | None
    unit: Unit


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often: every morning, daily. `count` units pass between two times; `weekday` for "every Monday", `season`
    for "every winter"."""

    count: int | float
    unit: Unit
    weekday: int | None = None
    season: SeasonName | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """A bare pointer to past, present or future: recently, now, soon."""

    to: Literal["past", "present", "future"]


Moment = (
    Day | Month | Years | Season | YearPart | Weekday | Shift | Stretch | Clock | DayPart | Within | Away | Bound
    | Range | Duration | Repeated | Reference
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words that tell a time: `text` stands from `start` to `end` (code points of the article's text). `ahead`: what is
    set, due or planned for that time, so it lay ahead when it was written, whatever the tense of the verb."""

    start: int
    end: int
    text: str
    value: Moment
    ahead: bool = False
