"""Who takes part in an act: the fillers of a sense's slots, as phrases of the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from rashomon.statements.antecedents import antecedent
from rashomon.statements.arguments import grammatical_subject, is_passive, participle, prepositional, slot, verb_slot
from rashomon.statements.lexicon import Lexicon, Slot
from rashomon.statements.phrases import counted
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import PLACE_ENTITIES, is_of, lemma

LIGHT = frozenset(
    "carry launch conduct stage mount make lead order undertake wage perform begin open start plan continue resume put"
    " direct supervise command run organize organise execute commit sign reach do pursue initiate step unleash give"
    " issue impose declare announce broker call perpetrate".split()
)
"""Verbs whose subject does what their object names (the army launched an offensive)."""

UNDERGOING = frozenset("face suffer receive undergo survive sustain draw attract endure meet incur take".split())
"""Verbs whose subject is whom the object befalls (the minister faced criticism)."""

HARMING = frozenset("kill wound injure slay massacre murder hit strike target bombard destroy".split())
"""Verbs whose subject did what stands behind "in", to their object (rebels killed nine soldiers in a raid)."""

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
    actors = _fill(sense.actors, trigger, lexicon, acting=True)
    targets = _fill(sense.targets, trigger, lexicon, acting=False) or _behind_particle(trigger)
    if sense.pos == "n":
        actors, targets = _through_verb(trigger, actors, targets, lexicon)
    if (
        (sense.type in RECIPROCAL or sense.mode in ("clash", "ceasefire", "discontinue"))
        and not targets
        and len(actors) > 1
    ):
        actors, targets = actors[:1], actors[1:]
    acting = tuple(triggers[t.i] for t in actors if t.i in triggers and t.i != head.i)
    for inner in acting:
        actors = tuple(t for t in actors if t.i != inner.head.i)
        actors += _fill(inner.sense.actors, inner, lexicon, acting=True)
    through = tuple(t for t in acting if participle(t.head) is None)
    return Cast(_once(actors), _once(t for t in targets if t not in actors), through)


def _fill(slots: tuple[Slot, ...], trigger: Trigger, lexicon: Lexicon, *, acting: bool) -> tuple[Token, ...]:
    for one in slots:
        found = tuple(
            t
            for t in slot(trigger.head, one.name, trigger.sense.pos)
            if counted(t).ent_type_ not in NO_ROLE_ENTITIES
            and t.lower_ not in EXPLETIVES
            and not _is_fixed(t, trigger)
            and (not one.kind or is_of(t, one.kind, lexicon))
            and not (acting and (lemma(t) in lexicon.classes["happening"] or lemma(t) in lexicon.classes["place"]))
            and (_can_act(t, lexicon) or not (one.name == "mod" or (acting and one.name in ("of", "poss", "from"))))
            and not (one.name == "mod" and t.ent_type_ in PLACE_ENTITIES and not is_country_short(t))
        )
        if found:
            return found
    return ()


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


def is_country_short(token: Token) -> bool:
    """A state by its initials (US drones), which names an actor where a town in front of a noun names the place."""
    return token.text.replace(".", "").isupper() and len(token.text) <= 5


def _can_act(token: Token, lexicon: Lexicon) -> bool:
    if token.tag_ == "PRP$":
        return antecedent(token, lexicon) is not None
    if token.pos_ in ("ADJ", "VERB"):
        return token.ent_type_ in ACTING_ENTITIES or (token.pos_ == "ADJ" and lemma(token) in lexicon.classes["force"])
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
    verb = verb_of(trigger.head)
    if verb is None:
        return actors, targets
    is_object = trigger.head in verb_slot(verb, "obj")
    word = lemma(verb)
    subject = verb_slot(verb, "subj") if is_passive(verb) else grammatical_subject(verb)
    able = tuple(t for t in subject if _can_act(t, lexicon))
    if is_object and word in LIGHT and able and not actors:
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
        elif word in HARMING and not is_passive(verb):
            actors, targets = able, targets or verb_slot(verb, "obj")
    return actors, targets


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
        head = head.head
    elif noun.dep_ == "conj":
        return verb_of(noun.head) if noun.head != noun else None
    elif noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr"):
        return None
    return head if head.pos_ in ("VERB", "AUX") else None


def _once(tokens: Iterable[Token]) -> tuple[Token, ...]:
    return tuple({token.i: token for token in tokens}.values())
