"""What sort of actor a name means, told by its last words, and descriptions that hang on a state."""

import re
from dataclasses import dataclass
from types import MappingProxyType

from rashomon.gazetteer import adjective_of, country_of, fold, region_of
from rashomon.record import ActorType
from rashomon.resolve.acronyms import is_acronym
from rashomon.resolve.spelling import american, sounds

_HEADS: dict[ActorType, str] = {
    "force": "army navy police marines guard guards troops soldiers soldier forces force military policemen policeman "
    "servicemen personnel commandos commando battalion battalions division divisions regiment brigade brigades "
    "platoon company unit units corps squadron fleet jets planes warplanes aircraft helicopters helicopter drone "
    "drones tanks artillery gunners snipers patrol patrols convoy coalition peacekeepers garrison paratroopers "
    "airmen sailors reservists conscripts gendarmerie gendarmes paramilitaries swat constabulary",
    "office": "government ministry cabinet parliament congress senate embassy consulate administration authorities "
    "court courts presidency assembly council official officials minister ministers diplomats diplomat commanders "
    "commander generals general officers officer spokesman spokeswoman spokesperson ambassador lawmakers lawmaker "
    "legislators senators intelligence regime leadership leaders department bureau directorate commission command "
    "headquarters judiciary prosecutor prosecutors planners negotiators president secretariat agents operatives "
    "parliamentarians mps sources advisers trainers establishment junta monarchy governor mayor",
    "militia": "militia militias militiamen fighters fighter insurgents insurgent rebels rebel guerrillas guerrilla "
    "gunmen gunman militants militant mujahideen mujahedeen jihadists jihadist terrorists extremists separatists "
    "resistance",
    "party": "party bloc alliance movement front union",
    "outlet": "newspaper newspapers times post herald tribune gazette radio television tv channel magazine",
    "organisation": "organisation organization committee centre center institute university hospital corporation "
    "foundation association society league federation group network agency bank club school charity fund nations "
    "church mosque studies rights watch observatory crescent cross",
}
"""Head nouns and the type of actor they make."""

HEADS = MappingProxyType({head: kind for kind, heads in _HEADS.items() for head in heads.split()})

SAME_HEAD = MappingProxyType(
    {
        "soldier": "soldiers", "policeman": "policemen", "official": "officials", "battalion": "battalions",
        "helicopter": "helicopters", "drone": "drones", "commander": "commanders", "officer": "officers",
        "guard": "guards", "rebel": "rebels", "insurgent": "insurgents", "militant": "militants", "militia": "militias",
        "administration": "government", "regime": "government",
    }
)  # fmt: skip
"""Heads that mean the same of one state: one and many, and the words for its government. Others stand for themselves:
the troops of a state may be any of its forces, its army is not its police."""

POSTS = frozenset(
    "official officials minister ministers secretary diplomat diplomats commander commanders general generals officer "
    "officers spokesman spokeswoman spokesperson ambassador lawmaker lawmakers legislator leader leaders prosecutor "
    "prosecutors negotiator president premier governor mayor adviser advisers agent agents operative operatives mps "
    "sources planners trainers parliamentarians senators legislators negotiators envoy chief".split()
)
"""Heads of what one person may be: "the Iraqi commander" can stand for a name, "the Iraqi army" can not."""

_PEOPLE = frozenset("people civilians residents citizens nationals refugees immigrants prisoners".split())


_QUIET = frozenset(
    "senior top unnamed other former local leading high-ranking ranking key unidentified anonymous".split()
)
"""Words before a description that do not tell one body from another."""

_GENERIC = frozenset(
    "interior defence defense foreign finance oil health justice transport education air national supreme high central "
    "federal state special armed security local provincial first second third general joint war home affairs prime "
    "republican presidential royal white house criminal media press public main ruling".split()
)
"""Words that say what a body is for, not whose it is."""

_OWN_PEOPLE = frozenset(
    "militia militias militiamen fighters gunmen militants members troops forces soldiers rebels insurgents group "
    "movement party organisation organization followers supporters loyalists newspaper network brigades".split()
)
"""What follows the name of a body without making it another one."""


_FAITHS = MappingProxyType(
    {
        "shia": "shia", "shiite": "shia", "shi'ite": "shia", "shi'a": "shia", "shi’ite": "shia", "shi’a": "shia",
        "sunni": "sunni", "alawite": "alawite", "druze": "druze", "christian": "christian", "maronite": "maronite",
        "muslim": "muslim", "yazidi": "yazidi", "yezidi": "yazidi", "hutu": "hutu", "tutsi": "tutsi",
        "tuareg": "tuareg", "pashtun": "pashtun", "fulani": "fulani",
    }
)  # fmt: skip
"""Faiths and peoples without a region of their own whose fighters print tells of, with one spelling for each."""

