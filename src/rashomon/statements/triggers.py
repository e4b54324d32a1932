"""The words of a text that tell of an act, each with the sense that fits its surroundings."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.statements.antecedents import antecedent
from rashomon.statements.arguments import WHEN, slot
from rashomon.statements.lexicon import NONE, Guard, Lexicon, Sense, load_lexicon
from rashomon.statements.phrases import counted
from rashomon.statements.words import is_of, lemma

POS = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """`head` bears the parse, `start` and `end` are the tokens of the whole expression (end exclusive)."""

    head: Token
    start: int
    end: int
    sense: Sense


def holds(guard: Guard, head: Token, pos: str, lexicon: Lexicon) -> bool:
    """Does the condition hold around `head`?"""
    filled = slot(head, guard.slot, pos)
    if not filled:
        met = guard.may_be_empty
    elif guard.lemmas or guard.kinds:
        meant = (antecedent(t, lexicon) or t for t in filled)
        things = {t.i: t for one in meant for t in (one, counted(one))}.values()
        met = any(lemma(t) in guard.lemmas or any(is_of(t, kind, lexicon) for kind in guard.kinds) for t in things)
    else:
        met = not guard.may_be_empty
    return met != guard.negated


def _joined_before(noun: Token, words: tuple[str, ...]) -> int | None:
    """Where a noun's expression starts, None where its words do not all stand before it."""
    at = noun.i
    for word in reversed(words[:-1]):
        at -= 1
        while at >= 0 and noun.doc[at].is_punct and noun.doc[at].text == "-":
            at -= 1
        if at < 0 or word not in (lemma(noun.doc[at]), noun.doc[at].lower_):
            return None
    return at


def _joined_after(verb: Token, words: tuple[str, ...]) -> int | None:
    """Where a verb's expression ends (token, exclusive): its particles and fixed objects, at most three words apart."""
    at = verb.i
    for word in words[1:]:
        window = verb.doc[at + 1 : min(at + 5, verb.sent.end)]
        fit = next((t for t in window if word in (lemma(t), t.lower_)), None)
        if fit is None or fit.dep_ not in (
            "prt",
            "dobj",
            "advmod",
            "prep",
            "acomp",
            "oprd",
            "pobj",
            "xcomp",
            "attr",
            "compound",
        ):
            return None
        at = fit.i
    return at + 1


def _extent(token: Token, sense: Sense) -> tuple[int, int] | None:
    if sense.pos == "n":
        start = _joined_before(token, sense.words)
        return None if start is None else (start, token.i + 1)
    end = _joined_after(token, sense.words)
    return None if end is None else (token.i, end)


def find_triggers(doc: Doc, lexicon: Lexicon | None = None) -> tuple[Trigger, ...]:
    """Every trigger of a parsed text, in its order; of a word's senses the longest expression, then the first whose
    conditions hold."""
    return tuple(_find(doc, lexicon or load_lexicon()))


def _senses(token: Token, pos: str, lexicon: Lexicon) -> tuple[Sense, ...]:
    """The senses of a word; of a past form whose lemma nobody knows, those of its stem (cordoned)."""
    found = lexicon.senses.get((lemma(token), pos), ())
    if not found and pos == "v" and token.tag_ in ("VBD", "VBN") and token.lower_.endswith("ed"):
        found = lexicon.senses.get((token.lower_[:-2], pos), ())
    return found


def _find(doc: Doc, lexicon: Lexicon) -> Iterator[Trigger]:
    for token in doc:
        pos = POS.get(token.pos_)
        if (
            pos is None
            or token.ent_type_ in WHEN
            or (pos == "v" and token.dep_ in ("amod", "aux", "auxpass"))
            or (pos == "n" and token.dep_ == "compound" and token.head.i == token.i + 1)
        ):
            continue
        fits = []
        for sense in _senses(token, pos, lexicon):
            extent = _extent(token, sense)
            if extent and all(holds(g, token, pos, lexicon) for g in sense.guards):
                head = doc[extent[0]] if "of" in sense.words else token
                fits.append((len(sense.words), Trigger(head, *extent, sense)))
        if fits:
            longest = max(length for length, _ in fits)
            trigger = next(t for length, t in fits if length == longest)
            if trigger.sense.type != NONE:
                yield trigger
