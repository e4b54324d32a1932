"""What the words beside a place's name say about it: what it is called ("province"), and what it lies in."""

import re
from dataclasses import dataclass, replace

UNIT_WORDS = "province governorate region oblast county prefecture state canton krai republic territory department"
TOWN_WORDS = "city town village municipality"
DISTRICT_WORDS = "district neighbourhood neighborhood suburb quarter area slum camp sector"

_NAME = r"(?:[A-Z][\w'’.-]*(?:[ -](?:al|el|ad|as|ash|an|ar|ez|de|of|the)?[ -]?[A-Z][\w'’.-]*)*)"
_SORTED = re.compile(
    rf"\s+(?P<unit>{'|'.join(UNIT_WORDS.split())})\b|\s+(?P<town>{'|'.join(TOWN_WORDS.split())})\b"
    rf"|\s+(?P<district>{'|'.join(DISTRICT_WORDS.split())})\b",
    re.IGNORECASE,
)
_COMMA = re.compile(rf",\s+(?:in\s+)?(?P<within>{_NAME})")
_OF = re.compile(
    rf"(?:,)?(?:\s+[a-z-]+){{0,4}}?\s+(?:{'|'.join((TOWN_WORDS + ' ' + DISTRICT_WORDS).split())})s?\s+(?:of|in)\s+(?:\w+\s+)?"
    rf"(?P<within>{_NAME})"
)
_OWNER = re.compile(rf"(?P<within>{_NAME})['’]s\s+(?:[a-z-]+\s+){{0,3}}$")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`sort` is "unit", "town", "district" or "" where the text does not tell; `within` the name of what it lies in."""

    sort: str = ""
    within: str = ""

    def parted(self, name: str) -> tuple[str, "Surroundings"]:
        """Part "Basra province" into the name and its sort, where the name itself ends in what the place is."""
        first, _, last = name.rpartition(" ")
        found = _SORTED.fullmatch(f" {last}") if first else None
        if found is None or last[0].isupper():
            return name, self
        return first, replace(self, sort=found.lastgroup or "")


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """Read what stands right after and before the name at `start` to `end`."""
    after, before = text[end : end + 90], text[max(0, start - 60) : start]
    sort = _SORTED.match(after)
    return Surroundings(sort.lastgroup or "" if sort else "", _within(after, before))


def _within(after: str, before: str) -> str:
    for found in (_OF.match(after), _OWNER.search(before), _COMMA.match(after)):
        if found:
            return found["within"].removesuffix("'s").removesuffix("’s")
    return ""
