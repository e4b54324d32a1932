"""A short title for an event: what, who, where, when, each only as far as it is told.

"Desertions, refusals: soldiers of the garrison, Aden, March 2015". The names are those of the statements; nothing is
added.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from rashomon.events.clues import TALK
from rashomon.events.tables import rows
from rashomon.record import Statement, When

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LONGEST = 60
"""Characters of a sentence that stand for a claim without an act, and of a party's name."""


@cache
def _names() -> dict[tuple[str, str | None], str]:
    return {(type_, None if mode == "-" else mode): name for type_, mode, name in rows("titles.tsv")}


def act_name(type_: str, mode: str | None) -> str:
    """What an act is called: "Air strike"."""
    names = _names()
    return names.get((type_, mode)) or names.get((type_, None)) or type_.capitalize()


def day(value: date) -> str:
    """A day as a reader writes it: "2 April 2008"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when_words(when: When) -> str:
    """A time as precise as it is known: "2 April 2008", "March 2008", "since 2 April 2008", "21 to 24 March 2008"."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"since {day(first)}" if first else f"until {day(last)}" if last else ""
    if first == last:
        return day(first)
    whole_month = first.day == 1 and (first.year, first.month) == (last.year, last.month) and (last - first).days >= 27
    if whole_month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day(last)}"
    return f"{day(first)} to {day(last)}"


def short(text: str) -> str:
    """The text without quotation marks, cut at a word to `LONGEST` characters."""
    plain = " ".join(text.replace('"', "").split())
    return plain if len(plain) <= LONGEST else plain[:LONGEST].rsplit(" ", 1)[0] + " …"


def _most(words: Iterable[str]) -> str | None:
    count = Counter(words)
    return min(count, key=lambda word: (-count[word], word), default=None)


def title(
    statements: Sequence[Statement],
    main: tuple[str, str | None],
    place: str | None,
    time: When | None,
    whole: str | None,
) -> str:
    """The title of an event of the act `main` at `place`; `whole` is the word for a campaign ("offensive"), None
    where it is none."""
    tail = [part for part in (place, when_words(time) if time else None) if part]
    if whole:
        named = f"{place} {whole}" if place else whole.capitalize()
        return ", ".join([named, *tail[1 if place else 0 :]])
    if main[0] in TALK:
        first = min(statements, key=lambda s: (s.article, s.evidence.start, s.id))
        return short(first.evidence.text)
    acts = Counter((s.type, s.mode) for s in statements if s.type == main[0] == "defect")
    names = dict.fromkeys(
        [act_name(*main), *(act_name(*act) for act in sorted(acts, key=lambda a: (-acts[a], str(a))))]
    )
    name = ", ".join(names).capitalize()
    doers = _most(role.name for s in statements for role in s.actors)
    sufferers = _most(role.name for s in statements for role in s.targets)
    who = " and ".join(short(party) for party in (doers, sufferers) if party and party != place)
    return f"{name}: {', '.join(filter(None, (who, *tail)))}" if who or tail else name
