"""Fields on which the accounts of one event can not all be right, each with a sentence for the reader.

Only voices that differ can disagree: an origin that gives a later number has learned something. What leaves room is
no disagreement: `more than 1,000` and `1,300`, a month and a day in it, an army and one of its units. Of an operation
as a whole only its start, its aim and its leader are compared, since everything else about it may be many things at
once.
"""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.events.clues import Clue, Side
from rashomon.events.figures import agree, bounded, measure, same_count
from rashomon.events.intervals import fine, gap
from rashomon.events.operations import OPENING, aims
from rashomon.events.origins import Origins
from rashomon.events.titles import act_name, when_words
from rashomon.record import Disagreement, Figure, Position, Role, When
from rashomon.record.event import Field

LEADS = re.compile(
    r"\b(?:led|leads?|leading|organised|organized|commanded|directed|ordered|involved|behind|planned)\b|-led\b"
)
"""Words that tell whose operation it was."""

MUTUAL = frozenset({"clash"})
"""Modes whose parties may be named in either order."""

_UNARMED = frozenset({"civilian", "child", "woman", "medic", "journalist", "family", "refugee", "protester"})
_ARMED = frozenset({"fighter", "criminal"})


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a field as one statement holds it; `key` brings equal values together."""

    clue: Clue
    value: str
    key: Hashable


class Voices:
    """Who says each statement of an event."""

    def __init__(self, origins: Origins, origin: Mapping[str, str]) -> None:
        self._origins = origins
        self._origin = origin

    def differ(self, one: Claim, other: Claim) -> bool:
        """Whether two claims come from different mouths."""
        return self._mouth(one) != self._mouth(other)

    def _mouth(self, claim: Claim) -> tuple[str, str]:
        return self._origin[claim.clue.id], self._origins.voice(claim.clue.statement)

    def named(self, clue: Clue) -> str:
        """The speaker, with the origin that brings him where it is another."""
        voice, origin = self._origins.voice(clue.statement), self._origin[clue.id]
        return origin if voice == origin else f"{voice} ({origin})"

    def position(self, claims: Sequence[Claim]) -> Position:
        """The position that equal claims make."""
        ids = sorted({claim.clue.id for claim in claims})
        return Position(claims[0].value, tuple(ids), tuple(sorted({self._origin[key] for key in ids})))

    def sentence(self, claims: Sequence[Claim]) -> str:
        """ "407 police officers according to A and B"."""
        names = sorted({self.named(claim.clue) for claim in claims})
        told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
        return f"{claims[0].value} according to {told}"


def _dispute(
    field: Field,
    about: str,
    claims: Iterable[Claim],
    clash: Callable[[Claim, Claim], bool],
    voices: Voices,
    *,
    by_wording: bool = False,
) -> Disagreement | None:
    """A disagreement of the claims that clash with a claim of another voice, and of those equal to them; None where
    none does. With `by_wording`, equal claims in different words are positions of their own."""
    told = sorted(claims, key=lambda c: (c.value, c.clue.id))
    involved: set[Hashable] = set()
    for one, other in combinations(told, 2):
        if one.key != other.key and one.clue.id != other.clue.id and voices.differ(one, other) and clash(one, other):
            involved |= {one.key, other.key}
    groups: dict[Hashable, list[Claim]] = {}
    for claim in told:
        if claim.key in involved:
            groups.setdefault((claim.key, claim.value.casefold()) if by_wording else claim.key, []).append(claim)
    if len(groups) < 2:
        return None
    what = f"{about}: {'; '.join(voices.sentence(group) for group in groups.values())}."
    return Disagreement(field, what, tuple(voices.position(group) for group in groups.values()))


def _asserted(clues: Iterable[Clue]) -> list[Clue]:
    return [clue for clue in clues if clue.statement.factuality == "asserted"]


def _figures(clues: Sequence[Clue], voices: Voices) -> list[Disagreement]:
    told = [(clue, figure) for clue in _asserted(clues) for figure in clue.figures if bounded(figure)]
    told.sort(key=lambda pair: (-len(pair[1].counts), pair[1].counts, pair[0].id, pair[1].start))
    groups: list[list[tuple[Clue, Figure]]] = []
    for clue, figure in told:
        fit = next((g for g in groups if all(same_count(figure, other) for _, other in g)), None)
        groups.append([(clue, figure)]) if fit is None else fit.append((clue, figure))
    return [dispute for group in groups if (dispute := _figure(group, voices))]


def _figure(group: Sequence[tuple[Clue, Figure]], voices: Voices) -> Disagreement | None:
    """The disagreement of figures that all count the same."""
    figures: dict[Hashable, Figure] = {}
    claims = []
    for clue, figure in group:
        key = (figure.low, figure.best, figure.high)
        figures[key] = figure
        text = figure.text if figure.counts in figure.text else f"{figure.text} {figure.counts}".strip()
        claims.append(Claim(clue, " ".join(text.split()), key))
    what, unit = measure(group[0][1]), group[0][1].unit
    about = f"How many {what}".strip() if unit == "people" else f"How much ({', '.join(filter(None, (unit, what)))})"
    return _dispute("figure", about, claims, lambda a, b: not agree(figures[a.key], figures[b.key]), voices)


def _time(clues: Sequence[Clue], voices: Voices, campaign: bool) -> Disagreement | None:
    claims = []
    times: dict[Hashable, When] = {}
    for clue in _asserted(clues):
        words = clue.statement.evidence.text if campaign else ""
        if clue.time and fine(clue.time) and (not campaign or OPENING.search(words)):
            key = (clue.time.earliest, clue.time.latest)
            times[key] = clue.time
            claims.append(Claim(clue, when_words(clue.time), key))
    about = "When it began" if campaign else "When it happened"
    return _dispute("time", about, claims, lambda a, b: gap(times[a.key], times[b.key]) > 0, voices)


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
        if not clue.doers.ids or clue.statement.mode in MUTUAL:
            continue
        if campaign and not LEADS.search(clue.statement.evidence.text):
            continue
        if campaign or clue.matter in ("violence", "abuse", "abduction"):
            key = _key(clue.doers, "actor")
            sides[key] = clue.doers
            claims.append(Claim(clue, _names(clue.statement.actors), key))
    about = "Who led it" if campaign else "Who did it"
    return _dispute("actor", about, claims, lambda a, b: not _related(sides[a.key], sides[b.key]), voices)


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
        claims.append(Claim(clue, f"not {_names(s.targets)}" if denied else _names(s.targets), key))

    def clash(one: Claim, other: Claim) -> bool:
        (no, left), (also_no, right) = sides[one.key], sides[other.key]
        return not (no and also_no) and _related(left, right) == (no or also_no)

    return _dispute("target", "Whom it was aimed at", claims, clash, voices, by_wording=True)


def _victims(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    """Fighters to one voice, civilians to another."""
    claims = []
    for clue in _asserted(clues):
        told = clue.sufferers.kinds & (_UNARMED | _ARMED)
        if clue.matter == "violence" and told and (told <= _UNARMED or told <= _ARMED):
            claims.append(Claim(clue, _names(clue.statement.targets), "armed" if told <= _ARMED else "unarmed"))
    return _dispute("target", "Who was hit", claims, lambda a, b: True, voices)


def _factuality(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    claims = [
        Claim(
            clue,
            "it happened" if clue.statement.factuality == "asserted" else "it did not happen",
            clue.statement.factuality,
        )
        for clue in clues
        if clue.statement.factuality in ("asserted", "denied")
    ]

    def clash(one: Claim, other: Claim) -> bool:
        s, t = one.clue.statement, other.clue.statement
        if (s.type, s.mode) != (t.type, t.mode) and one.clue.matter != "violence":
            return False
        pairs = ((one.clue.doers, other.clue.doers), (one.clue.sufferers, other.clue.sufferers))
        return all(not (a and b) or _related(a, b) for a, b in pairs)

    return _dispute("factuality", "Whether it happened", claims, clash, voices)


def _act(clues: Sequence[Clue], voices: Voices) -> Disagreement | None:
    """Acts of one matter that exclude each other: manners ("bomb", "bombardment"), or dismissed and resigned."""
    claims = []
    for clue in _asserted(clues):
        key = clue.manner or (clue.statement.mode if clue.matter == "dismissal" else None)
        if key:
            claims.append(Claim(clue, act_name(clue.statement.type, clue.statement.mode).casefold(), key))
    return _dispute("act", "What it was", claims, lambda a, b: True, voices)


def disagreements(
    clues: Sequence[Clue], origins: Origins, origin: Mapping[str, str], campaign: bool
) -> tuple[Disagreement, ...]:
    """Every disagreement of one event. `origin` is the origin of each statement by id; `campaign` tells an operation
    as a whole from a single act."""
    voices = Voices(origins, origin)
    found: list[Disagreement | None] = [*_figures(clues, voices)]
    found += [_time(clues, voices, campaign), _leader(clues, voices, campaign)]
    if campaign:
        found.append(_aim(clues, voices))
    else:
        found += [_victims(clues, voices), _act(clues, voices), _factuality(clues, voices)]
    return tuple(dispute for dispute in found if dispute)
