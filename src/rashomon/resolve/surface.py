"""A name as it stands in print, brought to the bare name: no article, no possessive, no title in front."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rashomon.gazetteer import adjective_of, country_of

TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir lord lady dame sheikh sheik shaikh ayatollah imam mullah mawlawi maulana "
    "hojatoleslam sayyid sayyed sayed reverend father bishop archbishop cardinal pope rabbi general gen lieutenant lt "
    "colonel col major maj brigadier brig captain capt sergeant sgt corporal private admiral adm rear commander cmdr "
    "marshal president premier pm king queen prince princess emir sultan minister secretary ambassador governor gov "
    "senator sen congressman congresswoman mp mayor chairman chairwoman spokesman spokeswoman spokesperson director "
    "judge chancellor envoy warlord cleric leader chief commissioner adviser advisor analyst militant correspondent "
    "representative deputy inspector superintendent strongman dictator journalist reporter cameraman "
    "photographer policeman officer specialist staff airman "
    "lawmaker parliamentarian".split()
)
"""Words that stand before a person's name and are no part of it."""

BEFORE_TITLES = frozenset(
    "prime vice deputy former acting then late top senior grand foreign defence defense interior finance oil health "
    "justice home war state national security intelligence police army navy military opposition shia shiite sunni "
    "kurdish radical rebel local provincial joint chiefs of the staff air force special assistant under "
    "attorney lance first second chief press supreme ex".split()
)
"""Words that stand before a title: none of them alone makes what follows a person."""

RANKS = TITLES - frozenset("leader chief staff specialist private father secretary general commander".split())
"""Titles that make a person of a single name that follows them, whatever the language pipeline calls it."""

FUNCTION = frozenset(
    "from in at to by with near on into onto and or but who whom that which was were is are said told as against over "
    "after before between through during since has had have will would toppled killed named called led met".split()
)
"""Words that end a title when they stand inside it: "a captain from Novi Most" makes no captain of the town."""

_EDGES = " \t*_\"'“”‘’`.,;:!?()[]{}<>|-–—"
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|we|some|several|how many|many|most|more|other|fellow|such|its|their|his|her"
    r"|our)\s+",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"^(?:(?:about|around|some|nearly|almost|over|more than|less than|fewer than|at least|at most|up to|as many as|"
    r"an estimated|another|all|both|\d[\d,.]*|dozens of|scores of|hundreds of|thousands of|tens of thousands of|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million)\s+)+",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"^(?:members?|soldiers|fighters|troops|elements|units|officers|forces|men|followers|supporters|militants)\s+"
    r"(?:of|from|loyal to)\s+(?:the\s+)?(?=[A-Z])"
)
_HYPHENED = re.compile(
    r"^(?:[\w.]+-(?:led|backed|based|controlled|born|trained|occupied|funded|allied|dominated)\s+)+", re.IGNORECASE
)
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name parted into the title before it ("" where there is none) and the bare name."""

    title: str
    name: str


@lru_cache(maxsize=65_536)
def bare(text: str) -> str:
    """`text` on one line without marks at its edges, number, determiner, "members of" and possessive ending.

    >>> bare("the Mahdi Army's"), bare("*New York Times"), bare("some 40 members of the Free Syrian Army")
    ('Mahdi Army', 'New York Times', 'Free Syrian Army')
    """
    line = " ".join(text.split("\n\n", 1)[0].split())
    initials = re.search(r"(?:\b[A-Z]\.){2,}$", line)
    line = line.strip(_EDGES) + ("." if initials else "")
    line = _DETERMINER.sub("", _QUANTITY.sub("", line))
    line = _HYPHENED.sub("", line)
    line = _DETERMINER.sub("", _POSSESSIVE.sub("", line).strip(_EDGES if not initials else " "))
    return re.sub(r"\s+(?:and|\d+)$", "", _MEMBERS.sub("", line)).strip()


@lru_cache(maxsize=65_536)
def without_title(name: str) -> PersonName:
    """Part the title from a person's name.

    >>> without_title("US Vice President Jane Roe")
    PersonName(title='US Vice President', name='Jane Roe')
    """
    words = name.split()
    last = 0
    for position, word in enumerate(words):
        key = word.casefold().strip(".,")
        if key in TITLES:
            last = position + 1
        elif word in FUNCTION or (
            key not in BEFORE_TITLES
            and not word.islower()
            and not (position <= 1 and (country_of(key) or country_of(word) or adjective_of(word)))
        ):
            break
    rest = " ".join(words[last:])
    return PersonName(" ".join(words[:last]), _SUFFIX.sub("", rest))


def title_before(text: str, start: int) -> str:
    """The words right before offset `start` that make up a title ("US General", "Mr"), "" where none stands there."""
    line = re.split(r"[\n,;:()]|[.!?]\s+(?=[A-Z][a-z]{3})", text[max(0, start - 70) : start])[-1]
    words = line.split()
    kept = 0
    for position, word in enumerate(reversed(words), start=1):
        key = bare(word).casefold().strip(".")
        if key in TITLES:
            kept = position
        elif key not in BEFORE_TITLES and not country_of(bare(word)):
            break
        elif kept:
            kept = position
    return " ".join(words[len(words) - kept :]) if kept and line.endswith((" ", "\t")) else ""
