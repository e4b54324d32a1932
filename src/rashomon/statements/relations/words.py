"""The table of words for relations, `data/relations.tsv`; its head says how to read and extend it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import cast

from rashomon.record import RelationKind


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a word: the relation, whether whoever bears the word is its subject, and the prepositions (empty for
    none) that lead to the other one."""

    relation: RelationKind
    is_own: bool
    links: frozenset[str]


@cache
def uses(how: str) -> MappingProxyType[str, Use]:
    """The words of one manner, each with its use."""
    text = files("rashomon.statements").joinpath("data", "relations.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return MappingProxyType(
        {
            word: Use(
                cast("RelationKind", relation),
                subject == "own",
                frozenset(() if link == "-" else link.split("|")),
            )
            for kind, words, link, relation, subject, _ in rows
            if kind == how
            for word in words.split("|")
        }
    )


ABOUT_POST = frozenset(
    "prime foreign defence defense interior finance oil health justice education transport trade war vice deputy "
    "senior top chief former acting then late new ex interim first press national security intelligence local state "
    "provincial supreme home current operational field general executive managing special veteran military".split()
)
"""Words before a post that say which it is and not whose."""

FORMER = frozenset(("former", "ex", "late", "ousted", "deposed", "then", "onetime", "erstwhile", "toppled"))
"""Words before a post that is held no longer."""

BODIES = frozenset(
    "government ministry army military police force forces navy council parliament senate congress committee cabinet "
    "commission party movement coalition alliance militia group organisation organization network agency department "
    "office embassy court administration authority union federation association institute centre center brigade "
    "brigades battalion division regiment front league fund corps guard guards troops fighters faction bloc clan tribe "
    "regime command wing company unit squad special commandos rebels insurgents insurgency personnel soldiers officers "
    "militiamen gunmen guerrillas marines gang cartel junta bureau directorate secretariat mission".split()
)
"""Last words of what somebody may head, belong to or be."""

UNITS = frozenset(
    "brigade brigades battalion division regiment company corps squadron platoon unit units fleet wing branch "
    "commandos".split()
)
"""Words for a part of a force."""

NAMED = frozenset(("PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"))
"""Entity labels of what can stand in a relation."""

FIGHTERS = frozenset(
    "troop soldier force police policeman officer fighter militant militiaman man guard rebel insurgent gunman member "
    "personnel marine commando paramilitary recruit conscript reservist peacekeeper guerrilla people strong".split()
)
"""What a force is counted in."""

GOVERNING = frozenset(("government", "cabinet", "administration", "regime"))
"""Bodies that go by the name of who heads them (Orel's government)."""

UNREAL = frozenset(("would", "could", "might", "may", "should", "can", "will", "shall", "must", "wo", "ca"))
"""Auxiliaries of what does not stand."""
