"""Who takes part in an act: the fillers of a sense's slots, as phrases of the text."""

from collections.abc import Collection
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.statements.able import MISSILES, can_act, is_country_short, is_means, is_meant, is_setting
from rashomon.statements.arguments import (
    by_phrase,
    is_passive,
    noun_slot,
    participle,
    prepositional,
    prepositional_objects,
    slot,
    verb_slot,
)
from rashomon.statements.borne import LIGHT, answerable, through_verb
from rashomon.statements.fillers import coordinated, once
from rashomon.statements.lexicon import Lexicon, Slot
from rashomon.statements.phrases import counted
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import PLACE_ENTITIES, is_of, lemma

SERIES = frozenset("series string spate wave raft barrage number".split())
DEEDS = frozenset(
    "strike airstrike raid attack bombing offensive assault bombardment shelling operation ambush".split()
)
"""Nouns of deeds: where one is said to have killed, whoever did it acted."""

SITES = frozenset(
    "convoy hospital market checkpoint camp school mosque church wedding funeral bus hotel village".split()
)
"""What is told in front of an attack on it."""


APART = frozenset(("by", "on", "against"))
"""Prepositions that the parser often hangs on another word than the act."""

NO_ROLE_ENTITIES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL"))
RECIPROCAL = frozenset(("consult", "agree", "cooperate"))


@dataclass(frozen=True, slots=True)
class Cast:
    """The heads of the phrases that fill the two roles; `through` are acts that stood where an actor would (an air
    strike destroyed a house) and whose own actors were taken."""

    actors: tuple[Token, ...]
    targets: tuple[Token, ...]
    through: tuple[Trigger, ...] = ()


def cast(trigger: Trigger, triggers: dict[int, Trigger], lexicon: Lexicon) -> Cast:
    """Actors and targets of one trigger; `triggers` are all of the text by their head's index."""
    sense, head = trigger.sense, trigger.head
    actors = _fill(sense.actors, trigger, lexicon, triggers, acting=True)
    targets = _fill(sense.targets, trigger, lexicon, triggers, acting=False) or _behind_particle(trigger)
    if sense.pos == "n":
        targets = targets or _attacked_in_front(trigger, lexicon)
        actors, targets = through_verb(trigger, actors, targets, lexicon)
    if (
        (
            (sense.type in RECIPROCAL and sense.mode != "third-party")
            or sense.mode in ("clash", "ceasefire", "discontinue")
        )
        and not targets
        and len(actors) > 1
    ):
        actors, targets = actors[:1], actors[1:]
    if not actors and sense.type == "assault" and sense.pos == "v" and is_passive(head):
        deeds = (triggers[t.i] for name in ("in", "during", "with") for t in verb_slot(head, name) if t.i in triggers)
        actors = next((found for d in deeds if (found := _own_actors(d, triggers, lexicon))), ())
    acting = tuple(triggers[t.i] for t in actors if t.i in triggers and t.i != head.i)
    for inner in acting:
        actors = tuple(t for t in actors if t.i != inner.head.i)
        actors += _own_actors(inner, triggers, lexicon)
    if sense.type == "harm" and not sense.actors:
        actors = ()
    through = tuple(t for t in acting if participle(t.head) is None)
    return Cast(once(actors), once(t for t in targets if t not in actors), through)


def _own_actors(trigger: Trigger, triggers: dict[int, Trigger], lexicon: Lexicon) -> tuple[Token, ...]:
    """Who did what a noun of action names, for the verb that it acted or was suffered through."""
    own = _fill(trigger.sense.actors, trigger, lexicon, triggers, acting=True)
    if own or trigger.sense.pos != "n":
        return own
    return tuple(t for t in answerable(trigger.head) if can_act(t, lexicon) and is_meant(t, lexicon))


def _fill(
    slots: tuple[Slot, ...], trigger: Trigger, lexicon: Lexicon, known: Collection[int], *, acting: bool
) -> tuple[Token, ...]:
    """`known` are the indices of the heads of all triggers."""
    for one in slots:
        found = tuple(
            t
            for t in (
                _in_slot(one.name, trigger)
                if one.name != "mod"
                else _in_front(trigger.head, trigger.start, trigger.end, lexicon)
            )
            if counted(t).ent_type_ not in NO_ROLE_ENTITIES
            and is_meant(t, lexicon)
            and not (acting and t.lower_ == "another")
            and not _is_fixed(t, trigger)
            and not (one.name == "with" and is_means(t, lexicon))
            and (not one.kind or is_of(t, one.kind, lexicon))
            and not (
                acting and (is_setting(_of_series(t), lexicon) or (one.name == "mod" and is_of(t, "area", lexicon)))
            )
            and not (t.lower_ == "one" and any(c.lower_ == "no" for c in t.children))
            and (can_act(t, lexicon) or not (one.name == "mod" or (acting and one.name in ("of", "poss", "from"))))
        )
        found = once(_of_series(t) for t in found) if acting else found
        if found:
            return _doers(found, lexicon, known) if acting else _all_counted(found)
    return ()


