"""What the words beside a place's name say about it: what it is called ("province"), and what it lies in."""

import re
from dataclasses import dataclass, replace
from typing import Literal, cast

from rashomon.gazetteer import country_of

Sort = Literal["", "unit", "town", "district"]

_SORTS = {
    "unit": "province governorate region oblast county prefecture state canton krai republic territory department",
    "town": "city town village municipality",
    "district": "district neighbourhood neighborhood suburb quarter area slum camp sector",
}
_WORDS = {sort: "|".join(words.split()) for sort, words in _SORTS.items()}

_NAME = r"[A-Z][\w'’.-]*(?:[ -](?:(?:al|el|ad|as|ash|an|ar|ez|de|of)[ -])?[A-Z][\w'’.-]*)*"
_SORTED = re.compile(r"\s+(?:" + "|".join(rf"(?P<{sort}>{words})" for sort, words in _WORDS.items()) + r")\b", re.I)
_SIDE = r"(?:(?:north|south|east|west|central|old|greater)\w*\s+|the\s+)*"

_AFTER = re.compile(
    rf"(?:,?(?:\s+[a-z-]+){{0,4}}?\s+(?:{_WORDS['town']}|{_WORDS['district']})s?\s+(?:of|in)|\s+in)\s+{_SIDE}(?P<within>{_NAME})"
)
"""'Sadr City slum district of Baghdad', 'Kut, a town in southern Iraq', 'the market in Hilla'."""

_OWNER = re.compile(rf"(?P<within>{_NAME})['’]s?\s+(?:[\w-]+\s+){{0,2}}$")
"""'Baghdad's sprawling Sadr City'."""

_SORT_OF = re.compile(
    rf"(?P<within>{_NAME})\s+(?:[a-z-]+\s+){{0,2}}(?P<sort>{_WORDS['town']}|{_WORDS['district']}|{_WORDS['unit']})\s+of\s+$"
)
"""'the Iraqi city of Mosul', 'the Basra suburb of Zubayr'."""

_COMMA = re.compile(rf",\s+(?:in\s+)?{_SIDE}(?P<within>{_NAME})")
"""'Basra, Iraq'; a list of places looks the same, so it narrows but never adds."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`sort` is what the text calls the place, "" where it does not tell; `within` what the text says it lies in,
    `beside` what may be either that or the next of a list; both "" where nothing is told."""

    sort: Sort = ""
    within: str = ""
    beside: str = ""

    def parted(self, name: str) -> tuple[str, "Surroundings"]:
        """Part "Basra province" into the name and its sort, where the name itself ends in what the place is."""
        first, _, last = name.rpartition(" ")
        found = _SORTED.fullmatch(f" {last}") if first and last.islower() else None
        return (first, replace(self, sort=cast("Sort", found.lastgroup))) if found else (name, self)


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """Read what stands right after and before the name at `start` to `end`."""
    after, before = text[end : end + 90], text[max(0, start - 60) : start].rpartition("\n")[2]
    told, called = _SORTED.match(after), _SORT_OF.search(before)
    sort = (
        told.lastgroup if told else next((s for s, words in _SORTS.items() if called and called["sort"] in words), "")
    )
    after_name, owner, beside = _AFTER.match(after), _OWNER.search(before), _COMMA.match(after)
    found = after_name or owner or called
    return Surroundings(cast("Sort", sort), _container(found), _container(beside))


def _container(found: re.Match[str] | None) -> str:
    """The name that a pattern found, a state's for its adjective, without what trails it ("Cairo's", "Iraq.")."""
    if found is None:
        return ""
    name = found["within"].removesuffix("'s").removesuffix("’s").rstrip(".,'’")
    return country_of(name) or country_of(name.split(" ")[-1]) or name
