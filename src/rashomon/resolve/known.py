"""Actors of the news that go by several names, from `data/actors.tsv`."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from rashomon.gazetteer import fold
from rashomon.record import ActorType
from rashomon.resolve.spelling import sounds


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the list; `parent` is the name of what it belongs to, "" where it belongs to nothing."""

    type: ActorType
    name: str
    names: tuple[str, ...]
    parent: str


@cache
def known_actors() -> tuple[Known, ...]:
    """Every actor of the list, in its order."""
    text = files("rashomon.resolve").joinpath("data", "actors.tsv").read_text("utf-8")
    _, *rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return tuple(
        Known(cast("ActorType", kind), name, (name, *names.split("|")) if names else (name,), parent)
        for kind, name, names, parent in rows
    )


@lru_cache(maxsize=65_536)
def known_actor(name: str) -> Known | None:
    """The actor of the list that goes by `name`, or None; abbreviations count in capitals only.

    >>> known_actor("ISIL").name, known_actor("is")
    ('Islamic State', None)
    """
    found = _by_name().get(fold(name)) or (_by_sound().get(sounds(name)) if len(name) > 4 else None)
    if found is None or (len(name) <= 4 and name.islower()):
        return None
    return None if name not in found.names and _is_acronym_of(name, found) else found


def _is_acronym_of(name: str, found: Known) -> bool:
    """Whether the list has this name in capitals only while it is written otherwise here."""
    return (
        any(fold(each) == fold(name) and each.isupper() for each in found.names) and not name.replace(".", "").isupper()
    )


@cache
def _by_sound() -> MappingProxyType[tuple[str, ...], Known]:
    return MappingProxyType({sounds(name): each for each in known_actors() for name in each.names if len(name) > 4})


@cache
def _by_name() -> MappingProxyType[str, Known]:
    return MappingProxyType({fold(name): each for each in known_actors() for name in each.names})
