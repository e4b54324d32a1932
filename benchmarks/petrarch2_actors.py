"""The two dictionaries of a PETRARCH set: names of actors with their codes, and words for agents with theirs.

An actor's code may hold for some days only; an agent's goes behind the code of the actor that it belongs to, or in
front where its `~` stands at the end. Words stand in capitals, joined by "_" or blanks.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

_CODE = re.compile(r"\[([^\]]*)\]")
_PLURAL = re.compile(r"\{([^}]*)\}")
_SET = re.compile(r"^(!\w+!)\s*=\s*(.+)$")
_DAYS = re.compile(r"^(?P<code>[^\s<>\d]+)\s*(?:(?P<side>[<>])\s*(?P<day>\d+)>?|(?P<first>\d+)\s*-\s*(?P<last>\d+))?$")
_WORD = re.compile(r"[^\s_]+")
NOBODY = re.compile(r"^[-+#]+$")
"""A code that says that a name is no actor."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """The codes of one name (several where it stands for several actors), and from when to when they hold."""

    codes: tuple[str, ...]
    first: date = date.min
    last: date = date.max

    @property
    def always(self) -> bool:
        """Whether no day bounds the code."""
        return self.first == date.min and self.last == date.max


@dataclass(slots=True)
class Dictionaries:
    """`actors` and `agents` by their words in capitals; `longest` words of any of them."""

    actors: dict[Words, list[Code]] = field(default_factory=dict)
    agents: dict[Words, str] = field(default_factory=dict)

    @property
    def longest(self) -> int:
        """The number of words of the longest entry."""
        return max(map(len, (*self.actors, *self.agents)), default=0)

    def actor(self, words: Words, day: date) -> tuple[str, ...] | None:
        """The codes of an actor of this name on this day, empty for one that is not to be coded, None if unknown."""
        codes = self.actors.get(words)
        if codes is None:
            return None
        bound = [code for code in codes if not code.always]
        free = [code for code in codes if code.always]
        fit = next((code for code in (*bound, *free) if code.first <= day <= code.last), None)
        return tuple(c for c in fit.codes if not NOBODY.match(c)) if fit is not None else ()


def read_dictionaries(folder: Path) -> Dictionaries:
    """The dictionaries `actors.txt` and `agents.txt` in a folder; empty where there are none."""
    found = Dictionaries()
    for name, read in (("actors.txt", _read_actors), ("agents.txt", _read_agents)):
        if (folder / name).exists():
            read((folder / name).read_text("utf-8").splitlines(), found)
    return found


def words_of(text: str) -> Words:
    """A name as its words in capitals."""
    return tuple(_WORD.findall(text.upper()))


def _read_actors(lines: Sequence[str], into: Dictionaries) -> None:
    names: list[Words] = []
    codes: list[Code] = []

    def close() -> None:
        for name in names:
            into.actors[name] = list(codes)

    for raw in lines:
        line = raw.split("#")[0].rstrip()
        if not line.strip() or line.lstrip().startswith("<"):
            continue
        if not line[0].isspace() and not line.startswith("+"):
            close()
            names, codes = [], []
        if not line[0].isspace():
            names.append(words_of(_CODE.sub("", line).lstrip("+")))
        codes.extend(code for text in _CODE.findall(line) if (code := _code(text)) is not None)
    close()


def _code(text: str) -> Code | None:
    stated = text.strip()
    before = stated.replace("<", " < ", 1).replace(">", " > ", 1) if "<" in stated else stated
    match = _DAYS.match(stated) or _DAYS.match(before.replace(" >", "", 1)) or _DAYS.match(before)
    if match is None:
        return Code(tuple(stated.upper().split("/"))) if stated and " " not in stated else None
    codes = tuple(match["code"].upper().split("/"))
    if match["first"]:
        return Code(codes, _day(match["first"]), _day(match["last"]))
    if match["side"] == "<":
        return Code(codes, last=_day(match["day"]))
    return Code(codes, first=_day(match["day"])) if match["side"] else Code(codes)


def _day(digits: str) -> date:
    full = digits if len(digits) == 8 else f"19{digits}"
    return date(int(full[:4]), int(full[4:6]), int(full[6:8]))


def _read_agents(lines: Sequence[str], into: Dictionaries) -> None:
    sets: dict[str, tuple[str, ...]] = {}
    for raw in lines:
        line = raw.split("#")[0].strip()
        if named := _SET.match(line):
            sets[named[1]] = tuple(word.strip() for word in named[2].split(","))
        elif code := _CODE.search(line):
            plural = _PLURAL.search(line)
            name = _PLURAL.sub("", _CODE.sub("", line)).strip()
            spelled = [name, *([plural[1]] if plural else [_in_plural(name)])]
            for each in _with_sets([one for one in spelled if one.strip()], sets):
                into.agents[words_of(each)] = code[1].strip().upper()


def _in_plural(name: str) -> str:
    return f"{name[:-1]}IES" if name.endswith("Y") else f"{name}S"


def _with_sets(names: list[str], sets: dict[str, tuple[str, ...]]) -> list[str]:
    """The names with every word of a set (`!PERSON!`) in the set's place."""
    out = names
    for mark, members in sets.items():
        out = [name.replace(mark, word) for name in out for word in (members if mark in name else ("",))]
    return out
