"""Values in words: days, figures, chains, acts. The same on every machine: month names are not the locale's."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from rashomon.record import Article, Figure, Sayer, Statement, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

STALE = "the last build of this record did not end, so its events leave something out: run the same build again"
"""What is said before anything of a record whose views are not fresh."""

UNKNOWN = "–"
"""Stands for a bound that nobody gave."""

NO_NUMBER = "no number"
"""Stands for the bounds of a figure that has none ("many")."""

FROM = " ← "
"""Between two links of a chain: the left one has it from the right one."""


def day(value: date, year: bool = True) -> str:
    """`31 March 2008`, or without the year."""
    return f"{value.day} {MONTHS[value.month - 1]}" + (f" {value.year}" if year else "")


def when(value: When | None) -> str:
    """A time as precise as it is and no more; "time unknown" where nothing is known."""
    first, last = (value.earliest, value.latest) if value else (None, None)
    if first is None:
        return "time unknown" if last is None else f"until {day(last)}"
    if last is None:
        return f"since {day(first)}"
    if first == last:
        return day(first)
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year != last.year:
        return f"{day(first)} – {day(last)}"
    if first.month != last.month:
        return f"{day(first, year=False)} – {day(last)}"
    return f"{first.day}–{day(last)}"


def number(value: float | None) -> str:
    """A bound with its thousands parted: `1,500`, `12.5`, `–` where there is none."""
    if value is None:
        return UNKNOWN
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,}"


def bounds(figure: Figure) -> str:
    """What a wording means in numbers: `41 or more`, `5 to 8`, `about 150`."""
    low, best, high = map(number, (figure.low, figure.best, figure.high))
    if figure.low is not None and figure.high is not None:
        return low if figure.low == figure.high else f"{low} to {high}"
    if figure.best is not None:
        return f"about {best}"
    if figure.low is not None:
        return f"{low} or more"
    return f"{high} or fewer" if figure.high is not None else NO_NUMBER


def act(type: str, mode: str | None) -> str:
    """`defect, desert`."""
    return type if mode is None else f"{type}, {mode}"


def count(number: int, noun: str) -> str:
    """`1 origin`, `3 origins`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def chain(statement: Statement) -> str:
    """Who says it, outermost first: `Harbour Post ← Agence Nord, 14 April ← officials`."""
    return links(statement.chain) or "no source named"


def links(chain: Iterable[Sayer]) -> str:
    """The links of a chain, outermost first."""
    return FROM.join(map(_link, chain))


def _link(sayer: Sayer) -> str:
    return f"{sayer.name}, {when(sayer.said)}" if sayer.said else sayer.name


def place_in_file(statement: Statement, article: Article) -> str:
    """Where the sentence stands: file and character offsets."""
    return f"{article.file} {statement.evidence.start}–{statement.evidence.end}"


SHORT = 80
"""Characters of a sentence that stand for it in a list."""


def short(text: str) -> str:
    """The text on one line, cut at a word to `SHORT` characters."""
    plain = " ".join(text.split())
    return plain if len(plain) <= SHORT else plain[:SHORT].rsplit(" ", 1)[0] + " …"
