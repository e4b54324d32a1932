"""Whether two statements tell of one event: a score, and a sentence that says which values agreed.

Four questions are asked: where, when, who, and what more (figures, telling words). Each answer is strong (1), weak (a
half) or missing (0), and a contradiction ends the matter: places apart, days apart, both sides different, manners
that exclude each other. Two statements of one matter match when their answers add up to the matter's need. Acts of
violence, moves of troops and the like happen every day, so that place and day (or a figure, or a name, in place of
one of them) must be certain; a dismissal or a mutiny is rare enough to be known by less. Being near in the text
counts only for statements of one report.
"""

from dataclasses import dataclass
from itertools import product

from rashomon.events import geography
from rashomon.events.clues import Clue, Side
from rashomon.events.figures import agree, bounded, measure, same_count
from rashomon.events.intervals import fine, gap
from rashomon.events.words import likeness
from rashomon.record import Place

STRONG, WEAK = 1.0, 0.5

NEED_COMMON = 2.0
"""Acts of which one place may see several in a week."""

NEED_RARE = 1.5
"""Acts of which one place seldom sees two in a month."""

COMMON = frozenset(
    {"violence", "abuse", "control", "deployment", "arrest", "seizure", "protest", "restriction", "meeting", "aid"}
    | {"threat", "request", "rejection", "accusation", "support", "opinion", "fact", "release", "withdrawal"}
    | {"agreement"}
)
"""Matters that need the more."""

SPOKEN = frozenset({"threat", "request", "rejection", "accusation", "support", "opinion", "fact"})
"""Matters that consist of words: they match by their words and their speaker, since place and day tell little."""

DAYS_APART = 2
"""Days by which two reports of one act may differ: the day of the act and the day of the report are often
confused."""

DAYS_APART_COARSE = 7
"""The same for times told less exactly than by the week."""

WORDS_ALIKE, WORDS_CLOSE = 0.45, 0.2
"""Cosines of weighted words from which two sentences share telling words, much or a little."""

SAME_SENTENCE_DISTANCE = 400
"""Characters; two statements of one report that stand no further apart are told in one breath."""

NEXT_SENTENCE = 3
"""Characters between a sentence and the one after it: a space, or the end of a paragraph."""

TOWN = 2
"""Precision (UCDP's code) of the coarsest place that counts as a town or less."""

TELLING_FIGURE = 10
"""Exact numbers from here on seldom agree by chance."""


@dataclass(frozen=True, slots=True)
class Match:
    """`score` is the sum of the answers; `reason` names those that agreed."""

    score: float
    reason: str


def _only_town(clue: Clue) -> Place | None:
    """The one town that the sentence names; a sentence that names two may mean either."""
    towns = {spot.place.id: spot.place for spot in clue.spots if spot.place.precision <= TOWN}
    return next(iter(towns.values())) if len(towns) == 1 else None


def _where(one: Clue, other: Clue) -> tuple[float, str] | None:
    if one.places and other.places:
        relations = {(a, b): geography.relation(a, b) for a, b in product(one.places, other.places)}
        best = [pair for pair, how in relations.items() if how == "same" and pair[0].precision <= 3]
        if best:
            return STRONG, f"place {best[0][0].name}"
        best = [pair for pair, how in relations.items() if how == "near"]
        if best:
            return STRONG, f"places {best[0][0].name} and {best[0][1].name}"
        best = [pair for pair, how in relations.items() if how in ("same", "inside")]
        if best:
            a, b = best[0]
            wide = max(a.precision, b.precision) >= 5
            return (0.0 if wide else WEAK), "" if wide else f"places {a.name} and {b.name}"
        return None
    if (town := _only_town(one)) and town == _only_town(other):
        return STRONG, f"place {town.name}"
    surroundings = {p.id: p.name for p in one.places or one.around}
    shared = sorted(surroundings.keys() & {p.id for p in other.places or other.around})
    return (WEAK, f"surroundings in {surroundings[shared[0]]}") if shared else (0.0, "")


def _when(one: Clue, other: Clue) -> tuple[float, str] | None:
    if one.time and other.time:
        exact = fine(one.time) and fine(other.time)
        apart = gap(one.time, other.time)
        if apart > (DAYS_APART if exact else DAYS_APART_COARSE):
            return None
        if apart == 0 and exact:
            return STRONG, "days"
        return WEAK, "days close by"
    if one.statement.article == other.statement.article:
        return 0.0, ""
    first, second = one.time or one.window, other.time or other.window
    if first and second:
        return None if gap(first, second) > DAYS_APART_COARSE else (WEAK, "weeks of telling")
    return 0.0, ""


def _sides(one: Side, other: Side) -> tuple[float, str] | None:
    """How two sides agree; None where both name somebody and nobody in common."""
    if one.ids & other.ids - one.states:
        return STRONG, "names"
    if one.wider & other.ids or other.wider & one.ids:
        return WEAK + 0.25, "names"
    if one.ids and other.ids and not (one.wider | one.states) & (other.wider | other.states):
        return None
    if one.kinds & other.kinds:
        return WEAK + 0.25, "kind of people"
    if one.broader & other.broader:
        return WEAK, "kind of people"
    return 0.0, ""


def _who(one: Clue, other: Clue) -> tuple[float, str] | None:
    doers, sufferers = _sides(one.doers, other.doers), _sides(one.sufferers, other.sufferers)
    if doers is None and sufferers is None:
        across = _sides(one.doers, other.sufferers), _sides(one.sufferers, other.doers)
        return (WEAK, "parties") if all(across) else None
    if doers is None or sufferers is None:
        known = doers or sufferers or (0.0, "")
        return known[0] - WEAK, known[1]
    best = max(doers, sufferers)
    return min(STRONG, doers[0] + sufferers[0]), best[1]


