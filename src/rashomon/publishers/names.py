"""The list of publishers, and who goes by a name."""

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

PublisherKind = Literal["outlet", "agency"]


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher: the name to use, its kind, and its other names."""

    name: str
    kind: PublisherKind
    names: tuple[str, ...]


@cache
def publishers() -> tuple[Publisher, ...]:
    """All of `publishers.tsv`, in its order."""
    text = files("rashomon.publishers").joinpath("publishers.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(
        Publisher(name, "agency" if kind == "agency" else "outlet", tuple(filter(None, names.split("|"))))
        for kind, name, names in rows
    )


@lru_cache(maxsize=65_536)
def find_publisher(name: str, *, any_case: bool = False) -> Publisher | None:
    """The publisher that goes by `name`, with or without "the" in front; capitals count unless `any_case` ("Time")."""
    plain = name.strip().strip("*_")
    plain = plain[4:] if plain[:4].lower() == "the " else plain
    return _by_lower_name().get(plain.lower()) if any_case else _by_name().get(plain)


def full_name(name: str) -> str:
    """The full name of the publisher that goes by `name`; `name` itself where it is none of the list."""
    known = find_publisher(name)
    return known.name if known else name


def _keys(publisher: Publisher) -> tuple[str, ...]:
    return tuple(name.removeprefix("The ") for name in (publisher.name, *publisher.names))


@cache
def _by_name() -> MappingProxyType[str, Publisher]:
    return MappingProxyType({name: each for each in reversed(publishers()) for name in _keys(each)})


@cache
def _by_lower_name() -> MappingProxyType[str, Publisher]:
    return MappingProxyType({name.lower(): each for each in reversed(publishers()) for name in _keys(each)})