_MANY = frozenset("various several many some most all both these those numerous other".split())
"""Words for how many of a description are meant."""

_LOCAL = re.compile(
    r"(?P<where>local|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:['’]s)? (?:security )?(?P<force>police)(?: forces?)?"
)
"""The force of a place ("local police", "Basra's police force")."""


_OF = re.compile(r"(?P<head>[Mm]inistry|[Dd]epartment|[Bb]ureau|[Dd]irectorate) of (?:the )?(?P<what>[A-Z]\w+)")


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
    """Read "British troops", "senior US military officials", "government of Iraq"; None for what names no state or no
    head, or joins two ("US and Iraqi forces").

    The words between state and head stay part of the key: the military officials of a state are not its officials.
    """
    words = turned(name).split()
    if {"and", "or"} & set(words):
        return None
    before: tuple[str, ...] = ()
    if len(words) >= 3 and "of" in words[1:-1]:
        at = len(words) - 1 - words[::-1].index("of")
        right = " ".join(words[at + 1 :]).removeprefix("the ")
        state = country_of(right)
        return _described(state, words[:at]) if state else described(right)
    while words and words[0].islower():
        before, words = (*before, words[0]), words[1:]
    for taken in (2, 1):
        state = country_of(re.sub("['’]s?$", "", " ".join(words[:taken])))
        if state and len(words) > taken:
            return _described(state, [*before, *words[taken:]])
    return None


def folk(name: str) -> Described | None:
    """Read the fighters of a faith or people that is no state's ("Shia militias", "Kurdish forces")."""
    words = name.split()
    while words and words[0] in _MANY:
        words = words[1:]
    whose = _FAITHS.get(words[0].lower()) if words else None
    region = region_of(words[0]) if words and whose is None else None
    whose = whose or (region.name if region else None)
    told = _described(whose, words[1:]) if whose and len(words) > 1 else None
    return told if told is not None and told.type in {"force", "militia"} else None


def force_of_place(name: str) -> tuple[str, str] | None:
    """The place and the force that words for a force of a place name, "local" for one that is not named."""
    found = _LOCAL.fullmatch(name)
    return (found["where"], found["force"]) if found else None


def turned(name: str) -> str:
    """A ministry, department or bureau "of" something with that in front, as the other half of print has it.

    >>> turned("Iraqi Ministry of the Interior"), turned("Bank of Karsa")
    ('Iraqi Interior Ministry', 'Bank of Karsa')
    """
    return _OF.sub(lambda found: f"{found['what']} {found['head']}", name)


def is_body(name: str) -> bool:
    """Whether words name a state or hang on one as a force, group or office that is no one person's post."""
    told = described(name)
    return country_of(name) is not None or (told is not None and told.head not in POSTS)


def is_generic(name: str) -> bool:
    """Whether a name only says the sort of a body ("Interior Ministry", "Air Force"), so that every state has one."""
    words = [word for word in fold(name).split() if word not in {"of", "the", "for", "and"}]
    return all(word in HEADS or word in _GENERIC or word in _PEOPLE for word in words)


def body_of(name: str) -> str:
    """The body that a description of its people hangs on ("Arakan Army" of "Arakan Army fighters"), else ""."""
    words = name.split()
    last = len(words)
    while last > 1 and words[last - 1].islower() and words[last - 1] in _OWN_PEOPLE:
        last -= 1
    return " ".join(words[:last]) if last < len(words) else ""


def is_following(name: str) -> bool:
    """Whether a single word names those who follow somebody or something ("Sadrists", "Baathist")."""
    return " " not in name and name.lower().removesuffix("s").endswith("ist")


def body_key(name: str) -> tuple[str, ...]:
    """What the spellings of a name share; acronyms and short words as written, for one letter tells them apart."""
    if len(name) <= 4 or is_acronym(name):
        return (fold(name),)
    return sounds(name.removesuffix("s") if is_following(name) else name)


def _described(state: str, words: list[str]) -> Described | None:
    head = fold(words[-1]) if words else ""
    kind: ActorType | None = "group" if head in _PEOPLE else HEADS.get(head)
    if kind is None:
        return None
    middle = tuple(sorted(american(word) for word in words[:-1] if adjective_of(word) is None and word not in _QUIET))
    return Described(state, head, kind, (state, *middle, SAME_HEAD.get(head, head)))
