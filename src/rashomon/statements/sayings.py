"""Who says it at the end of a sentence, by the words alone: where the speaker begins in front of the word of saying.

For texts without commas, where no parse can tell ("... killed nine residents a monitoring group said on Friday").
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

SAYING = frozenset("said says reported reports told added adds according announced stated claimed".split())
NO_SPEAKER = frozenset(
    "and but or nor as that which who whom whose where when while although though because since if in on at by from of"
    " for to with into over near after before during about against between around under than is are was were be been"
    " has have had will would can could may might must should not also only still".split()
)
"""Words with which nobody's name or description begins."""

AHEAD = 12
"""Words ahead in which a word of saying is looked for."""

TAIL = 10
"""Words behind the word of saying that tell when, where and to whom it was said, at most."""

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
LIGHT = frozenset(
    "on in at by late early a an the his her its their to from of via through during morning evening night afternoon"
    " midnight noon today yesterday earlier later separately statement report interview telephone phone website"
    " briefing conference news press online post tweet email letter time day hours condition anonymity"
    " scene service agency group office state television media radio reporters journalists"
    " updated toll video message comments remarks".split()
)
"""Words of such a tail."""

GOING_ON = frozenset(
    "adding noting citing quoting blaming describing referring accusing without asking speaking calling warning saying"
    " stressing insisting explaining as while after when".split()
)
"""Words with which a speaker's clause goes on behind the word of saying."""

ARTICLES = frozenset(("a", "an", "the"))
LINKS = frozenset("of in at on by from for to with and or near around into over under between".split())
"""Words behind which a phrase goes on."""

RELATIVE = frozenset(("that", "which", "who"))
HALVES = frozenset("news state official television radio agency media".split())
"""Words with which a name or description of an outlet goes on."""

SPEAKERS = frozenset(
    "residents activists witnesses officials sources medics doctors police rescuers reports monitors authorities"
    " diplomats eyewitnesses locals villagers survivors analysts commentators".split()
)
"""Who speaks without an article in front."""

_SAID = "said|says|told|added|reported|announced|stated|claimed"
QUOTED = re.compile(
    rf"""[\w.!?][.!?]?["”](?P<gap> )"""
    rf"""(?P<who>(?!(?:and|but|or|in|on|at|by|from|of|to|for|with|as|that|which|who|is|was|were|are)\b)"""
    rf"""(?:[\w'’.-]+ ){{1,9}})(?:{_SAID})\b"""
)
"""Who said it between the end of a quotation and the word of saying."""

_BODY = (
    r"the (?:[\w-]+ ){0,3}(?:group|monitor|observatory|agency|ministry|watchdog|organi[sz]ation|statement|source"
    r"|official|network)"
)
_NAME = r"(?:the |an? )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][\w'’-]+(?: (?:for |of )?[A-Z][\w'’-]+){0,6}"
INVERTED = re.compile(
    rf"(?:\w[\w'’-]* ){{8,}}[\w'’-]+"
    rf"(?= (?:{_SAID}) (?:{_NAME}|{_BODY})(?:[.\n]| (?:adding|noting|citing|describing)\b))"
)
"""What stands in front of "said the group." at the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of saying ahead: its index, how many words stand before it, and whether the sentence ends with it."""

    at: int
    words: int
    ends: bool


def speech_ahead(words: Sequence[str], at: int) -> Speech | None:
    """The next word of saying behind the word at this index, if it is near and no mark stands between."""
    for index in range(at + 1, min(at + 1 + AHEAD, len(words))):
        if not is_word(words[index]) and words[index] not in ("(", ")"):
            return None
        if words[index].lower() in SAYING or (words[index] == "reports" and words[index - 1][:1].isupper()):
            return Speech(index, index - at - 1, _closes(words, index))
    return None


def _closes(words: Sequence[str], saying: int) -> bool:
    """Does the sentence end behind the word of saying, but for when, where, to whom, and a clause of a participle?"""
    for after in range(saying + 1, min(len(words), saying + 1 + TAIL)):
        word = words[after]
        if word[0] in ".!?":
            return True
        if word.lower() in GOING_ON:
            return True
        if not (word.lower() in LIGHT or word.lower() in DAYS or word[0].isupper() or word[0].isdigit()):
            return False
    return len(words) <= saying + TAIL


def names_somebody(word: str) -> bool:
    """May a speaker's name or description begin with this word?"""
    return word.lower() not in NO_SPEAKER and not (word.islower() and word.endswith(("ing", "ed", "ly")))


def likelihood(words: Sequence[str], at: int, saying: int) -> float:
    """What speaks for and against a speaker who begins behind the gap, by the words alone: an article begins one, and
    one is not begun between an article and its noun, in a name, or in front of another that begins one."""
    left, right = words[at], words[at + 1]
    if any(mark in words[max(0, at - 3) : at + 1] for mark in (";", ":")):
        return -1.0
    begun = any(words[i].lower() in ARTICLES and words[i - 1].lower() not in LINKS for i in range(at + 2, saying))
    begun = begun or any(word in ("as", "which", "that", "who") for word in words[at + 1 : saying])
    inside = (at and words[at - 1].lower() in ARTICLES and right.lower() not in ARTICLES) or (
        at and words[at - 1].lower() in RELATIVE
    )
    lone = saying == at + 2 and right.islower() and not right.endswith("s")
    inside = inside or lone or right in HALVES
    people = left[0].isupper() and left.lower().endswith(("ian", "ish", "ese", "can", "iet"))
    against = (
        1.0 * (begun or left.lower() in LINKS | NO_SPEAKER)
        + 0.5 * inside
        + 0.5 * people
        + 0.2 * (left[0].isupper() and right[0].isupper())
    )
    return (
        0.2 * (right.lower() in ARTICLES)
        + 0.3 * (right in SPEAKERS)
        + 0.1 * (left[0].isupper() and right.islower())
        - against
    )


def is_word(word: str) -> bool:
    """Is the token a word or a number, no mark?"""
    return word[0].isalnum()
