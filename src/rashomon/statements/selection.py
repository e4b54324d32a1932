"""Which of the triggers found are told of as acts: not two of one act, and none that only mentions it."""

from spacy.tokens import Token

from rashomon.record import Statement
from rashomon.statements.arguments import clauses_below, slot
from rashomon.statements.borne import LIGHT, verb_of
from rashomon.statements.found import Found
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import lemma

OCCURRING = frozenset(
    "erupt flare break occur happen continue begin start open rage spread stall fail end subside resume intensify"
    " escalate follow take last ensue go cease collapse hold drag".split()
)
"""Verbs that only say that what their subject names took place."""

WEAPONS = frozenset("bomb shell mine landmine grenade ied missile rocket round mortar device vest".split())
"""Nouns of weapons, some of which tell of an attack where no verb does."""


def settled_acts(found: Found) -> dict[int, Trigger]:
    """The triggers without those that another one already stands for: an act through which another acted (an air strike
    destroyed), and what somebody refused, which is the refusal itself (refused to fight)."""
    covered: set[int] = set()
    for index, trigger in found.triggers.items():
        covered.update(inner.head.i for inner in found.casts[index].through)
        if trigger.sense.mode == "refuse":
            covered.update(t.i for t in clauses_below(trigger.head))
        covered.update(i for i in range(trigger.start, trigger.end) if i != index)
        if trigger.sense.type == "harm" and trigger.sense.pos == "v":
            covered.update(t.i for t in slot(trigger.head, "obj", "v") if t.i in found.triggers)
        if trigger.sense.pos == "n" and _is_instrument(trigger.head, found):
            covered.add(index)
        elif trigger.sense.pos == "n" and (verb := verb_of(trigger.head)) is not None and lemma(verb) in LIGHT:
            whole = found.triggers.get(verb.i)
            apart = whole is not None and trigger.head.i not in range(whole.start, whole.end)
            covered.update((verb.i,) if apart and trigger.head.dep_ == "dobj" else ())
    return {i: t for i, t in found.triggers.items() if i not in covered}


def _is_instrument(noun: Token, found: Found) -> bool:
    """Is it the weapon of an act that is told of (dropped barrel bombs, attacked with shells), no act of its own?"""
    if lemma(noun) not in WEAPONS:
        return False
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "using") else noun.head
    used = noun.dep_ in ("dobj", "nsubjpass", "pobj") and above.i in found.triggers
    return used and found.triggers[above.i].sense.pos == "v"


def is_worth_telling(act: Statement, trigger: Trigger) -> bool:
    """Does the statement say who, whom, where, when or how many? A verb always tells; a noun only with one of these or
    as the subject of a verb that says it took place."""
    if trigger.sense.pos == "v":
        return trigger.head.dep_ not in ("amod", "compound")
    verb = verb_of(trigger.head)
    happened = verb is not None and lemma(verb) in OCCURRING and trigger.head.dep_ != "pobj"
    done = verb is not None and lemma(verb) in LIGHT and trigger.head.dep_ == "dobj"
    return happened or done or bool(act.actors or act.targets or act.figures or act.time or act.places)
