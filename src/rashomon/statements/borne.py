"""The roles of a noun of action that its verb brings: who launched the raid, took part in the fighting, came under
attack, or is said to be behind it."""

from spacy.tokens import Token

from rashomon.statements.able import MISSILES, can_act, is_meant
from rashomon.statements.arguments import accusing, grammatical_subject, is_passive, verb_slot
from rashomon.statements.fillers import once
from rashomon.statements.lexicon import Lexicon
from rashomon.statements.phrases import counted
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import is_of, lemma

LIGHT = frozenset(
    "carry launch conduct stage mount make lead order undertake wage perform begin open start plan continue resume put"
    " direct supervise command run organize organise execute commit sign reach do pursue initiate step unleash give"
    " maintain enforce drop fire detonate issue impose declare announce broker call perpetrate use employ"
    " resume".split()
)
"""Verbs whose subject does what their object names (the army launched an offensive)."""

UNDERGOING = frozenset("face suffer receive undergo survive sustain draw attract endure meet incur take".split())
"""Verbs whose subject is whom the object befalls (the minister faced criticism)."""

HARMING = frozenset(
    "kill wound injure slay massacre murder hit strike target bombard destroy shoot detonate execute behead capture"
    " abduct kidnap drop use push repel repulse expel oust defeat seize retake recapture rout ambush trap drive"
    " deal".split()
)
"""Verbs whose subject did what stands behind "in", to their object (rebels killed nine soldiers in a raid)."""


def through_verb(
    trigger: Trigger, actors: tuple[Token, ...], targets: tuple[Token, ...], lexicon: Lexicon
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Roles of a noun that its verb brings (launched a raid, took part in the fighting, came under attack)."""
    if not actors:
        actors = _of_clause(trigger.head, lexicon)
    if not actors:
        actors = tuple(
            t for t in answerable(trigger.head) if is_meant(t, lexicon) and t.lower_ not in ("one", "nobody")
        )
    verb = verb_of(trigger.head)
    if verb is None:
        return actors, targets
    is_object = any(counted(t) == trigger.head for t in verb_slot(verb, "obj"))
    word = lemma(verb)
    subject = verb_slot(verb, "subj") if is_passive(verb) else grammatical_subject(verb)
    able = tuple(t for t in subject if can_act(t, lexicon) and is_meant(t, lexicon))
    if is_object and word in LIGHT and able and all(t.tag_ == "PRP$" for t in actors):
        actors = able
    elif is_object and word in LIGHT and able and word in ("order", "lead", "supervise", "direct", "command"):
        actors = once((*able, *actors))
    elif is_object and word == "claim" and able:
        actors = able
    elif able and ((is_object and word in UNDERGOING) or _under(trigger.head)):
        targets = once((*able, *targets))
    elif trigger.head.dep_ == "pobj" and trigger.head.head.lower_ == "on" and lemma(verb) in ("be", "go", "remain"):
        actors = actors or able
    elif trigger.head.dep_ == "pobj" and trigger.head.head.lower_ in ("in", "during") and not actors:
        involved = word in ("involve", "participate", "engage", "take", "join")
        if involved or (trigger.sense.mode == "clash" and targets):
            parties = grammatical_subject(verb) if is_passive(verb) else subject
            actors = tuple(t for t in parties if can_act(t, lexicon))
        elif _does_within(verb, trigger.head) and not (able and is_of(able[0], "heavy", lexicon)):
            harmed = (
                t
                for t in verb_slot(verb, "obj")
                if lemma(t) not in MISSILES and lemma(t) != "blow" and not is_of(t, "heavy", lexicon)
            )
            actors, targets = able, targets or tuple(harmed)
    return actors, targets


def _does_within(verb: Token, noun: Token) -> bool:
    """Did the verb's subject do what the noun behind "in" or "during" names? What it used, it may have used in a siege
    by another."""
    return lemma(verb) in HARMING and not is_passive(verb) and (lemma(verb) != "use" or noun.head.lower_ == "in")


def answerable(noun: Token) -> tuple[Token, ...]:
    """Who is said to stand behind a deed (was behind the raid, was or claimed to be responsible for it)."""
    above = noun.head.head
    if noun.dep_ != "pobj" or any(c.dep_ == "neg" for c in (*above.children, *above.head.children)):
        return ()
    if noun.head.lower_ == "for" and lemma(above) == "responsibility" and above.dep_ == "dobj":
        return grammatical_subject(above.head)
    accuser = accusing(noun.head) or above
    if noun.head.lower_ in ("of", "for") and lemma(accuser) in ("accuse", "blame"):
        return verb_slot(accuser, "obj")
    is_answerable = noun.head.lower_ == "for" and lemma(above) == "responsible" and above.dep_ == "acomp"
    if is_answerable:
        return grammatical_subject(above.head)
    return grammatical_subject(above) if noun.head.lower_ == "behind" and lemma(above) == "be" else ()


def _of_clause(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Who did it, told by a clause on the noun (the raid that he had led)."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and lemma(clause) in LIGHT and noun in verb_slot(clause, "obj"):
            return tuple(t for t in verb_slot(clause, "subj") if can_act(t, lexicon))
    return ()


def _under(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "under"


def verb_of(noun: Token) -> Token | None:
    """The verb that a noun of action hangs on as its subject, object or prepositional object."""
    head = noun.head
    if noun.dep_ in ("pobj", "attr") and head.pos_ == "ADP":
        if head.head.pos_ == "NOUN" and counted(head.head) == noun:
            return verb_of(head.head)
        head = head.head
    elif noun.dep_ == "conj":
        return verb_of(noun.head) if noun.head != noun else None
    elif noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return None
    return head if head.pos_ in ("VERB", "AUX") else None
