"""What sort of actor a name means, told by its last words, and descriptions that hang on a state."""

from dataclasses import dataclass
from types import MappingProxyType

from rashomon.gazetteer import adjective_of, country_of, fold
from rashomon.record import ActorType

_HEADS: dict[ActorType, str] = {
    "force": "army navy police marines guard guards troops soldiers soldier forces force military policemen policeman "
    "servicemen personnel commandos commando battalion battalions division divisions regiment brigade brigades "
    "platoon company unit units corps squadron fleet jets planes warplanes aircraft helicopters helicopter drone "
    "drones tanks artillery gunners snipers patrol patrols convoy coalition peacekeepers garrison paratroopers "
    "airmen sailors reservists conscripts gendarmerie gendarmes paramilitaries sheriff swat constabulary",
    "office": "government ministry cabinet parliament congress senate embassy consulate administration authorities "
    "court courts presidency assembly council official officials minister ministers diplomats diplomat commanders "
    "commander generals general officers officer spokesman spokeswoman spokesperson ambassador lawmakers lawmaker "
    "legislators senators intelligence regime leadership leaders department bureau directorate commission command "
    "headquarters judiciary prosecutor prosecutors planners negotiators prime-minister president secretariat "
    "occupation establishment junta monarchy police-chief governor mayor state-department pentagon",
    "militia": "militia militias militiamen fighters fighter insurgents insurgent rebels rebel guerrillas guerrilla "
    "gunmen gunman militants militant mujahideen mujahedeen jihadists jihadist terrorists extremists separatists "
    "resistance hizbullah hezbollah",
    "party": "party bloc alliance movement front coalition-party list union congress-party democrats republicans",
    "outlet": "newspaper newspapers times post herald tribune gazette radio television tv channel magazine",
    "organisation": "organisation organization committee centre center institute university hospital corporation "
    "foundation association society league federation group network agency bank club school company-ltd charity fund "
    "nations church mosque international relations studies rights watch observatory commissioner crescent cross",
}
"""Head nouns and the type of actor they make. `brigade` and `brigades` of no state are a militia's, see `type_of`."""

HEADS = MappingProxyType({head: kind for kind, heads in _HEADS.items() for head in heads.split()})

SAME_HEAD = MappingProxyType(
    {word: "troops" for word in "troops soldiers forces military servicemen personnel soldier".split()}
    | {word: "police" for word in "police policemen policeman".split()}
    | {word: "officials" for word in "officials official".split()}
    | {word: "government" for word in "government administration regime".split()}
    | {word: "parliament" for word in "parliament".split()}
)
"""Heads that mean the same body of one state; others stand for themselves."""

_PEOPLE = frozenset("people civilians residents citizens nationals refugees immigrants prisoners".split())


@dataclass(frozen=True, slots=True)
class Described:
    """An actor described by its state and a head noun ("British troops"): `key` is equal for words of one meaning."""

    state: str
    head: str
    type: ActorType
    key: tuple[str, ...]


def head_of(name: str) -> str:
    """The head noun of a name: its last word, or the word before "of", "for", "in", "on" ("Council of Elders")."""
    words = fold(name).split()
    for position, word in enumerate(words):
        if position and word in {"of", "for", "in", "on", "at"}:
            return words[position - 1]
    return words[-1] if words else ""


def type_of(name: str) -> ActorType | None:
    """The type that a name's head noun tells, None where it tells none."""
    head = head_of(name)
    kind = HEADS.get(head)
    if kind is None and "party" in fold(name).split():
        return "party"
    if kind is None and "ministry" in fold(name).split():
        return "office"
    return kind


def described(name: str) -> Described | None:
    """Read "British troops", "US military officials", "government of Iraq"; None for what names no state or no head.

    The words between state and head stay part of the key: the military officials of a state are not its officials.
    """
    words = name.split()
    if len(words) >= 3 and words[-2].casefold() == "of" and (state := country_of(words[-1])):
        return _described(state, words[:-2])
    if len(words) >= 4 and words[-3].casefold() == "of" and (state := country_of(" ".join(words[-2:]))):
        return _described(state, words[:-3])
    for taken in (2, 1):
        front = " ".join(words[:taken]).removesuffix("'s").removesuffix("’s")
        state = country_of(front)
        if state and len(words) > taken:
            return _described(state, words[taken:])
    return None


def _described(state: str, words: list[str]) -> Described | None:
    head = fold(words[-1])
    kind: ActorType | None = "group" if head in _PEOPLE else HEADS.get(head)
    if kind is None:
        return None
    middle = tuple(sorted(fold(word) for word in words[:-1] if adjective_of(word) is None))
    if middle in {("military",), ("armed",)} and SAME_HEAD.get(head) == "troops":
        middle = ()
    return Described(state, head, kind, (state, *middle, SAME_HEAD.get(head, head)))
