"""Which statements are worth comparing: those of one matter that share a key.

A key is a place, a party or a rare word together with a stretch of days, or a passage. A key that very many statements
share tells little and is passed over, so the number of pairs grows with the number of statements and not with its
square; and whether two statements are compared hangs on these two and their keys alone.

A statement whose day is not well known may be told of on any day. It seeks the others through keys without days, by
which two statements of well known days never find each other: else every new one would be held against those of all
years.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from rashomon.events.clues import Clue
from rashomon.events.intervals import fine
from rashomon.events.leads import FAR, TELLING, Lead
from rashomon.events.match import COMMON
from rashomon.events.words import weight

FULL = 100
"""Statements that share a key at most; a town's fighting of one week told by a hundred reports."""

DAYS_COMMON, DAYS_RARE = 4, 64
"""Days of a stretch, for acts that happen every day and for the others. Stretches overlap by half, so that two days
no further apart than that share one."""

RARE_WORDS = 4
"""How many of its rarest stems a statement is looked up by."""

OFTEN = 3
"""A report is looked up by a region too that it names at least a third as often as the one it names most."""

ANY_DAY = " any day"
"""How a key without days ends."""

SEEKS = "seeks "
"""How the key begins that a statement has beside a key without days if its own day is not well known."""

UNIT = 3
"""Precision (UCDP's code) of the coarsest place that is looked up by the unit around it too."""


def looked_up_day(clue: Clue) -> date | None:
    """The day that a statement is looked up by: its own where it is known well, else that of the report."""
    if clue.time and fine(clue.time):
        return clue.time.earliest
    if clue.published and clue.published.latest:
        return clue.published.latest
    return clue.time.earliest or clue.time.latest if clue.time else None


def stretches(day: date | None, days: int) -> tuple[str, ...]:
    """The two stretches that a day lies in; one of its own for an unknown day."""
    if day is None:
        return ("undated",)
    return f"{day.toordinal() // days}a", f"{(day.toordinal() + days // 2) // days}b"


def keys(clue: Clue) -> frozenset[str]:
    """What a statement is looked up by."""
    common = clue.matter in COMMON
    at = stretches(looked_up_day(clue), DAYS_COMMON if common else DAYS_RARE)
    told = set()
    for place in clue.places or clue.around:
        told.add(f"place {place.id}")
        if place.precision <= UNIT and place.within:
            told.add(f"within {place.within[0]}")
    told.update(f"party {party}" for party in clue.doers.ids | clue.sufferers.ids)
    rare = sorted(clue.words, key=lambda word: (-weight(word), word))[:RARE_WORDS]
    told.update(f"word {word}" for word in rare)
    found = {f"{clue.matter} {key} {stretch}" for key in told for stretch in at}
    found.add(f"{clue.matter} article {clue.statement.article}")
    if not common:
        dated = clue.time is not None and fine(clue.time)
        found.update(each for key in told for each in _on_any_day(f"{clue.matter} {key}", dated))
    if clue.lead:
        found.update(_lead_keys(clue.lead))
    return frozenset(found)


def _on_any_day(key: str, dated: bool) -> tuple[str, ...]:
    whole = key + ANY_DAY
    return (whole,) if dated else (whole, SEEKS + whole)


def sought(key: str, own: Collection[str]) -> str | None:
    """The key whose bearers a statement with the keys `own` is compared with because of its `key`; None where because
    of another one."""
    if not key.endswith(ANY_DAY):
        return key
    if key.startswith(SEEKS):
        return None
    return key if SEEKS + key in own else SEEKS + key


def meeting(one: AbstractSet[str], other: AbstractSet[str]) -> frozenset[str]:
    """The keys by which two statements with these keys find each other, as long as these are not too full."""
    return frozenset(
        key
        for key in one & other
        if not key.startswith(SEEKS) and (not key.endswith(ANY_DAY) or SEEKS + key in one or SEEKS + key in other)
    )


def _lead_keys(lead: Lead) -> Iterator[str]:
    rare = sorted(lead.headline, key=lambda word: (-weight(word), word))[:RARE_WORDS]
    for stretch in stretches(lead.day, 2 * FAR):
        yield from (f"lead word {word} {stretch}" for word in rare)
        most = max(lead.regions.values(), default=0)
        for region, votes in lead.regions.items():
            if votes * OFTEN >= most:
                yield f"lead {region} {stretch}"
        for value in lead.dead:
            if value >= TELLING:
                yield f"lead {value:g} {stretch}"
    for word in rare:
        yield from _on_any_day(f"lead word {word}", lead.published is not None)


def copies(
    clues: Sequence[Clue], family: Mapping[str, str], own: AbstractSet[str] = frozenset()
) -> tuple[tuple[Clue, ...], ...]:
    """Clues in groups of one claim printed again: the same words in copies of one text. Every clue is in one group.

    At its head is the copy of an article that is its family's `own`, printed by whom the text comes from. Where there
    is none, or are several, one without a day comes first, as nothing shows that it is not the oldest: a reprint tells
    nobody when a text was written. Of the others it is the copy published first, of equals the smaller id of the
    article.

    `family` is the id of the family of every article.
    """
    groups: dict[tuple[object, ...], list[Clue]] = {}
    nth: Counter[tuple[object, ...]] = Counter()
    for clue in sorted(
        clues, key=lambda clue: (clue.statement.evidence, clue.statement.trigger or clue.statement.evidence, clue.id)
    ):
        s = clue.statement
        words = " ".join(s.evidence.text.split()).casefold()
        trigger = " ".join(s.trigger.text.split()) if s.trigger else None
        claim = (family[s.article], words, trigger, s.type, s.mode, s.factuality)
        nth[s.article, claim] += 1
        groups.setdefault((*claim, nth[s.article, claim]), []).append(clue)
    ordered = (tuple(sorted(group, key=lambda clue: _printed(clue, own))) for group in groups.values())
    return tuple(sorted(ordered, key=lambda group: group[0].id))


def _printed(clue: Clue, own: AbstractSet[str]) -> tuple[bool, date, str]:
    when, article = clue.published, clue.statement.article
    return article not in own, (when and when.earliest) or date.min, article
