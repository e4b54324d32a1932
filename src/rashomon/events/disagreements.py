"""Fields on which the accounts of one event can not all be right, each with a sentence for the reader.

What leaves room is no disagreement: `more than 1,000` and `1,300`, a month and a day in it, a district and its city,
an army and one of its units; nor is a later number of one voice, or a number of something else. Of an operation as a
whole only its start, its aim and its leader are compared, since everything else about it may be many things at once.
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import product

from rashomon.events import geography
from rashomon.events.clues import TELLING, Clue, Side
from rashomon.events.figures import agree, bounded
from rashomon.events.framings import NEEDS_DOER, framings
from rashomon.events.intervals import gap, width
from rashomon.events.operations import OPENING, aims
from rashomon.events.positions import Claim, Voices, dispute
from rashomon.events.titles import act_name, when_words
from rashomon.people import kinds
from rashomon.record import Disagreement, Figure, Place, Role, Saying, Series, When

LEADS = re.compile(
    r"\b(?:led|leads?|leading|organised|organized|commanded|directed|ordered|involved|behind|planned)\b|-led\b"
)
"""Words that tell whose operation it was."""

MONTH = 31
"""Days; a time told no more exactly than this says too little of when an act was to contradict another."""

TELLING_NUMBER = 20
"""Numbers from here on seldom agree by chance."""

MUTUAL = frozenset({"clash"})
"""Modes whose parties may be named in either order."""

_UNARMED = frozenset({"civilian", "child", "woman", "medic", "journalist", "family", "refugee", "protester"})
_ARMED = frozenset({"fighter", "criminal"})
_AFTER_HEAD = re.compile(r" (?:of|in|from|at|who|and|with|near)\b|,")
"""What ends the head of a noun phrase."""


def _asserted(clues: Iterable[Clue]) -> list[Clue]:
    return [clue for clue in clues if clue.statement.factuality == "asserted"]


def _figure(series: Series, voices: Voices) -> Disagreement | None:
    """The disagreement on one thing counted, among the numbers that still stand."""
    standing = [s for s in series.sayings if not s.updated and bounded(s.figure)]
    dated = len({s.day for s in standing}) > 1
    figures: dict[Hashable, Figure] = {}
    for saying in standing:  # The longest wording of a number tells best what is counted.
        here = figures.setdefault(_numbers(saying.figure), saying.figure)
        figures[_numbers(here)] = max(here, saying.figure, key=lambda f: (len(f.worded), f.worded))
    claims = []
    for saying in standing:
        key, said = _numbers(saying.figure), saying.day if dated else None
        voice, mouth = voices.voice(saying.statements[0]), (saying.origin, saying.voice)
        claims.append(Claim(saying.statements, voice, mouth, figures[key].worded, key, said))
    unit = series.unit
    what = f"How many {series.measure}".strip()
    about = what if unit == "people" else f"How much ({', '.join(filter(None, (unit, series.measure)))})"
    return dispute("figure", about, claims, lambda a, b: not agree(figures[a.key], figures[b.key]), whole=True)


def _numbers(figure: Figure) -> Hashable:
    return figure.low, figure.best, figure.high


def _time(clues: Sequence[Clue], voices: Voices, campaign: bool) -> Disagreement | None:
    claims = []
    times: dict[Hashable, When] = {}
    for clue in _asserted(clues):
        words = clue.statement.evidence.text if campaign else ""
        if clue.time and width(clue.time) <= MONTH and (not campaign or OPENING.search(words)):
            key = (clue.time.earliest, clue.time.latest)
            times[key] = clue.time
            claims.append(voices.claim(clue, when_words(clue.time), key))
    about = "When it began" if campaign else "When it happened"
    return dispute("time", about, claims, lambda a, b: gap(times[a.key], times[b.key]) > 0, whole=True)


def _place(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    """Places of which none lies in, around or near one of the other's."""
    claims = []
    places: dict[Hashable, tuple[Place, ...]] = {}
    for clue in _asserted(clues):
        telling = tuple(place for place in clue.places if place.precision <= TELLING)
        if telling and clue.happened:
            key = tuple(place.id for place in telling)
            places[key] = telling
            claims.append(voices.claim(clue, ", ".join(place.name for place in telling), key))

    def apart(one: Claim, other: Claim) -> bool:
        pairs = product(places[one.key], places[other.key])
        return all(geography.relation(a, b) == "apart" for a, b in pairs)

    return dispute("place", "Where it happened", claims, apart, whole=True)


def _names(roles: Sequence[Role]) -> str:
    return ", ".join(dict.fromkeys(" ".join(role.name.split()) for role in roles))


def _related(one: Side, other: Side) -> bool:
    """Whether two sides may be the same party: an actor in common, one part of the other, or kinds where a name is
    missing."""
    if one.ids and other.ids and (one.wider | one.states) & (other.wider | other.states):
        return True
    return bool(one.kinds & other.kinds)


def _key(side: Side, role: str) -> tuple[str, frozenset[str]]:
    return role, side.ids or side.kinds


def _leader(clues: Sequence[Clue], voices: Voices, campaign: bool) -> Disagreement | None:
    claims = []
    sides: dict[Hashable, Side] = {}
    for clue in _asserted(clues):
        known = any(role.actor for role in clue.statement.actors)
        if not clue.doers.ids or clue.statement.mode in MUTUAL or not (known or campaign):
            continue
        if campaign and not LEADS.search(clue.statement.evidence.text):
            continue
        if campaign or clue.matter in ("violence", "abuse", "abduction"):
            key = _key(clue.doers, "actor")
            sides[key] = clue.doers
            claims.append(voices.claim(clue, _names(clue.statement.actors), key, anybody=campaign))
    about = "Who led it" if campaign else "Who did it"
    return dispute("actor", about, claims, lambda a, b: not _related(sides[a.key], sides[b.key]), whole=not campaign)


