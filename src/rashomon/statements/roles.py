"""Who takes part in an act: the fillers of a sense's slots, as phrases of the text."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.statements.antecedents import antecedent
from rashomon.statements.arguments import (
    by_phrase,
    grammatical_subject,
    is_passive,
    noun_slot,
    participle,
    prepositional,
    prepositional_objects,
    slot,
    verb_slot,
)
from rashomon.statements.fillers import coordinated
from rashomon.statements.lexicon import Lexicon, Slot
from rashomon.statements.phrases import counted
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import PLACE_ENTITIES, is_of, lemma

LIGHT = frozenset(
    "carry launch conduct stage mount make lead order undertake wage perform begin open start plan continue resume put"
    " direct supervise command run organize organise execute commit sign reach do pursue initiate step unleash give"
    " maintain enforce drop fire detonate issue impose declare announce broker call perpetrate".split()
)
"""Verbs whose subject does what their object names (the army launched an offensive)."""

UNDERGOING = frozenset("face suffer receive undergo survive sustain draw attract endure meet incur take".split())
"""Verbs whose subject is whom the object befalls (the minister faced criticism)."""

HARMING = frozenset(
    "kill wound injure slay massacre murder hit strike target bombard destroy shoot detonate execute behead capture"
    " abduct kidnap drop use".split()
)
"""Verbs whose subject did what stands behind "in", to their object (rebels killed nine soldiers in a raid)."""

DEEDS = frozenset("strike raid attack bombing offensive assault bombardment shelling operation ambush".split())
"""Nouns of deeds: where one is said to have killed, whoever did it acted."""

MISSILES = frozenset("bomb device explosive bullet drone barrel cluster car munition gas".split())
"""What is used and does not act, beside the class of heavy weapons."""

APART = frozenset(("by", "on", "against"))
"""Prepositions that the parser often hangs on another word than the act."""

ACTING_ENTITIES = frozenset(("PERSON", "NORP", "ORG", "GPE"))
NO_ROLE_ENTITIES = frozenset(("DATE", "TIME", "PERCENT", "MONEY", "ORDINAL", "CARDINAL"))
EXPLETIVES = frozenset(("it", "there", "that", "which", "what", "this", "who"))
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
        actors, targets = _through_verb(trigger, actors, targets, lexicon)
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
    return Cast(_once(actors), _once(t for t in targets if t not in actors), through)


def _own_actors(trigger: Trigger, triggers: dict[int, Trigger], lexicon: Lexicon) -> tuple[Token, ...]:
    """Who did what a noun of action names, for the verb that it acted or was suffered through."""
    own = _fill(trigger.sense.actors, trigger, lexicon, triggers, acting=True)
    if own or trigger.sense.pos != "n":
        return own
    return tuple(t for t in _answerable(trigger.head) if _can_act(t, lexicon) and is_meant(t, lexicon))


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
            and not _is_fixed(t, trigger)
            and (not one.kind or is_of(t, one.kind, lexicon))
            and not (acting and _is_setting(t, lexicon))
            and not (t.lower_ == "one" and any(c.lower_ == "no" for c in t.children))
            and (_can_act(t, lexicon) or not (one.name == "mod" or (acting and one.name in ("of", "poss", "from"))))
        )
        if found:
            return _doers(found, lexicon, known) if acting else _all_counted(found)
    return ()


def is_meant(token: Token, lexicon: Lexicon) -> bool:
    """Does this word stand for somebody or something, and not for nothing or for a whole clause?"""
    return token.lower_ not in EXPLETIVES or (token.lower_ == "it" and antecedent(token, lexicon) is not None)


def _is_setting(token: Token, lexicon: Lexicon) -> bool:
    """Is this where or when something happens, and not who did it? A country may act."""
    word = lemma(token)
    return word in lexicon.classes["happening"] or (word in lexicon.classes["place"] and word != "country")


def _in_slot(name: str, trigger: Trigger) -> tuple[Token, ...]:
    return slot(trigger.head, name, trigger.sense.pos) or set_apart(trigger, name)


def _in_front(head: Token, start: int, end: int, lexicon: Lexicon) -> tuple[Token, ...]:
    """What stands in front of an expression and says whose it is; of words that make one name the last (Syrian
    government air strikes)."""
    expression = (*head.doc[start:end], head)
    words = _once((*expression, *(t for t in noun_slot(head, "mod") if t.dep_ == "compound")))
    inside = {word.i for word in expression}
    fronts = {t.i: t for word in words for t in noun_slot(word, "mod") if t.i not in inside}
    joined = [c for t in fronts.values() for c in t.children if c.dep_ == "conj" and c.i < start]
    able = sorted((t for t in (*fronts.values(), *joined) if _can_act(t, lexicon) and not _is_site(t)), key=_place)
    return tuple(t for at, t in enumerate(able) if at + 1 == len(able) or able[at + 1].i != t.i + 1)


def _all_counted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """With each word of number also those who are joined to what it counts (a number of towns and villages)."""
    return _once(t for token in tokens for t in (token, *coordinated(counted(token))[1:]))


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
    return _once(out)


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
    if name not in APART:
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
        is_own = token.head.pos_ != "VERB" or carried_out or (token.head == above and head.dep_ != "nsubjpass")
        of_other = name == "by" and not is_own
        if token.dep_ in ("prep", "agent") and token.lower_ == name and token.head.i != head.i and not of_other:
            return prepositional_objects(token)
    return ()


def _is_site(token: Token) -> bool:
    return token.ent_type_ in PLACE_ENTITIES and not is_country_short(token)


def _place(token: Token) -> int:
    return token.i


def is_country_short(token: Token) -> bool:
    """A state by its initials (US drones), which names an actor where a town in front of a noun names the place."""
    return token.text.replace(".", "").isupper() and len(token.text) <= 5


def _can_act(token: Token, lexicon: Lexicon) -> bool:
    if token.tag_ == "PRP$":
        return antecedent(token, lexicon) is not None
    if token.pos_ in ("ADJ", "VERB"):
        described = lemma(token) in lexicon.classes["force"] or token.lower_ == "civilian"
        return token.ent_type_ in ACTING_ENTITIES or (token.pos_ == "ADJ" and described)
    token = counted(token)
    return (
        token.ent_type_ in ACTING_ENTITIES
        or token.pos_ == "PRON"
        or is_of(token, "aircraft", lexicon)
        or is_of(token, "people", lexicon)
        or is_of(token, "force", lexicon)
    )


def _through_verb(
    trigger: Trigger, actors: tuple[Token, ...], targets: tuple[Token, ...], lexicon: Lexicon
) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """Roles of a noun that its verb brings (launched a raid, took part in the fighting, came under attack)."""
    if not actors:
        actors = _of_clause(trigger.head, lexicon)
    if not actors:
        actors = tuple(t for t in _answerable(trigger.head) if _can_act(t, lexicon) and is_meant(t, lexicon))
    verb = verb_of(trigger.head)
    if verb is None:
        return actors, targets
    is_object = any(counted(t) == trigger.head for t in verb_slot(verb, "obj"))
    word = lemma(verb)
    subject = verb_slot(verb, "subj") if is_passive(verb) else grammatical_subject(verb)
    able = tuple(t for t in subject if _can_act(t, lexicon) and is_meant(t, lexicon))
    if is_object and word in LIGHT and able and all(t.tag_ == "PRP$" for t in actors):
        actors = able
    elif is_object and word in LIGHT and able and word in ("order", "lead", "supervise", "direct", "command"):
        actors = _once((*able, *actors))
    elif able and ((is_object and word in UNDERGOING) or _under(trigger.head)):
        targets = _once((*able, *targets))
    elif trigger.head.dep_ == "pobj" and trigger.head.head.lower_ in ("in", "during") and not actors:
        involved = word in ("involve", "participate", "engage", "take", "join")
        if involved or (trigger.sense.mode == "clash" and targets):
            parties = grammatical_subject(verb) if is_passive(verb) else subject
            actors = tuple(t for t in parties if _can_act(t, lexicon))
        elif word in HARMING and not is_passive(verb) and not (able and is_of(able[0], "heavy", lexicon)):
            harmed = (t for t in verb_slot(verb, "obj") if lemma(t) not in MISSILES and not is_of(t, "heavy", lexicon))
            actors, targets = able, targets or tuple(harmed)
    return actors, targets


def _answerable(noun: Token) -> tuple[Token, ...]:
    """Who is said to stand behind a deed (was behind the raid, was or claimed to be responsible for it)."""
    above = noun.head.head
    if noun.dep_ != "pobj" or any(c.dep_ == "neg" for c in (*above.children, *above.head.children)):
        return ()
    if noun.head.lower_ == "for" and lemma(above) == "responsibility" and above.dep_ == "dobj":
        return grammatical_subject(above.head)
    is_answerable = noun.head.lower_ == "for" and lemma(above) == "responsible" and above.dep_ == "acomp"
    if is_answerable:
        return grammatical_subject(above.head)
    return grammatical_subject(above) if noun.head.lower_ == "behind" and lemma(above) == "be" else ()


def _of_clause(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """Who did it, told by a clause on the noun (the raid that he had led)."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and lemma(clause) in LIGHT and noun in verb_slot(clause, "obj"):
            return tuple(t for t in verb_slot(clause, "subj") if _can_act(t, lexicon))
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


def _once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple({token.i: token for token in tokens}.values())