def _what(one: Clue, other: Clue) -> tuple[float, str]:
    """Telling words and figures; the two are independent of each other and add up."""
    alike = likeness(one.words, other.words)
    words = STRONG if alike >= WORDS_ALIKE else WEAK if alike >= WORDS_CLOSE else 0.0
    numbers = 0.0
    for a, b in product(one.figures, other.figures):
        if bounded(a) and bounded(b) and same_count(a, b) and agree(a, b):
            telling = a.best is not None and a.best == b.best and a.best >= TELLING_FIGURE
            numbers = max(numbers, STRONG if telling else WEAK)
    why = " and ".join(name for name, points in (("words", words), ("figures", numbers)) if points)
    return words + numbers, why


def _told_together(one: Clue, other: Clue) -> bool:
    if one.statement.article != other.statement.article:
        return False
    a, b = one.statement.evidence, other.statement.evidence
    return max(a.start, b.start) - min(a.end, b.end) <= SAME_SENTENCE_DISTANCE


def _factual(one: Clue, other: Clue) -> bool:
    """A supposed act is never one that happened; a plan may be."""
    supposed = [clue.statement.factuality == "hypothetical" for clue in (one, other)]
    return supposed[0] == supposed[1]


def match(one: Clue, other: Clue) -> Match | None:
    """The match of two statements, None where they contradict each other or agree on too little."""
    if one.matter != other.matter or not _factual(one, other):
        return None
    if consequence := _consequence(one, other):
        return consequence
    if contradict_manner(one, other):
        return None
    if (when := _when(one, other)) is None or (where := _where(one, other)) is None:
        return None
    if (who := _who(one, other)) is None:
        return None
    what = _what(one, other)
    together = (WEAK, "one passage") if _told_together(one, other) else (0.0, "")
    if one.matter in SPOKEN:
        return _spoken(one, other, where[0], who, what)
    common = one.matter in COMMON
    certain = sum(points >= STRONG for points, _ in (where, when, who, what))
    retold = together[0] > 0 and who[0] > WEAK and one.manner is not None and one.manner == other.manner
    if common and not retold and (certain < 2 or (when[0] == 0 and what[0] < STRONG + WEAK)):
        return None
    score = where[0] + when[0] + who[0] + what[0] + together[0]
    if score < (NEED_COMMON if common and not retold else NEED_RARE):
        return None
    agreed = [why for points, why in (where, when, who, what, together) if points > 0]
    return Match(score, f"{one.matter}: {', '.join(agreed)} agree")


def _consequence(one: Clue, other: Clue) -> Match | None:
    """Deaths or wounds told in the sentence of an attack, or counted in the next one, with no other place or day than
    the attack has, are the attack's."""
    act, harm = (one, other) if _tells_harm(other, one) else (other, one)
    s, t = act.statement, harm.statement
    if s.article != t.article or not _tells_harm(harm, act):
        return None
    if harm.time not in (None, act.time) or not {p.id for p in harm.places} <= {p.id for p in act.places}:
        return None
    if act.matter != harm.matter:
        return None
    if s.factuality != "asserted" or t.factuality != "asserted":
        return None
    follows = 0 <= t.evidence.start - s.evidence.end <= NEXT_SENTENCE and any(map(bounded, harm.figures))
    if s.evidence != t.evidence and not follows:
        return None
    at, then = (s.trigger or s.evidence).start, (t.trigger or t.evidence).start
    return Match(NEED_COMMON - min(abs(then - at), 1000) / 1000, "harm told with the act")


def _tells_harm(harm: Clue, act: Clue) -> bool:
    """Does the one count what came of the other: people who died, or whom the same side killed in the same sentence in
    a manner that is not told (shelled the village, killing three)?"""
    s, t = act.statement, harm.statement
    if s.type != "assault":
        return False
    if t.type == "harm":
        return t.mode is not None and not t.actors
    if (t.type, t.mode) != ("assault", None) or s.mode is None or s.evidence != t.evidence:
        return False
    counts = any(measure(figure) in ("killed", "injured") for figure in harm.figures)
    return counts and {role.name for role in t.actors} <= {role.name for role in s.actors}


def contradict_manner(one: Clue, other: Clue) -> bool:
    """Whether the manners of two acts exclude each other: a bomb on the ground is no bombardment."""
    return one.manner is not None and other.manner is not None and one.manner != other.manner


def _spoken(one: Clue, other: Clue, where: float, who: tuple[float, str], what: tuple[float, str]) -> Match | None:
    """Words are one when one speaker says nearly the same in two reports; in one passage they are two sayings. What
    two reports say in their own names is one only of one town, and in words and figures both."""
    if what[0] < STRONG or _told_together(one, other):
        return None
    if one.said_by is None and other.said_by is None and not one.doers.ids & other.doers.ids:
        if where < STRONG or what[0] < STRONG + WEAK:
            return None
        return Match(what[0] + where, f"{one.matter}: place and {what[1]} agree")
    if one.said_by != other.said_by and not one.doers.ids & other.doers.ids:
        return None
    return Match(what[0] + who[0], f"{one.matter}: speaker and {what[1]} agree")


def contradict(one: Clue, other: Clue) -> bool:
    """Whether manner, place, day or parties keep two statements of one matter apart."""
    if contradict_manner(one, other):
        return True
    return _when(one, other) is None or _where(one, other) is None or _who(one, other) is None