def _aim(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    """Whom an operation was aimed at; a denial stands against whoever says the opposite."""
    claims: list[Claim] = []
    sides: dict[Hashable, tuple[bool, Side]] = {}
    for clue in clues:
        s = clue.statement
        if not clue.sufferers or not aims(s):
            continue
        denied = s.factuality == "denied"
        key = _key(clue.sufferers, "not" if denied else "")
        sides[key] = denied, clue.sufferers
        value = f"not {_names(s.targets)}" if denied else _names(s.targets)
        claims.append(voices.claim(clue, value, key, anybody=True))

    def clash(one: Claim, other: Claim) -> bool:
        (no, left), (also_no, right) = sides[one.key], sides[other.key]
        return not (no and also_no) and _related(left, right) == (no or also_no)

    return dispute("target", "Whom it was aimed at", claims, clash, by_wording=True)


def _people(role: Role) -> frozenset[str]:
    """The kinds of people, armed or not, that a party is; "rebel areas" are no people."""
    head = _AFTER_HEAD.split(role.name, maxsplit=1)[0].split()[-1:]
    return kinds(" ".join(head)) & (_UNARMED | _ARMED)


def _victims(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    """Fighters to one voice, civilians to another."""
    claims = []
    for clue in _asserted(clues):
        told = frozenset().union(*(_people(role) for role in clue.statement.targets))
        if clue.matter == "violence" and told and (told <= _UNARMED or told <= _ARMED):
            claims.append(voices.claim(clue, _names(clue.statement.targets), "armed" if told <= _ARMED else "unarmed"))
    return dispute("target", "Who was hit", claims, _always, whole=True)


def _factuality(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    claims = []
    told: dict[str, Clue] = {}
    for clue in clues:
        held = clue.statement.factuality
        if held in ("asserted", "denied"):
            told[clue.id] = clue
            value = "it happened" if held == "asserted" else "it did not happen"
            claims.append(voices.claim(clue, value, held, anybody=True))

    def clash(one: Claim, other: Claim) -> bool:
        a, b = told[one.ids[0]], told[other.ids[0]]
        s, t = a.statement, b.statement
        if (s.type, s.mode) != (t.type, t.mode) and a.matter != "violence":
            return False
        pairs = ((a.doers, b.doers), (a.sufferers, b.sufferers))
        return all(not (left and right) or _related(left, right) for left, right in pairs)

    verbs: dict[Hashable, tuple[str, str]] = {
        "asserted": ("says that it did", "say that it did"),
        "denied": ("denies it", "deny it"),
    }
    return dispute("factuality", "Whether it happened", claims, clash, verbs=verbs)


def _acts(clues: Sequence[Clue], voices: Voices) -> list[Disagreement | None]:
    """Acts of one matter that exclude each other: manners ("bomb", "bombardment"), and words for one act of which
    whoever uses the one would refuse the other ("freed", "occupied")."""
    manners = [
        voices.claim(clue, act_name(clue.statement.type, clue.statement.mode).casefold(), clue.manner)
        for clue in _asserted(clues)
        if clue.manner
    ]
    found = [dispute("act", "What it was", manners, _always, whole=True)]
    doers: dict[tuple[str, ...], Side] = {}
    claims: dict[tuple[str, str], list[Claim]] = {}
    for clue in _asserted(clues):
        doers[clue.id,] = clue.doers
        for about, framing, needs in framings(clue.statement):
            claims.setdefault((about, needs), []).append(voices.claim(clue, framing, framing))

    def of_one(one: Claim, other: Claim) -> bool:
        return _related(doers[one.ids], doers[other.ids])

    for (about, needs), told in sorted(claims.items()):
        found.append(dispute("act", about, told, of_one if needs == NEEDS_DOER else _always, whole=True))
    return found


def _deserted_or_dismissed(series: Sequence[Series], voices: Voices) -> Disagreement | None:
    """One number of people, said to have deserted by one voice and to have been dismissed by another: not two counts
    that may overlap, but one count of which they differ on what happened."""
    told: dict[str, list[Saying]] = {"deserted": [], "dismissed": []}
    for one in series:
        if one.unit == "people" and one.measure in told:
            told[one.measure] += [s for s in one.sayings if not s.updated and (s.figure.best or 0) >= TELLING_NUMBER]
    deserted, dismissed = ({s.figure.best for s in sayings} for sayings in told.values())
    claims = [
        Claim(s.statements, voices.voice(s.statements[0]), (s.origin, s.voice), f"{s.figure.worded} {what}", what)
        for what, sayings in told.items()
        for s in sayings
        if s.figure.best in deserted & dismissed
    ]
    return dispute("act", "Deserted or dismissed", claims, _always, whole=True)


def _always(one: Claim, other: Claim) -> bool:
    return True


def disagreements(
    clues: Sequence[Clue], series: Sequence[Series], voices: Voices, campaign: bool
) -> tuple[Disagreement, ...]:
    """Every disagreement of one event. `series` are its figures; `campaign` tells an operation as a whole from a single
    act."""
    found: list[Disagreement | None] = [_figure(one, voices) for one in series]
    found += [_time(clues, voices, campaign), _leader(clues, voices, campaign)]
    if campaign:
        found.append(_aim(clues, voices))
    else:
        found += [_place(clues, voices), _victims(clues, voices), *_acts(clues, voices)]
        found += [_deserted_or_dismissed(series, voices), _factuality(clues, voices)]
    return tuple(one for one in found if one)
