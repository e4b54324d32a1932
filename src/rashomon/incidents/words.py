"""Words of the incidents: which words tell of which type, and how many a phrase names."""

from collections.abc import Mapping

from spacy.tokens import Doc

from rashomon.incidents.entities import Entity

CUES: Mapping[str, frozenset[str]] = {
    "attack": frozenset(
        "kill murder assassinate assassination shoot attack clash massacre ambush die death dead wound fire gun execute"
        " machinegun stab strafe raid".split()
    ),
    "bombing": frozenset(
        "bomb explode explosion blast dynamite detonate bombing blow explosive grenade device sabotage".split()
    ),
    "kidnapping": frozenset(
        "kidnap kidnapping abduct abduction hostage ransom captive kidnapper captor hold release disappear"
        " disappearance".split()
    ),
    "arson": frozenset("burn fire arson ablaze torch incendiary blaze set".split()),
    "robbery": frozenset("rob robbery steal theft loot".split()),
    "forced work stoppage": frozenset("stoppage strike paralyze transportation stop".split()),
}
"""Lemmas that tell of a type of incident in a sentence."""
NUMERALS: Mapping[str, int] = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
REACH = 4
"""Tokens before a phrase in which its number stands."""
MANY = frozenset(("people", "police", "personnel"))
"""Words for more than one that look like one."""


def numbers(doc: Doc, entity: Entity) -> str | None:
    """How many the phrases of an entity name: a number as told, "1" for a singular, else "plural"."""
    if entity.is_person:
        return "1"
    plural = False
    for mention in entity.mentions:
        head = doc[mention.head]
        for token in doc[max(head.left_edge.i, mention.start - REACH) : mention.end]:
            if token.head.i == head.i and (token.dep_ == "nummod" or (token.like_num and token.i < mention.start)):
                value = NUMERALS.get(token.lower_)
                digits = token.text.replace(",", "")
                if value is not None or digits.isdigit():
                    return str(value) if value is not None else digits
        plural = plural or head.tag_ in ("NNS", "NNPS") or head.lemma_.lower() in MANY
    return "plural" if plural else "1"
