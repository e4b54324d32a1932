"""Names of states and their people: small closed lists, read once."""

from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from rashomon.gazetteer.build import table
from rashomon.gazetteer.fold import fold


@dataclass(frozen=True, slots=True)
class Country:
    """A state: its English name, other names and abbreviations, the words for its people, the capitals that stand for
    its government in print ("London said"), and a point near its middle in degrees north and east, None where nobody
    needs it. The point is for maps and measuring: a place of the record never takes it."""

    code: str
    name: str
    names: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Region:
    """A region that is no state, called by a word for its people; `point` lies near its middle (degrees north and
    east), None where the gazetteer has one. No place of the record takes it."""

    name: str
    point: tuple[float, float] | None


@cache
def countries() -> tuple[Country, ...]:
    """All states of `data/countries.tsv`, in its order."""
    return tuple(
        Country(
            row["code"],
            row["name"],
            _split(row["names"]),
            _split(row["people"]),
            _split(row["capitals"]),
            _point(row["point"]),
        )
        for row in table("countries.tsv")
    )


@lru_cache(maxsize=65_536)
def country_of(word: str) -> str | None:
    """The state that a name, abbreviation, adjective or word for a people means ("U.S.", "Iraqi", "Britons"), or None.

    Two-letter abbreviations count in capitals only: "us" is no state. A capital is no state here, see `capital_of`.
    """
    key = _key(word)
    if len(key) < 3 and not word.replace(".", "").strip().isupper():
        return None
    return _states().get(key) or _peoples().get(key)


def adjective_of(word: str) -> str | None:
    """The state whose adjective or people `word` is ("Iraqi", "Americans"), None for a state's own name."""
    return _peoples().get(_key(word))


def region_of(word: str) -> Region | None:
    """The region whose people or adjective `word` is ("Chechen", "Texans"), or None."""
    return _regions().get(word)


def capital_of(word: str) -> str | None:
    """The state whose government print calls by `word` ("Washington", "Tehran"), or None."""
    return _capitals().get(_key(word))


@cache
def _states() -> MappingProxyType[str, str]:
    return MappingProxyType({_key(name): each.name for each in countries() for name in (each.name, *each.names)})


@cache
def _peoples() -> MappingProxyType[str, str]:
    return MappingProxyType({_key(name): each.name for each in countries() for name in each.people})


@cache
def _regions() -> MappingProxyType[str, Region]:
    return MappingProxyType({row["word"]: Region(row["region"], _point(row["point"])) for row in table("peoples.tsv")})


@cache
def _capitals() -> MappingProxyType[str, str]:
    return MappingProxyType({_key(name): each.name for each in countries() for name in each.capitals})


def _key(word: str) -> str:
    return fold(word).removeprefix("the ")


def _point(field: str) -> tuple[float, float] | None:
    north, _, east = field.partition(" ")
    return (float(north), float(east)) if east else None


def _split(field: str) -> tuple[str, ...]:
    return tuple(field.split("|")) if field else ()
