"""The words of a text that tell of an act, each with the sense that fits its surroundings."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from rashomon.statements.antecedents import antecedent
from rashomon.statements.arguments import slot
from rashomon.statements.fillers import WHEN
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


@dataclass(frozen=True, slots=True)
class Look:
    """A word that the lexicon knows, and what was made of it: the trigger, or the reason why it is none."""

    head: Token
    trigger: Trigger | None = None
    reason: str = ""


def find_triggers(doc: Doc, lexicon: Lexicon | None = None) -> tuple[Trigger, ...]:
    """Every trigger of a parsed text, in its order; of a word's senses the longest expression, then the first whose
    conditions hold."""
    return tuple(look.trigger for look in look_at(doc, lexicon or load_lexicon()) if look.trigger)


def _senses(token: Token, pos: str, lexicon: Lexicon) -> tuple[Sense, ...]:
    """The senses of a word; of a past form whose lemma nobody knows, those of its stem (cordoned)."""
    found = lexicon.senses.get((lemma(token), pos), ())
    if not found and pos == "v" and token.tag_ in ("VBD", "VBN") and token.lower_.endswith("ed"):
        found = lexicon.senses.get((token.lower_[:-2], pos), ())
    return found


def look_at(doc: Doc, lexicon: Lexicon) -> Iterator[Look]:
    """Every word of a parsed text that the lexicon knows, in its order."""
    for token in doc:
        pos = POS.get(token.pos_)
        senses = _senses(token, pos, lexicon) if pos else ()
        if not pos or not senses:
            continue
        if token.ent_type_ in WHEN:
            yield Look(token, reason="it is part of a time")
        elif pos == "v" and token.dep_ == "amod":
            yield Look(token, reason=f"it only describes {token.head.text!r}")
        elif pos == "v" and token.dep_ in ("aux", "auxpass"):
            yield Look(token, reason=f"it only helps {token.head.text!r}")
        elif pos == "n" and token.dep_ == "compound" and token.head.i == token.i + 1:
            yield Look(token, reason=f"it is the first half of {token.text + ' ' + token.head.text!r}")
        else:
            yield _judge(token, pos, senses, lexicon)


def _judge(token: Token, pos: str, senses: tuple[Sense, ...], lexicon: Lexicon) -> Look:
    fits: list[Trigger] = []
    unmet = ""
    for sense in senses:
        extent = _extent(token, sense)
        failed = next((g for g in sense.guards if not holds(g, token, pos, lexicon)), None) if extent else None
        if extent and failed is None:
            fits.append(Trigger(_bearer(token, sense, extent[0]), *extent, sense))
        elif failed and not unmet and sense.type != NONE:
            unmet = f"{failed.text} does not hold ({sense.row})"
    if not fits:
        return Look(token, reason=unmet or "none of its expressions stands here")
    longest = max(len(t.sense.words) for t in fits)
    trigger = next(t for t in fits if len(t.sense.words) == longest)
    if trigger.sense.type == NONE:
        return Look(token, reason=f"no act of conflict, as in: {trigger.sense.example} ({trigger.sense.row})")
    return Look(token, trigger)


def _bearer(token: Token, sense: Sense, start: int) -> Token:
    """The token that bears the parse of an expression: the first of one with "of", else the word itself."""
    return token.doc[start] if "of" in sense.words else token
