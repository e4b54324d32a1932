"""The positions of voices on one field, and whether they leave each other room.

Only voices that differ can disagree. A voice is an origin with a speaker who has a name; what an outlet has from nobody
in particular it says itself. The same speaker in two papers is two voices until both papers are of one origin.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from rashomon.events.clues import Clue
from rashomon.events.origins import Origins
from rashomon.events.titles import day
from rashomon.record import Disagreement, Position, Statement
from rashomon.record.event import Field

Mouth = tuple[str, str]
"""Origin and whom it cites, itself where nobody."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of a field as one `voice` holds it, in the statements `ids`; `key` brings equal values together.
    `mouth` is what the reader is told of the voice, `day` when it spoke, where that matters."""

    ids: tuple[str, ...]
    voice: Mouth
    mouth: Mouth
    value: str
    key: Hashable
    day: date | None = None


_VERBS: Mapping[Field, tuple[str, str]] = {
    "figure": ("has", "have"),
    "time": ("has", "have"),
    "place": ("has", "have"),
    "actor": ("names", "name"),
    "target": ("names", "name"),
    "act": ("speaks of", "speak of"),
}
"""What one voice, and what several, do with a value of a field."""

Clash = Callable[[Claim, Claim], bool]


class Voices:
    """Who says each statement of an event; `origin` is the origin of each by id."""

    def __init__(self, origins: Origins, origin: Mapping[str, str], statements: Iterable[Statement]) -> None:
        self._origin = origin
        self._mouth = {s.id: (origin[s.id], origins.voice(s)) for s in statements}
        self._named = {s.id: origins.speaker(s) or origin[s.id] for s in statements}

    def claim(self, clue: Clue, value: str, key: Hashable, *, anybody: bool = False) -> Claim:
        """The claim that one statement makes. With `anybody`, speakers without a name are voices of their own."""
        mouth = self._mouth[clue.id]
        return Claim((clue.id,), mouth if anybody else self.voice(clue.id), mouth, value, key)

    def voice(self, statement: str) -> Mouth:
        """The voice behind a statement."""
        return self._origin[statement], self._named[statement]


def dispute(
    field: Field,
    about: str,
    claims: Iterable[Claim],
    clash: Clash,
    *,
    whole: bool = False,
    by_wording: bool = False,
    verbs: Mapping[Hashable, tuple[str, str]] | None = None,
) -> Disagreement | None:
    """A disagreement of the claims that clash with a claim of another voice, and of those equal to them; None where
    none does.

    With `whole`, two voices disagree only where nothing that the one holds leaves room for anything that the other
    holds. With `by_wording`, equal claims in different words are positions of their own. `verbs` are what one and what
    several voices say instead of a value, by its key.
    """
    told = sorted(claims, key=lambda c: (c.value, c.ids))
    involved = _voices_apart(told, clash) if whole else _claims_apart(told, clash)
    groups: dict[Hashable, list[Claim]] = {}
    for claim in told:
        if claim.key in involved:
            groups.setdefault((claim.key, claim.value.casefold()) if by_wording else claim.key, []).append(claim)
    if len(groups) < 2:
        return None
    told_so = sentence(about, list(groups.values()), verbs or {}, _VERBS.get(field, ("says", "say")))
    return Disagreement(field, told_so, tuple(_position(group) for group in groups.values()))


def _claims_apart(told: Sequence[Claim], clash: Clash) -> set[Hashable]:
    involved: set[Hashable] = set()
    for one, other in combinations(told, 2):
        if one.key != other.key and one.voice != other.voice and clash(one, other):
            involved |= {one.key, other.key}
    return involved


def _voices_apart(told: Sequence[Claim], clash: Clash) -> set[Hashable]:
    held: dict[Mouth, list[Claim]] = {}
    for claim in told:
        held.setdefault(claim.voice, []).append(claim)
    involved: set[Hashable] = set()
    for ones, others in combinations(held.values(), 2):
        if all(a.key != b.key and clash(a, b) for a, b in product(ones, others)):
            involved.update(claim.key for claim in (*ones, *others))
    return involved


def _position(claims: Sequence[Claim]) -> Position:
    ids = sorted({key for claim in claims for key in claim.ids})
    return Position(claims[0].value, tuple(ids), tuple(sorted({claim.mouth[0] for claim in claims})))


def sentence(
    about: str,
    groups: Sequence[Sequence[Claim]],
    verbs: Mapping[Hashable, tuple[str, str]],
    usual: tuple[str, str] = ("has", "have"),
) -> str:
    """ "How many killed: The Courier has 3 people; Morning Post, citing the mayor, 8 people." The usual verb stands
    once."""
    said: list[str] = []
    for group in groups:
        mouths = sorted({claim.mouth for claim in group})
        own = verbs.get(group[0].key)
        several = len({origin for origin, _ in mouths}) > 1
        verb = (own or usual)[several] if own or not said else ""
        spoke = min((claim.day for claim in group if claim.day), default=None)
        note = f"({day(spoke)})" if spoke else ""
        said.append(" ".join(filter(None, (_who(mouths), verb, "" if own else group[0].value, note))))
    return f"{about}: {'; '.join(said)}."


def _who(mouths: Sequence[Mouth]) -> str:
    """ "The Courier, citing officials," or "The Courier (citing officials) and Morning Post"."""
    cited: dict[str, list[str]] = {}
    for origin, voice in mouths:
        cited.setdefault(origin, []).extend([voice] if voice != origin else [])
    if len(cited) == 1:
        ((origin, voices),) = cited.items()
        return f"{origin}, citing {_listed(voices)}," if voices else origin
    return _listed([f"{origin} (citing {_listed(voices)})" if voices else origin for origin, voices in cited.items()])


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