def _of_series(token: Token) -> Token:
    """What a series is one of (a series of air strikes killed nine)."""
    return counted(token) if lemma(token) in SERIES else token


def _in_slot(name: str, trigger: Trigger) -> tuple[Token, ...]:
    return slot(trigger.head, name, trigger.sense.pos) or set_apart(trigger, name)


def _in_front(head: Token, start: int, end: int, lexicon: Lexicon) -> tuple[Token, ...]:
    """What stands in front of an expression and says whose it is; of words that make one name the last (Syrian
    government air strikes)."""
    expression = (*head.doc[start:end], head)
    words = once((*expression, *(t for t in noun_slot(head, "mod") if t.dep_ == "compound")))
    inside = {word.i for word in expression}
    fronts = {t.i: t for word in words for t in noun_slot(word, "mod") if t.i not in inside}
    joined = [c for t in fronts.values() for c in t.children if c.dep_ == "conj" and c.i < start]
    able = sorted((t for t in (*fronts.values(), *joined) if can_act(t, lexicon) and not _is_site(t)), key=_place)
    return tuple(t for at, t in enumerate(able) if at + 1 == len(able) or able[at + 1].i != t.i + 1)


def _attacked_in_front(trigger: Trigger, lexicon: Lexicon) -> tuple[Token, ...]:
    """What was attacked, told in front of the attack (the convoy attack)."""
    if trigger.sense.type != "assault":
        return ()
    return tuple(t for t in noun_slot(trigger.head, "mod") if t.dep_ == "compound" and lemma(t) in SITES)


def _all_counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """With each word of number also those who are joined to what it counts (a number of towns and villages)."""
    return once(t for token in tokens for t in (token, *coordinated(counted(token))[1:]))


def _doers(tokens: tuple[Token, ...], lexicon: Lexicon, known: Collection[int]) -> tuple[Token, ...]:
    """Who stands behind what acted: for a strike or a rocket, whoever made or fired it, if that is told."""
    out: list[Token] = []
    for token in tokens:
        word = lemma(token)
        if token.i in known:
            out.append(token)
        elif word in DEEDS:
            whose = (
                noun_slot(token, "poss") or noun_slot(token, "by") or _in_front(token, token.i, token.i + 1, lexicon)
            )
            out += (t for t in whose if lemma(t) not in MISSILES)
        elif word in MISSILES or is_of(token, "heavy", lexicon):
            fired = tuple(t for c in token.children if c.dep_ in ("acl", "relcl") for t in by_phrase(c))
            whose = fired or _in_front(token, token.i, token.i + 1, lexicon)
            out += (t for t in whose if lemma(t) not in MISSILES)
        else:
            out.append(token)
    return once(out)


def _is_fixed(token: Token, trigger: Trigger) -> bool:
    """Is this one of the words of the expression itself, and not what stands between them (placed the mayor under
    arrest)?"""
    words = trigger.sense.words
    return trigger.start <= token.i < trigger.end and (lemma(token) in words or token.lower_ in words)


def _behind_particle(trigger: Trigger) -> tuple[Token, ...]:
    """The object of a verb whose particle the parser took for a preposition (cordoned off the square)."""
    sense = trigger.sense
    if sense.pos == "v" and len(sense.words) > 1 and any(one.name == "obj" for one in sense.targets):
        return prepositional(trigger.head, sense.words[-1])
    return ()


def set_apart(trigger: Trigger, name: str) -> tuple[Token, ...]:
    """What stands behind a preposition that the parser hung elsewhere: on a phrase between (shells fired by rebels on
    the town) or on the verb above a noun of action (suffered a siege by the army)."""
    head = trigger.head
    if name not in APART or trigger.sense.type in ("request", "say"):
        return ()
    above = head.head if head.dep_ in ("dobj", "nsubjpass") else head.head.head if head.dep_ == "pobj" else None
    within = [t for t in head.subtree if t.i > head.i]
    if trigger.sense.pos == "n" and above is not None and above.pos_ == "VERB":
        within += [t for t in above.children if t.i > head.i]
    for token in sorted(within, key=lambda t: t.i):
        between = head.doc[head.i + 1 : token.i]
        if any(t.pos_ == "VERB" and t.tag_ not in ("VBN", "VBG") for t in between):
            break
        carried_out = (lemma(token.head) in LIGHT or lemma(token.head) == "claim") and token.head.dep_ != "relcl"
        carried_out = carried_out and (lemma(token.head) != "broker" or trigger.sense.type != "assault")
        is_own = token.head.pos_ != "VERB" or carried_out or (token.head == above and head.dep_ != "nsubjpass")
        of_other = name == "by" and not is_own
        of_other = of_other or (token.head.dep_ == "relcl" and token.head.lemma_ == "blame")
        if token.dep_ in ("prep", "agent") and token.lower_ == name and token.head.i != head.i and not of_other:
            return prepositional_objects(token)
    return ()


def _is_site(token: Token) -> bool:
    return token.ent_type_ in PLACE_ENTITIES and not is_country_short(token)


def _place(token: Token) -> int:
    return token.i
