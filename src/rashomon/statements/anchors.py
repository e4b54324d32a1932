"""What hangs on what: from a number, a date or a place up the parse to the act or the speech that it belongs to."""

from collections.abc import Collection, Iterable, Mapping

from spacy.tokens import Doc, Token

from rashomon.statements.able import is_country_short
from rashomon.statements.arguments import participle, verbless
from rashomon.statements.borne import LIGHT, verb_of
from rashomon.statements.lexicon import Lexicon
from rashomon.statements.phrases import counted
from rashomon.statements.triggers import Trigger
from rashomon.statements.words import is_of, lemma

NOWHERE = -1
MAX_STEPS = 12


def bearers(triggers: Iterable[Trigger]) -> dict[int, int]:
    """Token index -> index of the trigger that it stands for: the head itself, its other words, and for a noun of
    action the verb that it hangs on where that is no trigger (fighting broke out; launched a raid)."""
    out: dict[int, int] = {}
    listed = list(triggers)
    for trigger in listed:
        for index in range(trigger.start, trigger.end):
            out[index] = trigger.head.i
    heads = {t.head.i for t in listed}
    for trigger in listed:
        verb = (verb_of(trigger.head) or participle(trigger.head)) if trigger.sense.pos == "n" else None
        done = participle(trigger.head) if trigger.sense.pos == "n" else None
        if done is not None and lemma(done) in LIGHT and done.i not in heads:
            out.setdefault(done.i, trigger.head.i)
        if trigger.sense.pos == "a" and trigger.head.dep_ in ("acomp", "attr"):
            verb = trigger.head.head
        if (
            verb is not None
            and verb.i not in heads
            and (trigger.head.dep_ != "pobj" or trigger.head.head.lower_ == "by")
        ):
            out.setdefault(verb.i, trigger.head.i)
        if (numbering := _numbering(trigger.head)) is not None:
            out.setdefault(numbering.i, trigger.head.i)
        for noun in verbless(trigger.head):
            out.setdefault(noun.i, trigger.head.i)
        above = trigger.head.head.head
        if trigger.head.dep_ == "pobj" and counted(above) == trigger.head and above.i not in heads:
            out.setdefault(above.i, trigger.head.i)
    return out


def _numbering(act: Token) -> Token | None:
    """The verb that says how many those were whom the act befell (those dismissed included 37 officers)."""
    those = act.head
    is_subject = act.dep_ == "acl" and act.tag_ in ("VBN", "VBD") and those.dep_ == "nsubj"
    return those.head if is_subject and those.head.lemma_ in ("include", "number", "total") else None


def head_of(doc: Doc, start: int, end: int) -> Token | None:
    """The token that governs the characters from `start` to `end`."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None else None


def steps_up(token: Token, stops: Mapping[int, int]) -> int:
    """How many words lie between `token` and the first of `stops` above it; MAX_STEPS where there is none."""
    for steps in range(MAX_STEPS):
        if token.i in stops:
            return steps
        token = token.head
    return MAX_STEPS


def climb(token: Token, stops: Mapping[int, int]) -> int:
    """The first of `stops` on the way up from `token`, as the value it maps to; NOWHERE where there is none."""
    for _ in range(MAX_STEPS):
        if token.i in stops:
            return stops[token.i]
        if token.head == token or _begins_clause(token):
            break
        token = token.head
    return NOWHERE


def _begins_clause(token: Token) -> bool:
    """A joined clause with a subject of its own: what hangs in it does not hang on the clause before."""
    return token.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)


LOCATIVE = frozenset(
    "in at near into to from around outside across over inside on throughout within toward towards through between by"
    " along of off beyond south north east west under via".split()
)


_BEING = frozenset("in at near outside inside".split())
"""Prepositions that say where somebody is, and not whose or from where they are."""

_STRUCK = frozenset(("dobj", "nsubjpass"))


def climb_place(token: Token, stops: Mapping[int, int], lexicon: Lexicon, bodily: Collection[int] = frozenset()) -> int:
    """Like `climb`, but only from a place where something can happen: behind a preposition of place, in front of the
    act itself (the Basra offensive), or part of the name of such a place. A place that only names people (the governor
    of Basra, officials in Basra) belongs to none, but where people are the object of one of the `bodily` stops: whoever
    shot five people in Karsa did so in Karsa. Nor does one behind a comma name the people before it (six people, three
    of them children, in Karsa)."""
    while token.dep_ in ("compound", "amod", "nmod", "poss", "appos", "conj") and token.head.i not in stops:
        if token.dep_ not in ("appos", "conj") and not is_of(token.head, "place", lexicon):
            return NOWHERE
        token = token.head
    if token.head.i in stops and token.dep_ in ("compound", "amod", "nmod", "poss"):
        return NOWHERE if is_country_short(token) else stops[token.head.i]
    if not (token.dep_ in ("pobj", "pcomp") and token.head.lower_ in LOCATIVE) and token.dep_ != "npadvmod":
        return NOWHERE
    being = True
    for _ in range(MAX_STEPS):
        if token.i in stops:
            return stops[token.i]
        head = token.head
        if head == token or _begins_clause(token):
            return NOWHERE
        apart = token.dep_ == "prep" and token.i > 0 and token.nbor(-1).text == ","
        being = being and (token.dep_ != "prep" or token.lower_ in _BEING)
        fired_at = head.dep_ == "pobj" and head.head.lower_ in ("on", "at", "upon", "by")
        act = stops.get((head.head.head if fired_at else head.head).i)
        struck = being and (fired_at or head.dep_ in _STRUCK) and act in bodily
        names_people = is_of(head, "people", lexicon) or is_of(head, "force", lexicon)
        if (
            head.i not in stops
            and head.pos_ in ("NOUN", "PROPN")
            and names_people
            and not struck
            and not apart
            and not is_of(head, "place", lexicon)
        ):
            return NOWHERE
        token = head
    return NOWHERE
