"""Which pairs of statements are worth comparing: those of one matter that share a place, a party, a rare word or a
passage.

Within each such block the statements are ordered by the day that they can fall in, and each is compared with the next
few only; so the number of pairs grows with the number of statements and not with its square.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from rashomon.events.clues import Clue

REACH = 20
"""How many neighbours in time each statement is compared with in one block."""

RARE_WORDS = 4
"""How many of its rarest stems a statement is looked up by."""


def _day(clue: Clue) -> date:
    when = clue.time or clue.window
    return (when.earliest or when.latest or date.max) if when else date.max


def _keys(clue: Clue, weight: Mapping[str, float]) -> Iterator[tuple[str, str, str]]:
    for place in clue.places or clue.around:
        yield clue.matter, "place", place.id
        if place.precision <= 3 and place.within:
            yield clue.matter, "within", place.within[0]
    for party in clue.doers.ids | clue.sufferers.ids:
        yield clue.matter, "party", party
    for word in sorted(clue.words, key=lambda word: (-weight[word], word))[:RARE_WORDS]:
        yield clue.matter, "word", word
    yield clue.matter, "article", clue.statement.article


def pairs(clues: Sequence[Clue], weight: Mapping[str, float]) -> Iterable[tuple[Clue, Clue]]:
    """Pairs to compare, each once, the one with the smaller id first, in the order of their ids."""
    blocks: dict[tuple[str, str, str], list[Clue]] = {}
    for clue in clues:
        for key in _keys(clue, weight):
            blocks.setdefault(key, []).append(clue)
    by_id = {clue.id: clue for clue in clues}
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        ordered = sorted(block, key=lambda clue: (_day(clue), clue.id))
        for distance in range(1, min(REACH, len(ordered) - 1) + 1):
            ids = ((a.id, b.id) for a, b in zip(ordered, ordered[distance:], strict=False))
            found.update((a, b) if a < b else (b, a) for a, b in ids)
    return ((by_id[a], by_id[b]) for a, b in sorted(found))


def copies(clues: Sequence[Clue], family: Mapping[str, str]) -> tuple[tuple[Clue, ...], ...]:
    """Clues in groups of one claim printed again: the same words in copies of one text. Every clue is in one group,
    the copy published first at its head (of equals, or where no day is known, the smaller id of the article).

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
    ordered = (tuple(sorted(group, key=_printed)) for group in groups.values())
    return tuple(sorted(ordered, key=lambda group: group[0].id))


def _printed(clue: Clue) -> tuple[date, str]:
    when = clue.published
    return (when.earliest or date.max) if when else date.max, clue.statement.article
