"""Places named in a sentence, also where they are no place of the act: the "Tarn" of "the Tarn offensive".

Only wordings that the resolver took for a place somewhere in the report are looked for, and only where they mean one
place there: a wording for two counts where one lies within the other, and then means the smaller.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rashomon.events.geography import holds
from rashomon.record import Place, Statement


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named in a sentence; `start` and `end` are offsets in the sentence."""

    start: int
    end: int
    place: Place


def _goes_by(place: Place, wording: str) -> bool:
    """Not so of a place near another: in "10 km south of Mosul" the wording is that of the town."""
    return place.gazetteer is not None or wording in place.names


def _one(candidates: Iterable[Place]) -> Place | None:
    ordered = sorted(candidates, key=lambda place: (place.precision, place.id))
    return ordered[0] if all(holds(wide, ordered[0]) for wide in ordered[1:]) else None


class Gazette:
    """The wordings for places of one report."""

    def __init__(self, statements: Iterable[Statement], places: Mapping[str, Place]) -> None:
        meant: dict[str, set[str]] = {}
        for statement in statements:
            for mention in statement.places:
                place = places.get(mention.place) if mention.place else None
                if place and mention.text[:1].isupper() and _goes_by(place, mention.text):
                    meant.setdefault(mention.text, set()).add(place.id)
        found = {text: _one(places[key] for key in keys) for text, keys in meant.items()}
        self._places = places
        self._meant = {text: place for text, place in found.items() if place}
        longest_first = sorted(self._meant, key=lambda text: (-len(text), text))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w|['’]\w)")

    def spots(self, statement: Statement) -> tuple[Spot, ...]:
        """The places that the statement's sentence names, in the order of the text."""
        start = statement.evidence.start
        found = {
            (m.start - start, m.end - start): self._places[m.place]
            for m in statement.places
            if m.place and m.place in self._places
        }
        if self._meant:
            for hit in self._pattern.finditer(statement.evidence.text):
                found.setdefault(hit.span(), self._meant[hit.group()])
        return tuple(
            Spot(first, last, place) for (first, last), place in sorted(found.items(), key=lambda item: item[0])
        )
